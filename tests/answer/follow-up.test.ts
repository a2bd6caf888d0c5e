import { beforeAll, describe, expect, it } from 'vitest';

import { asksForMore, type Answerer } from '../../src/answer/index.ts';
import { firstNoticeAnswerer } from '../support/answerers.ts';

let answerer: Answerer;
beforeAll(async () => {
  answerer = await firstNoticeAnswerer();
});

describe('a follow-up', () => {
  it.each([
    // Another subject of the same kind, in whichever script or in pinyin.
    ['海寧是什麼產業?', '那平湖呢?', '平湖是什么产业?'],
    ['海寧是什麼產業?', '平湖呢', '平湖是什么产业?'],
    ['海宁是什么产业', '那桐鄉市怎麼樣？', '桐乡市是什么产业?'],
    ['haining shi shenme chanye', '那平湖呢', '平湖什么产业?'],
    ['海寧和平湖分別是什麼產業', '那桐鄉呢', '桐乡是什么产业?'],
    ['海寧是什麼產業', '平湖跟桐鄉呢', '平湖跟桐乡是什么产业?'],
    ['五個一是什麼?', '那555呢?', '555是什么?'],
    // A place that no notice mentions is asked about all the same.
    ['海寧是什麼產業', '那杭州呢', '杭州是什么产业?'],
    // A question without a subject gets one.
    ['有哪些特色產業?', '那平湖呢', '平湖有哪些特色产业?'],
    // Another thing asked about the same subject.
    ['海寧的GDP是多少?', '那人口呢', '海宁的人口是多少?'],
    ['海寧是什麼產業', '那人口呢', '海宁的人口?'],
    ['哪裡做羊毛衫?', '那箱包呢', '哪里做箱包?'],
    // A pronoun.
    ['海寧是什麼產業?', '它的呢', '海宁是什么产业?'],
    ['五個一是什麼?', '它有哪些內容', '五个一有哪些内容?'],
    ['海寧是什麼產業?', '那裡的人口是多少', '海宁的人口是多少?'],
    // Another interrogative.
    ['海寧是什麼產業?', '為什麼', '海宁的产业为什么?'],
    ['海寧是什麼產業?', '什麼時候的事', '海宁的产业是什么时候的事?'],
    ['綜合體什麼時候開始建設?', '為什麼呢?', '综合体为什么开始建设?'],
  ])('after %s, %s is %s', (previous, message, completed) => {
    expect(answerer.complete(message, previous)).toBe(completed);
  });

  it.each([
    ['says all by itself', '海寧是什麼產業?', '平湖是什麼產業?'],
    ['is a name and nothing that makes it a follow-up', '海寧是什麼產業?', '平湖'],
    ['names a subject of another kind', '五個一是什麼?', '那平湖呢'],
    ['is answered by itself', '五個一是什麼?', '什麼時候發布的?'],
    ['is small talk', '海寧是什麼產業?', '你好'],
    ['has no words', '海寧是什麼產業?', '😀'],
    ['comes after small talk', '你好', '為什麼'],
    ['asks about the notice', '海寧是什麼產業?', '這篇公告是誰發布的?'],
    ['has a pronoun for nothing that was named', '有哪些特色產業?', '它的呢'],
    ['comes after a question about the notice', '這篇公告是什麼時候發布的?', '那平湖呢?'],
  ])('is none where it %s', (_, previous, message) => {
    expect(answerer.complete(message, previous)).toBeUndefined();
  });

  it('is answered as the question that it stands for', () => {
    const reply = answerer.ask(answerer.complete('那平湖呢', '海寧是什麼產業?') ?? '');
    expect(reply).toMatchObject({ status: 'answered', shortAnswer: '箱包' });
  });
});

describe('asking for more', () => {
  it.each(['還有呢', '還有嗎？', '还有别的吗', '那還有呢', '還有沒有', '繼續', '然後呢?', '下一句', '更多'])(
    'is %s',
    (message) => {
      expect(asksForMore(message)).toBe(true);
    },
  );
  it.each(['還有平湖呢', '還有哪些產業', '有沒有提到海寧', '', '呢'])('is not %s', (message) => {
    expect(asksForMore(message)).toBe(false);
  });
});

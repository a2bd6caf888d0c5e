import { describe, expect, it } from 'vitest';

import { createAnswerer, type Answer } from '../../../src/answer/index.ts';
import type { Notice } from '../../../src/notice/notice.ts';
import { createSegmenter } from '../../../src/text/segmenter.ts';
import { noticeOf } from '../../support/answerers.ts';

const segmenter = createSegmenter(() => undefined);

const outage2021 = noticeOf(
  'outage-2021',
  '關於長安鎮計劃停水的通知',
  '發布日期：2021-07-01　來源：海寧市水務投資集團有限公司',
  '停水時間為2021年7月3日8:00至12:00。',
  '供水服務熱線：0573-87290000。',
);
const outage2022 = noticeOf(
  'outage-2022',
  '關於長安鎮計劃停水的通知',
  '發布日期：2022-05-09　來源：海寧市水務投資集團有限公司',
  '停水時間為2022年5月12日22:00至23:00。',
  '供水服務熱線：0573-87290000。',
);
const works = noticeOf(
  'works',
  '平湖市道路施工公告',
  '發布日期：2022-08-01',
  '施工單位為平湖市第一建設公司。',
  '施工期限為2022年9月1日至10月1日。',
);
const correction = noticeOf(
  'correction',
  '平湖市道路施工公告更正公告',
  '發布日期：2022-08-20',
  '原公告名稱：平湖市道路施工公告。',
  '更正後的施工期限為2022年9月10日至10月20日。',
);

const answerer = answererOf(outage2021, outage2022, works, correction);

function answererOf(...notices: readonly Notice[]) {
  return createAnswerer({ notices, segmenter, today: () => '2022-12-01' });
}

function answered(question: string, reading?: string): Answer {
  const reply = answerer.ask(question, { reading });
  if (reply.status === 'abstained') throw new Error(`"${question}" is abstained from: ${reply.reason}`);
  return reply;
}

function quoted(question: string, reading?: string): string {
  return answered(question, reading).quotes[0].notice.id;
}

describe('of several notices', () => {
  it('the newest that answers is quoted, and an older one that differs is told of', () => {
    const reply = answered('長安鎮什麼時候停水？');
    expect(reply.quotes[0].notice).toBe(outage2022);
    expect(reply.earlier?.notice).toBe(outage2021);
    expect(reply.earlier?.sentence.text).toContain('2021年7月3日');
  });

  it('an older one that says the same is not told of', () => {
    const reply = answered('供水服務熱線是多少？');
    expect(reply.quotes[0].notice).toBe(outage2022);
    expect(reply.earlier).toBeNull();
  });

  it.each([
    ['2021年的停水通知說幾點停水？', 'outage-2021'],
    ['去年的停水通知說什麼時候停水？', 'outage-2021'],
    ['2022年5月的通知說什麼時候停水？', 'outage-2022'],
    ['水務投資集團的通知是什麼時候發布的？', 'outage-2022'],
    ['《平湖市道路施工公告》是什麼時候發布的？', 'correction'],
    ['停水通知是什麼時候發布的？', 'outage-2022'],
    ['最新的公告是什麼時候發布的？', 'correction'],
  ])('only those that the question is limited to are asked: %s', (question, id) => {
    expect(quoted(question)).toBe(id);
  });

  it('none answers for a year without notices', () => {
    expect(answerer.ask('2019年的停水通知說什麼時候停水？')).toMatchObject({
      status: 'abstained',
      reason: 'unknown-subject',
      missing: ['2019年'],
    });
  });

  it('the one that is read is asked about itself, and goes before newer ones', () => {
    expect(quoted('標題是什麼？')).toBe('correction');
    expect(quoted('標題是什麼？', 'outage-2021')).toBe('outage-2021');
    expect(quoted('什麼時候停水？', 'outage-2021')).toBe('outage-2021');
    expect(quoted('施工期限是什麼時候？', 'outage-2021')).toBe('correction');
  });

  it('what a question asks must all be in one', () => {
    expect(answerer.ask('平湖市什麼時候停水？').status).toBe('abstained');
  });
});

describe('a notice that was replaced', () => {
  it('gives way to the later one where that answers', () => {
    const reply = answered('平湖市道路施工期限是什麼時候？');
    expect(reply.quotes[0].notice).toBe(correction);
    expect(reply.replacement).toBeNull();
  });

  it('answers what the later one does not say, with a pointer to it', () => {
    const reply = answered('平湖市道路施工單位是誰？');
    expect(reply.quotes[0].notice).toBe(works);
    expect(reply.replacement).toEqual({ by: correction, kind: 'corrected' });
  });
});

describe('the time that an answer holds for', () => {
  it('is told where the question is about the present, and only there', () => {
    expect(answered('現在供水服務熱線是多少？').asOf).toBe('2022-05-09');
    expect(answered('供水服務熱線是多少？').asOf).toBeNull();
  });
});

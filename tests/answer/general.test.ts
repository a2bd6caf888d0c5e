import { describe, expect, it } from 'vitest';

import { createAnswerer } from '../../src/answer/index.ts';
import { segmenters } from '../lexicon/segmenters.ts';
import { noticeOf } from '../support/answerers.ts';

describe.each(segmenters())('a notice of questions and answers, with $name', (segmenter) => {
  const notice = noticeOf(
    'n',
    '海宁市小学招生问答',
    '发布日期：2024-05-23',
    '一、录取顺序怎么排？',
    '户籍与房产一致的最先录取，随迁子女按积分录取。',
    '二、报名时间是什么时候？',
    '报名时间为2024年6月1日至6月5日。',
  );
  const answerer = createAnswerer({ notices: [notice], segmenter });

  it.each(['录取顺序怎么排', '录取顺序怎么排？', '报名时间是什么时候', '報名時間是什麼時候？'])(
    '%s: never the heading, which asks it too',
    (question) => {
      const reply = answerer.ask(question);
      const said = reply.status === 'answered' ? reply.quotes.map(({ sentence }) => sentence.text) : [];
      expect(said.filter((text) => text.endsWith('？'))).toEqual([]);
    },
  );

  it('answers by the text below it', () => {
    const reply = answerer.ask('报名时间是什么时候');
    expect(reply.status === 'answered' && reply.quotes[0].sentence.text).toBe(
      '报名时间为2024年6月1日至6月5日。',
    );
  });
});

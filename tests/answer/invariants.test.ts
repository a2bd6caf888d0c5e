import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { createAnswerer } from '../../src/answer/index.ts';
import { parseNotice } from '../../src/notice/parse.ts';
import { segmenters } from '../lexicon/segmenters.ts';
import { all } from './notices.ts';
import { expectInvariants } from './replies.ts';

const FIRST = '000_4955d98262385171';
const first = parseNotice(
  FIRST,
  readFileSync(new URL(`../../data/notices/${FIRST}.txt`, import.meta.url), 'utf8'),
);
const notices = first === undefined ? all : [first, ...all];

/** Pieces that questions on these notices are made of, and what should not be in any. */
const PIECES = (
  '海寧 海宁 平湖市 嘉興 港區 杭州 是 什麼 什么 哪些 哪里 谁 多少个 什么时候 为什么 怎样 吗 有没有 產業 羊毛衫 经编 行动 方案 ' +
  '五個一 5个1 三有 清风 停水 电话 补助 标题 发布日期 这篇文章 請問 你好 的 和 分别 、 ， ？ 「 」 《 》 haining shenme GDP ' +
  'where is 2021 十个'
).split(' ');
const STRANGE = [
  ' ',
  '\n',
  '\0',
  '\u200b',
  '\u202e',
  '\ufeff',
  '\ud842',
  '\udfb7',
  '𠮷',
  '👨‍👩‍👧',
  'ﬁ',
  'İ',
  '①',
  '\\',
  '$&',
  '.*',
  '%s',
];

const questions = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(...PIECES), maxLength: 10 }),
  fc.string({ unit: fc.constantFrom(...PIECES, ...STRANGE), maxLength: 12 }),
);
/** Pieces of the notices themselves. */
const quotations = fc
  .tuple(fc.constantFrom(...notices), fc.nat(), fc.integer({ min: 1, max: 80 }))
  .map(([{ text }, position, length]) => {
    const start = position % text.length;
    return text.slice(start, start + length);
  });

describe.each(segmenters())('with $name', (segmenter) => {
  const answerer = createAnswerer({ notices, segmenter });

  it('no string makes asking throw, and every reply obeys its invariants', () => {
    fc.assert(
      fc.property(fc.oneof(questions, quotations), (question) => {
        expectInvariants(answerer.ask(question), question);
      }),
      { numRuns: 300 },
    );
  });

  it('no string makes looking up throw, and what is found is one of the known', () => {
    fc.assert(
      fc.property(questions, (name) => {
        const county = answerer.findCounty(name)?.county;
        if (county !== undefined) expect(answerer.countyById(county.id)?.county).toBe(county);
        const initiative = answerer.findInitiative(name)?.initiative;
        if (initiative !== undefined) expect(answerer.initiatives).toContain(initiative);
        expect(answerer.sentenceById(name)).toBeUndefined();
      }),
    );
  });

  it.each([
    ['4,096 characters', '海'.repeat(4096)],
    ['4,096 words of the notices', '海宁是什么产业'.repeat(585)],
    ['4,096 Latin letters', 'haining '.repeat(512)],
    ['4,096 marks', '？'.repeat(4096)],
    ['4,096 halves of surrogate pairs', '\ud842'.repeat(4096)],
    ['an emoji of many parts', '👨‍👩‍👧‍👦'.repeat(300)],
    ['10,000 marks of direction around a question', `${'\u202e'.repeat(10_000)}海宁是什么产业`],
    ['the whole first notice', notices[0]?.text ?? ''],
  ])('%s are replied to', (_, message) => {
    expectInvariants(answerer.ask(message), '海');
  });
});

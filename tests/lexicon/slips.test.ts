import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { createSlipCorrector } from '../../src/lexicon/slips.ts';
import { tagged } from './tagged.ts';

const WORDS = new Set(['苹果', '质量', '近便', '特性', '搞', '经济', '海军']);
const correct = createSlipCorrector(
  ['海宁', '平湖', '高质量', '特殊钢', '多位一体', '秀洲', '经编'],
  (word) => WORDS.has(word),
);

/** The corrected text of one that was cut by hand. */
function corrected(source: string): string {
  const { folded, words } = tagged(source);
  return correct(folded, words);
}

describe('a slip', () => {
  it.each([
    ['of the same sound', '孩宁/x 的/uj 产业/n', '海宁的产业'],
    ['of the same sound in another tone', '海拧/x 产业/n', '海宁产业'],
    ['of nearly the same sound', '海您/x 产业/n', '海宁产业'],
    ['cut into single characters', '萍/x 湖/n 呢/y', '平湖呢'],
    ['in a name of three characters', '特书钢/x 在/p 哪里/r', '特殊钢在哪里'],
    ['that looks alike', '多位一休/x 是/v 什么/r', '多位一体是什么'],
    ['that looks alike in the middle of a text', '什么/r 是/v 多位/n 一休/nr', '什么是多位一体'],
  ])('%s is put right', (_, source, expected) => {
    expect(corrected(source)).toBe(expected);
  });

  it.each([
    ['a name that is spelt right', '海宁/ns 的/uj 产业/n'],
    ['an ordinary word', '近便/a 的/uj 路/n'],
    ['another place', '海林/ns 的/uj 产业/n'],
    ['a verb and a word that a name ends with', '搞/v 质量/n'],
    ['a name of which more than half is wrong', '孩拧/x 产业/n'],
    ['a piece that begins inside a word', '大海您/x 好/a'],
    ['a character too few', '孩/n 的/uj 产业/n'],
    ['characters that look like nothing of the kind', '多位一虎/x 是/v'],
    ['nothing', ''],
  ])('is not %s', (_, source) => {
    expect(corrected(source)).toBe(tagged(source).folded);
  });

  it('is the exact sound before the near one', () => {
    const either = createSlipCorrector(['金湖', '京湖'], () => false);
    const { folded, words } = tagged('经湖/x 呢/y');
    expect(either(folded, words)).toBe('京湖呢');
  });

  it('is put right once: the first name that fits', () => {
    expect(corrected('萍湖/x 和/c 孩宁/x')).toBe('萍湖和海宁');
  });

  it('never makes the text longer or shorter, or throws', () => {
    const texts = fc.array(
      fc.constantFrom('孩宁', '海', '宁', '萍', '湖', '多位一休', '的', '𠮷', '\ud842', '苹果', 'a', '?'),
    );
    fc.assert(
      fc.property(texts, (pieces) => {
        const { folded, words } = tagged(pieces.join(' '));
        expect(correct(folded, words)).toHaveLength(folded.length);
      }),
    );
  });
});

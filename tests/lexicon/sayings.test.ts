import { describe, expect, it } from 'vitest';

import data from '../../data/lexicon/sayings.json' with { type: 'json' };
import { findSayings } from '../../src/lexicon/sayings.ts';
import { fold } from '../../src/text/script.ts';

describe('what people say', () => {
  it.each([
    ['图书馆几点开门', '几点开门', '开放时间'],
    ['最晚几号交材料', '最晚', '截止'],
    ['要带什么', '带什么', '携带'],
    ['补贴多少钱', '多少钱', '元'],
  ])('in %s leads to what a notice writes', (question, said, written) => {
    const found = findSayings(question).find(({ start, end }) => question.slice(start, end) === said);
    expect(found?.written).toContain(written);
  });

  it('is none of its own where a question has no such words', () => {
    expect(findSayings('海宁经编')).toEqual([]);
  });
});

describe('the groups of sayings', () => {
  const words = data.groups.flatMap(({ said, written }) => [...said, ...written]);

  it('are folded, as all text is that they are compared with', () => {
    expect(words.filter((word) => fold(word) !== word)).toEqual([]);
  });

  it('have the longer words first, of which only the first that is there counts', () => {
    for (const { said } of data.groups) {
      expect(said).toEqual([...said].sort((a, b) => b.length - a.length));
    }
  });
});

import { describe, expect, it } from 'vitest';

import { matchPassage } from '../../../src/answer/ranking/matching.ts';
import { preparePassage } from '../../../src/answer/ranking/passage.ts';
import { prepareQuery } from '../../../src/answer/ranking/query.ts';
import { createBackground } from '../../../src/lexicon/background.ts';
import { cut } from './cut.ts';

const background = createBackground('2 的\n6 产业 主要\n10 海宁 经编', '会长 主席\n');

function query(tagged: string) {
  const { folded, words } = cut(tagged);
  return prepareQuery(folded, words, background);
}

describe('a question made ready', () => {
  const asked = query('海宁/ns 的/u 主要/b 产业/n 是/v 什么/r');

  it('weighs names more than other words, and function words hardly', () => {
    expect(asked.terms.map(({ text }) => text)).toEqual(['海宁', '产业']);
    const weight = (i: number) => asked.weights[i] ?? 0;
    expect(weight(0)).toBeCloseTo((10 * 1.25) / 2);
    expect(weight(0)).toBeGreaterThan(weight(5));
    expect(weight(2)).toBeLessThan(weight(5) / 4);
  });

  it('gives no weight to what asks, and knows where it stands', () => {
    expect(asked.gap).toEqual({ start: 8, end: 10 });
    expect(asked.weights[8]).toBe(0);
    expect(asked.asked).toBe('产业');
  });

  it('knows its subject and its weightiest term', () => {
    expect(asked.terms[asked.subject]?.text).toBe('海宁');
    expect(asked.byWeight[0]).toBe(0);
  });

  it('can be empty', () => {
    const nothing = prepareQuery('', [], background);
    expect(nothing.terms).toEqual([]);
    expect(nothing.total).toBeGreaterThan(0);
  });
});

describe('a match', () => {
  const passage = preparePassage([
    cut('海宁/ns 以/p 经编/n 为/v 主要/b 产业/n 。/x'),
    cut('主席/n 来自/v 平湖/ns 。/x'),
  ]);

  it('gives a level to each word: whole, in part, or by a near-synonym', () => {
    const { levels } = matchPassage(query('海宁/ns 会长/n 产业链/n 是/v 谁/r'), passage);
    expect([...(levels[0] ?? [])].map((level) => Number(level.toFixed(2)))).toEqual([1, 0, 0.4]);
    expect([...(levels[1] ?? [])]).toEqual([0, 0.6, 0]);
  });

  it('marks the characters of the question that each sentence has', () => {
    const { covered } = matchPassage(query('海宁/ns 会长/n'), passage);
    expect(covered.map((cover) => [...cover])).toEqual([
      [1, 1, 0, 0],
      [0, 0, 0, 0],
    ]);
  });

  it('finds the longest runs that both have, across words', () => {
    const { runs } = matchPassage(query('他/r 为/v 主要/b 产业/n 做/v 了/u 什么/r'), passage);
    expect(runs.map(({ length, sentence, at }) => ({ length, sentence, at }))).toContainEqual({
      length: 5,
      sentence: 0,
      at: 5,
    });
  });

  it('puts weight only where something is matched', () => {
    const { mass } = matchPassage(query('海宁/ns 在/p 哪里/r'), passage);
    const heavy = [...mass].flatMap((value, at) => (value > 0 ? at : []));
    expect(heavy).toEqual([0, 1]);
  });
});

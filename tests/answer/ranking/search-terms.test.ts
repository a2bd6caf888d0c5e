import { describe, expect, it } from 'vitest';

import { rarestTerms, searchTerms } from '../../../src/answer/ranking/search-terms.ts';

/** Words that are cut by the bars. */
function cut(text: string) {
  let start = 0;
  return text.split('|').map((word) => {
    const end = start + word.length;
    const cutWord = { text: word, start, end, tag: 'x' };
    start = end;
    return cutWord;
  });
}

describe('the terms that are searched', () => {
  it('are the words and every pair of neighbouring characters, across words too', () => {
    expect(searchTerms(cut('海宁|经编'))).toEqual(['海宁', '#海宁', '经编', '#宁经', '#经编']);
  });

  it('are no punctuation, and no pairs across it or with letters', () => {
    expect(searchTerms(cut('海宁|,|gdp|增长'))).toEqual(['海宁', '#海宁', 'gdp', '增长', '#增长']);
  });

  it('are the rarest, as many as find a third of the passages together', () => {
    const frequency = { a: 1, b: 2, c: 5, d: 40, e: 200, f: 300, g: 900 } as Record<string, number>;
    const rarest = (size: number) =>
      rarestTerms(['g', 'f', 'e', 'd', 'c', 'b', 'a'], size, (t) => frequency[t] ?? 0);
    expect(rarest(1000)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(rarest(100)).toEqual(['a', 'b', 'c', 'd']);
    expect(rarest(100_000)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
  });

  it('are four at least, however common they are', () => {
    expect(rarestTerms(['a', 'b', 'c', 'd', 'e'], 100, () => 100)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('leave out what no passage has, and are each there once', () => {
    expect(rarestTerms(['a', 'x', 'a'], 100, (t) => (t === 'x' ? 0 : 1))).toEqual(['a']);
  });
});

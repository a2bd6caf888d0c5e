import { describe, expect, it } from 'vitest';

import { background, createBackground } from '../../src/lexicon/background.ts';

const small = createBackground(
  '2 的 是\n9.5 经编\n',
  ['快 迅速', '快 迅速 高速 急', '快 利 锋利', '慢 缓'].join('\n'),
);

describe('how rare a word is', () => {
  it.each([
    ['is what the table says', '经编', 9.5],
    ['is the same for all words of a line', '是', 2],
    ['is more than most for a word that is not in the table', '羊毛衫', 11.5],
    ['is less for one character that is not', '衫', 9],
    ['is less for a short Latin word', 'ok', 7],
    ['is middling for a longer one and for a year', 'gdp', 10],
    ['is middling for a number', '2021', 10],
    ['is that of a Chinese word where only a part is Latin', 'a股票', 11.5],
  ])('%s', (_, word, idf) => {
    expect(small.idf(word)).toBe(idf);
  });
});

describe('the near-synonyms of a word', () => {
  it('are those of all its groups: first what stands in several, then what stands in a small one', () => {
    expect(small.synonymsOf('快')).toEqual(['迅速', '利', '锋利', '急', '高速']);
  });

  it('are never the word itself, and the same when asked again', () => {
    expect(small.synonymsOf('慢')).toEqual(['缓']);
    expect(small.synonymsOf('慢')).toEqual(['缓']);
  });

  it('are none for a word that is not in the table', () => {
    expect(small.synonymsOf('经编')).toEqual([]);
    expect(small.synonymsOf('')).toEqual([]);
  });

  it('are ten at most', () => {
    const words = Array.from({ length: 30 }, (_, i) => `词${i}`);
    expect(createBackground('', words.join(' ')).synonymsOf('词0')).toHaveLength(10);
  });
});

describe('the background of the product', () => {
  it('takes common words for common, and rare ones for rare', () => {
    const words = background();
    expect(words.idf('的')).toBeLessThan(words.idf('公司'));
    expect(words.idf('公司')).toBeLessThan(words.idf('经编'));
  });

  it('is read once', () => {
    expect(background()).toBe(background());
  });

  it('gives every word a number', () => {
    for (const word of ['的', '一', '海宁', '2021', '']) expect(background().idf(word)).toBeGreaterThan(0);
  });

  it('knows words that mean the same', () => {
    expect(background().synonymsOf('严谨')).toContain('严密');
  });
});

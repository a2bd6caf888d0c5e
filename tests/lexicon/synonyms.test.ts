import { describe, expect, it } from 'vitest';

import data from '../../data/lexicon/synonyms.json' with { type: 'json' };
import { synonymsOf } from '../../src/lexicon/synonyms.ts';
import { fold } from '../../src/text/script.ts';

describe('a synonym', () => {
  it.each([
    ['产业', '行业'],
    ['公布', '发布'],
    ['电话', '联系方式'],
  ])('of %s is %s, and the other way round', (a, b) => {
    expect([...synonymsOf(a)]).toContain(b);
    expect([...synonymsOf(b)]).toContain(a);
  });

  it('of a word is never the word itself', () => {
    for (const word of data.groups.flat()) expect([...synonymsOf(word)]).not.toContain(word);
  });

  it('of a word in two groups may be of either', () => {
    const groups = data.groups.filter((group) => group.includes('单位'));
    expect(groups.length).toBeGreaterThan(1);
    for (const word of groups.flat().filter((other) => other !== '单位')) {
      expect([...synonymsOf('单位')]).toContain(word);
    }
  });

  it.each(['', '海宁', '產業'])('there is none of "%s"', (word) => {
    expect([...synonymsOf(word)]).toEqual([]);
  });
});

describe('the table of synonyms', () => {
  it('is folded, has two words or more in a group, and none twice in one', () => {
    for (const group of data.groups) {
      expect(group.length).toBeGreaterThan(1);
      expect(new Set(group).size).toBe(group.length);
      expect(group).toEqual(group.map(fold));
    }
  });
});

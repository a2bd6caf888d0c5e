import { describe, expect, it } from 'vitest';

import { createPairIndexBuilder, openPairIndex } from '../../src/answer/pair-index.ts';

/** The index of texts, each the passage of its place, with every two neighbouring characters a pair. */
function indexOf(...texts: readonly string[]) {
  const builder = createPairIndexBuilder();
  const different = texts.map((text) => {
    const characters = Array.from(text);
    for (const [i, second] of characters.entries()) if (i > 0) builder.add(characters[i - 1] ?? '', second);
    return builder.endPassage();
  });
  const index = openPairIndex(builder.build());
  const visit = (pair: string) => {
    const found: [number, number][] = [];
    index.visit(pair, (passage, count) => found.push([passage, count]));
    return found;
  };
  return { different, index, visit };
}

describe('an index of pairs', () => {
  it('knows where a pair stands, in the order of the passages, and how often', () => {
    const { visit, index } = indexOf('茶农茶农', '蚕农', '种茶农');
    expect(visit('茶农')).toEqual([
      [0, 2],
      [2, 1],
    ]);
    expect(index.frequency('茶农')).toBe(2);
    expect(visit('农茶')).toEqual([[0, 1]]);
  });

  it('tells how often a passage has a pair, whether it has it or not', () => {
    const { index } = indexOf('茶农茶农', '蚕农', '种茶农', '茶农');
    const count = index.countsOf('茶农');
    expect([0, 1, 2, 3, 4, -1].map(count)).toEqual([2, 0, 1, 1, 0, 0]);
    expect(index.countsOf('火星')(0)).toBe(0);
  });

  it('says how many different pairs each passage has', () => {
    expect(indexOf('茶农茶农', '', '茶', '茶茶茶').different).toEqual([2, 0, 0, 1]);
  });

  it.each(['火星', '茶火', '火茶', '农蚕', '茶', ''])('finds no passage with %j', (pair) => {
    const { visit, index } = indexOf('茶农', '蚕农');
    expect(visit(pair)).toEqual([]);
    expect(index.frequency(pair)).toBe(0);
  });

  it('takes a character of two code units for one', () => {
    const { visit } = indexOf('𠮷野家', '𠮷𠮷');
    expect(visit('𠮷野')).toEqual([[0, 1]]);
    expect(visit('𠮷𠮷')).toEqual([[1, 1]]);
  });

  it('holds more postings than it first has space for', () => {
    const text = Array.from({ length: 300 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join('');
    const { visit, index } = indexOf(...Array.from({ length: 300 }, () => text));
    expect(index.frequency(text.slice(0, 2))).toBe(300);
    expect(visit(text.slice(298, 300)).at(-1)).toEqual([299, 1]);
  });
});

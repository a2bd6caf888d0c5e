import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { createNameFinder, insideLongerWord, onWordBoundaries } from '../../src/lexicon/names.ts';
import { tagged } from './tagged.ts';

const finder = createNameFinder(
  new Map([
    ['海宁', 1],
    ['海宁市', 2],
    ['市区', 3],
    ['宁海', 4],
  ]),
);

function found(text: string): string[] {
  return finder.find(text).map(({ name }) => name);
}

describe('a finder of names', () => {
  it.each([
    ['nothing in an empty text', '', []],
    ['nothing where no name stands', '平湖箱包', []],
    ['a name that is the whole text', '海宁', ['海宁']],
    ['the longer of two names that begin alike', '海宁市的产业', ['海宁市']],
    ['the first of two names that overlap, and not the second', '海宁海', ['海宁']],
    ['the longer name, even where it takes a character from the next', '海宁市区', ['海宁市']],
    ['every place where a name stands', '海宁和海宁', ['海宁', '海宁']],
    ['names side by side', '市区宁海', ['市区', '宁海']],
  ])('finds %s', (_, text, names) => {
    expect(found(text)).toEqual(names);
  });

  it('gives each match its place and what it names', () => {
    expect(finder.find('从海宁市到宁海')).toEqual([
      { name: '海宁市', target: 2, start: 1, end: 4 },
      { name: '宁海', target: 4, start: 5, end: 7 },
    ]);
  });

  it('tries a shorter name where the longer one is refused', () => {
    const matches = finder.find('海宁市区', ({ name }) => name !== '海宁市');
    expect(matches.map(({ name, start }) => [name, start])).toEqual([
      ['海宁', 0],
      ['市区', 2],
    ]);
  });

  it('goes on behind a place where every name is refused', () => {
    expect(finder.find('海宁海', ({ target }) => target === 4)).toEqual([
      { name: '宁海', target: 4, start: 1, end: 3 },
    ]);
  });

  it('keeps the matches in order and apart, and each has its own words, in any text', () => {
    const texts = fc.string({ unit: fc.constantFrom('海', '宁', '市', '区', '的') });
    fc.assert(
      fc.property(texts, (text) => {
        let position = 0;
        for (const { name, target, start, end } of finder.find(text)) {
          expect(start).toBeGreaterThanOrEqual(position);
          expect(text.slice(start, end)).toBe(name);
          expect(finder.names.get(name)).toBe(target);
          position = end;
        }
      }),
    );
  });
});

describe('a range', () => {
  const { words } = tagged('港区/n 食品/n 香港/ns 区域/n');

  it.each<[string, number, number, boolean]>([
    ['is on word boundaries where it is one word', 0, 2, true],
    ['is on word boundaries where it is two words', 0, 4, true],
    ['is not where it begins inside a word', 1, 4, false],
    ['is not where it ends inside a word, as 港区 does in 香港区域', 5, 7, false],
  ])('%s', (_, start, end, expected) => {
    expect(onWordBoundaries(words, { start, end })).toBe(expected);
  });

  it.each<[string, number, number, boolean]>([
    ['lies in a longer word where it is a part of one', 4, 5, true],
    ['does not where it is the whole word', 4, 6, false],
    ['does not where it goes over the end of a word', 5, 7, false],
  ])('%s', (_, start, end, expected) => {
    expect(insideLongerWord(words, { start, end })).toBe(expected);
  });
});

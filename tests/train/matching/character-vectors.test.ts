import { describe, expect, it } from 'vitest';

import { DIMENSIONS } from '../../../src/answer/matching/network.ts';
import { dot } from '../../../src/answer/matching/vectors.ts';
import {
  parseCharacterVectors,
  readCharacterVectors,
} from '../../../src/train/matching/character-vectors.ts';

describe('the vectors of characters', () => {
  const vectors = readCharacterVectors();
  const likeness = (a: string, b: string) =>
    dot(vectors.get(a) ?? fail(a), 0, vectors.get(b) ?? fail(b), 0, DIMENSIONS);
  const fail = (character: string): never => {
    throw new Error(`${character} has none`);
  };

  it('are of length 1', () => {
    for (const vector of vectors.values()) expect(dot(vector, 0, vector, 0, DIMENSIONS)).toBeCloseTo(1, 9);
  });

  it.each([
    ['价', '费', '雨'],
    ['孩', '童', '税'],
    ['医', '药', '桥'],
    ['船', '舰', '考'],
  ])('%s is nearer to %s than to %s', (character, near, far) => {
    expect(likeness(character, near)).toBeGreaterThan(likeness(character, far) + 0.3);
  });
});

describe('a line of a character and its numbers', () => {
  const numbers = (count: number, value: number) => Array.from({ length: count }, () => value).join(' ');

  it('is brought to length 1', () => {
    const vector = parseCharacterVectors(`费 ${numbers(DIMENSIONS, 9)}\n`).get('费');
    expect(vector?.every((value) => Math.abs(value - DIMENSIONS ** -0.5) < 1e-12)).toBe(true);
  });

  it.each([
    ['too few numbers', numbers(DIMENSIONS - 1, 1)],
    ['too many', numbers(DIMENSIONS + 1, 1)],
    ['no direction', numbers(DIMENSIONS, 0)],
    ['what is no number', `x ${numbers(DIMENSIONS - 1, 1)}`],
  ])('is refused with %s', (_, values) => {
    expect(() => parseCharacterVectors(`费 ${values}`)).toThrow('"费"');
  });
});

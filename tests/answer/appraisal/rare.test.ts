import { describe, expect, it } from 'vitest';

import { greatestOfOthers, weighedByRarity } from '../../../src/answer/appraisal/rare.ts';

describe('the share of what few have', () => {
  it('is greater for what one has than for what all have', () => {
    const [common = 0, rare = 0] = weighedByRarity([
      [1, 0],
      [1, 1],
      [1, 0],
    ]);
    expect(common).toBeGreaterThan(0);
    expect(common).toBeLessThan(0.2);
    expect(rare).toBe(1);
  });

  it('is nothing where nothing is asked', () => {
    expect(weighedByRarity([[], []])).toEqual([0, 0]);
    expect(weighedByRarity([])).toEqual([]);
  });
});

describe('the greatest of the others', () => {
  it.each([
    ['is the second for the first', [1, 3, 2], [3, 2, 3]],
    ['is the same where two are the greatest', [3, 3, 1], [3, 3, 3]],
    ['is 0 for one alone', [3], [0]],
    ['is at least 0', [-1, -2], [0, 0]],
  ])('%s', (_, values, others) => {
    expect(greatestOfOthers(values)).toEqual(others);
  });
});

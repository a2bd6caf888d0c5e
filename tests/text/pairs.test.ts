import { describe, expect, it } from 'vitest';

import { pairedIn, pairsOf } from '../../src/text/pairs.ts';

describe('pairs of neighbouring characters', () => {
  it.each([
    ['申报地点', ['申报', '报地', '地点']],
    ['申', []],
    ['', []],
  ])('of %j', (text, pairs) => {
    expect(pairsOf(text)).toEqual(pairs);
  });
});

describe('the share of a text that stands in another in pairs', () => {
  it.each([
    ['咨询电话是多少', '咨询电话', 1],
    ['去哪里申报', '申报地点', 0.5],
    ['报名点', '申报地点', 0],
    ['申报', '', 0],
  ])('in %j: of %j', (other, text, share) => {
    expect(pairedIn(other, text)).toBe(share);
  });
});

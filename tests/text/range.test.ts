import { describe, expect, it } from 'vitest';

import { contains, slice, trimRange } from '../../src/text/range.ts';

describe('a range', () => {
  it('loses the white space at its two ends, full-width spaces included', () => {
    const text = 'a \u3000海 寧\t b';
    const trimmed = trimRange(text, { start: 1, end: 8 });
    expect(slice(text, trimmed)).toBe('海 寧');
  });

  it('is empty and in its place when it holds white space only', () => {
    const { start, end } = trimRange('a   b', { start: 1, end: 4 });
    expect(end).toBe(start);
    expect(contains({ start: 1, end: 4 }, { start, end })).toBe(true);
  });

  it.each([
    [{ start: 2, end: 5 }, true],
    [{ start: 3, end: 4 }, true],
    [{ start: 1, end: 3 }, false],
    [{ start: 4, end: 6 }, false],
  ])('from 2 to 5 holds %j: %s', (inner, held) => {
    expect(contains({ start: 2, end: 5 }, inner)).toBe(held);
  });
});

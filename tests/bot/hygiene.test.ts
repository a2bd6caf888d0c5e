import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { cutAt, echo, wellFormed } from '../../src/bot/hygiene.ts';

/** Any sequence of UTF-16 units, halves of pairs among them. */
const wild = fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units));

describe('wellFormed', () => {
  it.each([
    ['half of a pair', 'a\ud83d b', 'a\ufffd b'],
    ['the other half', 'a\ude00b', 'a\ufffdb'],
    ['a whole pair', 'a😀b', 'a😀b'],
    ['a null', 'a\0b', 'a b'],
    ['an escape', 'a\u001b[31mb', 'a [31mb'],
    ['a turn to the left', '海\u202e寧', '海 寧'],
    ['an isolate', '海\u2067寧', '海 寧'],
    ['line feeds and tabs, which stay', 'a\n\tb', 'a\n\tb'],
  ])('mends %s', (_, text, mended) => {
    expect(wellFormed(text)).toBe(mended);
  });

  it('keeps the length of every text and leaves no half of a pair in it', () => {
    fc.assert(
      fc.property(wild, (text) => {
        expect(wellFormed(text)).toHaveLength(text.length);
        expect(wellFormed(text)).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });
});

describe('echo', () => {
  it('puts words on one line without what cannot be seen', () => {
    expect(echo('  海\u200b寧\n\n的\u200fGDP\u0007 ', 40)).toBe('海寧 的 GDP');
  });

  it('cuts long words, but never through a pair', () => {
    expect(echo('海寧海寧海寧', 4)).toBe('海寧海…');
    expect(echo('😀😀😀', 4)).toBe('😀…');
  });

  it('never gets longer than its limit', () => {
    fc.assert(
      fc.property(wild, fc.integer({ min: 2, max: 50 }), (text, limit) => {
        const line = echo(text, limit);
        expect(line.length).toBeLessThanOrEqual(limit);
        expect(line).not.toMatch(/\p{Surrogate}|\n/u);
      }),
    );
  });
});

describe('cutAt', () => {
  it('moves out of the middle of a pair', () => {
    expect([0, 1, 2, 3, 4].map((position) => cutAt('a😀b', position))).toEqual([0, 1, 1, 3, 4]);
  });
});

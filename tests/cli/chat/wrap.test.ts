import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';

import { wrap } from '../../../src/cli/chat/wrap.ts';
import { slice } from '../../../src/text/range.ts';

function linesOf(text: string, columns: number): string[] {
  return wrap(text, columns).map((line) => slice(text, line));
}

describe('wrap', () => {
  it('counts two columns for a Han character', () => {
    expect(linesOf('海寧經編平湖箱包', 8)).toEqual(['海寧經編', '平湖箱包']);
    expect(linesOf('海寧經編平湖箱包', 9)).toEqual(['海寧經編', '平湖箱包']);
  });

  it('begins no line with a closing mark and ends none with an opening one', () => {
    expect(linesOf('海寧經編，平湖箱包', 8)).toEqual(['海寧經', '編，平湖', '箱包']);
    expect(linesOf('海寧經“平湖”', 8)).toEqual(['海寧經', '“平湖”']);
  });

  it('keeps words and dates whole', () => {
    expect(linesOf('date 2021-03-16 given', 12)).toEqual(['date ', '2021-03-16 ', 'given']);
  });

  it('gives a word that is wider than a line one of its own', () => {
    expect(linesOf('一abcdefgh二', 4)).toEqual(['一', 'abcdefgh', '二']);
  });

  it('leaves a text whole where lines are endless', () => {
    expect(linesOf('海寧經編，平湖箱包', Infinity)).toEqual(['海寧經編，平湖箱包']);
    expect(linesOf('', 10)).toEqual(['']);
  });

  it('loses nothing, and fills no line of Han characters beyond its columns', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('海', '寧', '經', '編', 'a', '7', ' ', '\u{20000}') }),
        fc.integer({ min: 12, max: 40 }),
        (text, columns) => {
          const lines = linesOf(text, columns);
          expect(lines.join('')).toBe(text);
          for (const line of lines) {
            if (!/[a7]{3}/.test(line)) expect(stringWidth(line.trimEnd())).toBeLessThanOrEqual(columns);
          }
        },
      ),
    );
  });
});

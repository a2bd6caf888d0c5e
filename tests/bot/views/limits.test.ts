import { FormattedString } from '@grammyjs/parse-mode';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { excerpt, fit, pack, shorten } from '../../../src/bot/views/limits.ts';
import { acceptText } from '../../support/telegram-rules.ts';

const bold = (offset: number, length: number) => ({ type: 'bold' as const, offset, length });
const SMILE = '😀';

describe('shorten', () => {
  it('leaves what is short enough alone', () => {
    const text = new FormattedString('abc', [bold(0, 1)]);
    expect(shorten(text, 3)).toBe(text);
  });

  it('cuts text and entities, and says that it did', () => {
    const short = shorten(new FormattedString('abcdef', [bold(1, 4)]), 4);
    expect(short.text).toBe('abc…');
    expect(short.entities).toEqual([bold(1, 2)]);
  });

  it('does not cut through a surrogate pair', () => {
    expect(shorten(new FormattedString(SMILE.repeat(3)), 4).text).toBe(`${SMILE}…`);
  });
});

describe('excerpt', () => {
  it('keeps what is in focus, and says what is missing on either side', () => {
    const text = new FormattedString(`${'a'.repeat(50)}KEY${'b'.repeat(50)}`, [bold(50, 3)]);
    const part = excerpt(text, { start: 50, end: 53 }, 23);
    expect(part.text).toMatch(/^…a+KEYb+…$/);
    expect(part.text.length).toBeLessThanOrEqual(23);
    expect(part.text.slice(part.entities[0]?.offset, (part.entities[0]?.offset ?? 0) + 3)).toBe('KEY');
  });

  it('begins at the beginning and ends at the end where the focus is there', () => {
    const text = new FormattedString('abcdefghij');
    expect(excerpt(text, { start: 0, end: 1 }, 6).text).toBe('abcd…');
    expect(excerpt(text, { start: 9, end: 10 }, 6).text).toBe('…ghij');
  });

  it('never gets longer than its limit nor cuts through a pair', () => {
    const focuses = fc
      .tuple(fc.nat(200), fc.nat(200))
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
    const limits = fc.integer({ min: 5, max: 100 });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), focuses, limits, (content, focus, limit) => {
        const part = excerpt(new FormattedString(content), focus, limit);
        expect(part.text.length).toBeLessThanOrEqual(Math.max(limit, 0));
        expect(part.text).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });
});

describe('fit', () => {
  it('makes Telegram take any text', () => {
    const long = new FormattedString(SMILE.repeat(3000), [bold(0, 6000), bold(4000, 200)]);
    expect(() => acceptText({ text: fit(long).text, entities: fit(long).entities })).not.toThrow();
  });

  it('drops marks before quotations where there are too many', () => {
    const marks = Array.from({ length: 150 }, (_, i) => bold(i * 2, 1));
    const quote = { type: 'blockquote' as const, offset: 0, length: 300 };
    const { entities } = fit(new FormattedString('x'.repeat(300), [...marks, quote]));
    expect(entities).toHaveLength(100);
    expect(entities).toContainEqual(quote);
  });

  it('drops entities of no length, which Telegram refuses', () => {
    expect(fit(new FormattedString('abc', [bold(1, 0)])).entities).toEqual([]);
  });
});

describe('pack', () => {
  const sayRest = (count: number) => `${count} more`;
  const block = (letter: string, length: number) =>
    new FormattedString(letter.repeat(length), [{ type: 'blockquote', offset: 0, length }]);

  it('puts short blocks into one message', () => {
    const [only, ...others] = pack([block('a', 10), block('b', 10)], 2, sayRest);
    expect(only?.text).toBe(`${'a'.repeat(10)}\n\n${'b'.repeat(10)}`);
    expect(only?.entities.map(({ offset }) => offset)).toEqual([0, 12]);
    expect(others).toEqual([]);
  });

  it('begins another message rather than breaking a block', () => {
    const messages = pack([block('a', 3000), block('b', 3000)], 2, sayRest);
    expect(messages.map(({ text }) => text[0])).toEqual(['a', 'b']);
  });

  it('begins another message where there would be too many entities', () => {
    const marked = new FormattedString(
      'x'.repeat(120),
      Array.from({ length: 60 }, (_, i) => bold(2 * i, 1)),
    );
    expect(pack([marked, marked], 2, sayRest)).toHaveLength(2);
  });

  it('says how many blocks it left out, and does not make them', () => {
    let made = 0;
    const blocks = function* () {
      for (; made < 1000; made++) yield block('a', 3000);
    };
    const messages = pack(blocks(), 1000, sayRest);
    expect(messages).toHaveLength(4);
    expect(messages.at(-1)?.text).toMatch(/\n\n996 more$/);
    expect(made).toBe(4);
  });

  it('cuts a block that no message holds', () => {
    const messages = pack([block('a', 9000), block('b', 10)], 2, sayRest);
    for (const { text } of messages) expect(text.length).toBeLessThanOrEqual(4096);
    expect(messages.map(({ text }) => text).join('')).toContain('bbb');
  });

  it('makes nothing of nothing', () => {
    expect(pack([], 0, sayRest)).toEqual([]);
  });
});

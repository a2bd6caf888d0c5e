import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { decodePress, encodePress, type Press } from '../../src/bot/press.ts';
import { SCRIPT_CHOICES, type Voice } from '../../src/bot/voice.ts';

const VOICE: Voice = { locale: 'zh-Hant', quoteScript: null };

const voices = fc.constantFrom<Voice>(
  { locale: 'zh-Hant', quoteScript: 'traditional' },
  { locale: 'zh-Hans', quoteScript: 'simplified' },
  { locale: 'zh-Hant', quoteScript: null },
  { locale: 'zh-Hans', quoteScript: null },
  { locale: 'en', quoteScript: null },
);
/** Any sequence of UTF-16 units, halves of pairs among them. */
const wild = fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units));
const ids = fc.stringMatching(/^[\w-]{8}$/);
const ranges = fc.tuple(fc.nat(2000), fc.nat(99)).map(([start, length]) => ({ start, end: start + length }));
const presses: fc.Arbitrary<Press> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('context' as const, 'sentence' as const),
    voice: voices,
    quotes: fc.array(fc.record({ id: ids, highlights: fc.array(ranges, { maxLength: 2 }) }), {
      minLength: 1,
      maxLength: 2,
    }),
  }),
  fc.record({
    kind: fc.constant('alternatives' as const),
    voice: voices,
    ids: fc.array(ids, { minLength: 1, maxLength: 6 }),
  }),
  fc.array(ids, { minLength: 1, maxLength: 6 }).chain((list) =>
    fc.record({
      kind: fc.constant('turn' as const),
      voice: voices,
      index: fc.nat(list.length - 1),
      ids: fc.constant(list),
    }),
  ),
  fc.record({
    kind: fc.constant('ask' as const),
    voice: voices,
    question: fc.string({ minLength: 1, maxLength: 15 }),
  }),
  fc.record({
    kind: fc.constantFrom('county' as const, 'initiative' as const),
    voice: voices,
    owner: fc.oneof(fc.nat(), fc.constant(-1_001_234_567_890), fc.constant(2 ** 52 - 1)),
    id: fc.string({ minLength: 1, maxLength: 12 }),
  }),
  fc.record({ kind: fc.constant('script' as const), choice: fc.constantFrom(...SCRIPT_CHOICES) }),
);

describe('the data of a button', () => {
  it('says what the button does, whatever it does', () => {
    fc.assert(
      fc.property(presses, (press) => {
        const data = encodePress(press);
        if (data === undefined) return;
        expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
        expect(decodePress(data)).toEqual(press);
      }),
    );
  });

  it('is not made where it would be longer than Telegram takes', () => {
    expect(encodePress({ kind: 'ask', voice: VOICE, question: '海'.repeat(20) })).toHaveLength(22);
    expect(encodePress({ kind: 'ask', voice: VOICE, question: '海'.repeat(21) })).toBeUndefined();
  });

  it('leaves out the marks that do not fit, and keeps the sentence', () => {
    const highlights = Array.from({ length: 30 }, (_, i) => ({ start: i * 50, end: i * 50 + 3 }));
    const data = encodePress({ kind: 'context', voice: VOICE, quotes: [{ id: 'abcdefgh', highlights }] });
    const press = decodePress(data ?? '');
    expect(press).toMatchObject({ kind: 'context', quotes: [{ id: 'abcdefgh' }] });
    const [quote] = press?.kind === 'context' ? press.quotes : [];
    expect(quote?.highlights).toEqual(highlights.slice(0, quote?.highlights.length));
    expect(quote?.highlights.length).toBeGreaterThan(5);
  });

  it.each([
    ['nothing', ''],
    ['one letter', 'c'],
    ['an unknown kind', 'xtabcdefgh'],
    ['an unknown voice', 'cZabcdefgh'],
    ['an id that is too short', 'ctabc'],
    ['an id with strange characters', 'ctabc/efgh'],
    ['a mark without an end', 'ctabcdefgh~5'],
    ['more sentences than there ever are', `nt${'abcdefgh'.repeat(7)}`],
    ['a page beyond the last', 'pt1abcdefgh'],
    ['a page that is no number', 'ptxabcdefgh'],
    ['a county without an owner', 'kt330481'],
    ['a county without an id', 'ktrt:'],
    ['a script that there is not', 's9'],
    ['a script that is no number', 'sx'],
    ['somebody else’s data', '{"action":"buy"}'],
    ['a prototype', '__proto__'],
  ])('means nothing where it is forged: %s', (_, data) => {
    expect(decodePress(data)).toBeUndefined();
  });

  it('never makes the reader throw', () => {
    fc.assert(
      fc.property(wild, fc.constantFrom('', 'ct', 'kt', 'p', 'nT'), (text, head) => {
        decodePress(head + text);
      }),
    );
  });
});

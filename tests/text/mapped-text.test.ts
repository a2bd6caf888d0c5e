import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { applyEdits, identity, originOf, type Edit } from '../../src/text/mapped-text.ts';
import { slice } from '../../src/text/range.ts';

/** A text and edits to it, in order and without overlap. */
const edited = fc
  .array(
    fc.record({
      kept: fc.string({ unit: 'binary', maxLength: 5 }),
      removed: fc.string({ unit: 'binary', minLength: 1, maxLength: 5 }),
      replacement: fc.string({ unit: 'binary', maxLength: 5 }),
    }),
    { maxLength: 8 },
  )
  .map((pieces) => {
    const edits: Edit[] = [];
    let text = '';
    for (const { kept, removed, replacement } of pieces) {
      const start = text.length + kept.length;
      edits.push({ start, end: start + removed.length, replacement });
      text += kept + removed;
    }
    const expected = pieces.map(({ kept, replacement }) => kept + replacement).join('');
    return { text, edits, expected };
  });

describe('a mapped text', () => {
  it('maps every code unit to itself before any edit', () => {
    const mapped = identity('海𠮷寧');
    expect(mapped.text).toBe('海𠮷寧');
    expect(originOf(mapped, { start: 1, end: 3 })).toEqual({ start: 1, end: 3 });
  });

  it('replaces what its edits name and nothing else', () => {
    fc.assert(
      fc.property(edited, ({ text, edits, expected }) => {
        expect(applyEdits(identity(text), edits).text).toBe(expected);
      }),
    );
  });

  it('maps what was kept to the same characters, and a replacement to all that it replaced', () => {
    const mapped = applyEdits(identity('質(zhì)量'), [{ start: 0, end: 6, replacement: '質' }]);
    expect(mapped.text).toBe('質量');
    expect(originOf(mapped, { start: 0, end: 1 })).toEqual({ start: 0, end: 6 });
    expect(originOf(mapped, { start: 1, end: 2 })).toEqual({ start: 6, end: 7 });
    expect(originOf(mapped, { start: 0, end: 2 })).toEqual({ start: 0, end: 7 });
  });

  it('keeps its map in order, as long as its text, and inside the original', () => {
    fc.assert(
      fc.property(edited, ({ text, edits }) => {
        const mapped = applyEdits(identity(text), edits);
        expect([mapped.starts.length, mapped.ends.length]).toEqual([mapped.text.length, mapped.text.length]);
        for (let i = 0; i < mapped.text.length; i++) {
          const [start, end] = [mapped.starts[i] ?? -1, mapped.ends[i] ?? -1];
          expect(start).toBeLessThan(end);
          expect(start).toBeGreaterThanOrEqual(mapped.starts[i - 1] ?? 0);
          expect(end).toBeGreaterThanOrEqual(mapped.ends[i - 1] ?? 0);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });

  it('maps through several rounds of edits to the first original', () => {
    const once = applyEdits(identity('(a)b(c)'), [{ start: 0, end: 3, replacement: 'A' }]);
    const twice = applyEdits(once, [{ start: 0, end: 2, replacement: 'xyz' }]);
    expect(twice.text).toBe('xyz(c)');
    expect(originOf(twice, { start: 1, end: 2 })).toEqual({ start: 0, end: 4 });
    expect(slice('(a)b(c)', originOf(twice, { start: 3, end: 6 }))).toBe('(c)');
  });

  it('maps an empty range to one place, also behind the end and in an empty text', () => {
    const mapped = applyEdits(identity('abcdef'), [{ start: 0, end: 3, replacement: '' }]);
    expect(originOf(mapped, { start: 0, end: 0 })).toEqual({ start: 3, end: 3 });
    expect(originOf(mapped, { start: 3, end: 3 })).toEqual({ start: 6, end: 6 });
    expect(originOf(identity(''), { start: 0, end: 0 })).toEqual({ start: 0, end: 0 });
  });

  it.each<[string, Edit[]]>([
    [
      'overlap',
      [
        { start: 0, end: 2, replacement: '' },
        { start: 1, end: 3, replacement: '' },
      ],
    ],
    [
      'are out of order',
      [
        { start: 2, end: 3, replacement: '' },
        { start: 0, end: 1, replacement: '' },
      ],
    ],
    ['leave the text', [{ start: 2, end: 4, replacement: '' }]],
    ['replace nothing', [{ start: 1, end: 1, replacement: 'x' }]],
  ])('refuses edits that %s', (_, edits) => {
    expect(() => applyEdits(identity('abc'), edits)).toThrow(RangeError);
  });
});

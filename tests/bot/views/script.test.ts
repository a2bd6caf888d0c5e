import { FormattedString } from '@grammyjs/parse-mode';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { inScript } from '../../../src/bot/views/script.ts';
import { convert } from '../../../src/text/script.ts';

function bold(text: string, ...words: readonly string[]): FormattedString {
  const entities = words.map((word) => ({
    type: 'bold' as const,
    offset: text.indexOf(word),
    length: word.length,
  }));
  return new FormattedString(text, entities);
}

const boldWords = ({ text, entities }: FormattedString) =>
  entities.map(({ offset, length }) => text.slice(offset, offset + length));

describe('a text in another script', () => {
  it('has its entities on the same words', () => {
    const simplified = inScript(bold('海寧經編、桐鄉羊毛衫', '經編', '羊毛衫'), 'simplified');
    expect(simplified.text).toBe('海宁经编、桐乡羊毛衫');
    expect(boldWords(simplified)).toEqual(['经编', '羊毛衫']);
  });

  it('is as it is where it is to be as published', () => {
    const text = bold('海寧', '寧');
    expect(inScript(text, null)).toBe(text);
  });

  it('has its entities on the same words where converting changes the length', () => {
    // 鵟 becomes a character outside of the basic plane, which takes two units.
    const text = bold('灰面鵟鷹，海寧經編', '鵟鷹', '經編');
    const simplified = inScript(text, 'simplified');
    expect(simplified.text).toHaveLength(text.text.length + 1);
    expect(boldWords(simplified)).toEqual(['𫛭鹰', '经编']);
  });

  it('keeps every entity on a text that converts to the converted words', () => {
    const words = fc.constantFrom(
      '海寧',
      '經編',
      '頭髮',
      '發展',
      '乾坤',
      '後來',
      '裡面',
      '鵟鷹',
      '😀',
      '，',
      'abc',
    );
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 8 }), fc.nat(7), (list, pick) => {
        const index = pick % list.length;
        const offset = list.slice(0, index).join('').length;
        const word = list[index] ?? '';
        const text = new FormattedString(list.join(''), [{ type: 'bold', offset, length: word.length }]);
        for (const script of ['simplified', 'traditional'] as const) {
          const [marked = ''] = boldWords(inScript(text, script));
          expect(convert(marked, 'simplified')).toBe(convert(word, 'simplified'));
        }
      }),
    );
  });
});

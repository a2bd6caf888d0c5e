import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  createIntlSegmenter,
  createJiebaSegmenter,
  createSegmenter,
  type Segmenter,
} from '../../src/text/segmenter.ts';

function jieba(): Segmenter | undefined {
  try {
    return createJiebaSegmenter();
  } catch {
    // An optional dependency: a machine without a compiler does without.
    return undefined;
  }
}

const segmenters = [jieba(), createIntlSegmenter()].filter((segmenter) => segmenter !== undefined);

describe.each(segmenters)('the $name segmenter', (segmenter) => {
  it('cuts Chinese text into words with their places', () => {
    const words = segmenter.cut('海宁的产业');
    expect(words.map(({ text }) => text)).toContain('产业');
    expect(words.find(({ text }) => text === '产业')).toMatchObject({ start: 3, end: 5 });
  });

  it('holds every character of any text, in order', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({
        unit: fc.constantFrom('海', '宁', '产业', ' ', '\n', '𠮷', '\ud842', '\udfb7', '\0', 'a', '5', '？'),
      }),
    );
    fc.assert(
      fc.property(anything, (text) => {
        const words = segmenter.cut(text);
        expect(words.map((word) => word.text).join('')).toBe(text);
        let position = 0;
        for (const word of words) {
          expect(word.start).toBe(position);
          expect(word.end - word.start).toBe(word.text.length);
          position = word.end;
        }
      }),
    );
  });

  it('cuts an empty text into nothing', () => {
    expect(segmenter.cut('')).toEqual([]);
  });
});

describe('the segmenter of the bot', () => {
  it('is jieba without a warning, or the other with one that names the remedy', () => {
    const warnings: string[] = [];
    const { name } = createSegmenter((message) => warnings.push(message));
    if (name === 'jieba') expect(warnings).toEqual([]);
    else expect(warnings).toEqual([expect.stringContaining('npm rebuild nodejieba')]);
  });
});

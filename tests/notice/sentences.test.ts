import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { splitSentences } from '../../src/notice/sentences.ts';
import { slice } from '../../src/text/range.ts';
import { anyText } from './damage.ts';

function split(paragraph: string): string[] {
  return splitSentences(paragraph, { start: 0, end: paragraph.length }).map((range) =>
    slice(paragraph, range),
  );
}

describe('a paragraph', () => {
  it.each<[string, string, string[]]>([
    ['at its full stops', '甲。乙！丙？丁', ['甲。', '乙！', '丙？', '丁']],
    ['behind an ellipsis', '甲……乙。', ['甲……', '乙。']],
    ['behind marks that pile up', '甲？！乙。', ['甲？！', '乙。']],
    ['behind a quote that closes with the stop', '“甲。”乙。', ['“甲。”乙。']],
    ['behind a quote that was left open', '甲。”乙。', ['甲。”', '乙。']],
    ['behind Latin marks', 'What? Yes! 甲。', ['What?', 'Yes!', '甲。']],
    ['and trims what it finds', '　甲。  乙。　', ['甲。', '乙。']],
  ])('is split %s', (_, paragraph, sentences) => {
    expect(split(paragraph)).toEqual(sentences);
  });

  it.each([
    ['quotes', '他說“好。行。”就走。'],
    ['corner quotes', '名為「甲。乙」的行動。'],
    ['nested quotes', '他說“叫‘甲。’好。”就走。'],
    ['brackets', '行動（甲。乙。）啟動。'],
    ['brackets in brackets', '行動（甲（乙。）丙。）啟動。'],
    ['a title', '發布《甲！乙？》一文。'],
    ['a decimal number', '增長5.5%。'],
  ])('is not split inside %s', (_, paragraph) => {
    expect(split(paragraph)).toEqual([paragraph]);
  });

  it('does not take a mark that never closes for an open one', () => {
    expect(split('“甲。乙。')).toEqual(['“甲。', '乙。']);
  });

  it('is split inside a quotation that is longer than a sentence gets', () => {
    const long = `“${'甲乙丙丁戊己庚。'.repeat(20)}”`;
    expect(split(long)).toHaveLength(20);
    const short = `“${'甲乙丙丁戊己庚。'.repeat(10)}”`;
    expect(split(short)).toEqual([short]);
  });

  it('is split where it stands, and nothing around it', () => {
    const text = '標題。\n甲。乙。\n尾。';
    const paragraph = { start: 4, end: 8 };
    expect(splitSentences(text, paragraph)).toEqual([
      { start: 4, end: 6 },
      { start: 6, end: 8 },
    ]);
  });

  it('has every character but white space in exactly one sentence, in order', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (text, a, b) => {
        const [start = 0, end = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
        const ranges = splitSentences(text, { start, end });
        let position = start;
        for (const range of ranges) {
          expect(range.start).toBeGreaterThanOrEqual(position);
          expect(range.end).toBeGreaterThan(range.start);
          expect(text.slice(position, range.start).trim()).toBe('');
          expect(slice(text, range)).toBe(slice(text, range).trim());
          position = range.end;
        }
        expect(text.slice(position, end).trim()).toBe('');
        expect(position).toBeLessThanOrEqual(end);
      }),
    );
  });

  it.each(['（', '“', '《', '（）', '“。'])('of 200,000 %s is split within the time of a test', (mark) => {
    const paragraph = mark.repeat(200_000);
    expect(split(paragraph).join('')).toBe(paragraph);
  });
});

import { trimRange, type Range } from '../text/range.ts';

const CLOSERS: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '「': '」',
  '『': '』',
  '《': '》',
  '〈': '〉',
  '（': '）',
  '(': ')',
  '【': '】',
};
const OPENERS = new Set(Object.keys(CLOSERS));
const CLOSING = new Set([...Object.values(CLOSERS), '"', "'"]);
const ENDS = new Set(['。', '！', '？', '!', '?', '…']);

/** A quotation of several sentences that is longer than this is not one sentence any more. */
const LONGEST_QUOTATION = 120;

/**
 * Splits a paragraph into sentences. They end with 。！？ or …, and the quotes and brackets that close behind
 * it; inside quotes, brackets and 《》 nothing is split. A mark that never closes does not count as open.
 *
 * @param text the notice's text
 * @param paragraph the range of one paragraph in it, without line breaks
 * @returns ranges of `text` in order, trimmed, that hold every character but white space
 */
export function splitSentences(text: string, paragraph: Range): Range[] {
  const ranges: Range[] = [];
  let start = paragraph.start;
  let position = start;
  while (position < paragraph.end) {
    const character = text[position] ?? '';
    if (OPENERS.has(character)) {
      // A quotation that is short enough stays whole; otherwise its marks are passed over one by one.
      const longest = position + LONGEST_QUOTATION + 1;
      position = (closing(text, position, Math.min(longest, paragraph.end)) ?? position) + 1;
      continue;
    }
    position++;
    if (!ENDS.has(character)) continue;
    while (position < paragraph.end && isTail(text[position] ?? '')) position++;
    ranges.push({ start, end: position });
    start = position;
  }
  if (start < paragraph.end) ranges.push({ start, end: paragraph.end });
  return ranges.map((range) => trimRange(text, range)).filter(({ start, end }) => start < end);
}

function isTail(character: string): boolean {
  return ENDS.has(character) || CLOSING.has(character);
}

/** Where the bracket that opens at `open` closes, counting those of its own kind inside it. */
function closing(text: string, open: number, end: number): number | undefined {
  const opener = text[open] ?? '';
  const closer = CLOSERS[opener];
  let depth = 0;
  for (let i = open; i < end; i++) {
    if (text[i] === opener) depth++;
    else if (text[i] === closer && --depth === 0) return i;
  }
  return undefined;
}

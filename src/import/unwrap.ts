import { startsItem, tidyLine } from './lines.ts';

/** In half-width characters: no text is wrapped at fewer or more. */
const NARROWEST = 28;
const WIDEST = 100;
/** A line of this share of the widest is full, as a text may be wrapped by the number of characters or by hand. */
const FULL = 0.75;
/** So many lines are full in a wrapped text, such a share of them ends amid a sentence, and what is joined ends it. */
const FEWEST_FULL = 3;
const SHARE_AMID = 0.6;
const SHARE_ENDED = 0.7;

const ENDS = /[。！？；：.!?;:]$/u;
/**
 * The lines of a text that an editor or a mail wrapped at one width, put together again. Other texts stay as they are:
 * most of their lines end a sentence, or no sentence ends in the lines below.
 */
export function unwrap(lines: readonly string[]): string[] {
  const widths = lines.map((line) => (isRow(line) ? 0 : widthOf(line)));
  const widest = Math.max(0, ...widths);
  const isFull = (i: number) => (widths[i] ?? 0) >= FULL * widest;
  const full = lines.filter((_, i) => isFull(i));
  const amid = full.filter((line) => !ENDS.test(line));
  if (widest < NARROWEST || widest > WIDEST) return [...lines];
  if (full.length < FEWEST_FULL || amid.length < SHARE_AMID * full.length) return [...lines];
  const paragraphs: string[][] = [];
  lines.forEach((line, i) => {
    const above = lines[i - 1] ?? '';
    // The first line is the title.
    const goesOn = i > 1 && isFull(i - 1) && !ENDS.test(above) && !isRow(line) && !startsItem(line);
    if (goesOn) paragraphs.at(-1)?.push(line);
    else paragraphs.push([line]);
  });
  const joined = paragraphs.filter(({ length }) => length > 1);
  const ended = joined.filter((paragraph) => ENDS.test(paragraph.at(-1) ?? ''));
  if (ended.length < SHARE_ENDED * joined.length) return [...lines];
  return paragraphs.map((paragraph) =>
    paragraph.length === 1 ? paragraph.join('') : tidyLine(paragraph.join('\n')),
  );
}

function isRow(line: string): boolean {
  return line.includes('|');
}

/** In half-width characters. */
function widthOf(line: string): number {
  return Array.from(line).reduce((sum, character) => sum + (character > '\u00ff' ? 2 : 1), 0);
}

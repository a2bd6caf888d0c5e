import { repair } from '../notice/repair.ts';

/** What a page, PDF or DOCX file has between characters and nobody sees. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/gu;
/** Characters that control machines, a tab and the ends of lines apart. */
// eslint-disable-next-line no-control-regex -- no control character belongs into a notice
const CONTROL = /[\0-\x08\x0e-\x1f\x7f]/gu;

/** Between these no space is written, unless it sets words apart. */
const CHINESE = String.raw`[\p{Script=Han}\u3000-\u303f\uff00-\uff65“”‘’…—]`;
const SPACE_BETWEEN_CHINESE = new RegExp(`(?<=${CHINESE})\\s+(?=${CHINESE})`, 'gu');
const BREAK_BETWEEN_CHINESE = new RegExp(`(?<=${CHINESE})[ \\t]*[\\r\\n]\\s*(?=${CHINESE})`, 'gu');

/**
 * One line as it is written to a notice file: without what nobody sees, spaces at its ends and line breaks. Between
 * Chinese characters a line break is nothing and any other space one full-width space; elsewhere both are one space.
 */
export function tidyLine(text: string): string {
  return visible(text)
    .replace(BREAK_BETWEEN_CHINESE, '')
    .replace(SPACE_BETWEEN_CHINESE, '\u3000')
    .replace(/(?!\u3000)\s+/gu, ' ')
    .trim();
}

/** `text` without the characters that nobody sees. */
export function visible(text: string): string {
  return text.replace(INVISIBLE, '').replace(CONTROL, '');
}

/**
 * The row of a table as a line. A cell that is empty stays, so that the others keep their columns; cells that end
 * with a colon are labels of those behind them, and written as such: `文號：桐政發〔2022〕26號`.
 */
export function rowLine(cells: readonly string[]): string {
  const texts = cells.map((cell) => tidyLine(cell).replaceAll('|', '｜'));
  const isForm = texts.length % 2 === 0 && texts.every((text, i) => i % 2 === 1 || /[:：]$/u.test(text));
  if (!isForm) return texts.join(' | ').trim();
  const pairs = texts.flatMap((text, i) => (i % 2 === 0 ? [text + (texts[i + 1] ?? '')] : []));
  return pairs.join('\u3000');
}

/** Lines without the damage of a converter, as many as before. */
export function repairedLines(lines: readonly string[]): string[] {
  return repair(lines.join('\n')).text.split('\n');
}

const ITEM_START =
  /^(?:[一二三四五六七八九十壹貳參肆伍陸柒捌玖拾]{1,3}[、.．]|[(（][一二三四五六七八九十\d]{1,3}[)）]|[\d０-９]{1,2}(?:[、．]|\.(?!\d))|[①-⑳•●▪■◆◇※★☆○◎]|第[一二三四五六七八九十\d]{1,3}[条條章]|附件|\p{Script=Han}{2,6}[：:])/u;

/** Whether a line begins with the label of an item or a field, and so does not go on what is above it. */
export function startsItem(line: string): boolean {
  return ITEM_START.test(line);
}

/** The lines of a text that hold anything, without spaces at their ends. */
export function linesOfText(text: string): string[] {
  return text
    .split(/[\r\n\u2028\u2029\f\v]+/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

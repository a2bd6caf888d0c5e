import stringWidth from 'string-width';

import type { Range } from '../../text/range.ts';

const OPENING = '“‘「『《〈（【(';
const CLOSING = '”’」』》〉）】)，。、；：？！,.;:?!…';

/**
 * What must stay on one line: a word of letters and digits or a single Han character, with the marks that open
 * in front of it and those that close behind it.
 */
const UNIT = new RegExp(
  `[${OPENING}]*(?:(?:(?!\\p{Script=Han})[\\p{L}\\p{M}\\p{N}._/-])+|[^])\\p{M}*[${CLOSING}]*[ \\u3000]*`,
  'gu',
);

/**
 * Breaks a text into lines of at most `columns` columns, of which a Han character takes two. No line begins with
 * a closing mark or ends with an opening one. A unit that is wider than a line has one to itself.
 *
 * @returns ranges of `text` that together hold all of it
 */
export function wrap(text: string, columns: number): Range[] {
  const lines: Range[] = [];
  let start = 0;
  let width = 0;
  for (const { index, 0: unit } of text.matchAll(UNIT)) {
    if (width > 0 && width + stringWidth(unit.trimEnd()) > columns) {
      lines.push({ start, end: index });
      start = index;
      width = 0;
    }
    width += stringWidth(unit);
  }
  lines.push({ start, end: text.length });
  return lines;
}

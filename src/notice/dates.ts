import { digitsOf, numberOf } from '../text/numerals.ts';
import type { Range } from '../text/range.ts';
import { fold } from '../text/script.ts';

/** A calendar date and where in the text it stands. */
export interface FoundDate {
  /** `YYYY-MM-DD`. */
  readonly iso: string;
  readonly range: Range;
}

/**
 * `2021-03-16`, `2021- 05- 21`, `2021/3/16`, `2021.3.16`, `2021年2月26日`, `二〇二一年三月十六日`, and
 * `中華民國110年3月16日`, `114年3月16日` and `114-03-16` of the calendar of the Republic of China, whose years have three
 * digits since 2011.
 */
const DATE =
  /(?<!\d)(?<y>\d{4})\s*(?:(?<sign>[-/.])\s*(?<m>\d{1,2})\s*\k<sign>\s*(?<d>\d{1,2})(?!\d)|年\s*(?<cm>\d{1,2})\s*月\s*(?<cd>\d{1,2})\s*[日号])|(?<hy>[〇○零一二三四五六七八九]{4})年(?<hm>[一二三四五六七八九十]{1,3})月(?<hd>[一二三四五六七八九十廿卅]{1,3})[日号]|(?:(?:中华)?民国\s*(?<ry>\d{1,3})|(?<!\d)(?<by>1[01]\d))(?:\s*年\s*|(?<bs>[-/.]))(?<rm>\d{1,2})(?:\s*月\s*|\k<bs>)(?<rd>\d{1,2})(?:\s*[日号]|(?<=\k<bs>\d{1,2})(?!\d))/gu;

/** Years of the Republic of China, which Taiwan counts in, begin with 1912. */
const BEFORE_THE_REPUBLIC = 1911;

/** Every valid date in `text`, in order; its digits may be full-width. */
export function findDates(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  for (const match of fold(text).matchAll(DATE)) {
    const { y, m, d, cm, cd, hy, hm, hd, ry, by, rm, rd } = match.groups ?? {};
    const iso =
      hy !== undefined
        ? isoDate(digitsOf(hy), numberOf(hm ?? ''), numberOf(hd ?? ''))
        : rm !== undefined
          ? isoDate(Number(ry ?? by) + BEFORE_THE_REPUBLIC, Number(rm), Number(rd))
          : isoDate(Number(y), Number(m ?? cm), Number(d ?? cd));
    if (iso !== null) {
      found.push({ iso, range: { start: match.index, end: match.index + match[0].length } });
    }
  }
  return found;
}

function isoDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = year >= 1900 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : null;
}

import { findDates } from '../notice/dates.ts';

/** Years of the Republic of China, which Taiwan counts in, begin with 1912. */
const BEFORE_THE_REPUBLIC = 1911;
const OF_THE_REPUBLIC =
  /(?<!\d)(?:中[華华])?(?:民[國国])?\s*(?<year>\d{2,3})\s*(?:年|[-/.])\s*(?<month>\d{1,2})\s*(?:月|[-/.])\s*(?<day>\d{1,2})(?!\d)/u;

/**
 * The date that a field gives, whose year may be one of the Republic: `112-03-01` is 2023-03-01. Only where a date
 * stands alone can such a year be told from other numbers.
 *
 * @returns undefined where there is none
 */
export function isoDate(field: string): string | undefined {
  const [found] = findDates(field);
  if (found !== undefined) return found.iso;
  const { year, month, day } = OF_THE_REPUBLIC.exec(field)?.groups ?? {};
  return findDates(`${Number(year) + BEFORE_THE_REPUBLIC}-${month ?? ''}-${day ?? ''}`)[0]?.iso;
}

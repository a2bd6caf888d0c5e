import { readFileSync } from 'node:fs';

/** What a word is taken for that is not in the table: rarer than all that are. */
const UNKNOWN = 11.5;
const UNKNOWN_CHARACTER = 9;
const LATIN = /^[a-z\d.]+$/u;

let table: ReadonlyMap<string, number> | undefined;

/**
 * How rare a folded word is in Chinese at large: its inverse document frequency, from about 2 (公司) to 14. The
 * few sentences of a notice cannot tell.
 *
 * The table, data/lexicon/idf.txt, is jieba's idf.utf8 without its rarest words; scripts/make-idf.ts makes it.
 */
export function backgroundIdf(word: string): number {
  table ??= readTable();
  const known = table.get(word);
  if (known !== undefined) return known;
  // Years and abbreviations: short ones are common.
  if (LATIN.test(word)) return word.length < 3 ? 7 : 10;
  return word.length === 1 ? UNKNOWN_CHARACTER : UNKNOWN;
}

/** Lines of a value and the words that have it. */
function readTable(): ReadonlyMap<string, number> {
  const read = new Map<string, number>();
  const text = readFileSync(new URL('../../data/lexicon/idf.txt', import.meta.url), 'utf8');
  for (const line of text.split('\n')) {
    const [value, ...words] = line.split(' ');
    for (const word of words) read.set(word, Number(value));
  }
  return read;
}

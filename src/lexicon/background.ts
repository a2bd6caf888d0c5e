import { readFileSync } from 'node:fs';

/** What is known of words beside the notices: how rare they are in Chinese at large, and what else says the same. */
export interface Background {
  /** The inverse document frequency of a folded word in general text, from about 2 (公司) to 14. */
  idf(word: string): number;
  /** Near-synonyms of a folded word, the closest first; at most {@link SYNONYMS}. */
  synonymsOf(word: string): readonly string[];
}

/** More than these add noise and time. */
const SYNONYMS = 10;
/** What a word is taken for that is not in the table: rarer than all that are. */
const UNKNOWN = 11.5;
const UNKNOWN_CHARACTER = 9;
const LATIN = /^[a-z\d.]+$/u;

/**
 * @param idfTable lines of an idf followed by the words that have it, parted by spaces
 * @param synonymTable lines of words that mean the same, parted by spaces
 */
export function createBackground(idfTable: string, synonymTable: string): Background {
  const idf = new Map<string, number>();
  for (const line of idfTable.split('\n')) {
    const [value, ...words] = line.split(' ');
    for (const word of words) idf.set(word, Number(value));
  }
  const groupsOf = new Map<string, string[]>();
  for (const line of synonymTable.split('\n')) {
    for (const word of line.split(' ')) {
      const groups = groupsOf.get(word);
      if (groups === undefined) groupsOf.set(word, [line]);
      else groups.push(line);
    }
  }
  const synonyms = new Map<string, readonly string[]>();
  return {
    idf(word) {
      const known = idf.get(word);
      if (known !== undefined) return known;
      // Years and abbreviations: short ones are common.
      if (LATIN.test(word)) return word.length < 3 ? 7 : 10;
      return word.length === 1 ? UNKNOWN_CHARACTER : UNKNOWN;
    },
    synonymsOf(word) {
      const known = synonyms.get(word);
      if (known !== undefined) return known;
      const found = closest(word, groupsOf.get(word) ?? []);
      synonyms.set(word, found);
      return found;
    },
  };
}

/** The words of the groups; a small group says more, and so does standing in several. */
function closest(word: string, groups: readonly string[]): readonly string[] {
  const strength = new Map<string, number>();
  for (const group of groups) {
    const words = group.split(' ');
    for (const other of words) {
      if (other !== word) strength.set(other, (strength.get(other) ?? 0) + 1 / Math.log(1 + words.length));
    }
  }
  return [...strength]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, SYNONYMS)
    .map(([other]) => other);
}

let shared: Background | undefined;

/**
 * The background of data/lexicon: idf.txt, jieba's table without its rarest words (scripts/make-idf.ts), and
 * near-synonyms.txt, words that CC-CEDICT gives one English meaning (scripts/make-near-synonyms.ts). Read once.
 */
export function background(): Background {
  shared ??= createBackground(read('idf.txt'), read('near-synonyms.txt'));
  return shared;
}

const LEAST_IDF = 2;
const MOST_IDF = 13;

/** The idf of a folded word, from {@link LEAST_IDF} to {@link MOST_IDF}: so that no word weighs nothing, or all. */
export function boundedIdf(word: string): number {
  return Math.min(MOST_IDF, Math.max(LEAST_IDF, background().idf(word)));
}

function read(name: string): string {
  return readFileSync(new URL(`../../data/lexicon/${name}`, import.meta.url), 'utf8');
}

import type { Word } from '../../text/segmenter.ts';

/** Marks a pair of characters, so that it is not the word of the same characters: both count. */
const PAIR = '#';
const HAN = /\p{Script=Han}/u;
const CONTENT = /[\p{L}\p{N}]/u;

/** The term for two neighbouring characters. */
export function pairTerm(pair: string): string {
  return PAIR + pair;
}

/** The two characters of a term that {@link pairTerm} made; undefined for a word. */
export function pairOf(term: string): string | undefined {
  return term.length > 2 && term.startsWith(PAIR) ? term.slice(PAIR.length) : undefined;
}

/** What is indexed and searched of a folded text: its words, and every pair of neighbouring Han characters. */
export function searchTerms(words: readonly Word[]): string[] {
  const terms: string[] = [];
  visitTerms(
    words,
    (word) => terms.push(word),
    (first, second) => terms.push(pairTerm(first + second)),
  );
  return terms;
}

/** Calls with each word, and with the two characters of each pair, in the order of the text. */
export function visitTerms(
  words: readonly Word[],
  onWord: (word: string) => void,
  onPair: (first: string, second: string) => void,
): void {
  let previous = '';
  for (const { text } of words) {
    if (CONTENT.test(text)) onWord(text);
    for (const character of text) {
      const isHan = HAN.test(character);
      if (isHan && previous !== '') onPair(previous, character);
      previous = isHan ? character : '';
    }
  }
}

/** However common they are, this many of a question's terms are searched. */
const FEWEST = 4;
/** The share of the passages, and the number of them, that the searched terms may find together. */
const SHARE = 0.3;
const MOST = 2000;
const ENOUGH = 50;

/** Of more passages than this, so many have the rarest terms that the others must tell the best among them. */
const LARGE = 3000;

/** Whether the passages that the rarest terms find are weighed by every term, of `size` that there are. */
export function isLarge(size: number): boolean {
  return size > LARGE;
}

/** How many passages the terms that are searched may find together, of `size` that there are. */
export function searchBudget(size: number): number {
  return Math.max(ENOUGH, Math.min(SHARE * size, MOST));
}

/**
 * The terms to search, the rarest first: as many as find at most a certain number of passages together, so that
 * the commonest words cost nothing. On the public question sets this finds more than searching every term does.
 *
 * @param frequency in how many of the `size` passages a term stands
 * @param budget how many passages the terms may find together
 */
export function rarestTerms(
  terms: readonly string[],
  size: number,
  frequency: (term: string) => number,
  budget = searchBudget(size),
): string[] {
  const known = [...new Set(terms)]
    .map((term) => ({ term, count: frequency(term) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.count - b.count || (a.term < b.term ? -1 : 1));
  let sum = 0;
  const affordable = known.findIndex(({ count }, i) => {
    sum += count;
    return i >= FEWEST && sum > budget;
  });
  return known.slice(0, affordable < 0 ? known.length : affordable).map(({ term }) => term);
}

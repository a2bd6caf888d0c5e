import type { CutPassage } from './cut-passage.ts';
import type { PairIndex } from './pair-index.ts';
import { pairOf } from './ranking/search-terms.ts';

/** A passage's place among all, with the search's score and how many of the terms it has. */
export interface Found {
  readonly place: number;
  readonly score: number;
  readonly matchedTerms: number;
}

/**
 * Weighs passages by every term, the common ones too, where the rarest have found them. To look into a few passages
 * costs far less than to go through all that have a common word, and in the end the order is nearly always that of
 * a search for every term.
 *
 * @param passages all, by their places
 * @param scorer of a term, what it counts for a passage that has it so often
 */
export function weighFully(
  found: readonly Found[],
  terms: readonly string[],
  passages: readonly CutPassage[],
  pairs: PairIndex,
  scorer: (term: string) => (place: number, count: number) => number,
): Found[] {
  const words = new Set(terms.filter((term) => pairOf(term) === undefined));
  const wanted = terms.map((term) => {
    const pair = pairOf(term);
    return { term, score: scorer(term), countIn: pair === undefined ? undefined : pairs.countsOf(pair) };
  });
  return found.map(({ place }) => {
    const inPassage = countWords(passages[place], words);
    let sum = 0;
    let matchedTerms = 0;
    for (const { term, score, countIn } of wanted) {
      const count = countIn?.(place) ?? inPassage.get(term) ?? 0;
      if (count === 0) continue;
      sum += score(place, count);
      matchedTerms++;
    }
    return { place, score: sum * matchedTerms, matchedTerms };
  });
}

function countWords(passage: CutPassage | undefined, wanted: ReadonlySet<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { words } of passage?.sentences ?? []) {
    for (const { text } of words) if (wanted.has(text)) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}

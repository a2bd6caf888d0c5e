import data from '../../data/lexicon/sayings.json' with { type: 'json' };
import type { Range } from '../text/range.ts';

/** Words of a question, and what a notice writes for them. */
export interface Saying extends Range {
  readonly written: readonly string[];
}

/** What is said in a folded question, each group once, by the longest of its words that is there. */
export function findSayings(folded: string): Saying[] {
  return data.groups.flatMap(({ said, written }) => {
    for (const word of said) {
      const start = folded.indexOf(word);
      if (start >= 0) return [{ start, end: start + word.length, written }];
    }
    return [];
  });
}

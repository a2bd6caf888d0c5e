import data from '../../data/lexicon/sayings.json' with { type: 'json' };
import type { Range } from '../text/range.ts';

/** Words of a question, and what a notice writes for them. */
export interface Saying extends Range {
  readonly written: readonly string[];
}

/** A word of a group, with the group's place and its own in the group. */
interface Said {
  readonly word: string;
  readonly group: number;
  readonly rank: number;
}

/** The words by their first character: of some thousand, few can begin at a place of a question. */
const byFirst = new Map<string, Said[]>();
for (const [group, { said }] of data.groups.entries()) {
  for (const [rank, word] of said.entries()) {
    const list = byFirst.get(word.charAt(0)) ?? [];
    list.push({ word, group, rank });
    byFirst.set(word.charAt(0), list);
  }
}

/** What is said in a folded question, each group once, by the first of its words that is there. */
export function findSayings(folded: string): Saying[] {
  const found = new Map<number, Said & { readonly start: number }>();
  for (let start = 0; start < folded.length; start++) {
    for (const said of byFirst.get(folded.charAt(start)) ?? []) {
      const known = found.get(said.group);
      if ((known === undefined || said.rank < known.rank) && folded.startsWith(said.word, start))
        found.set(said.group, { ...said, start });
    }
  }
  return Array.from(found.values())
    .sort((a, b) => a.group - b.group)
    .map(({ group, start, word }) => ({
      start,
      end: start + word.length,
      written: data.groups[group]?.written ?? [],
    }));
}

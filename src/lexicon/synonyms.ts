import data from '../../data/lexicon/synonyms.json' with { type: 'json' };

const groupsOf = new Map<string, Set<string>>();
for (const group of data.groups) {
  for (const word of group) {
    const others = groupsOf.get(word) ?? new Set<string>();
    for (const other of group) if (other !== word) others.add(other);
    groupsOf.set(word, others);
  }
}

const NONE: ReadonlySet<string> = new Set();

/** The words that ask for the same as the folded `word`, without itself. */
export function synonymsOf(word: string): ReadonlySet<string> {
  return groupsOf.get(word) ?? NONE;
}

/** Whether the folded `word`, or one that asks for the same, may stand in a notice. */
export function isSaid(word: string, lexicon: { knows(word: string): boolean }): boolean {
  return lexicon.knows(word) || [...synonymsOf(word)].some((other) => lexicon.knows(other));
}

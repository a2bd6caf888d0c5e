import type { Range } from '../text/range.ts';
import type { Word } from '../text/segmenter.ts';

/** A name found in a text, and what it names. */
export interface NameMatch<T> extends Range {
  readonly name: string;
  readonly target: T;
}

/** Finds names in folded text, the longest one at every place. */
export interface NameFinder<T> {
  readonly names: ReadonlyMap<string, T>;
  /** The matches in order, without overlap. `accept` may refuse one, and a shorter name is tried. */
  find(folded: string, accept?: (match: NameMatch<T>) => boolean): NameMatch<T>[];
}

/** @param names folded names; all of them non-empty */
export function createNameFinder<T>(names: ReadonlyMap<string, T>): NameFinder<T> {
  const byFirst = new Map<string, string[]>();
  for (const name of names.keys()) {
    const first = name[0];
    if (first === undefined) continue;
    const list = byFirst.get(first);
    if (list === undefined) byFirst.set(first, [name]);
    else list.push(name);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.length - a.length);

  return {
    names,
    find(folded, accept = () => true) {
      const matches: NameMatch<T>[] = [];
      let position = 0;
      while (position < folded.length) {
        const match = matchAt(folded, position, byFirst, names, accept);
        if (match === undefined) {
          position++;
        } else {
          matches.push(match);
          position = match.end;
        }
      }
      return matches;
    },
  };
}

function matchAt<T>(
  folded: string,
  start: number,
  byFirst: ReadonlyMap<string, readonly string[]>,
  names: ReadonlyMap<string, T>,
  accept: (match: NameMatch<T>) => boolean,
): NameMatch<T> | undefined {
  for (const name of byFirst.get(folded[start] ?? '') ?? []) {
    if (!folded.startsWith(name, start)) continue;
    const target = names.get(name);
    if (target === undefined) continue;
    const match = { name, target, start, end: start + name.length };
    if (accept(match)) return match;
  }
  return undefined;
}

/** Whether a range begins and ends where words do, as 港区 does in 港区食品 and not in 香港区域. */
export function onWordBoundaries(words: readonly Word[], range: Range): boolean {
  return words.some(({ start }) => start === range.start) && words.some(({ end }) => end === range.end);
}

/** Whether a range lies inside a longer word, as 南湖 does in 西南湖泊 cut as 西/南湖泊. */
export function insideLongerWord(words: readonly Word[], range: Range): boolean {
  return words.some(
    ({ start, end }) => start <= range.start && range.end <= end && end - start > range.end - range.start,
  );
}

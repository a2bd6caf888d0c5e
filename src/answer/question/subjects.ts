import { divisionsNamed } from '../../lexicon/gazetteer.ts';
import type { Lexicon, Subject } from '../../lexicon/lexicon.ts';
import type { NameMatch } from '../../lexicon/names.ts';
import { findPlaces } from '../../lexicon/places.ts';
import { fold } from '../../text/script.ts';
import type { Range } from '../../text/range.ts';
import type { Word } from '../../text/segmenter.ts';
import { FILLERS } from './terms.ts';

/** The places and initiatives of the notices that a folded question names. */
export function findSubjects(folded: string, words: readonly Word[], lexicon: Lexicon): NameMatch<Subject>[] {
  return mergeZones(
    lexicon.names.find(folded, (match) => !isQualified(folded, match, lexicon) && !splitsWord(words, match)),
  );
}

/** The places that a folded question names and no notice mentions. @param isTaken whether a range is a subject's */
export function findStrangers(
  folded: string,
  words: readonly Word[],
  lexicon: Lexicon,
  isTaken: (range: Range) => boolean,
): Range[] {
  const places = findPlaces(folded, words, lexicon.home);
  return places
    .filter((place) => !isTaken(place))
    .filter(({ start, end }) => divisionsNamed(folded.slice(start, end)).length > 0)
    .map(({ start, end }) => ({ start, end }));
}

/** 嘉兴港区 is the zone, not the prefecture and the zone. */
function mergeZones(matches: readonly NameMatch<Subject>[]): NameMatch<Subject>[] {
  const merged: NameMatch<Subject>[] = [];
  for (const match of matches) {
    const before = merged.at(-1);
    const isZone = match.target.kind === 'place' && match.target.division.kind === 'zone';
    if (isZone && before?.end === match.start && before.target.kind === 'place') {
      merged[merged.length - 1] = { ...match, start: before.start };
    } else {
      merged.push(match);
    }
  }
  return merged;
}

/** Whether a name ends inside a word of the dictionary, as 平湖市 does in 平湖市长. */
function splitsWord(words: readonly Word[], { end, target }: NameMatch<Subject>): boolean {
  return (
    target.kind === 'place' && words.some((word) => word.start < end && end < word.end && word.tag !== 'x')
  );
}

/**
 * A name that is only the kind of an initiative (工作模式) does not stand for it behind another word that says
 * which one is meant: 四个一工作模式.
 */
function isQualified(folded: string, match: NameMatch<Subject>, lexicon: Lexicon): boolean {
  if (match.target.kind !== 'initiative' || match.name !== match.target.head) return false;
  const before = lexicon.cut(folded.slice(0, match.start)).at(-1);
  return (
    before !== undefined &&
    !FILLERS.has(before.text) &&
    /^[\p{L}\p{N}]+$/u.test(before.text) &&
    !/[的是个套种什么哪些]$/u.test(before.text) &&
    !/^(?:v|vd|p|d|c|u)/u.test(before.tag) &&
    !fold(match.target.initiative.title).includes(before.text)
  );
}

import type { Range } from '../text/range.ts';
import type { Word } from '../text/segmenter.ts';
import { finish, type Steps } from '../text/steps.ts';
import { liesIn, PLACE_NAMES, prefectureOf, type Division } from './gazetteer.ts';
import { insideLongerWord, onWordBoundaries, type NameMatch } from './names.ts';

/** A place found in a folded text. */
export interface PlaceMatch extends Range {
  readonly division: Division;
}

/**
 * The places that a folded text names, in order.
 *
 * Whole names (海宁市) count everywhere. Short names (海宁) count in the region `home`, and elsewhere only as
 * words of their own that are not short for a district: 和平, 新华 and 城关 are districts, but mostly they are
 * not meant. A zone behind the division it belongs to (嘉兴港区) is one place.
 *
 * @param words the words of `folded`
 * @param home the prefecture or province that the text is about, where it is known
 */
export function findPlaces(folded: string, words: readonly Word[], home: Division | undefined): PlaceMatch[] {
  const places: PlaceMatch[] = [];
  const matches = PLACE_NAMES.find(
    folded,
    (match) =>
      !isInSmaller(folded, match) && meant(match.name, match.target, match, words, home) !== undefined,
  );
  for (const match of matches) {
    const division = meant(match.name, match.target, match, words, home);
    if (division === undefined) continue;
    const before = places.at(-1);
    if (division.kind === 'zone' && before?.end === match.start) {
      places[places.length - 1] = { division, start: before.start, end: match.end };
    } else {
      places.push({ division, start: match.start, end: match.end });
    }
  }
  return places;
}

const kept = new WeakMap<
  CutText,
  { readonly home: Division | undefined; readonly places: readonly PlaceMatch[] }
>();

/** {@link findPlaces} of a sentence that is looked into again and again: its places are kept as long as it is. */
export function placesOf(sentence: CutText, home: Division | undefined): readonly PlaceMatch[] {
  const known = kept.get(sentence);
  if (known !== undefined && known.home === home) return known.places;
  const places = findPlaces(sentence.folded, sentence.words, home);
  kept.set(sentence, { home, places });
  return places;
}

/** 兴城 in 兴城村 is the village, not the city: a short name in front of what is smaller than a county is its name. */
function isInSmaller(folded: string, { end, name }: NameMatch<readonly Division[]>): boolean {
  return !/[省市区县州盟旗]$/u.test(name) && SMALLER.test(folded.slice(end, end + 3));
}

const SMALLER = /^(?:新?村(?!镇)|镇|乡(?![镇村])|街道|社区|小区)/u;

/** Which of the divisions called `name` is meant at `range`, or undefined where it is no place's name there. */
function meant(
  name: string,
  divisions: readonly Division[],
  range: Range,
  words: readonly Word[],
  home: Division | undefined,
): Division | undefined {
  if (insideLongerWord(words, range)) return undefined;
  const near = home && divisions.find((division) => division.code === home.code || liesIn(division, home));
  const division = near ?? divisions[0];
  if (division === undefined) return undefined;
  if (division.kind === 'zone') return onWordBoundaries(words, range) ? division : undefined;
  const isWhole = name === division.name && name !== division.shortName;
  if (isWhole || near !== undefined) return division;
  return division.kind !== 'district' && isPlaceWord(words, range, division) ? division : undefined;
}

/**
 * Whether a range is one noun or place word. Where the segmenter knows no kinds of words, counties are not meant:
 * 新兴 is one, and hardly ever.
 */
function isPlaceWord(words: readonly Word[], range: Range, { kind }: Division): boolean {
  const inside = words.filter(({ start, end }) => range.start <= start && end <= range.end);
  if (!onWordBoundaries(words, range)) return false;
  if (inside.every(({ tag }) => tag === 'x')) return kind !== 'county';
  const isRegion = kind === 'province' || kind === 'prefecture';
  return inside.length === 1 && (isRegion ? /^[ns]/u : /^ns/u).test(inside[0]?.tag ?? '');
}

/**
 * The region that texts are about: the prefecture that they name most, or the province where they name no
 * prefecture.
 */
export function homeOf(texts: readonly CutText[]): Division | undefined {
  return finish(homeInSteps(texts));
}

/** A folded text and its words. */
interface CutText {
  readonly folded: string;
  readonly words: readonly Word[];
}

/** {@link homeOf} in steps, for many texts. */
export function* homeInSteps(texts: readonly CutText[]): Steps<Division | undefined> {
  const counts = new Map<Division, number>();
  for (const { folded, words } of texts) {
    yield;
    for (const { division } of findPlaces(folded, words, undefined)) {
      counts.set(division, (counts.get(division) ?? 0) + 1);
    }
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1]).map(([division]) => division);
  return ranked.find(({ kind }) => kind === 'prefecture') ?? ranked.find(({ kind }) => kind === 'province');
}

/**
 * The region that the name of a region or an office says: 嘉兴 of 海宁市水务集团. A name that several places share,
 * such as 朝阳区教育局, says none, and neither does one without a place.
 *
 * @param name folded
 */
export function regionNamedIn(name: string): Division | undefined {
  const [first] = PLACE_NAMES.find(name);
  const named = first?.target.filter((division) => division.kind !== 'zone') ?? [];
  const [division] = named.length > 1 ? named.filter(({ name: whole }) => name.includes(whole)) : named;
  if (first === undefined || division === undefined) return undefined;
  const sharers = named.filter((other) => other.name === division.name);
  return sharers.length === 1 ? prefectureOf(division) : undefined;
}

import lookalikes from '../../data/lexicon/lookalikes.json' with { type: 'json' };
import type { Word } from '../text/segmenter.ts';
import { divisionsNamed } from './gazetteer.ts';
import { fuzzySyllable, readingsOf, syllablesOf } from './pinyin.ts';

/**
 * Makes a function that puts right the first name in a folded text that has a wrong character of the same or
 * nearly the same sound (嗨宁 for 海宁) or look (多位一休 for 多位一体).
 *
 * @param names folded names of two Han characters or more
 * @param isWord whether a word is an ordinary one, which is no slip
 */
export function createSlipCorrector(
  names: readonly string[],
  isWord: (word: string) => boolean,
): (folded: string, words: readonly Word[]) => string {
  const places = new Map<string, number>();
  for (const [place, name] of names.entries()) if (!places.has(name)) places.set(name, place);
  const longest = Math.max(0, ...names.map(({ length }) => length));
  const sounds = names.map((name) => soundOf(name));
  const byFirst = {
    exact: groupByFirst(sounds.map(({ syllables }) => syllables)),
    fuzzy: groupByFirst(sounds.map(({ fuzzy }) => fuzzy)),
  };
  const isName = (word: string) => places.has(word);
  const isKnown = (word: string) => isName(word) || isWord(word);
  return (folded, words) => {
    const heard = resolveHomophones(folded, words, sounds, byFirst, isKnown, isName);
    return heard === folded ? resolveLookalikes(folded, places, longest, isKnown) : heard;
  };
}

interface NameSound {
  readonly name: string;
  readonly syllables: readonly string[];
  readonly fuzzy: readonly string[];
}

/** The places of the names in their list, by their first syllable: of thousands, few begin with one of a question's. */
function groupByFirst(syllables: readonly (readonly string[])[]): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  for (const [place, [first]] of syllables.entries()) {
    if (first === undefined) continue;
    const group = groups.get(first);
    if (group === undefined) groups.set(first, [place]);
    else group.push(place);
  }
  return groups;
}

function soundOf(name: string): NameSound {
  const syllables = syllablesOf(name);
  return { name, syllables, fuzzy: syllables.map(fuzzySyllable) };
}

function resolveHomophones(
  folded: string,
  words: readonly Word[],
  sounds: readonly NameSound[],
  byFirst: Readonly<Record<'exact' | 'fuzzy', ReadonlyMap<string, readonly number[]>>>,
  isKnown: (word: string) => boolean,
  isName: (word: string) => boolean,
): string {
  const characters = Array.from(folded);
  const readings = characters.map((c) => (/\p{Script=Han}/u.test(c) ? readingsOf(c) : [c]));
  const fuzzy = readings.map((syllables) => syllables.map(fuzzySyllable));
  const starts = new Set(words.map(({ start }) => start));
  for (const exact of [true, false]) {
    const said = exact ? readings : fuzzy;
    const beginning = exact ? byFirst.exact : byFirst.fuzzy;
    const possible = said.flatMap((syllables, i) =>
      [...new Set(syllables)].flatMap((first) => (beginning.get(first) ?? []).map((place) => ({ place, i }))),
    );
    // In the order of the names, each from the left to the right.
    for (const { place, i } of possible.sort((a, b) => a.place - b.place || a.i - b.i)) {
      const sound = sounds[place];
      const wanted = exact ? sound?.syllables : sound?.fuzzy;
      if (sound === undefined || wanted === undefined || i + wanted.length > said.length) continue;
      if (!wanted.every((syllable, k) => said[i + k]?.includes(syllable) === true)) continue;
      const typed = characters.slice(i, i + wanted.length).join('');
      const start = characters.slice(0, i).join('').length;
      if (typed === sound.name || !starts.has(start)) continue;
      if (!isTypo(typed, sound.name, words, start, isKnown, isName)) continue;
      return folded.slice(0, start) + sound.name + folded.slice(start + typed.length);
    }
  }
  return folded;
}

/** Whether `typed` can be a slip for `name`: no word and no place of its own, and at most half of it wrong. */
function isTypo(
  typed: string,
  name: string,
  words: readonly Word[],
  start: number,
  isKnown: (word: string) => boolean,
  isName: (word: string) => boolean,
): boolean {
  if (!/^\p{Script=Han}+$/u.test(typed) || isKnown(typed) || divisionsNamed(typed).length > 0) return false;
  const wrong = Array.from(typed).filter((character, i) => character !== name[i]).length;
  if (wrong > Math.max(1, name.length / 2)) return false;
  // 搞质量 is a verb and 质量, not a slip for 高质量.
  const right = Array.from(typed)
    .filter((character, i) => character === name[i])
    .join('');
  if (right.length > 1 && typed.endsWith(right) && isKnown(right)) return false;
  // 平湖 is a name itself: 平湖什么 has no slip for 平湖市.
  if (typed.startsWith(right) && isName(right)) return false;
  // 经济 in 经济技术 is a part of a longer word, not a slip for 经机.
  return !words.some((word) => word.start < start && start < word.end);
}

const LOOKALIKES = new Map<string, Set<string>>();
for (const group of lookalikes.groups) {
  for (const character of group) {
    const others = LOOKALIKES.get(character) ?? new Set<string>();
    for (const other of group) others.add(other);
    LOOKALIKES.set(character, others);
  }
}

function resolveLookalikes(
  folded: string,
  places: ReadonlyMap<string, number>,
  longest: number,
  isKnown: (word: string) => boolean,
): string {
  const found: { place: number; start: number; name: string }[] = [];
  for (let at = 0; at < folded.length; at++) {
    for (const other of LOOKALIKES.get(folded.charAt(at)) ?? []) {
      if (other === folded.charAt(at)) continue;
      const right = folded.slice(0, at) + other + folded.slice(at + 1);
      for (let start = Math.max(0, at - longest + 1); start <= at; start++) {
        for (let end = at + 1; end <= Math.min(right.length, start + longest); end++) {
          const name = right.slice(start, end);
          const place = places.get(name);
          if (place !== undefined) found.push({ place, start, name });
        }
      }
    }
  }
  // In the order of the names, each from the left to the right.
  for (const { start, name } of found.sort((a, b) => a.place - b.place || a.start - b.start)) {
    const typed = folded.slice(start, start + name.length);
    if (isKnown(typed) || divisionsNamed(typed).length > 0) continue;
    return folded.slice(0, start) + name + folded.slice(start + name.length);
  }
  return folded;
}

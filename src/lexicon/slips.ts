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
  const known = new Set(names);
  const sounds = names.map((name) => soundOf(name));
  const isKnown = (word: string) => known.has(word) || isWord(word);
  return (folded, words) => {
    const heard = resolveHomophones(folded, words, sounds, isKnown);
    return heard === folded ? resolveLookalikes(folded, names, isKnown) : heard;
  };
}

interface NameSound {
  readonly name: string;
  readonly syllables: readonly string[];
  readonly fuzzy: readonly string[];
}

function soundOf(name: string): NameSound {
  const syllables = syllablesOf(name);
  return { name, syllables, fuzzy: syllables.map(fuzzySyllable) };
}

function resolveHomophones(
  folded: string,
  words: readonly Word[],
  sounds: readonly NameSound[],
  isKnown: (word: string) => boolean,
): string {
  const characters = Array.from(folded);
  const readings = characters.map((c) => (/\p{Script=Han}/u.test(c) ? readingsOf(c) : [c]));
  const fuzzy = readings.map((syllables) => syllables.map(fuzzySyllable));
  const starts = new Set(words.map(({ start }) => start));
  for (const exact of [true, false]) {
    for (const sound of sounds) {
      const wanted = exact ? sound.syllables : sound.fuzzy;
      const said = exact ? readings : fuzzy;
      for (let i = 0; i + wanted.length <= said.length; i++) {
        if (!wanted.every((syllable, k) => said[i + k]?.includes(syllable) === true)) continue;
        const typed = characters.slice(i, i + wanted.length).join('');
        const start = characters.slice(0, i).join('').length;
        if (typed === sound.name || !starts.has(start) || !isTypo(typed, sound.name, words, start, isKnown))
          continue;
        return folded.slice(0, start) + sound.name + folded.slice(start + typed.length);
      }
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
): boolean {
  if (!/^\p{Script=Han}+$/u.test(typed) || isKnown(typed) || divisionsNamed(typed).length > 0) return false;
  const wrong = Array.from(typed).filter((character, i) => character !== name[i]).length;
  if (wrong > Math.max(1, name.length / 2)) return false;
  // 搞质量 is a verb and 质量, not a slip for 高质量.
  const right = Array.from(typed)
    .filter((character, i) => character === name[i])
    .join('');
  if (right.length > 1 && typed.endsWith(right) && isKnown(right)) return false;
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
  names: readonly string[],
  isKnown: (word: string) => boolean,
): string {
  for (const name of names) {
    for (let start = 0; start + name.length <= folded.length; start++) {
      const typed = folded.slice(start, start + name.length);
      const wrong = Array.from({ length: name.length }, (_, i) => i).filter((i) => typed[i] !== name[i]);
      const [at] = wrong;
      if (at === undefined || wrong.length > 1 || isKnown(typed) || divisionsNamed(typed).length > 0)
        continue;
      if (LOOKALIKES.get(typed.charAt(at))?.has(name.charAt(at)) === true) {
        return folded.slice(0, start) + name + folded.slice(start + name.length);
      }
    }
  }
  return folded;
}

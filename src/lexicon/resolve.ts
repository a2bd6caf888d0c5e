import english from '../../data/lexicon/english.json' with { type: 'json' };
import lookalikes from '../../data/lexicon/lookalikes.json' with { type: 'json' };
import type { Word } from '../text/segmenter.ts';
import { divisionsNamed, SHORT_NAMES } from './gazetteer.ts';
import { fuzzySyllable, pinyinKey, syllablesOf, withoutTones } from './pinyin.ts';

/** Turns what people type for Chinese words into those words. Made for one set of notices. */
export interface Resolver {
  /** Pinyin and English words as Chinese ones: "haining shi shenme chanye" is 海宁是什么产业. */
  latin(folded: string): string;
  /** Names with a wrong character of nearly the same sound (嗨宁) or look (多位一休) put right. */
  homophones(folded: string, words: readonly Word[]): string;
}

/**
 * @param names folded names that may be meant: places, initiatives, values of facts
 * @param vocabulary other folded words of the notices
 * @param questionWords folded words that questions are made of
 * @param isWord whether a word is an ordinary one, which is not a typo for a name
 */
export function createResolver(options: {
  names: readonly string[];
  vocabulary: () => Iterable<string>;
  questionWords: readonly string[];
  isWord: (word: string) => boolean;
}): Resolver {
  const names = options.names.filter((name) => /^\p{Script=Han}{2,}$/u.test(name));
  const known = new Set(names);
  let dictionary: ReadonlyMap<string, string> | undefined;
  let sounds: readonly NameSound[] | undefined;
  return {
    latin(folded) {
      if (!/[a-z]/u.test(folded.normalize('NFD'))) return folded;
      dictionary ??= createDictionary([
        ...options.names,
        ...options.questionWords,
        ...options.vocabulary(),
        ...SHORT_NAMES,
      ]);
      return resolveLatin(folded, dictionary);
    },
    homophones(folded, words) {
      if (!/\p{Script=Han}{2}/u.test(folded)) return folded;
      sounds ??= names.map((name) => soundOf(name));
      const isKnown = (word: string) => known.has(word) || options.isWord(word);
      const heard = resolveHomophones(folded, words, sounds, isKnown);
      return heard === folded ? resolveLookalikes(folded, names, isKnown) : heard;
    },
  };
}

/** Pinyin and English to Chinese; where two words sound the same, the first of `words` is meant. */
function createDictionary(words: readonly string[]): ReadonlyMap<string, string> {
  const dictionary = new Map<string, string>();
  for (const word of words) {
    if (!/^\p{Script=Han}+$/u.test(word)) continue;
    const key = pinyinKey(word);
    if (!dictionary.has(key)) dictionary.set(key, word);
  }
  for (const [latin, chinese] of Object.entries(english.words)) {
    if (!dictionary.has(latin)) dictionary.set(latin, chinese);
  }
  return dictionary;
}

/** A stretch of Latin letters, tone marks, digits of tones and the spaces and apostrophes between them. */
const LATIN = /[a-z][a-z0-9\p{M}'’ \-]*/gu;

function resolveLatin(folded: string, dictionary: ReadonlyMap<string, string>): string {
  return folded
    .normalize('NFD')
    .replace(LATIN, (stretch) => {
      const tokens = withoutTones(stretch.replace(/['’](?=s\b)/gu, ' '))
        .split(/[\s-]+/u)
        .filter(Boolean);
      return joinTokens(cheapestPath(tokens, dictionary));
    })
    .normalize('NFC');
}

/** Chinese pieces are joined; Latin ones that are left keep spaces around them. */
function joinTokens(pieces: readonly string[]): string {
  return pieces
    .filter((piece) => piece !== '')
    .join(' ')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');
}

/** What a Latin token costs that no word explains, against 1 for a word; longer ones are less likely names. */
function unknownCost(token: string): number {
  return Math.max(3, token.length / 2);
}

const LONGEST_PHRASE = 8;

/**
 * The reading of the tokens with the fewest words: a word may take several tokens (hai ning), or a token hold
 * several words (shishenme), but no word begins or ends inside a token whose rest is unexplained.
 */
function cheapestPath(tokens: readonly string[], dictionary: ReadonlyMap<string, string>): string[] {
  const best: { cost: number; pieces: string[] }[] = [{ cost: 0, pieces: [] }];
  for (let i = 0; i < tokens.length; i++) {
    const from = best[i];
    if (from === undefined) continue;
    const offer = (to: number, cost: number, pieces: readonly string[]) => {
      const known = best[to];
      if (known === undefined || from.cost + cost < known.cost) {
        best[to] = { cost: from.cost + cost, pieces: [...from.pieces, ...pieces] };
      }
    };
    offer(i + 1, unknownCost(tokens[i] ?? ''), [tokens[i] ?? '']);
    for (let to = i + 1; to <= Math.min(tokens.length, i + LONGEST_PHRASE); to++) {
      const phrase = tokens.slice(i, to);
      const word = dictionary.get(phrase.join('')) ?? dictionary.get(phrase.join(' '));
      if (word !== undefined) offer(to, 1, [word]);
      else if (to - i <= 4) {
        const split = splitKey(phrase.join(''), dictionary);
        if (split !== undefined) offer(to, split.length, split);
      }
    }
  }
  return best[tokens.length]?.pieces ?? [];
}

const LONGEST_KEY = 40;

/** A key as the fewest words of at least two letters that make it up, or undefined. */
function splitKey(key: string, dictionary: ReadonlyMap<string, string>): string[] | undefined {
  if (key.length > LONGEST_KEY) return undefined;
  const best: (string[] | undefined)[] = [[]];
  for (let i = 0; i < key.length; i++) {
    const before = best[i];
    if (before === undefined) continue;
    for (let to = i + 2; to <= key.length; to++) {
      const word = dictionary.get(key.slice(i, to));
      if (word === undefined || !/^\p{Script=Han}/u.test(word)) continue;
      const known = best[to];
      if (known === undefined || before.length + 1 < known.length) best[to] = [...before, word];
    }
  }
  const split = best[key.length];
  // Almost every short string is a row of single syllables; a word of two tells that it is Chinese.
  return split?.some((word) => word.length > 1) === true ? split : undefined;
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
  const syllables = characters.map((c) => (/\p{Script=Han}/u.test(c) ? (syllablesOf(c)[0] ?? c) : c));
  const fuzzy = syllables.map(fuzzySyllable);
  const starts = new Set(words.map(({ start }) => start));
  for (const exact of [true, false]) {
    for (const sound of sounds) {
      const wanted = exact ? sound.syllables : sound.fuzzy;
      const said = exact ? syllables : fuzzy;
      for (let i = 0; i + wanted.length <= said.length; i++) {
        if (!wanted.every((syllable, k) => syllable === said[i + k])) continue;
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

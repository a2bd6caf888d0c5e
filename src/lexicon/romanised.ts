import english from '../../data/lexicon/english.json' with { type: 'json' };
import { SHORT_NAMES } from './gazetteer.ts';
import { pinyinKey, withoutTones } from './pinyin.ts';

/** Words that Latin text may stand for, those that are meant more often first. */
export interface RomanisedWords {
  readonly names: Iterable<string>;
  readonly questionWords: Iterable<string>;
  readonly vocabulary: Iterable<string>;
}

/** A Chinese word for a key, and how unlikely it is that it was meant. */
interface Reading {
  readonly word: string;
  readonly cost: number;
}

/**
 * Makes a function that turns pinyin and English words into the Chinese words they stand for: "haining shi
 * shenme chanye" is 海宁是什么产业. What stands for nothing is left.
 *
 * @param words folded words
 */
export function createRomanisedReader(words: RomanisedWords): (folded: string) => string {
  const dictionary = createDictionary(words);
  return (folded) =>
    folded
      .normalize('NFD')
      .replace(LATIN, (stretch) => {
        const tokens = withoutTones(stretch.replace(POSSESSIVE, ' '))
          .split(/[\s-]+/u)
          .filter((token) => token !== '');
        return joinPieces(cheapestReading(tokens, dictionary));
      })
      .normalize('NFC');
}

/** Latin letters with their tone marks or numbers, and the spaces and apostrophes between them. */
const LATIN = /[a-z][a-z0-9\p{M}'’ -]*/gu;
const POSSESSIVE = /['’](?=s\b)/gu;

/** Where two words sound the same the likelier is meant; a single character is a weak reading of a syllable. */
function createDictionary(words: RomanisedWords): ReadonlyMap<string, Reading> {
  const dictionary = new Map<string, Reading>();
  const add = (key: string, word: string, cost: number) => {
    const known = dictionary.get(key);
    if (known === undefined || cost < known.cost) dictionary.set(key, { word, cost });
  };
  for (const [tier, cost] of [
    [words.names, 0.8],
    [words.questionWords, 1],
    [words.vocabulary, 1.1],
    [SHORT_NAMES, 1.2],
  ] as const) {
    for (const word of tier) {
      if (!/^\p{Script=Han}+$/u.test(word)) continue;
      add(pinyinKey(word), word, word.length === 1 && tier === words.vocabulary ? cost + 0.5 : cost);
    }
  }
  for (const [latin, chinese] of Object.entries(english.words)) add(latin, chinese, 1.05);
  return dictionary;
}

/** Chinese pieces are joined; Latin ones that are left keep spaces around them. */
function joinPieces(pieces: readonly string[]): string {
  return pieces
    .filter((piece) => piece !== '')
    .join(' ')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');
}

/** What a token costs that no word explains; long ones that can be split are rather split. */
function unknownCost(token: string): number {
  return Math.max(3, token.length / 2);
}

/** The most tokens that a word may take: the syllables of a long name. */
const LONGEST_WORD = 12;

/** The cheapest reading of tokens: a word may take several (hai ning), and a token hold several (shishenme). */
function cheapestReading(tokens: readonly string[], dictionary: ReadonlyMap<string, Reading>): string[] {
  const best: { cost: number; pieces: string[] }[] = [{ cost: 0, pieces: [] }];
  for (const [i, token] of tokens.entries()) {
    const from = best[i];
    if (from === undefined) continue;
    const offer = (to: number, cost: number, pieces: readonly string[]) => {
      const known = best[to];
      if (known === undefined || from.cost + cost < known.cost) {
        best[to] = { cost: from.cost + cost, pieces: [...from.pieces, ...pieces] };
      }
    };
    offer(i + 1, unknownCost(token), [token]);
    const split = splitToken(token, dictionary);
    if (split !== undefined) offer(i + 1, split.cost, split.words);
    for (let to = i + 1; to <= Math.min(tokens.length, i + LONGEST_WORD); to++) {
      const phrase = tokens.slice(i, to);
      const reading = dictionary.get(phrase.join('')) ?? dictionary.get(phrase.join(' '));
      if (reading !== undefined) offer(to, reading.cost, [reading.word]);
    }
  }
  return best[tokens.length]?.pieces ?? [];
}

const LONGEST_TOKEN = 40;

/**
 * The cheapest words that make up a token. Almost every short string is a row of single syllables: one word of
 * two characters at least must be among them.
 */
function splitToken(
  token: string,
  dictionary: ReadonlyMap<string, Reading>,
): { words: string[]; cost: number } | undefined {
  if (token.length > LONGEST_TOKEN) return undefined;
  const best: ({ words: string[]; cost: number } | undefined)[] = [{ words: [], cost: 0 }];
  for (let start = 0; start < token.length; start++) {
    const before = best[start];
    if (before === undefined) continue;
    for (let end = start + 2; end <= token.length; end++) {
      const reading = dictionary.get(token.slice(start, end));
      if (reading === undefined || !/^\p{Script=Han}/u.test(reading.word)) continue;
      const cost = before.cost + reading.cost;
      const known = best[end];
      if (known === undefined || cost < known.cost)
        best[end] = { words: [...before.words, reading.word], cost };
    }
  }
  const split = best[token.length];
  return split?.words.some((word) => word.length > 1) === true ? split : undefined;
}

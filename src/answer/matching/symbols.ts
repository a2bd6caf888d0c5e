import type { Word } from '../../text/segmenter.ts';

/** Words as numbers that stand for their characters: those of word i from `ends[i - 1]` up to `ends[i]`. */
export interface Symbols {
  readonly ids: Int32Array;
  readonly ends: Int32Array;
}

/** What stands for a character that was hardly seen in training. */
export const UNSEEN = 0;
/** Of a longer word the first characters tell enough. */
const MOST_CHARACTERS = 5;
/** A number is a matter of how many digits it has: 2021 may be a year, 057387290000 a telephone. */
const MOST_DIGITS = 12;

/** The pieces of a word that have symbols: its characters, or for a number how long it is. */
export function piecesOf(word: string): string[] {
  if (/^[\d.,]*\d[\d.,]*$/u.test(word))
    return [`${Math.min(MOST_DIGITS, word.replace(/\D/gu, '').length)} digits`];
  return Array.from(word).slice(0, MOST_CHARACTERS);
}

/** The words that have a letter or a figure, the first `most` of them. */
export function meaningfulWords(words: readonly Word[], most: number): string[] {
  return words
    .map(({ text }) => text)
    .filter((text) => /[\p{L}\p{N}]/u.test(text))
    .slice(0, most);
}

/** @param known the symbols of pieces */
export function toSymbols(words: readonly string[], known: ReadonlyMap<string, number>): Symbols {
  const ids: number[] = [];
  const ends = words.map((word) => {
    for (const piece of piecesOf(word)) ids.push(known.get(piece) ?? UNSEEN);
    return ids.length;
  });
  return { ids: Int32Array.from(ids), ends: Int32Array.from(ends) };
}

/** The symbols of pieces by their order, after {@link UNSEEN}. */
export function symbolTable(pieces: readonly string[]): ReadonlyMap<string, number> {
  return new Map(pieces.map((piece, i) => [piece, i + 1]));
}

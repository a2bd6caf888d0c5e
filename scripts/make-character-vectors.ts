/**
 * Makes data/training/character-vectors.txt from CC-CEDICT (https://cc-cedict.org, CC BY-SA 4.0): a line for each
 * character in idf.txt with numbers that stand for what it means, near one another for characters whose words the
 * dictionary explains alike, such as 费, 价 and 款. The matcher's training starts from them.
 *
 * How often a character's words are explained with an English word is weighed against chance (positive pointwise
 * mutual information), and the table is reduced to its first dimensions (truncated singular value decomposition, here
 * by orthogonal iteration), as in Levy, Goldberg and Dagan 2015.
 *
 * Where to get the dictionary: see make-near-synonyms.ts.
 *
 * Run: node --import tsx scripts/make-character-vectors.ts cedict_ts.u8
 */
import { readFileSync, writeFileSync } from 'node:fs';

import { DIMENSIONS } from '../src/answer/matching/network.ts';
import { createRandom } from '../src/train/random.ts';

const [dictionary] = process.argv.slice(2);
if (dictionary === undefined) {
  console.error('Give the dictionary: node --import tsx scripts/make-character-vectors.ts cedict_ts.u8');
  process.exit(64);
}

const LONGEST_WORD = 5;
/** What a word of one character counts for it, beside a word of several. */
const ALONE = 2;
/** English words that explain fewer entries are left out. */
const FEWEST = 5;
/** A character that has less of an English word than this is less sure to mean it. */
const SURE = 0.3;
/** English words are weighed by their frequency to this power, so that rare ones do not count too much. */
const SMOOTHING = 0.75;
const ITERATIONS = 25;
const LARGEST = 127;
const EMPTY = new Set(
  (
    'to an the of sb sth one in on for with and or be as is at by from into up out ones used esp etc make have get ' +
    'very go do give not take lit fig also person thing eg abbr cl variant old see classifier surname pr'
  ).split(' '),
);

const characters = [
  ...new Set(
    readFileSync(new URL('../data/lexicon/idf.txt', import.meta.url), 'utf8').match(/\p{Script=Han}/gu),
  ),
].sort();
const placeOf = new Map(characters.map((character, place) => [character, place]));

const explained = readWords(dictionary);
const { entries, columns } = weigh(explained);
writeFileSync(
  new URL('../data/training/character-vectors.txt', import.meta.url),
  reduce(entries, columns)
    .flatMap((row, place) =>
      row.every((value) => value === 0) ? [] : `${characters[place]} ${row.join(' ')}\n`,
    )
    .join(''),
);

/** The English stems that explain each word, with how often. */
function readWords(file: string): Map<string, Map<string, number>> {
  const words = new Map<string, Map<string, number>>();
  for (const line of readFileSync(file, 'utf8').split(/\r?\n/u)) {
    const entry = /^(?!#)\S+ (?<word>\p{Script=Han}+) \[[^\]]*\] \/(?<meaning>.*)\/$/u.exec(line)?.groups;
    const word = entry?.['word'] ?? '';
    if (word === '' || word.length > LONGEST_WORD) continue;
    const meaning = (entry?.['meaning'] ?? '').toLowerCase().replace(/\([^)]*\)|\[[^\]]*\]/gu, ' ');
    const stems = words.get(word) ?? new Map<string, number>();
    words.set(word, stems);
    for (const [english] of meaning.matchAll(/[a-z]{2,}/gu)) {
      if (!EMPTY.has(english)) add(stems, stemOf(english), 1);
    }
  }
  return words;
}

function stemOf(english: string): string {
  const ending = ['ing', 'ed', 'es', 's'].find(
    (end) => english.endsWith(end) && english.length - end.length >= 4,
  );
  return ending === undefined ? english : english.slice(0, -ending.length);
}

/** A cell of the table of characters by English words. */
interface Entry {
  readonly row: number;
  readonly column: number;
  readonly value: number;
}

function weigh(words: ReadonlyMap<string, ReadonlyMap<string, number>>): {
  entries: Entry[];
  columns: number;
} {
  const used = new Map<string, number>();
  for (const stems of words.values()) for (const stem of stems.keys()) add(used, stem, 1);
  const columnOf = new Map([...used].filter(([, count]) => count >= FEWEST).map(([stem], at) => [stem, at]));
  const counts = characters.map(() => new Map<number, number>());
  for (const [word, stems] of words) {
    const total = [...stems.values()].reduce((sum, count) => sum + count, 0);
    const share = word.length === 1 ? ALONE : 1 / word.length;
    for (const character of word) {
      const row = counts[placeOf.get(character) ?? -1];
      for (const [stem, count] of stems) {
        const column = columnOf.get(stem);
        if (row !== undefined && column !== undefined) add(row, column, (share * count) / total);
      }
    }
  }
  const ofColumn = new Float64Array(columnOf.size);
  for (const row of counts)
    for (const [column, count] of row) ofColumn[column] = (ofColumn[column] ?? 0) + count;
  const smoothed = ofColumn.map((sum) => sum ** SMOOTHING);
  const all = smoothed.reduce((sum, one) => sum + one, 0);
  const entries = counts.flatMap((row, place) => {
    const inRow = [...row.values()].reduce((sum, count) => sum + count, 0);
    return [...row].flatMap(([column, count]) => {
      const surprise = Math.log(count / ((inRow * (smoothed[column] ?? 0)) / all));
      return surprise <= 0
        ? []
        : { row: place, column, value: surprise * Math.sqrt(Math.min(1, count / SURE)) };
    });
  });
  return { entries, columns: columnOf.size };
}

/** A row of {@link DIMENSIONS} whole numbers for each character, of length {@link LARGEST}. */
function reduce(entries: readonly Entry[], columns: number): number[][] {
  const random = createRandom(1);
  let right: Float64Array[] = Array.from({ length: DIMENSIONS }, () =>
    Float64Array.from({ length: columns }, () => random() - 0.5),
  );
  let left: Float64Array[] = [];
  for (let i = 0; i < ITERATIONS; i++) {
    left = right.map((vector) =>
      times(entries, vector, characters.length, ({ row, column }) => [row, column]),
    );
    orthonormalise(left);
    right = left.map((vector) => times(entries, vector, columns, ({ row, column }) => [column, row]));
  }
  // Each right vector is now as long as its singular value; the left ones are of length 1.
  const scales = right.map((vector) => Math.sqrt(lengthOf(vector)));
  return characters.map((_, place) => {
    const row = left.map((vector, d) => (vector[place] ?? 0) * (scales[d] ?? 0));
    const length = lengthOf(row);
    return row.map((value) => (length === 0 ? 0 : Math.round((LARGEST * value) / length)));
  });
}

function times(
  entries: readonly Entry[],
  vector: Float64Array,
  length: number,
  ends: (entry: Entry) => [to: number, from: number],
): Float64Array {
  const product = new Float64Array(length);
  for (const entry of entries) {
    const [to, from] = ends(entry);
    product[to] = (product[to] ?? 0) + entry.value * (vector[from] ?? 0);
  }
  return product;
}

/** Gram–Schmidt, twice for exactness. */
function orthonormalise(vectors: readonly Float64Array[]): void {
  vectors.forEach((vector, at) => {
    for (let again = 0; again < 2; again++) {
      for (const other of vectors.slice(0, at)) {
        const along = vector.reduce((sum, value, i) => sum + value * (other[i] ?? 0), 0);
        other.forEach((value, i) => (vector[i] = (vector[i] ?? 0) - along * value));
      }
    }
    const length = lengthOf(vector);
    vector.forEach((value, i) => (vector[i] = value / length));
  });
}

function lengthOf(vector: ArrayLike<number>): number {
  return Math.hypot(...Array.from(vector));
}

function add<Key>(sums: Map<Key, number>, key: Key, value: number): void {
  sums.set(key, (sums.get(key) ?? 0) + value);
}

/**
 * Makes data/lexicon/idf.txt from the dictionaries that nodejieba brings (MIT): the words' inverse document
 * frequencies, rounded to quarters, without the rarest words, which all count alike. Single characters are not in
 * jieba's table; theirs is estimated from their frequency in its dictionary.
 *
 * Run: node --import tsx scripts/make-idf.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const jieba = createRequire(import.meta.url)('nodejieba') as {
  DEFAULT_IDF_DICT: string;
  DEFAULT_DICT: string;
};

/** Words as rare as this, or longer than this, are left out. */
const RAREST = 10.5;
const LONGEST = 4;
/** Characters that are less frequent than this in the dictionary are left out. */
const LEAST_FREQUENCY = 20;
const HAN = /^\p{Script=Han}+$/u;

const idf = new Map(rows(jieba.DEFAULT_IDF_DICT).map(([word, value]) => [word, Number(value)]));
const frequency = new Map(rows(jieba.DEFAULT_DICT).map(([word, count]) => [word, Number(count)]));

const buckets = new Map<number, string[]>();
for (const [word, value] of idf) if (word.length <= LONGEST) put(word, value);
const estimate = fitToFrequency();
for (const [word, count] of frequency) {
  if (word.length === 1 && count >= LEAST_FREQUENCY) put(word, Math.max(0.5, estimate(count)));
}
const lines = [...buckets]
  .sort(([a], [b]) => a - b)
  .map(([quarter, words]) => `${quarter / 4} ${words.sort().join(' ')}`);
writeFileSync(new URL('../data/lexicon/idf.txt', import.meta.url), lines.join('\n') + '\n');

function rows(file: string): [string, string][] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line): [string, string] => [line.slice(0, line.indexOf(' ')), line.split(' ')[1] ?? ''])
    .filter(([word]) => word !== '');
}

function put(word: string, value: number): void {
  if (value >= RAREST || !HAN.test(word)) return;
  const quarter = Math.round(value * 4);
  const bucket = buckets.get(quarter);
  if (bucket === undefined) buckets.set(quarter, [word]);
  else bucket.push(word);
}

/** The least-squares line of idf over the logarithm of frequency, for words that are frequent enough to tell. */
function fitToFrequency(): (count: number) => number {
  const points = [...idf].flatMap(([word, y]) => {
    const count = frequency.get(word) ?? 0;
    return count < 100 ? [] : [{ x: Math.log(count), y }];
  });
  const mean = (of: (point: { x: number; y: number }) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [x, y] = [mean((point) => point.x), mean((point) => point.y)];
  const slope = mean((point) => (point.x - x) * (point.y - y)) / mean((point) => (point.x - x) ** 2);
  return (count) => y + slope * (Math.log(count) - x);
}

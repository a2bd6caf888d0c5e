import type { Query } from './query.ts';
import type { Retrieval } from './view.ts';

/** What a collection knows of its words. */
export interface Collection {
  /** The number of passages. */
  readonly size: number;
  /** In how many passages a word, or a pair of neighbouring characters, stands. */
  readonly frequency: (term: string) => number;
}

/** A passage as the search found it. */
export interface Hit {
  readonly score: number;
  readonly matchedTerms: number;
}

/** BM25's k + 1 with k = 1.2: what a term's weight is multiplied with at most. */
const MOST_PER_TERM = 2.2;
/** From about this many passages on, the collection's own rarities tell more than the background's. */
const TRUSTED_SIZE = 300;
const TRUST = 0.7;
const RAREST = 11.5;

export function inverseFrequency(size: number, frequency: number): number {
  return Math.log(1 + (size - frequency + 0.5) / (frequency + 0.5));
}

/** The passages' {@link Retrieval}s. @param terms what was searched */
export function describeHits(
  query: Query,
  hits: readonly Hit[],
  terms: readonly string[],
  collection: Collection,
): Retrieval[] {
  const frequencies = query.terms.map(({ text }) => frequencyOf(text, collection));
  const weights = mixedWeights(query, frequencies, collection.size);
  const shared = {
    best: Math.max(1e-6, hits[0]?.score ?? 0),
    possible: possibleScore(terms, collection),
    weights,
    total: Math.max(
      1e-6,
      weights.reduce((sum, weight) => sum + weight, 0),
    ),
    frequencies,
  };
  return hits.map(({ score, matchedTerms }, rank) => ({
    ...shared,
    score,
    rank,
    rival: rank === 0 ? (hits[1]?.score ?? 0) : shared.best,
    termShare: matchedTerms / Math.max(1, terms.length),
  }));
}

/** MiniSearch multiplies the score with the number of matched terms. */
function possibleScore(terms: readonly string[], { size, frequency }: Collection): number {
  const sum = terms.reduce(
    (total, term) => total + inverseFrequency(size, frequency(term)) * MOST_PER_TERM,
    0,
  );
  return Math.max(1e-6, sum * terms.length);
}

/** Single characters are not counted. A word that the segmenter cuts differently elsewhere is as rare as its rarest pair of characters. */
function frequencyOf(word: string, { size, frequency }: Collection): number {
  if (word.length < 2) return size;
  const whole = frequency(word);
  if (whole > 0) return whole;
  let least = Infinity;
  for (let i = 0; i + 1 < word.length; i++) least = Math.min(least, frequency(word.slice(i, i + 2)));
  return least;
}

function mixedWeights(query: Query, frequencies: readonly number[], size: number): Float64Array {
  const trust = (TRUST * size) / (size + TRUSTED_SIZE);
  const scale = RAREST / Math.max(1e-6, inverseFrequency(size, 0));
  const weights = Float64Array.from(query.weights);
  query.terms.forEach(({ text, start, end, idf, weight }, t) => {
    if (text.length < 2) return;
    const own = inverseFrequency(size, Math.min(size, frequencies[t] ?? 0)) * scale;
    const mixed = (weight / Math.max(0.1, idf)) * (idf * (1 - trust) + own * trust);
    weights.fill(mixed / (end - start), start, end);
  });
  return weights;
}

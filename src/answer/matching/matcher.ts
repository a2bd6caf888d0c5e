import { readFileSync } from 'node:fs';

import type { Word } from '../../text/segmenter.ts';
import { runNetwork } from './network.ts';
import { unpackWeights, type PackedWeights } from './packed.ts';
import { pairUp, type Matchable } from './pairing.ts';
import { symbolTable } from './symbols.ts';

/** What `npm run train:appraiser` writes to data/matcher.json. */
export interface MatcherData {
  /** The pieces of words that have a symbol. */
  readonly pieces: readonly string[];
  readonly weights: PackedWeights;
}

/** Tells how well sentences answer a question by what their words mean, which it has learned from questions. */
export interface Matcher {
  /**
   * @param words of the question, folded
   * @returns for each sentence the log-odds that it answers, against that none of them does
   */
  match(words: readonly Word[], sentences: readonly Matchable[]): Float64Array;
}

/** @throws Error when the data was trained with another network than the code has */
export function createMatcher({ pieces, weights: packed }: MatcherData): Matcher {
  const known = symbolTable(pieces);
  const weights = unpackWeights(packed, pieces.length + 1);
  return { match: (words, sentences) => runNetwork(weights, pairUp(words, sentences, known)).scores };
}

let shared: Matcher | undefined;

/**
 * The matcher of data/matcher.json. Read once.
 *
 * @throws Error when the file was trained with another network than the code has
 */
export function loadMatcher(): Matcher {
  shared ??= createMatcher(
    JSON.parse(readFileSync(new URL('../../../data/matcher.json', import.meta.url), 'utf8')) as MatcherData,
  );
  return shared;
}

import { LRUCache } from 'lru-cache';
import MiniSearch, { type Options } from 'minisearch';

import type { CutSentence } from '../lexicon/cut-sentence.ts';
import type { Word } from '../text/segmenter.ts';
import { finish, type Steps } from '../text/steps.ts';
import { groupByPassage, type CutPassage } from './cut-passage.ts';
import { createPairIndexBuilder, openPairIndex, type PairPostings } from './pair-index.ts';
import { preparePassage, type PreparedPassage } from './ranking/passage.ts';
import { inverseFrequency, type Collection } from './ranking/retrieval.ts';
import { isLarge, pairOf, pairTerm, rarestTerms, searchTerms, visitTerms } from './ranking/search-terms.ts';
import { weighFully, type Found } from './weigh-fully.ts';

export type { CutPassage } from './cut-passage.ts';

/** What a search found. */
export interface Search {
  /** The passages, the best first, with the search's score and how many of the terms each has. */
  readonly hits: readonly { passage: CutPassage; score: number; matchedTerms: number }[];
  /** What the score is made of: the rarest terms of the question, or in a large collection all. */
  readonly terms: readonly string[];
}

/**
 * Finds the passages that share words with a question. This is all that the answerer asks of a search engine:
 * another one can take MiniSearch's place behind it.
 */
export interface PassageIndex {
  search(words: readonly Word[], limit: number): Search;
  readonly collection: Collection;
  /** All of them, in order. */
  readonly passages: readonly CutPassage[];
  /** A passage made ready for the ranker; those that were asked for last are kept. */
  prepared(passage: CutPassage): PreparedPassage;
}

export interface PassageIndexOptions {
  /** Which of a question's terms are searched; {@link rarestTerms} unless told otherwise. */
  readonly choose?: typeof rarestTerms;
}

/** BM25's saturation and its share of length. */
const BM25 = { k: 1.2, b: 0.75, d: 0 };
/** So many passages that the rarest terms found are weighed by every term, in a large collection. */
const MOST_WEIGHED = 64;
/** A prepared passage takes some ten kilobytes. */
const MOST_PREPARED = 2000;
/** Stands for a pair where MiniSearch counts how long a passage is, and is not indexed. */
const PLACEHOLDER = '#';

/**
 * An index of passages: MiniSearch has their words, a {@link PairIndex} their pairs of characters. The scores are
 * those that MiniSearch would give if it had both.
 */
export function createPassageIndex(
  sentences: readonly CutSentence[],
  options: PassageIndexOptions = {},
): PassageIndex {
  const passages = groupByPassage(sentences);
  return openPassageIndex(passages, finish(postingsInSteps(passages)), options);
}

/** What a {@link PassageIndex} looks into. */
export interface PassagePostings {
  /** Has the words' codes for terms and the passages' places for ids. */
  readonly engine: MiniSearch;
  readonly words: WordPostings;
  readonly pairs: PairPostings;
  /** How many different words and pairs each passage has. */
  readonly lengths: Float64Array;
}

/** How MiniSearch is set up, whether it is filled or loaded. */
export const ENGINE_OPTIONS: Options<{ id: number; tokens: readonly string[] }> = {
  fields: ['tokens'],
  extractField: (document, field) => (field === 'id' ? document.id : document.tokens.join(' ')),
  tokenize: (text) => text.split(' '),
  processTerm: (token) => (token.startsWith(PLACEHOLDER) ? null : token),
  searchOptions: { combineWith: 'OR', bm25: BM25 },
};

/** Indexes passages, in steps: fifty thousand take seconds. */
export function* postingsInSteps(passages: readonly CutPassage[]): Steps<PassagePostings> {
  const words = createWordCounter();
  const pairBuilder = createPairIndexBuilder();
  const lengths = new Float64Array(passages.length);
  const engine = new MiniSearch(ENGINE_OPTIONS);
  for (const [id, passage] of passages.entries()) {
    yield;
    const tokens: string[] = [];
    for (const sentence of passage.sentences) {
      visitTerms(sentence.words, (word) => tokens.push(words.count(word, id)), pairBuilder.add);
    }
    const pairs = pairBuilder.endPassage();
    lengths[id] = new Set(tokens).size + pairs;
    engine.add({ id, tokens: [...tokens, ...placeholders(pairs)] });
  }
  return { engine, words: words.build(), pairs: pairBuilder.build(), lengths };
}

/** Searches passages by what was indexed of them. */
export function openPassageIndex(
  passages: readonly CutPassage[],
  { engine, lengths, ...postings }: PassagePostings,
  { choose = rarestTerms }: PassageIndexOptions = {},
): PassageIndex {
  const words = openWords(postings.words);
  const pairs = openPairIndex(postings.pairs);
  const size = passages.length;
  const averageLength = lengths.reduce((sum, length) => sum + length, 0) / size;
  const frequency = (term: string): number => {
    const pair = pairOf(term);
    return pair === undefined ? words.frequency(term) : pairs.frequency(pair);
  };

  /** What a term counts for a passage that has it so often, by the formula of MiniSearch. */
  const scorer = (term: string) => {
    const weight = inverseFrequency(size, frequency(term)) * (BM25.k + 1);
    return (place: number, count: number) => {
      const length = 1 - BM25.b + (BM25.b * (lengths[place] ?? 0)) / averageLength;
      return (weight * count) / (count + BM25.k * length);
    };
  };
  const toHits = (found: readonly Found[]) =>
    found.flatMap(({ place, score, matchedTerms }) => {
      const passage = passages[place];
      return passage === undefined ? [] : [{ passage, score, matchedTerms }];
    });

  const sums = new Float64Array(size);
  const matched = new Uint16Array(size);
  const prepared = new LRUCache<CutPassage, PreparedPassage>({ max: MOST_PREPARED });
  return {
    passages,
    collection: { size, frequency: (term) => frequency(term) || frequency(pairTerm(term)) },
    search(questionWords, limit) {
      const asked = searchTerms(questionWords);
      const terms = choose(asked, size, frequency);
      if (terms.length === 0) return { hits: [], terms };
      const touched: number[] = [];
      const add = (passage: number, score: number, count: number) => {
        if (matched[passage] === 0) touched.push(passage);
        sums[passage] = (sums[passage] ?? 0) + score;
        matched[passage] = (matched[passage] ?? 0) + count;
      };
      const codes = terms.flatMap((term) => (pairOf(term) === undefined ? [words.codeOf(term)] : []));
      for (const { id, score, queryTerms } of codes.length === 0 ? [] : engine.search(codes.join(' '))) {
        // MiniSearch multiplies the sum of the terms' scores by their number.
        add(id as number, score / queryTerms.length, queryTerms.length);
      }
      for (const term of terms) {
        const pair = pairOf(term);
        if (pair === undefined) continue;
        const scoreOf = scorer(term);
        pairs.visit(pair, (passage, count) => {
          add(passage, scoreOf(passage, count), 1);
        });
      }
      const found = touched.map((place) => ({
        place,
        score: (sums[place] ?? 0) * (matched[place] ?? 0),
        matchedTerms: matched[place] ?? 0,
      }));
      for (const place of touched) sums[place] = matched[place] = 0;
      if (!isLarge(size)) return { hits: toHits(best(found, limit)), terms };

      const every = rarestTerms(asked, size, frequency, Infinity);
      const likely = best(found, Math.max(limit, MOST_WEIGHED));
      const weighed = weighFully(likely, every, passages, pairs, scorer);
      return { hits: toHits(best(weighed, limit)), terms: every };
    },
    prepared(passage) {
      const known = prepared.get(passage);
      if (known !== undefined) return known;
      const made = preparePassage(passage.sentences);
      prepared.set(passage, made);
      return made;
    },
  };
}

/** Words, and in how many passages each stands. A word's place is its number. */
export interface WordPostings {
  readonly words: readonly string[];
  readonly frequencies: Int32Array;
}

/**
 * Numbers words, and counts how many passages have them. The numbers' codes are what MiniSearch gets in the words'
 * place: it keeps terms in a tree by their characters, and looks for a child among its siblings from the first to
 * the last. Of Han characters there are thousands, of a code's digits sixteen.
 */
function createWordCounter() {
  const numbers = new Map<string, { code: string; frequency: number; lastIn: number }>();
  return {
    /** Counts a word of a passage. @returns its code */
    count(word: string, passage: number): string {
      let known = numbers.get(word);
      if (known === undefined) {
        known = { code: codeOf(numbers.size), frequency: 0, lastIn: -1 };
        numbers.set(word, known);
      }
      if (known.lastIn !== passage) known.frequency++;
      known.lastIn = passage;
      return known.code;
    },
    build: (): WordPostings => ({
      words: [...numbers.keys()],
      frequencies: Int32Array.from(numbers.values(), ({ frequency }) => frequency),
    }),
  };
}

function codeOf(number: number): string {
  return number.toString(16);
}

function openWords({ words, frequencies }: WordPostings) {
  const numbers = new Map(words.map((word, number) => [word, number]));
  return {
    codeOf(word: string) {
      const number = numbers.get(word);
      return number === undefined ? '' : codeOf(number);
    },
    frequency: (word: string) => frequencies[numbers.get(word) ?? -1] ?? 0,
  };
}

const PLACEHOLDERS: string[] = [];

function placeholders(count: number): readonly string[] {
  while (PLACEHOLDERS.length < count) PLACEHOLDERS.push(`${PLACEHOLDER}${PLACEHOLDERS.length}`);
  return PLACEHOLDERS.slice(0, count);
}

/** The `limit` best, the best first; of equals the first passage of the text. */
function best(found: readonly Found[], limit: number): Found[] {
  const comparesBefore = (a: Found, b: Found) =>
    a.score > b.score || (a.score === b.score && a.place < b.place);
  const top: Found[] = [];
  for (const item of found) {
    const last = top.at(-1);
    if (top.length >= limit && (last === undefined || !comparesBefore(item, last))) continue;
    let at = top.length;
    for (let other = top[at - 1]; other !== undefined && comparesBefore(item, other); other = top[at - 1])
      at--;
    top.splice(at, 0, item);
    if (top.length > limit) top.pop();
  }
  return top;
}

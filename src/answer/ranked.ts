import type { CutSentence } from '../lexicon/cut-sentence.ts';
import { background } from '../lexicon/background.ts';
import type { CutPassage, PassageIndex } from './passage-index.ts';
import type { Question } from './question/question.ts';
import { prepareQuery } from './ranking/query.ts';
import type { Ranker } from './ranking/ranker.ts';

/** The best passages that are looked into. */
const PASSAGES = 16;

/** A sentence as the trained ranker sees it. */
export interface RankedSentence {
  readonly sentence: CutSentence;
  readonly passage: CutPassage;
  /** How likely it is the best, from 0 to 1, if there is an answer. */
  readonly share: number;
}

/** What the trained ranker makes of a question. */
export interface Ranked {
  /** The best first. */
  readonly sentences: readonly RankedSentence[];
  /** How likely it is that the notices answer, from 0 to 1. */
  readonly confidence: number;
}

/** Searches the passages, and ranks their sentences. */
export function rankSentences(question: Question, index: PassageIndex, ranker: Ranker): Ranked {
  const { folded, words } = question;
  const { hits, terms } = index.search(words, PASSAGES);
  const { sentences, confidence } = ranker.rank(
    prepareQuery(folded, words, background()),
    hits.map(({ passage, score, matchedTerms }) => ({
      passage: index.prepared(passage),
      score,
      matchedTerms,
    })),
    terms,
    index.collection,
  );
  return {
    confidence,
    sentences: sentences.flatMap(({ passage: p, sentence: s, share }) => {
      const passage = hits[p]?.passage;
      const sentence = passage?.sentences[s];
      return passage === undefined || sentence === undefined ? [] : [{ passage, sentence, share }];
    }),
  };
}

import { matchPassage } from './matching.ts';
import {
  ANSWER_FEATURES,
  describeOutcome,
  describePassage,
  PASSAGE_FEATURES,
  scorePassages,
  type ScoredPassage,
} from './passage-features.ts';
import type { PreparedPassage } from './passage.ts';
import type { Query } from './query.ts';
import { describeHits, type Collection, type Hit } from './retrieval.ts';
import { describeSentence, SENTENCE_FEATURES } from './sentence-features.ts';
import { createTrees, probabilityOf, type TreesData } from './trees.ts';
import { viewPassage, type PassageView } from './view.ts';

/** What `npm run train` writes. */
export interface RankerData {
  readonly sentences: TreesData;
  readonly passages: TreesData;
  readonly answers: TreesData;
  /** What a point of the passage ranker counts against one of the sentence ranker. */
  readonly passageWeight: number;
}

export interface FoundPassage extends Hit {
  readonly passage: PreparedPassage;
}

export interface RankedSentence {
  /** The passage's place among those given, and the sentence's in the passage. */
  readonly passage: number;
  readonly sentence: number;
  readonly score: number;
  /** How likely it is the best, from 0 to 1, if there is an answer. */
  readonly share: number;
}

export interface Ranking {
  /** All sentences, the best first. */
  readonly sentences: readonly RankedSentence[];
  /** The passages' places among those given, the best first. */
  readonly passages: readonly number[];
  /** How likely it is that the notices answer, from 0 to 1. */
  readonly confidence: number;
}

export interface Ranker {
  /** @param found what the search found, the best first; @param terms what it searched */
  rank(
    query: Query,
    found: readonly FoundPassage[],
    terms: readonly string[],
    collection: Collection,
  ): Ranking;
}

export function createRanker(data: RankerData): Ranker {
  const names = (features: readonly { name: string }[]) => features.map(({ name }) => name);
  const sentenceTrees = createTrees(data.sentences, names(SENTENCE_FEATURES));
  const passageTrees = createTrees(data.passages, names(PASSAGE_FEATURES));
  const answerTrees = createTrees(data.answers, names(ANSWER_FEATURES));
  return {
    rank(query, found, terms, collection) {
      if (found.length === 0) return { sentences: [], passages: [], confidence: 0 };
      const views = viewHits(query, found, terms, collection);
      const scored = scorePassages(
        views.map((view) => {
          const rows = view.sentences.map(describeSentence);
          return { view, rows, scores: rows.map((row) => sentenceTrees.score(row)) };
        }),
      );
      const rows = scored.map(describePassage);
      const passageScores = rows.map((row) => passageTrees.score(row));
      const passages = passageScores
        .map((_, i) => i)
        .sort((a, b) => (passageScores[b] ?? 0) - (passageScores[a] ?? 0));
      const outcome = describeOutcome({
        row: rows[passages[0] ?? 0] ?? new Float64Array(0),
        scores: passages.map((i) => passageScores[i] ?? 0),
        collection: collection.size,
      });
      return {
        sentences: rankSentences(scored, passageScores, data.passageWeight),
        passages,
        confidence: probabilityOf(answerTrees.score(outcome)),
      };
    },
  };
}

export function viewHits(
  query: Query,
  found: readonly FoundPassage[],
  terms: readonly string[],
  collection: Collection,
): PassageView[] {
  const retrievals = describeHits(query, found, terms, collection);
  return found.flatMap(({ passage }, i) => {
    const retrieval = retrievals[i];
    return retrieval === undefined
      ? []
      : viewPassage(query, passage, matchPassage(query, passage), retrieval);
  });
}

function rankSentences(
  scored: readonly ScoredPassage[],
  passageScores: readonly number[],
  passageWeight: number,
): RankedSentence[] {
  const ranked = scored.flatMap(({ scores }, passage) =>
    scores.map((score, sentence) => ({
      passage,
      sentence,
      score: score + passageWeight * (passageScores[passage] ?? 0),
    })),
  );
  ranked.sort((a, b) => b.score - a.score);
  const best = ranked[0]?.score ?? 0;
  const sum = ranked.reduce((total, { score }) => total + Math.exp(score - best), 0);
  return ranked.map((sentence) => ({ ...sentence, share: Math.exp(sentence.score - best) / sum }));
}

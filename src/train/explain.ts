import type { PassageIndex } from '../answer/passage-index.ts';
import type { Question } from '../answer/question/question.ts';
import {
  ANSWER_FEATURES,
  describeOutcome,
  describePassage,
  PASSAGE_FEATURES,
  scorePassages,
} from '../answer/ranking/passage-features.ts';
import { prepareQuery, type Query } from '../answer/ranking/query.ts';
import { viewHits, type RankerData } from '../answer/ranking/ranker.ts';
import { describeSentence, SENTENCE_FEATURES } from '../answer/ranking/sentence-features.ts';
import { createTrees, probabilityOf, type Trees } from '../answer/ranking/trees.ts';
import { background } from '../lexicon/background.ts';
import type { CutSentence } from '../lexicon/cut-sentence.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';

/** What a feature's value did to a score. */
export interface Contribution {
  readonly feature: string;
  readonly value: number;
  readonly added: number;
}

/** A score and what it is the sum of: `bias` and the contributions, the weightiest first. */
export interface ExplainedScore {
  readonly score: number;
  readonly bias: number;
  readonly contributions: readonly Contribution[];
}

/** Why the ranker prefers a sentence. */
export interface Explanation {
  readonly query: Query;
  /** What was searched, the rarest first. */
  readonly terms: readonly string[];
  readonly best: CutSentence;
  /** How the best sentence was scored, its passage, and the answer's being there at all. */
  readonly sentence: ExplainedScore;
  readonly passage: ExplainedScore;
  readonly answer: ExplainedScore;
  /** From 0 to 1: the logistic function of the answer's score. */
  readonly confidence: number;
}

/** As many as the answerer looks into. */
const PASSAGES = 16;

/** Explains the sentence that the ranker puts first for a question; undefined where the search finds nothing. */
export function explain(
  question: Question,
  lexicon: Lexicon,
  index: PassageIndex,
  data: RankerData,
): Explanation | undefined {
  const words = lexicon.cut(question.folded);
  const { hits, terms } = index.search(words, PASSAGES);
  const query = prepareQuery(question.folded, words, background());
  const found = hits.map((hit) => ({ ...hit, passage: index.prepared(hit.passage) }));
  const trees = {
    sentences: createTrees(data.sentences, namesOf(SENTENCE_FEATURES)),
    passages: createTrees(data.passages, namesOf(PASSAGE_FEATURES)),
    answers: createTrees(data.answers, namesOf(ANSWER_FEATURES)),
  };
  const scored = scorePassages(
    viewHits(query, found, terms, index.collection).map((view) => ({
      view,
      scores: view.sentences.map((sentence) => trees.sentences.score(describeSentence(sentence))),
    })),
  );
  const rows = scored.map(describePassage);
  const passageScores = rows.map((row) => trees.passages.score(row));
  const order = indicesByScore(passageScores);
  const first = indicesByScore(
    scored.map(({ bestScore }, i) => bestScore + data.passageWeight * (passageScores[i] ?? 0)),
  )[0];
  const passage = scored[first ?? -1];
  const row = rows[first ?? -1];
  const best = hits[first ?? -1]?.passage.sentences[passage?.best.index ?? -1];
  const bestPassageRow = rows[order[0] ?? -1];
  if (passage === undefined || row === undefined || best === undefined || bestPassageRow === undefined) {
    return undefined;
  }
  const outcome = describeOutcome({
    row: bestPassageRow,
    scores: order.map((i) => passageScores[i] ?? 0),
    collection: index.collection.size,
  });
  const answer = explainScore(trees.answers, ANSWER_FEATURES, outcome);
  return {
    query,
    terms,
    best,
    sentence: explainScore(trees.sentences, SENTENCE_FEATURES, passage.bestRow),
    passage: explainScore(trees.passages, PASSAGE_FEATURES, row),
    answer,
    confidence: probabilityOf(answer.score),
  };
}

function indicesByScore(scores: readonly number[]): number[] {
  return scores.map((_, i) => i).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
}

function namesOf(features: readonly { readonly name: string }[]): string[] {
  return features.map(({ name }) => name);
}

function explainScore(
  trees: Trees,
  features: readonly { readonly name: string }[],
  row: Float64Array,
): ExplainedScore {
  const { bias, features: added } = trees.contributions(row);
  return {
    score: trees.score(row),
    bias,
    contributions: features
      .map(({ name }, f) => ({ feature: name, value: row[f] ?? 0, added: added[f] ?? 0 }))
      .filter((contribution) => contribution.added !== 0)
      .sort((a, b) => Math.abs(b.added) - Math.abs(a.added)),
  };
}

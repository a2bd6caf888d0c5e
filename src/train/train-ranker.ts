import {
  ANSWER_FEATURES,
  describeOutcome,
  describePassage,
  PASSAGE_FEATURES,
  scorePassages,
} from '../answer/ranking/passage-features.ts';
import type { RankerData } from '../answer/ranking/ranker.ts';
import { describeSentence, SENTENCE_FEATURES } from '../answer/ranking/sentence-features.ts';
import { probabilityOf, type Trees } from '../answer/ranking/trees.ts';
import {
  gainsOf,
  modelsOf,
  trainFolds,
  type FeatureGain,
  type ModelName,
  type OnProgress,
  type TrainingOptions,
} from './models.ts';
import { collectRows, type GroupedRows } from './rows.ts';
import { viewsOf, type Example, type Setting } from './settings.ts';

/** The fold of an example: its model is trained on the examples of the other folds. */
export type FoldOf = (example: Example) => number;

/** What a model that has not seen an example says of one of its settings. */
export interface Verdict {
  readonly example: Example;
  readonly setting: Setting;
  /** For each passage found: its score, and those of its sentences. */
  readonly passageScores: readonly number[];
  readonly sentenceScores: readonly (readonly number[])[];
  readonly confidence: number;
}

export interface Trained {
  readonly ranker: RankerData;
  /** What the cross-validation said, setting by setting. */
  readonly verdicts: readonly Verdict[];
  /** The share of all gain that each feature brought, the most first. */
  readonly gains: Readonly<Record<ModelName, readonly FeatureGain[]>>;
}

/** What a point of the passage ranker counts against one of the sentence ranker. */
export const PASSAGE_WEIGHT = 0.5;

/** An unanswered question of a small collection is rarely close; a whole set has more that is like the answer. */
const SMALL_WEIGHT = 0.3;
/** Sentences are learnt from the best passages that were found, and from the gold one. */
const LEARNT_PASSAGES = 3;

/**
 * Trains the three models of the ranker: trees that put the sentences of the passages found in order, trees that
 * put the passages in order by what their sentences scored, and trees that tell how likely there is an answer.
 *
 * The second and third learn from scores that the first gives examples it has not seen: scores of examples that it
 * has are too good to be true. So cross-validation comes with the training.
 *
 * @param folds how many folds `foldOf` tells apart, two at least
 */
export function trainRanker(
  examples: readonly Example[],
  folds: number,
  foldOf: FoldOf,
  options: TrainingOptions,
  onProgress: OnProgress,
): Trained {
  const foldOfExample = examples.map(foldOf);
  const models = modelsOf(options);

  const sentenceRows = rowsOfSentences(examples, onProgress);
  const sentences = trainFolds('sentences', models.sentences, sentenceRows, foldOfExample, folds, onProgress);

  const settings = examples.flatMap((example, e) => {
    if (e % 50 === 0) onProgress('scoring sentences', e / examples.length);
    const trees = sentences.ofFold(foldOfExample[e] ?? 0);
    return example.settings.map((setting) => ({
      e,
      example,
      setting,
      ...scoreSentences(example, setting, trees),
    }));
  });

  const passageCollector = collectRows(PASSAGE_FEATURES.length);
  for (const { e, example, setting, rows } of settings) {
    const labels = setting.found.map(({ place }) => Number(example.isGold(place)));
    if (setting.hasAnswer && labels.includes(1)) passageCollector.add(e, rows, labels);
  }
  const passages = trainFolds(
    'passages',
    models.passages,
    passageCollector.finish(),
    foldOfExample,
    folds,
    onProgress,
  );

  const outcomes = settings.map((scored) => {
    const trees = passages.ofFold(foldOfExample[scored.e] ?? 0);
    const passageScores = scored.rows.map((row) => trees.score(row));
    return { ...scored, passageScores, outcome: outcomeOf(scored.setting, scored.rows, passageScores) };
  });
  const answerCollector = collectRows(ANSWER_FEATURES.length);
  for (const { e, setting, outcome } of outcomes) {
    if (outcome === undefined) continue;
    const weight = setting.kind.startsWith('small') ? SMALL_WEIGHT : 1;
    answerCollector.add(e, [outcome], [Number(setting.hasAnswer)], [weight]);
  }
  const answers = trainFolds(
    'answers',
    models.answers,
    answerCollector.finish(),
    foldOfExample,
    folds,
    onProgress,
  );

  return {
    ranker: {
      sentences: sentences.final.trees,
      passages: passages.final.trees,
      answers: answers.final.trees,
      passageWeight: PASSAGE_WEIGHT,
    },
    verdicts: outcomes.map(({ e, example, setting, passageScores, scores, outcome }) => ({
      example,
      setting,
      passageScores,
      sentenceScores: scores,
      confidence:
        outcome === undefined ? 0 : probabilityOf(answers.ofFold(foldOfExample[e] ?? 0).score(outcome)),
    })),
    gains: {
      sentences: gainsOf(models.sentences, sentences.final),
      passages: gainsOf(models.passages, passages.final),
      answers: gainsOf(models.answers, answers.final),
    },
  };
}

function rowsOfSentences(examples: readonly Example[], onProgress: OnProgress): GroupedRows {
  const collector = collectRows(SENTENCE_FEATURES.length);
  examples.forEach((example, e) => {
    if (e % 50 === 0) onProgress('describing sentences', e / examples.length);
    for (const setting of example.settings) {
      // A third of the questions teach small collections too.
      if (setting.kind !== 'whole' && (setting.kind !== 'small' || e % 3 > 0)) continue;
      const rows: Float64Array[] = [];
      const labels: number[] = [];
      viewsOf(example, setting).forEach(({ sentences }, i) => {
        const place = setting.found[i]?.place ?? -1;
        if (setting.kind === 'whole' && i >= LEARNT_PASSAGES && !example.isGold(place)) return;
        for (const sentence of sentences) {
          rows.push(describeSentence(sentence));
          labels.push(example.worthOf(place, sentence.index));
        }
      });
      if (labels.some((label) => label > 0)) collector.add(e, rows, labels);
    }
  });
  return collector.finish();
}

/** The scores of the sentences of each passage, and the passages' own features, which follow from them. */
function scoreSentences(
  example: Example,
  setting: Setting,
  trees: Trees,
): { scores: number[][]; rows: Float64Array[] } {
  const scored = viewsOf(example, setting).map((view) => ({
    view,
    scores: view.sentences.map((sentence) => trees.score(describeSentence(sentence))),
  }));
  return { scores: scored.map(({ scores }) => scores), rows: scorePassages(scored).map(describePassage) };
}

/** The features of the best passage as the judgement sees them, or undefined where nothing was found. */
function outcomeOf(
  { collection }: Setting,
  rows: readonly Float64Array[],
  passageScores: readonly number[],
): Float64Array | undefined {
  const order = passageScores
    .map((_, i) => i)
    .sort((a, b) => (passageScores[b] ?? 0) - (passageScores[a] ?? 0));
  const row = rows[order[0] ?? -1];
  if (row === undefined) return undefined;
  return describeOutcome({
    row,
    scores: order.map((i) => passageScores[i] ?? 0),
    collection: collection.size,
  });
}

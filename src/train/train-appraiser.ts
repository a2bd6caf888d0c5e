import { createHash } from 'node:crypto';

import type { AppraiserData } from '../answer/appraisal/appraiser.ts';
import { APPRAISAL_FEATURES } from '../answer/appraisal/features.ts';
import { createTrees } from '../answer/ranking/trees.ts';
import type { AppraisalExample } from './appraisals.ts';
import { boost, type BoostingOptions } from './boosting.ts';
import { logisticLoss } from './losses.ts';
import { thresholdAt } from './figures.ts';
import type { OnProgress } from './models.ts';
import { collectRows, selectGroups } from './rows.ts';

/** How sure the best sentence is, and whether it is right. */
export interface AppraisedAnswer {
  readonly probability: number;
  readonly isRight: boolean;
  readonly isAnswerable: boolean;
}

/** What models say of the questions about notices that they were not trained on. */
export interface AppraiserFigures {
  readonly answerable: number;
  readonly unanswerable: number;
  /** The share of the answerable questions whose best sentence answers. */
  readonly best: number;
  /** The shares of the answerable that get a right sentence, and a wrong one. */
  readonly right: number;
  readonly wrong: number;
  /** The share of the unanswerable that get a sentence. */
  readonly falselyAnswered: number;
}

const FOLDS = 5;
/** The threshold is the lowest at which no more than this share of the unanswerable questions gets an answer. */
const MOST_FALSE = 0.09;

const OPTIONS: Omit<BoostingOptions, 'seed'> = {
  trees: 350,
  leaves: 14,
  learningRate: 0.05,
  minimumRows: 15,
  regularisation: 6,
  featureShare: 0.4,
  groupShare: 0.7,
};

/**
 * Trains the appraiser, and cross-validates it by source in {@link FOLDS} folds.
 *
 * @param isCounted which examples the threshold and the figures are taken from
 */
export function trainAppraiser(
  examples: readonly AppraisalExample[],
  isCounted: (example: AppraisalExample) => boolean,
  seed: number,
  onProgress: OnProgress,
): { readonly data: AppraiserData; readonly answers: readonly (AppraisedAnswer | undefined)[] } {
  const names = APPRAISAL_FEATURES.map(({ name }) => name);
  const collector = collectRows(names.length);
  examples.forEach(({ rows, labels, question }, i) => {
    collector.add(
      i,
      rows,
      labels,
      labels.map(() => question.weight),
    );
  });
  const all = collector.finish();
  const fit = (run: number, keep: (example: number) => boolean) => {
    const { table, labels, weights, groups } = selectGroups(all, keep);
    return boost(table, logisticLoss(labels, weights), groups, names, { ...OPTIONS, seed }, (trees) => {
      onProgress('training', (run + trees / OPTIONS.trees) / (FOLDS + 1));
    }).trees;
  };
  const folds = examples.map(({ question }) => foldOf(question.source));
  const models = Array.from({ length: FOLDS }, (_, fold) =>
    createTrees(
      fit(fold, (example) => folds[example] !== fold),
      names,
    ),
  );
  const answers = examples.map((example, i) => {
    const model = models[folds[i] ?? 0];
    if (model === undefined || !isCounted(example)) return undefined;
    const scores = example.rows.map((row) => model.score(row));
    const best = scores.indexOf(Math.max(...scores));
    return {
      probability: 1 / (1 + Math.exp(-(scores[best] ?? 0))),
      isRight: example.labels[best] === 1,
      isAnswerable: example.question.golds.size > 0,
    };
  });
  const threshold = thresholdOf(answers.filter((answer) => answer !== undefined));
  return { data: { trees: fit(FOLDS, () => true), threshold }, answers };
}

function foldOf(source: string): number {
  return createHash('sha256').update(source).digest().readUInt32BE() % FOLDS;
}

/** Rounded up to hundredths, so that the file tells it in full. */
function thresholdOf(answers: readonly AppraisedAnswer[]): number {
  const unanswerable = answers.filter(({ isAnswerable }) => !isAnswerable);
  const exact = thresholdAt(
    unanswerable.map(({ probability }) => probability),
    MOST_FALSE,
  );
  return Math.ceil(exact * 100) / 100;
}

/** @param threshold from which probability on a sentence answers */
export function appraiserFigures(answers: readonly AppraisedAnswer[], threshold: number): AppraiserFigures {
  const answerable = answers.filter(({ isAnswerable }) => isAnswerable);
  const unanswerable = answers.filter(({ isAnswerable }) => !isAnswerable);
  const share = (of: readonly AppraisedAnswer[], isIn: (answer: AppraisedAnswer) => boolean) =>
    of.length === 0 ? 0 : of.filter(isIn).length / of.length;
  const reaches = ({ probability }: AppraisedAnswer) => probability >= threshold;
  return {
    answerable: answerable.length,
    unanswerable: unanswerable.length,
    best: share(answerable, ({ isRight }) => isRight),
    right: share(answerable, (answer) => answer.isRight && reaches(answer)),
    wrong: share(answerable, (answer) => !answer.isRight && reaches(answer)),
    falselyAnswered: share(unanswerable, reaches),
  };
}

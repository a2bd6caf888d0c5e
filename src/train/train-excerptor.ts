import { createHash } from 'node:crypto';

import type { ExcerptorData } from '../answer/excerpt/excerptor.ts';
import { EXCERPT_FEATURES } from '../answer/excerpt/features.ts';
import { createTrees } from '../answer/ranking/trees.ts';
import { boost, type BoostingOptions } from './boosting.ts';
import type { ExcerptExample } from './excerpts.ts';
import { logisticLoss } from './losses.ts';
import type { OnProgress } from './models.ts';
import { collectRows, selectGroups } from './rows.ts';

/** How sure the best offer of a sentence is, and whether it is the answer. */
export interface ExcerptJudged {
  readonly probability: number;
  readonly isRight: boolean;
}

/** What models say of questions about notices that they were not trained on. */
export interface ExcerptorFigures {
  /** The sentences that hold an answer or are one. */
  readonly sentences: number;
  /** The share of them whose best offer is right. */
  readonly best: number;
  /** The shares that get an excerpt, and a right one. */
  readonly given: number;
  readonly right: number;
}

const FOLDS = 5;
/** The threshold is the lowest at which this share of the excerpts given is right. */
const LEAST_RIGHT = 0.67;

const OPTIONS: Omit<BoostingOptions, 'seed'> = {
  trees: 300,
  leaves: 12,
  learningRate: 0.06,
  minimumRows: 12,
  regularisation: 4,
  featureShare: 0.4,
  groupShare: 0.7,
};

/**
 * Trains the excerptor, and cross-validates it by notice in {@link FOLDS} folds.
 *
 * @param isCounted which examples the threshold and the figures are taken from
 */
export function trainExcerptor(
  examples: readonly ExcerptExample[],
  isCounted: (example: ExcerptExample) => boolean,
  seed: number,
  onProgress: OnProgress,
): { readonly data: ExcerptorData; readonly figures: ExcerptorFigures } {
  const names = EXCERPT_FEATURES.map(({ name }) => name);
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
  const folds = examples.map(({ question }) => foldOf(question.notice.id));
  const judged = Array.from({ length: FOLDS }, (_, fold) => {
    const model = createTrees(
      fit(fold, (example) => folds[example] !== fold),
      names,
    );
    return examples
      .filter((example, i) => folds[i] === fold && isCounted(example))
      .map(({ rows, labels }): ExcerptJudged => {
        const scores = rows.map((row) => model.score(row));
        const best = scores.indexOf(Math.max(...scores));
        return {
          probability: 1 / (1 + Math.exp(-(scores[best] ?? 0))),
          isRight: (labels[best] ?? 0) > 0,
        };
      });
  }).flat();
  const threshold = thresholdFor(judged, LEAST_RIGHT);
  return { data: { trees: fit(FOLDS, () => true), threshold }, figures: excerptorFigures(judged, threshold) };
}

function foldOf(source: string): number {
  return createHash('sha256').update(source).digest().readUInt32BE() % FOLDS;
}

/** The lowest of the hundredths from which on at least `share` of what is given is right; 1 where none is. */
export function thresholdFor(judged: readonly ExcerptJudged[], share: number): number {
  for (let hundredths = 0; hundredths < 100; hundredths++) {
    const given = judged.filter(({ probability }) => probability >= hundredths / 100);
    const right = given.filter(({ isRight }) => isRight);
    if (given.length > 0 && right.length >= share * given.length) return hundredths / 100;
  }
  return 1;
}

/** @param threshold from which probability on an excerpt is given */
export function excerptorFigures(judged: readonly ExcerptJudged[], threshold: number): ExcerptorFigures {
  const share = (isIn: (one: ExcerptJudged) => boolean) =>
    judged.length === 0 ? 0 : judged.filter(isIn).length / judged.length;
  const reaches = ({ probability }: ExcerptJudged) => probability >= threshold;
  return {
    sentences: judged.length,
    best: share(({ isRight }) => isRight),
    given: share(reaches),
    right: share((one) => one.isRight && reaches(one)),
  };
}

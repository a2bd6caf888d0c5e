import { createHash } from 'node:crypto';

import { createTrees, probabilityOf, type TreesData } from '../answer/ranking/trees.ts';
import { boost, type BoostingOptions } from './boosting.ts';
import { logisticLoss } from './losses.ts';
import type { OnProgress } from './models.ts';
import { collectRows, selectGroups } from './rows.ts';

/** Candidates of which some are right, as rows of features. */
export interface Candidates {
  readonly rows: readonly Float64Array[];
  /** How right each row is, from 0 to 1. */
  readonly labels: readonly number[];
  /** What the rows count against those of others. */
  readonly weight: number;
  /** Candidates with the same are kept together in cross-validation. */
  readonly source: string;
}

/** The likeliest of some candidates. */
export interface Likeliest {
  /** From 0 to 1. */
  readonly probability: number;
  readonly isRight: boolean;
}

/** @param probabilities one for each candidate */
export function likeliestOf(
  { labels }: Pick<Candidates, 'labels'>,
  probabilities: readonly number[],
): Likeliest {
  const probability = Math.max(0, ...probabilities);
  return { probability, isRight: (labels[probabilities.indexOf(probability)] ?? 0) > 0 };
}

/** Into so many parts the sources are divided for cross-validation. */
export const FOLDS = 5;

/**
 * Trains trees that tell how probable it is that a candidate is right (log loss), and cross-validates them by source
 * in {@link FOLDS} folds.
 *
 * @param features the names of the rows' features
 * @returns the trees, and for each of `examples` the probability of each candidate, from 0 to 1, by trees that have
 * not seen its source
 */
export function trainProbability(
  examples: readonly Candidates[],
  features: readonly string[],
  options: BoostingOptions,
  onProgress: OnProgress,
): { readonly trees: TreesData; readonly probabilities: readonly (readonly number[])[] } {
  const collector = collectRows(features.length);
  examples.forEach(({ rows, labels, weight }, i) => {
    collector.add(
      i,
      rows,
      labels,
      labels.map(() => weight),
    );
  });
  const all = collector.finish();
  const fit = (run: number, keep: (example: number) => boolean) => {
    const { table, labels, weights, groups } = selectGroups(all, keep);
    return boost(table, logisticLoss(labels, weights), groups, features, options, (trees) => {
      onProgress('training', (run + trees / options.trees) / (FOLDS + 1));
    }).trees;
  };
  const folds = examples.map(({ source }) => foldOf(source));
  const models = Array.from({ length: FOLDS }, (_, fold) =>
    createTrees(
      fit(fold, (example) => folds[example] !== fold),
      features,
    ),
  );
  const probabilities = examples.map(({ rows }, i) =>
    rows.map((row) => probabilityOf(models[folds[i] ?? 0]?.score(row) ?? 0)),
  );
  return { trees: fit(FOLDS, () => true), probabilities };
}

/** The part that a source is in, from 0. */
export function foldOf(source: string): number {
  return createHash('sha256').update(source).digest().readUInt32BE() % FOLDS;
}

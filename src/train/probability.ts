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

/** The likeliest of some candidates, by models that have not seen their source. */
export interface Likeliest {
  /** From 0 to 1. */
  readonly probability: number;
  readonly isRight: boolean;
}

const FOLDS = 5;

/**
 * Trains trees that tell how probable it is that a candidate is right (log loss), and cross-validates them by source
 * in {@link FOLDS} folds.
 *
 * @param features the names of the rows' features
 * @returns the trees, and for each of `examples` the likeliest candidate
 */
export function trainProbability(
  examples: readonly Candidates[],
  features: readonly string[],
  options: BoostingOptions,
  onProgress: OnProgress,
): { readonly trees: TreesData; readonly likeliest: readonly Likeliest[] } {
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
  const likeliest = examples.map(({ rows, labels }, i) => {
    const scores = rows.map((row) => models[folds[i] ?? 0]?.score(row) ?? 0);
    const best = scores.indexOf(Math.max(...scores));
    return { probability: probabilityOf(scores[best] ?? 0), isRight: (labels[best] ?? 0) > 0 };
  });
  return { trees: fit(FOLDS, () => true), likeliest };
}

function foldOf(source: string): number {
  return createHash('sha256').update(source).digest().readUInt32BE() % FOLDS;
}

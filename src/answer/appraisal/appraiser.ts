import { readFileSync } from 'node:fs';

import { describe } from '../ranking/sentence-features.ts';
import { createTrees, probabilityOf, type TreesData } from '../ranking/trees.ts';
import { APPRAISAL_FEATURES } from './features.ts';
import type { AppraisedView } from './view.ts';

/** What `npm run train:appraiser` writes. */
export interface AppraiserData {
  readonly trees: TreesData;
  /** From this probability on, a sentence answers. */
  readonly threshold: number;
}

/** Tells how likely each of the sentences of a notice answers a question, whatever the words of the two. */
export interface Appraiser {
  readonly threshold: number;
  /** From 0 to 1. */
  appraise(view: AppraisedView): number;
}

/** @throws Error when the data was trained on other features than the code has */
export function createAppraiser({ trees: data, threshold }: AppraiserData): Appraiser {
  const names = APPRAISAL_FEATURES.map(({ name }) => name);
  const trees = createTrees(data, names);
  return {
    threshold,
    appraise: (view) => probabilityOf(trees.score(describe(APPRAISAL_FEATURES, view))),
  };
}

let shared: Appraiser | undefined;

/**
 * The appraiser of data/appraiser.json. Read once.
 *
 * @throws Error when the file was trained on other features than the code has
 */
export function loadAppraiser(): Appraiser {
  shared ??= createAppraiser(
    JSON.parse(
      readFileSync(new URL('../../../data/appraiser.json', import.meta.url), 'utf8'),
    ) as AppraiserData,
  );
  return shared;
}

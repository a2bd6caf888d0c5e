import { readFileSync } from 'node:fs';

import { loadMatcher, type Matcher } from '../matching/matcher.ts';
import type { Matchable } from '../matching/pairing.ts';
import { describe } from '../ranking/sentence-features.ts';
import { createTrees, probabilityOf, type TreesData } from '../ranking/trees.ts';
import { APPRAISAL_FEATURES } from './features.ts';
import { greatestOfOthers } from './rare.ts';
import type { AppraisedView } from './rivals.ts';

/** What `npm run train:appraiser` writes. */
export interface AppraiserData {
  readonly trees: TreesData;
  /** From this probability on, a sentence answers. */
  readonly threshold: number;
}

/** Tells how likely each of the sentences of a notice answers a question, whatever the words of the two. */
export interface Appraiser {
  readonly threshold: number;
  /** @returns for each of a question's candidates the probability that it answers, from 0 to 1 */
  appraise(views: readonly AppraisedView[]): number[];
}

/** What is looked at: a view, and what the matcher says of it. */
export const APPRAISER_FEATURES: readonly string[] = [
  ...APPRAISAL_FEATURES.map(({ name }) => name),
  'match',
  'matchLead',
];

/** @throws Error when the data was trained on other features than the code has */
export function createAppraiser({ trees: data, threshold }: AppraiserData, matcher: Matcher): Appraiser {
  const trees = createTrees(data, APPRAISER_FEATURES);
  return {
    threshold,
    appraise(views) {
      const matches = matcher.match(views[0]?.inquiry.question.askingWords ?? [], views.map(matchable));
      const rows = withMatches(
        views.map((view) => describe(APPRAISAL_FEATURES, view)),
        matches,
      );
      return rows.map((row) => probabilityOf(trees.score(row)));
    },
  };
}

/** A candidate as the matcher takes it. */
export function matchable({ sentence, standing, passage }: AppraisedView): Matchable {
  return { sentence, standing, title: passage.title };
}

/**
 * Rows of {@link APPRAISER_FEATURES} from those of {@link APPRAISAL_FEATURES}.
 *
 * @param matches what the matcher says of each
 */
export function withMatches(rows: readonly Float64Array[], matches: ArrayLike<number>): Float64Array[] {
  const rivals = greatestOfOthers(Array.from(matches));
  return rows.map((row, i) => {
    const match = matches[i] ?? 0;
    return Float64Array.of(...row, match, match - (rivals[i] ?? 0));
  });
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
    loadMatcher(),
  );
  return shared;
}

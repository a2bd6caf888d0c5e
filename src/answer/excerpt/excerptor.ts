import { readFileSync } from 'node:fs';

import type { CutSentence } from '../../lexicon/cut-sentence.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { Range } from '../../text/range.ts';
import type { Question } from '../question/question.ts';
import { describe } from '../ranking/sentence-features.ts';
import { createTrees, probabilityOf, type TreesData } from '../ranking/trees.ts';
import { EXCERPT_FEATURES } from './features.ts';
import { viewOffers } from './view.ts';

/** What `npm run train:excerptor` writes. */
export interface ExcerptorData {
  readonly trees: TreesData;
  /** From this probability on, an excerpt is given. */
  readonly threshold: number;
}

/** Finds the words of a sentence that are the short answer. */
export interface Excerptor {
  /**
   * @param ruled what rules take for the answer, ranges of the folded sentence
   * @returns ranges of the folded sentence; none where it is not sure
   */
  excerpt(
    question: Question,
    sentence: CutSentence,
    lexicon: Pick<Lexicon, 'home' | 'standingOf'>,
    ruled: readonly Range[],
  ): readonly Range[];
}

/** What rules take for the answer is given from this probability on. */
const RULED = 0.05;

/** @throws Error when the data was trained on other features than the code has */
export function createExcerptor({ trees: data, threshold }: ExcerptorData): Excerptor {
  const names = EXCERPT_FEATURES.map(({ name }) => name);
  const trees = createTrees(data, names);
  return {
    excerpt(question, sentence, { home, standingOf }, ruled) {
      // 巩固什么、壮大什么 has two answers, which only rules tell apart.
      if (ruled.length > 1) return ruled;
      const offers = viewOffers(question, sentence, standingOf(sentence), home, ruled)
        .map((view) => ({
          offer: view.offer,
          probability: probabilityOf(trees.score(describe(EXCERPT_FEATURES, view))),
        }))
        .sort((a, b) => b.probability - a.probability);
      const best =
        offers.find(({ probability }) => probability >= threshold) ??
        offers.find(({ offer, probability }) => offer.kinds.has('ruled') && probability >= RULED);
      return best === undefined ? [] : [best.offer];
    },
  };
}

let shared: Excerptor | undefined;

/**
 * The excerptor of data/excerptor.json. Read once.
 *
 * @throws Error when the file was trained on other features than the code has
 */
export function loadExcerptor(): Excerptor {
  shared ??= createExcerptor(
    JSON.parse(
      readFileSync(new URL('../../../data/excerptor.json', import.meta.url), 'utf8'),
    ) as ExcerptorData,
  );
  return shared;
}

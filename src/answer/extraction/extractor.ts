import { readFileSync } from 'node:fs';

import type { CutSentence } from '../../lexicon/cut-sentence.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { Range } from '../../text/range.ts';
import type { Question } from '../question/question.ts';
import { describe } from '../ranking/sentence-features.ts';
import { createTrees, probabilityOf, type TreesData } from '../ranking/trees.ts';
import { ofMeantTime } from './changes.ts';
import { EXTRACTION_FEATURES } from './features.ts';
import type { SpanCandidate } from './candidates.ts';
import { viewSpans } from './view.ts';

/** What `npm run train:extractor` writes. */
export interface ExtractorData {
  readonly trees: TreesData;
  /** From this probability on, a short answer is given. */
  readonly threshold: number;
}

/** Finds the words of a sentence that are the short answer. */
export interface Extractor {
  /**
   * @param ruled what rules take for the answer, ranges of the folded sentence
   * @returns ranges of the folded sentence; none where it is not sure
   */
  extract(
    question: Question,
    sentence: CutSentence,
    lexicon: Pick<Lexicon, 'home' | 'standingOf'>,
    ruled: readonly Range[],
  ): readonly Range[];
}

/**
 * What rules take for the answer is given from this probability on: they know forms of questions that are rare in what
 * the trees learned from.
 */
const RULED = 0.05;

/** @throws Error when the data was trained on other features than the code has */
export function createExtractor({ trees: data, threshold }: ExtractorData): Extractor {
  const names = EXTRACTION_FEATURES.map(({ name }) => name);
  const trees = createTrees(data, names);
  return {
    extract(question, sentence, { home, standingOf }, ruled) {
      // 巩固什么、壮大什么 has two answers, which only rules tell apart.
      if (ruled.length > 1) return ruled;
      const views = ofMeantTime(viewSpans(question, sentence, standingOf(sentence), home, ruled));
      const candidates = views.map((view) => ({
        candidate: view.candidate,
        probability: probabilityOf(trees.score(describe(EXTRACTION_FEATURES, view))),
      }));
      const chosen = chooseSpan(candidates, threshold);
      return chosen === undefined ? [] : [chosen.candidate];
    },
  };
}

/** A span that may be the answer, and how probable that is. */
export interface ProbableSpan {
  readonly candidate: SpanCandidate;
  /** From 0 to 1. */
  readonly probability: number;
}

/** The likeliest span where it is likely enough, or else what rules take where that is not very unlikely. */
export function chooseSpan<Span extends ProbableSpan>(
  spans: readonly Span[],
  threshold: number,
): Span | undefined {
  const likeliest = [...spans].sort((a, b) => b.probability - a.probability);
  return (
    likeliest.find(({ probability }) => probability >= threshold) ??
    likeliest.find(({ candidate, probability }) => candidate.kinds.has('ruled') && probability >= RULED)
  );
}

let shared: Extractor | undefined;

/**
 * The extractor of data/extractor.json. Read once.
 *
 * @throws Error when the file was trained on other features than the code has
 */
export function loadExtractor(): Extractor {
  shared ??= createExtractor(
    JSON.parse(
      readFileSync(new URL('../../../data/extractor.json', import.meta.url), 'utf8'),
    ) as ExtractorData,
  );
  return shared;
}

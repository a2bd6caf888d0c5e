import { APPRAISER_FEATURES, withMatches, type AppraiserData } from '../answer/appraisal/appraiser.ts';
import { runNetwork, type Weights } from '../answer/matching/network.ts';
import type { AppraisalExample } from './appraisals.ts';
import type { BoostingOptions } from './boosting.ts';
import { thresholdAt } from './figures.ts';
import type { OnProgress } from './models.ts';
import { trainMatcher } from './matching/train-matcher.ts';
import { FOLDS, foldOf, likeliestOf, trainProbability, type Likeliest } from './probability.ts';

/** How sure the best sentence is, and whether it is right. */
export interface AppraisedAnswer extends Likeliest {
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

/** The threshold is the lowest at which no more than this share of the unanswerable questions gets an answer. */
const MOST_FALSE = 0.11;

const OPTIONS: Omit<BoostingOptions, 'seed'> = {
  trees: 350,
  leaves: 14,
  learningRate: 0.05,
  minimumRows: 15,
  regularisation: 6,
  featureShare: 0.4,
  groupShare: 0.7,
};

/** What comes out of a training. */
export interface TrainedAppraiser {
  readonly data: AppraiserData;
  /** Of the matcher's network. */
  readonly weights: Weights;
  /** What is said of each example that is counted. */
  readonly answers: readonly (AppraisedAnswer | undefined)[];
}

/**
 * Trains the matcher and the appraiser that uses it, and cross-validates both by source. What the appraiser learns
 * from is said by matchers that have not seen the source.
 *
 * @param isCounted which examples the threshold and the figures are taken from
 * @param symbols how many the matcher has
 */
export function trainAppraiser(
  examples: readonly AppraisalExample[],
  isCounted: (example: AppraisalExample) => boolean,
  symbols: number,
  seed: number,
  onProgress: OnProgress,
): TrainedAppraiser {
  const { weights, matches } = crossMatch(examples, symbols, seed, onProgress);
  const { trees, probabilities } = trainProbability(
    examples.map(({ rows, labels, question: { weight, source } }, i) => ({
      rows: withMatches(rows, matches[i] ?? []),
      labels,
      weight,
      source,
    })),
    APPRAISER_FEATURES,
    { ...OPTIONS, seed },
    onProgress,
  );
  const answers = examples.map((example, i) => {
    if (!isCounted(example)) return undefined;
    return {
      ...likeliestOf(example, probabilities[i] ?? []),
      isAnswerable: example.question.golds.size > 0,
    };
  });
  const threshold = thresholdOf(answers.filter((answer) => answer !== undefined));
  return { data: { trees, threshold }, weights, answers };
}

/** A matcher of all examples, and what matchers that have not seen an example's source say of its sentences. */
function crossMatch(
  examples: readonly AppraisalExample[],
  symbols: number,
  seed: number,
  onProgress: OnProgress,
): { readonly weights: Weights; readonly matches: readonly Float64Array[] } {
  const folds = examples.map(({ question }) => foldOf(question.source));
  const fit = (run: number, keep: (fold: number) => boolean) => {
    const kept = examples
      .filter(({ question }, i) => !question.isServed && keep(folds[i] ?? 0))
      .map(({ pairing, labels, question }) => ({ pairing, labels, weight: question.weight }));
    return trainMatcher(kept, symbols, seed, (share) => {
      onProgress('matching', (run + share) / (FOLDS + 1));
    });
  };
  const matchers = Array.from({ length: FOLDS }, (_, fold) => fit(fold, (other) => other !== fold));
  const weights = fit(FOLDS, () => true);
  const matches = examples.map(
    ({ pairing }, i) => runNetwork(matchers[folds[i] ?? 0] ?? weights, pairing).scores,
  );
  return { weights, matches };
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

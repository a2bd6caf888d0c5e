import type { ExcerptorData } from '../answer/excerpt/excerptor.ts';
import { EXCERPT_FEATURES } from '../answer/excerpt/features.ts';
import type { BoostingOptions } from './boosting.ts';
import type { ExcerptExample } from './excerpts.ts';
import type { OnProgress } from './models.ts';
import { trainProbability, type Likeliest } from './probability.ts';

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
 * Trains the excerptor, and cross-validates it by notice.
 *
 * @param isCounted which examples the threshold and the figures are taken from
 */
export function trainExcerptor(
  examples: readonly ExcerptExample[],
  isCounted: (example: ExcerptExample) => boolean,
  seed: number,
  onProgress: OnProgress,
): { readonly data: ExcerptorData; readonly figures: ExcerptorFigures } {
  const { trees, likeliest } = trainProbability(
    examples.map(({ rows, labels, question: { weight, notice } }) => ({
      rows,
      labels,
      weight,
      source: notice.id,
    })),
    EXCERPT_FEATURES.map(({ name }) => name),
    { ...OPTIONS, seed },
    onProgress,
  );
  const judged = likeliest.filter((_, i) => {
    const example = examples[i];
    return example !== undefined && isCounted(example);
  });
  const threshold = thresholdFor(judged, LEAST_RIGHT);
  return { data: { trees, threshold }, figures: excerptorFigures(judged, threshold) };
}

/** The lowest of the hundredths from which on at least `share` of what is given is right; 1 where none is. */
export function thresholdFor(judged: readonly Likeliest[], share: number): number {
  for (let hundredths = 0; hundredths < 100; hundredths++) {
    const given = judged.filter(({ probability }) => probability >= hundredths / 100);
    const right = given.filter(({ isRight }) => isRight);
    if (given.length > 0 && right.length >= share * given.length) return hundredths / 100;
  }
  return 1;
}

/** @param threshold from which probability on an excerpt is given */
export function excerptorFigures(judged: readonly Likeliest[], threshold: number): ExcerptorFigures {
  const share = (isIn: (one: Likeliest) => boolean) =>
    judged.length === 0 ? 0 : judged.filter(isIn).length / judged.length;
  const reaches = ({ probability }: Likeliest) => probability >= threshold;
  return {
    sentences: judged.length,
    best: share(({ isRight }) => isRight),
    given: share(reaches),
    right: share((one) => one.isRight && reaches(one)),
  };
}

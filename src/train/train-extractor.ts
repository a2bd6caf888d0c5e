import { chooseSpan, type ExtractorData } from '../answer/extraction/extractor.ts';
import { EXTRACTION_FEATURES } from '../answer/extraction/features.ts';
import type { BoostingOptions } from './boosting.ts';
import type { ExtractionExample } from './extractions.ts';
import type { OnProgress } from './models.ts';
import { likeliestOf, trainProbability, type Likeliest } from './probability.ts';

/** What models say of sentences of notices that they were not trained on; all but the first are shares of these. */
export interface ExtractorFigures {
  /** How many sentences there are, each with the question that it answers. */
  readonly sentences: number;
  /** One of the candidates is right. */
  readonly held: number;
  /** The likeliest candidate is right. */
  readonly best: number;
  /** What rules take by themselves is right. */
  readonly byRules: number;
  /** A short answer is given, and a right one. */
  readonly given: number;
  readonly right: number;
}

/** The threshold is the lowest at which this share of what reaches it is right. */
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
 * Trains the extractor, and cross-validates it by notice.
 *
 * @param isCounted which examples the threshold and the figures are taken from
 */
export function trainExtractor(
  examples: readonly ExtractionExample[],
  isCounted: (example: ExtractionExample) => boolean,
  seed: number,
  onProgress: OnProgress,
): { readonly data: ExtractorData; readonly figures: ExtractorFigures } {
  const { trees, probabilities } = trainProbability(
    examples.map(({ rows, labels, question: { weight, notice } }) => ({
      rows,
      labels,
      weight,
      source: notice.id,
    })),
    EXTRACTION_FEATURES.map(({ name }) => name),
    { ...OPTIONS, seed },
    onProgress,
  );
  const judged = examples
    .map((example, i): Judged => ({ ...example, probabilities: probabilities[i] ?? [] }))
    .filter(isCounted);
  const threshold = thresholdFor(
    judged.map((example) => likeliestOf(example, example.probabilities)),
    LEAST_RIGHT,
  );
  return { data: { trees, threshold }, figures: extractorFigures(judged, threshold) };
}

/** An example with the probability of each candidate, from 0 to 1. */
export interface Judged extends ExtractionExample {
  readonly probabilities: readonly number[];
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

/** @param threshold from which probability on a short answer is given */
export function extractorFigures(judged: readonly Judged[], threshold: number): ExtractorFigures {
  const share = (isIn: (one: Judged) => boolean) =>
    judged.length === 0 ? 0 : judged.filter(isIn).length / judged.length;
  const given = (one: Judged) => givenNearness(one, threshold);
  return {
    sentences: judged.length,
    held: share(({ labels }) => labels.some((label) => label > 0)),
    best: share((one) => likeliestOf(one, one.probabilities).isRight),
    byRules: share(({ ruled = 0 }) => ruled > 0),
    given: share((one) => given(one) !== undefined),
    right: share((one) => (given(one) ?? 0) > 0),
  };
}

/** How near to the answer is what the extractor gives; undefined where it gives nothing. */
function givenNearness(
  { candidates, labels, probabilities, ruled }: Judged,
  threshold: number,
): number | undefined {
  if (candidates.filter(({ kinds }) => kinds.has('ruled')).length > 1) return ruled;
  const spans = candidates.map((candidate, i) => ({
    candidate,
    probability: probabilities[i] ?? 0,
    nearness: labels[i] ?? 0,
  }));
  return chooseSpan(spans, threshold)?.nearness;
}

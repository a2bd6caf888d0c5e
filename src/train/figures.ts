/** How well a confidence tells answerable questions from unanswerable ones, and how far it means what it says. */
export interface AbstentionFigures {
  /** The chance that an answerable question is given more confidence than an unanswerable one. */
  readonly auroc: number;
  /** The share of the answerable that is kept where this share of the unanswerable gets an answer. */
  readonly keptAt: Readonly<Record<'1%' | '5%' | '10%', number>>;
  /** The threshold at which at most 5 % of the unanswerable get an answer. */
  readonly thresholdAt5: number;
  /** Expected calibration error over ten bins of equal width. */
  readonly ece: number;
}

/**
 * @param answerable the confidences that questions with an answer were given
 * @param unanswerable those of questions without
 */
export function abstentionFigures(
  answerable: readonly number[],
  unanswerable: readonly number[],
): AbstentionFigures {
  const kept = (share: number) => {
    const threshold = thresholdAt(unanswerable, share);
    return answerable.filter((value) => value > threshold).length / answerable.length;
  };
  return {
    auroc: auroc(answerable, unanswerable),
    keptAt: { '1%': kept(0.01), '5%': kept(0.05), '10%': kept(0.1) },
    thresholdAt5: thresholdAt(unanswerable, 0.05),
    ece: expectedCalibrationError([
      ...answerable.map((confidence) => ({ confidence, isRight: true })),
      ...unanswerable.map((confidence) => ({ confidence, isRight: false })),
    ]),
  };
}

/** The smallest value that at most `share` of the values exceed. */
export function thresholdAt(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => b - a);
  return sorted[Math.floor(share * sorted.length)] ?? 1;
}

/** The area under the ROC curve, by ranks; ties count half. */
export function auroc(positive: readonly number[], negative: readonly number[]): number {
  const all = [
    ...positive.map((value) => ({ value, isPositive: true })),
    ...negative.map((value) => ({ value, isPositive: false })),
  ].sort((a, b) => a.value - b.value);
  let ranks = 0;
  let start = 0;
  while (start < all.length) {
    let end = start;
    let positives = 0;
    for (; end < all.length && all[end]?.value === all[start]?.value; end++) {
      if (all[end]?.isPositive === true) positives++;
    }
    ranks += positives * ((start + end + 1) / 2);
    start = end;
  }
  const lowest = (positive.length * (positive.length + 1)) / 2;
  return (ranks - lowest) / (positive.length * negative.length);
}

/** A confidence from 0 to 1, and whether it turned out right. */
export interface Judged {
  readonly confidence: number;
  readonly isRight: boolean;
}

/** The judged whose confidence lies in one stretch of equal width. */
export interface CalibrationBin {
  readonly count: number;
  readonly meanConfidence: number;
  readonly shareRight: number;
}

const BINS = 10;

export function calibrationBins(judged: readonly Judged[]): CalibrationBin[] {
  const bins = Array.from({ length: BINS }, () => ({ count: 0, confidence: 0, right: 0 }));
  for (const { confidence, isRight } of judged) {
    const bin = bins[Math.min(BINS - 1, Math.floor(confidence * BINS))];
    if (bin === undefined) continue;
    bin.count++;
    bin.confidence += confidence;
    bin.right += Number(isRight);
  }
  return bins.map(({ count, confidence, right }) => ({
    count,
    meanConfidence: count === 0 ? 0 : confidence / count,
    shareRight: count === 0 ? 0 : right / count,
  }));
}

/** The mean distance between confidence and truth over the bins, each by its share of the judged. */
export function expectedCalibrationError(judged: readonly Judged[]): number {
  return calibrationBins(judged).reduce(
    (sum, { count, meanConfidence, shareRight }) =>
      sum + (count / Math.max(1, judged.length)) * Math.abs(meanConfidence - shareRight),
    0,
  );
}

/** The value that `share` of the values do not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? 0;
}

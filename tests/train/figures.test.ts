import { describe, expect, it } from 'vitest';

import {
  abstentionFigures,
  auroc,
  calibrationBins,
  expectedCalibrationError,
  quantile,
  thresholdAt,
} from '../../src/train/figures.ts';

describe('the area under the ROC curve', () => {
  it.each([
    ['all answerable above all unanswerable', [3, 4], [1, 2], 1],
    ['the other way round', [1, 2], [3, 4], 0],
    ['all the same', [1, 1], [1, 1, 1], 0.5],
    ['one pair of four wrong', [2, 4], [1, 3], 0.75],
    ['a tie, which counts half', [2, 3], [2, 1], 0.875],
  ])('is right for %s', (_, positive, negative, expected) => {
    expect(auroc(positive, negative)).toBe(expected);
  });
});

describe('the threshold', () => {
  const hundred = Array.from({ length: 100 }, (_, i) => i / 100);

  it('is exceeded by the given share of the values at most', () => {
    for (const share of [0, 0.01, 0.05, 0.1]) {
      const threshold = thresholdAt(hundred, share);
      expect(hundred.filter((value) => value > threshold).length).toBe(Math.round(share * 100));
    }
  });

  it('decides how many answerable questions are kept', () => {
    const figures = abstentionFigures([0.2, 0.9, 0.93, 0.95, 0.999], hundred);
    expect(figures.thresholdAt5).toBeCloseTo(0.94);
    expect(figures.keptAt).toEqual({ '1%': 0.2, '5%': 0.4, '10%': 0.8 });
  });
});

describe('the calibration', () => {
  const judged = [
    ...Array.from({ length: 80 }, (_, i) => ({ confidence: 0.75, isRight: i < 60 })),
    ...Array.from({ length: 20 }, () => ({ confidence: 0.25, isRight: false })),
  ];

  it('has no error in a bin that is right as often as it says, and the distance in the others', () => {
    expect(expectedCalibrationError(judged.slice(0, 80))).toBeCloseTo(0);
    expect(expectedCalibrationError(judged)).toBeCloseTo(0.2 * 0.25);
  });

  it('puts a confidence of 1 into the last bin', () => {
    expect(calibrationBins([{ confidence: 1, isRight: true }])[9]).toEqual({
      count: 1,
      meanConfidence: 1,
      shareRight: 1,
    });
  });
});

describe('a quantile', () => {
  it.each([
    [0.5, 2],
    [0.95, 4],
    [0, 1],
    [1, 4],
  ])('at %d of four values is a value', (share, expected) => {
    expect(quantile([4, 1, 3, 2], share)).toBe(expected);
  });
});

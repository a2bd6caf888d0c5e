import { describe, expect, it } from 'vitest';

import { createTrees } from '../../src/answer/ranking/trees.ts';
import { BINS, binTable, selectRows } from '../../src/train/binned-table.ts';
import { boost, type BoostingOptions } from '../../src/train/boosting.ts';
import { logisticLoss, softmaxLoss, type Group, type Loss } from '../../src/train/losses.ts';
import { createRandom } from '../../src/train/random.ts';

const OPTIONS: BoostingOptions = {
  trees: 30,
  leaves: 4,
  learningRate: 0.3,
  minimumRows: 5,
  regularisation: 1,
  featureShare: 1,
  groupShare: 0.8,
  seed: 3,
};
const FEATURES = ['signal', 'noise'];

/** `rows` rows of two features from 0 to 1. */
function twoColumns(rows: number): Float32Array[] {
  const random = createRandom(1);
  return FEATURES.map(() => Float32Array.from({ length: rows }, random));
}

function singles(rows: number): Group[] {
  return Array.from({ length: rows }, (_, start) => ({ start, end: start + 1 }));
}

function derivativesAt(loss: Loss, scores: readonly number[]) {
  const gradient = new Float64Array(scores.length);
  const hessian = new Float64Array(scores.length);
  loss(Float64Array.from(scores), gradient, hessian);
  return { gradient: [...gradient], hessian: [...hessian] };
}

describe('the random numbers', () => {
  it('are the same from the same seed, differ from another, and lie between 0 and 1', () => {
    const draw = (seed: number) => Array.from({ length: 1000 }, createRandom(seed));
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
    expect(Math.min(...draw(7))).toBeGreaterThanOrEqual(0);
    expect(Math.max(...draw(7))).toBeLessThan(1);
  });
});

describe('the bins', () => {
  it('keep each value apart where there are few', () => {
    const { bins, cuts } = binTable([Float32Array.from([3, 1, 2, 1])]);
    expect([...(bins[0] ?? [])]).toEqual([2, 0, 1, 0]);
    expect([...(cuts[0] ?? [])]).toEqual([1.5, 2.5]);
  });

  it('hold about as many rows each where there are many values, and keep their order', () => {
    const column = Float32Array.from({ length: 6400 }, (_, i) => Math.sqrt(i));
    const [bins] = binTable([column]).bins;
    const counts = new Array<number>(BINS).fill(0);
    bins?.forEach((bin) => (counts[bin] = (counts[bin] ?? 0) + 1));
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(2);
    expect([...(bins ?? [])]).toEqual([...(bins ?? [])].sort((a, b) => a - b));
  });

  it('can be had of some rows, with the same bounds', () => {
    const table = binTable([Float32Array.from([5, 6, 7])]);
    const some = selectRows(table, [2, 0]);
    expect([...(some.bins[0] ?? [])]).toEqual([2, 0]);
    expect(some.cuts).toBe(table.cuts);
    expect(some.rows).toBe(2);
  });
});

describe('the losses', () => {
  it('push a good row up and the others of its group down, and no other group', () => {
    const loss = softmaxLoss(
      [
        { start: 0, end: 3 },
        { start: 3, end: 5 },
      ],
      Float32Array.from([1, 0, 0, 0, 0]),
    );
    const { gradient } = derivativesAt(loss, [0, 0, 0, 0, 0]);
    expect(gradient[0]).toBeCloseTo(1 / 3 - 1);
    expect(gradient[1]).toBeCloseTo(1 / 3);
    expect(gradient.slice(3)).toEqual([0, 0]);
  });

  it('do not overflow on large scores', () => {
    const loss = softmaxLoss([{ start: 0, end: 2 }], Float32Array.from([0, 1]));
    const { gradient, hessian } = derivativesAt(loss, [5000, 0]);
    expect([...gradient, ...hessian].every(Number.isFinite)).toBe(true);
  });

  it('have derivatives that agree with differences of the log loss', () => {
    const loss = logisticLoss(Float32Array.from([1, 0]), Float32Array.from([1, 0.5]));
    const { gradient } = derivativesAt(loss, [0.3, 0.3]);
    const value = (score: number, label: number, weight: number) =>
      -weight * Math.log(label === 1 ? 1 / (1 + Math.exp(-score)) : 1 - 1 / (1 + Math.exp(-score)));
    expect(gradient[0]).toBeCloseTo((value(0.3001, 1, 1) - value(0.2999, 1, 1)) / 0.0002, 5);
    expect(gradient[1]).toBeCloseTo((value(0.3001, 0, 0.5) - value(0.2999, 0, 0.5)) / 0.0002, 5);
  });
});

describe('boosting', () => {
  const rows = 400;
  const columns = twoColumns(rows);
  const table = binTable(columns);
  const isGood = Float32Array.from(columns[0] ?? [], (value) => Number(value > 0.6));
  const loss = logisticLoss(isGood, new Float32Array(rows).fill(1));
  const train = (options = OPTIONS) => boost(table, loss, singles(rows), FEATURES, options);

  it('finds what tells good rows from bad, also in rows that it has not seen', () => {
    const model = createTrees(train().trees, FEATURES);
    expect(model.score(Float64Array.of(0.8, 0.1))).toBeGreaterThan(1);
    expect(model.score(Float64Array.of(0.3, 0.9))).toBeLessThan(-1);
  });

  it('credits the gain to the feature that brought it', () => {
    const [signal = 0, noise = 0] = train().gains;
    expect(signal).toBeGreaterThan(20 * noise);
  });

  it('gives the same trees from the same seed, and others from another', () => {
    expect(train()).toEqual(train());
    expect(train()).not.toEqual(train({ ...OPTIONS, seed: 4 }));
  });

  it('keeps to the number of trees and leaves, and counts the trees', () => {
    const seen: number[] = [];
    const { trees } = boost(table, loss, singles(rows), FEATURES, { ...OPTIONS, trees: 3 }, (n) =>
      seen.push(n),
    );
    expect(trees.trees).toHaveLength(3);
    expect(trees.trees.every(({ feature }) => feature.filter((f) => f < 0).length <= 4)).toBe(true);
    expect(seen).toEqual([1, 2, 3]);
  });

  it('writes a tree that says of every row what training added for it', () => {
    const one = { ...OPTIONS, trees: 1, groupShare: 1, learningRate: 1, regularisation: 0 };
    const model = createTrees(train(one).trees, FEATURES);
    const good = columns[0]?.findIndex((value) => value > 0.6) ?? -1;
    // From a score of 0, a pure leaf of good rows takes one Newton step: 0.5 / 0.25.
    expect(model.score(Float64Array.of(columns[0]?.[good] ?? 0, columns[1]?.[good] ?? 0))).toBeCloseTo(2, 1);
  });

  it('grows nothing where nothing can be told apart', () => {
    const flat = binTable([new Float32Array(rows), new Float32Array(rows)]);
    const { trees } = boost(flat, loss, singles(rows), FEATURES, OPTIONS);
    expect(trees.trees.every(({ feature }) => feature.length === 1)).toBe(true);
  });

  it('learns to put the good row of each group first, where only their order in the group tells', () => {
    const random = createRandom(5);
    const groups = Array.from({ length: 100 }, (_, g) => ({ start: g * 4, end: g * 4 + 4 }));
    const labels = new Float32Array(rows);
    const column = new Float32Array(rows);
    for (const { start } of groups) {
      const best = start + Math.floor(random() * 4);
      for (let row = start; row < start + 4; row++) column[row] = row === best ? 0.5 : random() * 0.4;
      labels[best] = 1;
    }
    const ranked = boost(
      binTable([column, columns[1] ?? column]),
      softmaxLoss(groups, labels),
      groups,
      FEATURES,
      OPTIONS,
    );
    const model = createTrees(ranked.trees, FEATURES);
    expect(model.score(Float64Array.of(0.5, 0))).toBeGreaterThan(model.score(Float64Array.of(0.2, 0)) + 1);
  });
});

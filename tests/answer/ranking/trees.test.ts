import { describe, expect, it } from 'vitest';

import { createTrees, type TreesData } from '../../../src/answer/ranking/trees.ts';

/** Two stumps: a ≤ 1 gives -2, else b ≤ 5 gives 1 or 3; and b ≤ 5 gives 0.5, else -0.5. */
const DATA: TreesData = {
  features: ['a', 'b'],
  bias: 10,
  trees: [
    {
      feature: [0, -1, 1, -1, -1],
      threshold: [1, 0, 5, 0, 0],
      value: [0.1, -2, 2, 1, 3],
      right: [2, 0, 4, 0, 0],
    },
    { feature: [1, -1, -1], threshold: [5, 0, 0], value: [0, 0.5, -0.5], right: [2, 0, 0] },
  ],
};

describe('trees', () => {
  const trees = createTrees(DATA, ['a', 'b']);

  it.each([
    [1, 5, 10 - 2 + 0.5],
    [1.1, 5, 10 + 1 + 0.5],
    [1.1, 5.1, 10 + 3 - 0.5],
    [0, 9, 10 - 2 - 0.5],
  ])('score a = %d, b = %d as their leaves say', (a, b, expected) => {
    expect(trees.score(Float64Array.of(a, b))).toBeCloseTo(expected);
  });

  it('take the right branch for what is no number, as every comparison with it fails', () => {
    expect(trees.score(Float64Array.of(NaN, 5))).toBeCloseTo(10 + 1 + 0.5);
  });

  it('are refused where one has more leaves than there are bits', () => {
    const leaves = 33;
    const ladder = {
      feature: Array.from({ length: 2 * leaves - 1 }, (_, i) => (i % 2 === 0 && i < 2 * leaves - 2 ? 0 : -1)),
      threshold: Array.from({ length: 2 * leaves - 1 }, (_, i) => i),
      value: Array.from({ length: 2 * leaves - 1 }, () => 0),
      right: Array.from({ length: 2 * leaves - 1 }, (_, i) => i + 2),
    };
    expect(() => createTrees({ features: ['a'], bias: 0, trees: [ladder] }, ['a'])).toThrow(
      /33 leaves; train with at most 32/,
    );
  });

  it('tell what each feature added: the changes of value along the paths', () => {
    const { bias, features } = trees.contributions(Float64Array.of(1.1, 5.1));
    expect(bias).toBeCloseTo(10.1);
    expect(features[0]).toBeCloseTo(1.9);
    expect(features[1]).toBeCloseTo(1 - 0.5);
  });

  it.each([
    ['in another order', ['b', 'a'], /other features \(b\)/],
    ['fewer', ['a'], /other features \(too many\)/],
    ['more', ['a', 'b', 'c'], /other features \(c\)/],
  ])('refuse to be read where the code has the features %s', (_, features, message) => {
    expect(() => createTrees(DATA, features)).toThrow(message);
    expect(() => createTrees(DATA, features)).toThrow(/run "npm run train"/);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';

import { runNetwork, type Pairing, type Weights } from '../../../src/answer/matching/network.ts';
import { createAdam } from '../../../src/train/matching/adam.ts';
import { slopesOf, trainMatcher, type MatchExample } from '../../../src/train/matching/train-matcher.ts';

/** One symbol a word. */
const text = (...ids: number[]) => ({
  ids: Int32Array.from(ids),
  ends: Int32Array.from(ids, (_, i) => i + 1),
});
const pair = (question: number[], ...sentences: number[][]): Pairing => ({
  question: text(...question),
  sentences: sentences.map((ids) => ({
    symbols: text(...ids),
    role: 6,
    evidence: new Float64Array(question.length * 4),
  })),
});

/** What symbol 1 asks for is 2, and what 3 asks for is 4; nothing answers 5. */
const QUESTIONS: readonly { readonly asks: number; readonly labels: readonly number[] }[] = [
  { asks: 1, labels: [1, 0, 0] },
  { asks: 3, labels: [0, 1, 0] },
  { asks: 5, labels: [0, 0, 0] },
];
const examples = Array.from({ length: 600 }, (_, i): MatchExample => {
  const { asks, labels } = QUESTIONS[i % 3] ?? { asks: 5, labels: [0, 0, 0] };
  const other = 6 + (i % 4);
  return { pairing: pair([asks, other], [2, other, 10], [4, 11, other], [12, other]), labels, weight: 1 };
});

describe('a training of the matcher', () => {
  let weights: Weights;
  beforeAll(() => {
    weights = trainMatcher(examples, 16, 1);
  });

  it('learns what answers, though no word of the question is in it', () => {
    const scores = (asks: number) => [
      ...runNetwork(weights, pair([asks, 13], [12, 13], [4, 13], [2, 13])).scores,
    ];
    expect(scores(1).indexOf(Math.max(...scores(1)))).toBe(2);
    expect(scores(3).indexOf(Math.max(...scores(3)))).toBe(1);
  });

  it('learns what nothing answers', () => {
    const [a, b] = [1, 5].map((asks) =>
      Math.max(...runNetwork(weights, pair([asks, 6], [2, 6], [4, 6])).scores),
    );
    expect(a).toBeGreaterThan(1);
    expect(b).toBeLessThan(-1);
  });

  it('gives the same weights again, and others from another seed', () => {
    const few = examples.slice(0, 30);
    expect(trainMatcher(few, 16, 1)).toEqual(trainMatcher(few, 16, 1));
    expect(trainMatcher(few, 16, 2)).not.toEqual(trainMatcher(few, 16, 1));
  });

  it('says how far it is, up to the end', () => {
    const shares: number[] = [];
    trainMatcher(examples.slice(0, 80), 16, 1, (share) => shares.push(share));
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBeGreaterThan(0.9);
  });
});

describe('the slopes of the loss', () => {
  it('push the right one up and the others down, and sum up to less the surer none of them is', () => {
    const [right = 0, wrong = 0] = slopesOf(Float64Array.of(0, 0), [1, 0], 1);
    expect(right).toBeCloseTo(-2 / 3, 9);
    expect(wrong).toBeCloseTo(1 / 3, 9);
  });

  it('push all down where none is right', () => {
    expect([...slopesOf(Float64Array.of(0, 0), [0, 0], 1)].every((slope) => slope > 0)).toBe(true);
  });

  it('count as much as the example', () => {
    expect(slopesOf(Float64Array.of(1), [1], 0.5)[0]).toBeCloseTo(
      (slopesOf(Float64Array.of(1), [1], 1)[0] ?? NaN) / 2,
      12,
    );
  });

  it('stay numbers where scores are large', () => {
    expect([...slopesOf(Float64Array.of(1e4, -1e4), [1, 0], 1)].every(Number.isFinite)).toBe(true);
  });
});

describe('Adam', () => {
  it('goes to where the loss is least, and clears the gradient', () => {
    const values = [Float64Array.of(3, -2)];
    const gradients = [new Float64Array(2)];
    const step = createAdam(values, gradients);
    for (let i = 0; i < 2000; i++) {
      values[0]?.forEach((value, at) => gradients[0]?.fill(2 * (value - 1), at, at + 1));
      step(0.01);
    }
    for (const value of values[0] ?? []) expect(value).toBeCloseTo(1, 2);
    expect([...(gradients[0] ?? [])]).toEqual([0, 0]);
  });
});

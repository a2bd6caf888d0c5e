import { describe, expect, it } from 'vitest';

import { runNetwork } from '../../../src/answer/matching/network.ts';
import { packWeights, unpackWeights } from '../../../src/answer/matching/packed.ts';
import { randomNetwork } from '../../train/matching/random-network.ts';

const { weights, pairing } = randomNetwork(7);

describe('the network', () => {
  it('gives a number for each sentence', () => {
    const { scores } = runNetwork(weights, pairing);
    expect(scores).toHaveLength(3);
    expect(scores.every(Number.isFinite)).toBe(true);
  });

  it('looks at shares of a sentence that sum up to one, and most at what is most alike', () => {
    const [first] = runNetwork(weights, pairing).sentences;
    const row = first?.attention.slice(0, first.count) ?? new Float64Array(0);
    expect(row.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(row.indexOf(Math.max(...row))).toBe(first?.bestAt[0]);
  });

  it('gives numbers where a sentence or the question has no words', () => {
    const nothing = { ids: new Int32Array(0), ends: new Int32Array(0) };
    const [first] = pairing.sentences;
    const empty = { symbols: nothing, role: 0, evidence: first?.evidence ?? new Float64Array(0) };
    expect(runNetwork(weights, { ...pairing, sentences: [empty] }).scores.every(Number.isFinite)).toBe(true);
    const unasked = { question: nothing, sentences: [{ ...empty, evidence: new Float64Array(0) }] };
    expect(runNetwork(weights, unasked).scores.every(Number.isFinite)).toBe(true);
    expect(runNetwork(weights, { ...pairing, sentences: [] }).scores).toHaveLength(0);
  });
});

describe('weights in a file', () => {
  it('are nearly what they were', () => {
    const again = unpackWeights(packWeights(weights), 20);
    expect(again.query.every((value, i) => Math.abs(value - (weights.query[i] ?? NaN)) < 1e-4)).toBe(true);
    const scores = runNetwork(again, pairing).scores;
    runNetwork(weights, pairing).scores.forEach((score, s) => {
      expect(scores[s]).toBeCloseTo(score, 2);
    });
  });

  it('are refused where they are too few for the network', () => {
    const packed = packWeights(weights);
    const short = { ...packed, aligned: { ...packed.aligned, values: packed.gate.values } };
    expect(() => unpackWeights(short, 20)).toThrow(
      'aligned has 32 numbers instead of 1024); run "npm run train:appraiser"',
    );
    expect(() => unpackWeights(packed, 21)).toThrow('symbols has 640 numbers instead of 672');
  });
});

import { describe, expect, it } from 'vitest';

import { runNetwork, SHAPES, type Dropout, type WeightName } from '../../../src/answer/matching/network.ts';
import { addGradient } from '../../../src/train/matching/gradient.ts';
import { slopesOf, zeros } from '../../../src/train/matching/train-matcher.ts';
import { randomNetwork } from './random-network.ts';

const { weights, pairing } = randomNetwork(3);
const labels = [0, 1, 0];
const names = Object.keys(SHAPES) as WeightName[];

function lossOf(scores: Float64Array): number {
  return Math.log(scores.reduce((sum, score) => sum + Math.exp(score), 1)) - (scores[1] ?? 0);
}

/** How the loss changes with a weight, by changing it a little both ways. */
function measuredSlope(name: WeightName, at: number, dropout?: Dropout): number {
  const values = weights[name];
  const before = values[at] ?? 0;
  const little = 1e-5;
  const lossAt = (value: number) => {
    values[at] = value;
    return lossOf(runNetwork(weights, pairing, dropout).scores);
  };
  const slope = (lossAt(before + little) - lossAt(before - little)) / (2 * little);
  values[at] = before;
  return slope;
}

describe('the gradient of the network', () => {
  const activations = runNetwork(weights, pairing);
  const gradient = zeros(20);
  addGradient(weights, pairing, activations, slopesOf(activations.scores, labels, 1), gradient);

  it.each(names)('is what changing them a little shows: %s', (name) => {
    const step = Math.max(1, Math.floor(weights[name].length / 16));
    for (let at = 0; at < weights[name].length; at += step) {
      expect(gradient[name][at]).toBeCloseTo(measuredSlope(name, at), 6);
    }
  });

  it('does not go through what dropout took, and is as much greater as it made the rest', () => {
    const everyThird: Dropout = (values) => {
      for (let i = 0; i < values.length; i++) values[i] = i % 3 === 0 ? 0 : (values[i] ?? 0) * 1.5;
    };
    const dropped = runNetwork(weights, pairing, everyThird);
    const throughDropout = zeros(20);
    addGradient(weights, pairing, dropped, slopesOf(dropped.scores, labels, 1), throughDropout, 1.5);
    for (const name of names) {
      expect(throughDropout[name][0]).toBeCloseTo(measuredSlope(name, 0, everyThird), 6);
      const last = weights[name].length - 1;
      expect(throughDropout[name][last]).toBeCloseTo(measuredSlope(name, last, everyThird), 6);
    }
  });

  it('is added to what is there', () => {
    const twice = zeros(20);
    for (let i = 0; i < 2; i++)
      addGradient(weights, pairing, activations, slopesOf(activations.scores, labels, 1), twice);
    expect(twice.output[0]).toBeCloseTo(2 * (gradient.output[0] ?? NaN), 12);
  });
});

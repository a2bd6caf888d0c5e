import {
  SEEN,
  SHAPES,
  type Pairing,
  type WeightName,
  type Weights,
} from '../../../src/answer/matching/network.ts';
import type { Symbols } from '../../../src/answer/matching/symbols.ts';
import { createRandom } from '../../../src/train/random.ts';
import { zeros } from '../../../src/train/matching/train-matcher.ts';

/** Weights and a pairing of a question of three words with three sentences, all of random numbers. */
export function randomNetwork(seed: number): { readonly weights: Weights; readonly pairing: Pairing } {
  const random = createRandom(seed);
  const symbols = 20;
  const text = (words: number): Symbols => ({
    ids: Int32Array.from({ length: words * 2 }, () => Math.floor(random() * symbols)),
    ends: Int32Array.from({ length: words }, (_, word) => (word + 1) * 2),
  });
  const weights = zeros(symbols);
  for (const name of Object.keys(SHAPES) as WeightName[]) {
    weights[name].forEach((_, i) => (weights[name][i] = random() - 0.5));
  }
  weights.sharpness[0] = 3;
  const pairing = {
    question: text(3),
    sentences: [0, 1, 2].map((role) => ({
      symbols: text(4 + role),
      role,
      evidence: Float64Array.from({ length: 3 * SEEN }, random),
    })),
  };
  return { weights, pairing };
}

import {
  runNetwork,
  SHAPES,
  type Dropout,
  type Pairing,
  type WeightName,
  type Weights,
} from '../../answer/matching/network.ts';
import { addTo } from '../../answer/matching/vectors.ts';
import { createRandom } from '../random.ts';
import { createAdam } from './adam.ts';
import { addGradient } from './gradient.ts';

/** A question, sentences, and which of them answer. */
export interface MatchExample {
  readonly pairing: Pairing;
  /** 1 for each sentence that answers, 0 for the others; all 0 where the question has no answer. */
  readonly labels: readonly number[];
  readonly weight: number;
}

const EPOCHS = 3;
/** Questions that are looked at before the weights are changed. */
const BATCH = 8;
/** How far a step goes at first, and what share of that at last. */
const RATE = 0.002;
const LAST_RATE = 0.45;
/** The share of the numbers that are left out in training. */
const LEFT_OUT = 0.15;
/** How far from 0 the numbers that stand for a symbol are at first. */
const SYMBOL_SPREAD = 0.1;
const FIRST_SHARPNESS = 10;
/** The gradient of a batch is not longer than this. */
const LONGEST_GRADIENT = 5;

/**
 * Trains the matcher's network from nothing: by the log loss of which sentence answers, where none of them is a choice
 * too. The same input gives the same weights.
 *
 * @param symbols how many there are
 * @param onProgress called with the share that is done
 */
export function trainMatcher(
  examples: readonly MatchExample[],
  symbols: number,
  seed: number,
  onProgress: (share: number) => void = () => undefined,
): Weights {
  const random = createRandom(seed);
  const weights = firstWeights(symbols, random);
  const gradient = zeros(symbols);
  const names = Object.keys(SHAPES) as WeightName[];
  const gradients = names.map((name) => gradient[name]);
  const step = createAdam(
    names.map((name) => weights[name]),
    gradients,
  );
  const kept = 1 / (1 - LEFT_OUT);
  const dropout: Dropout = (values) => {
    for (let i = 0; i < values.length; i++) values[i] = random() < LEFT_OUT ? 0 : (values[i] ?? 0) * kept;
  };
  const order = examples.map((_, i) => i);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    const rate = RATE * (1 - ((1 - LAST_RATE) * epoch) / (EPOCHS - 1));
    for (let from = 0; from < order.length; from += BATCH) {
      for (const at of order.slice(from, from + BATCH)) {
        const example = examples[at];
        if (example === undefined) continue;
        const activations = runNetwork(weights, example.pairing, dropout);
        const slopes = slopesOf(activations.scores, example.labels, example.weight / BATCH);
        addGradient(weights, example.pairing, activations, slopes, gradient, kept);
      }
      shorten(gradients);
      step(rate);
      onProgress((epoch + from / order.length) / EPOCHS);
    }
  }
  return weights;
}

/**
 * How the log loss changes with each score. The scores and a 0, which stands for no answer, make probabilities
 * (softmax); where several sentences answer, any of them is right.
 */
export function slopesOf(scores: Float64Array, labels: readonly number[], weight: number): Float64Array {
  const most = Math.max(0, ...scores);
  const odds = scores.map((score) => Math.exp(score - most));
  const none = Math.exp(-most);
  const total = odds.reduce((sum, odd) => sum + odd, none);
  const right = odds.reduce((sum, odd, i) => sum + odd * (labels[i] ?? 0), 0);
  return odds.map((odd, i) => {
    const wanted = right > 0 ? (odd * (labels[i] ?? 0)) / right : 0;
    return weight * (odd / total - wanted);
  });
}

/** All weights 0. */
export function zeros(symbols: number): Weights {
  const sizes = Object.entries(SHAPES).map(([name, [rows, columns]]) => [
    name,
    new Float64Array((name === 'symbols' ? symbols : rows) * columns),
  ]);
  return Object.fromEntries(sizes) as Weights;
}

/** Small random numbers, the smaller the more of them are summed up. */
function firstWeights(symbols: number, random: () => number): Weights {
  const weights = zeros(symbols);
  for (const [name, [rows]] of Object.entries(SHAPES)) {
    const spread = name === 'symbols' ? SYMBOL_SPREAD * Math.sqrt(3) : 1 / Math.sqrt(rows);
    const values = weights[name as WeightName];
    for (let i = 0; i < values.length; i++) values[i] = spread * (2 * random() - 1);
  }
  weights.sharpness[0] = FIRST_SHARPNESS;
  weights.role.fill(0);
  return weights;
}

function shuffle(order: number[], random: () => number): void {
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
}

function shorten(gradients: readonly Float64Array[]): void {
  let squares = 0;
  for (const numbers of gradients) for (const slope of numbers) squares += slope * slope;
  const length = Math.sqrt(squares);
  if (length <= LONGEST_GRADIENT) return;
  for (const numbers of gradients) addTo(numbers, numbers, LONGEST_GRADIENT / length - 1);
}

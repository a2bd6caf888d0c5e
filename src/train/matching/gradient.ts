import {
  DIMENSIONS,
  EVIDENCE,
  HIDDEN,
  type Activations,
  type Asker,
  type Matched,
  type Pairing,
  type Weights,
} from '../../answer/matching/network.ts';
import { addTo, dot } from '../../answer/matching/vectors.ts';
import { addRow, addThroughLength, dropped, embedBack, multiplyBack, sumOfRows } from './backward.ts';

/**
 * Goes back through the network (back-propagation): adds to `gradient` how a loss changes with each weight.
 *
 * @param slopes how the loss changes with each sentence's score
 * @param kept what numbers that dropout kept were multiplied by; 1 without dropout. Those that it took are 0.
 */
export function addGradient(
  weights: Weights,
  { question, sentences }: Pairing,
  { asker, sentences: matched }: Activations,
  slopes: Float64Array,
  gradient: Weights,
  kept = 1,
): void {
  const back = throughAsker(asker.count);
  const through = sentences.flatMap(({ role, symbols }, s) => {
    const one = matched[s];
    return one === undefined
      ? []
      : [{ one, symbols, ...weighBack(weights, asker, one, role, slopes[s] ?? 0, gradient, back, kept) }];
  });
  // What is usual among the sentences was taken off what each one's best match is.
  const usual = new Float64Array(asker.count);
  for (const { offUsual } of through) addTo(usual, offUsual, 1 / through.length);
  for (const { one, symbols, aligned, best, mean } of through) {
    addTo(best, usual, -1);
    const words = lookBack(weights, asker, one, { aligned, best, mean }, gradient, back);
    embedBack(gradient.symbols, symbols, dropped(words, one.words, kept));
  }
  const words = askBack(weights, asker, gradient, back);
  embedBack(gradient.symbols, question, dropped(words, asker.words, kept));
}

/** How the loss changes with what the network makes of the question, summed over the sentences. */
type AskerSlopes = Pick<Asker, 'queries' | 'asked' | 'gates' | 'mean'>;

function throughAsker(count: number): AskerSlopes {
  return {
    queries: new Float64Array(count * DIMENSIONS),
    asked: new Float64Array(count * HIDDEN),
    gates: new Float64Array(count),
    mean: new Float64Array(DIMENSIONS),
  };
}

/** How the loss changes with what is found in one sentence. */
interface ThroughFares {
  readonly aligned: Float64Array;
  readonly best: Float64Array;
  readonly offUsual: Float64Array;
  readonly mean: Float64Array;
}

function emptySlopes(count: number): ThroughFares {
  return {
    aligned: new Float64Array(count * DIMENSIONS),
    best: new Float64Array(count),
    offUsual: new Float64Array(count),
    mean: new Float64Array(DIMENSIONS),
  };
}

function weighBack(
  weights: Weights,
  asker: Asker,
  matched: Matched,
  role: number,
  slope: number,
  gradient: Weights,
  back: AskerSlopes,
  kept: number,
): ThroughFares {
  const through = emptySlopes(asker.count);
  addTo(gradient.output, matched.hidden, slope);
  gradient.outputBias[0] = (gradient.outputBias[0] ?? 0) + slope;
  const hidden = new Float64Array(HIDDEN);
  addTo(hidden, weights.output, slope);
  dropped(hidden, matched.hidden, kept);
  for (let h = 0; h < HIDDEN; h++) {
    const at = role * HIDDEN + h;
    gradient.role[at] = (gradient.role[at] ?? 0) + (hidden[h] ?? 0);
  }
  const gated = new Float64Array(HIDDEN);
  const averaged = new Float64Array(HIDDEN);
  multiplyBack(matched.gated, 0, weights.gated, hidden, 0, HIDDEN, HIDDEN, gradient.gated, gated, 0);
  multiplyBack(matched.averaged, 0, weights.mean, hidden, 0, HIDDEN, HIDDEN, gradient.mean, averaged, 0);
  multiplyBack(
    asker.mean,
    0,
    weights.question,
    hidden,
    0,
    DIMENSIONS,
    HIDDEN,
    gradient.question,
    back.mean,
    0,
  );
  multiplyBack(
    matched.mean,
    0,
    weights.sentence,
    hidden,
    0,
    DIMENSIONS,
    HIDDEN,
    gradient.sentence,
    through.mean,
    0,
  );

  const fares = new Float64Array(asker.count * HIDDEN);
  const evidence = new Float64Array(asker.count * EVIDENCE);
  for (let i = 0; i < asker.count; i++) {
    const at = i * HIDDEN;
    for (let h = 0; h < HIDDEN; h++)
      fares[at + h] = (asker.gates[i] ?? 0) * (gated[h] ?? 0) + (averaged[h] ?? 0) / asker.count;
    back.gates[i] = (back.gates[i] ?? 0) + dot(matched.fares, at, gated, 0, HIDDEN);
  }
  dropped(fares, matched.fares, kept);
  addTo(back.asked, fares, 1);
  for (let i = 0; i < asker.count; i++) {
    multiplyBack(
      matched.aligned,
      i * DIMENSIONS,
      weights.aligned,
      fares,
      i * HIDDEN,
      DIMENSIONS,
      HIDDEN,
      gradient.aligned,
      through.aligned,
      i * DIMENSIONS,
    );
    multiplyBack(
      matched.evidence,
      i * EVIDENCE,
      weights.evidence,
      fares,
      i * HIDDEN,
      EVIDENCE,
      HIDDEN,
      gradient.evidence,
      evidence,
      i * EVIDENCE,
    );
    const offUsual = evidence[i * EVIDENCE + 1] ?? 0;
    through.offUsual[i] = offUsual;
    through.best[i] = (evidence[i * EVIDENCE] ?? 0) + offUsual;
  }
  return through;
}

function lookBack(
  weights: Weights,
  asker: Asker,
  { count, words, keys, lengths, similarity, attention, bestAt }: Matched,
  { aligned, best, mean }: Pick<ThroughFares, 'aligned' | 'best' | 'mean'>,
  gradient: Weights,
  back: AskerSlopes,
): Float64Array {
  const toWords = new Float64Array(words.length);
  const toKeys = new Float64Array(words.length);
  const sharpness = weights.sharpness[0] ?? 1;
  const looks = new Float64Array(count);
  for (let i = 0; i < asker.count; i++) {
    let usual = 0;
    for (let j = 0; j < count; j++) {
      const share = attention[i * count + j] ?? 0;
      addRow(toWords, j * DIMENSIONS, aligned, i * DIMENSIONS, share);
      looks[j] = dot(aligned, i * DIMENSIONS, words, j * DIMENSIONS, DIMENSIONS);
      usual += share * (looks[j] ?? 0);
    }
    for (let j = 0; j < count; j++) {
      const throughShare = (attention[i * count + j] ?? 0) * ((looks[j] ?? 0) - usual);
      const alike = similarity[i * count + j] ?? 0;
      gradient.sharpness[0] = (gradient.sharpness[0] ?? 0) + throughShare * alike;
      const slope = sharpness * throughShare + (bestAt[i] === j ? (best[i] ?? 0) : 0);
      addRow(back.queries, i * DIMENSIONS, keys, j * DIMENSIONS, slope);
      addRow(toKeys, j * DIMENSIONS, asker.queries, i * DIMENSIONS, slope);
    }
  }
  for (let j = 0; j < count; j++) {
    addRow(toWords, j * DIMENSIONS, mean, 0, 1 / count);
    addThroughLength(toWords, toKeys, keys, j * DIMENSIONS, lengths[j] ?? 1);
  }
  return toWords;
}

function askBack(weights: Weights, asker: Asker, gradient: Weights, back: AskerSlopes): Float64Array {
  const { count, words, queries, lengths, gates } = asker;
  const toWords = new Float64Array(words.length);
  const toLooking = new Float64Array(words.length);
  addTo(gradient.askedBias, sumOfRows(back.asked, HIDDEN), 1);
  const usual = gates.reduce((sum, gate, i) => sum + gate * (back.gates[i] ?? 0), 0);
  for (let i = 0; i < count; i++) {
    const at = i * DIMENSIONS;
    addThroughLength(toLooking, back.queries, queries, at, lengths[i] ?? 1);
    addRow(toWords, at, toLooking, at, 1);
    multiplyBack(
      words,
      at,
      weights.query,
      toLooking,
      at,
      DIMENSIONS,
      DIMENSIONS,
      gradient.query,
      toWords,
      at,
    );
    multiplyBack(
      words,
      at,
      weights.asked,
      back.asked,
      i * HIDDEN,
      DIMENSIONS,
      HIDDEN,
      gradient.asked,
      toWords,
      at,
    );
    const slope = (gates[i] ?? 0) * ((back.gates[i] ?? 0) - usual);
    addRow(gradient.gate, 0, words, at, slope);
    addRow(toWords, at, weights.gate, 0, slope);
    addRow(toWords, at, back.mean, 0, 1 / count);
  }
  return toWords;
}

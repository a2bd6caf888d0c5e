import type { Symbols } from './symbols.ts';
import { addTo, dot, multiplyInto, rectify, softmax } from './vectors.ts';

/** Numbers that stand for a symbol. */
export const DIMENSIONS = 32;
/** Numbers that stand for how one word of the question fares with a sentence. */
export const HIDDEN = 32;
/** What is seen of a word besides symbols: see {@link Pairing.evidence}, and how well the best word matches. */
export const SEEN = 4;
/** All numbers that are seen of a word: the best match, how much better than usual it is, and those of the pairing. */
export const EVIDENCE = SEEN + 2;

/** The shapes of the network's weights, row by row. A matrix has one row for each number that goes in. */
export const SHAPES = {
  /** As many rows as there are symbols; here 0. */
  symbols: [0, DIMENSIONS],
  query: [DIMENSIONS, DIMENSIONS],
  sharpness: [1, 1],
  asked: [DIMENSIONS, HIDDEN],
  askedBias: [1, HIDDEN],
  aligned: [DIMENSIONS, HIDDEN],
  evidence: [EVIDENCE, HIDDEN],
  gate: [DIMENSIONS, 1],
  gated: [HIDDEN, HIDDEN],
  mean: [HIDDEN, HIDDEN],
  question: [DIMENSIONS, HIDDEN],
  sentence: [DIMENSIONS, HIDDEN],
  role: [8, HIDDEN],
  output: [HIDDEN, 1],
  outputBias: [1, 1],
} as const satisfies Record<string, readonly [number, number]>;

export type WeightName = keyof typeof SHAPES;
export type Weights = Readonly<Record<WeightName, Float64Array>>;

/** A question and the sentences that may answer it. */
export interface Pairing {
  readonly question: Symbols;
  readonly sentences: readonly {
    readonly symbols: Symbols;
    /** The sentence's part in its notice, from 0 to 7. */
    readonly role: number;
    /** {@link SEEN} numbers for each word of the question: see `pairing.ts`. */
    readonly evidence: Float64Array;
  }[];
}

/** Multiplies numbers in training by nought or a bit more than one (dropout); see `train/matching`. */
export type Dropout = (values: Float64Array) => void;

/** What the network makes of the question, and of each sentence; training goes back through it. */
export interface Activations {
  readonly asker: Asker;
  readonly sentences: readonly Matched[];
  /** One for each sentence: the log-odds that it answers, against that none does. */
  readonly scores: Float64Array;
}

export interface Asker {
  readonly count: number;
  /** A row of {@link DIMENSIONS} for each word, and their mean. */
  readonly words: Float64Array;
  readonly mean: Float64Array;
  /** The words as they look for their match, of length 1, and how long they were. */
  readonly queries: Float64Array;
  readonly lengths: Float64Array;
  /** A row of {@link HIDDEN} for each word. */
  readonly asked: Float64Array;
  /** How much each word counts; sums up to 1. */
  readonly gates: Float64Array;
}

export interface Matched {
  readonly count: number;
  readonly words: Float64Array;
  readonly mean: Float64Array;
  readonly keys: Float64Array;
  readonly lengths: Float64Array;
  /** For each word of the question a row over the sentence's: how alike they are, and what it looks at. */
  readonly similarity: Float64Array;
  readonly attention: Float64Array;
  /** For each word of the question: the most alike word's place and likeness. */
  readonly bestAt: Int32Array;
  readonly best: Float64Array;
  /** For each word of the question: what it looks at, what is seen of it, and how it fares. */
  readonly aligned: Float64Array;
  readonly evidence: Float64Array;
  readonly fares: Float64Array;
  readonly gated: Float64Array;
  readonly averaged: Float64Array;
  readonly hidden: Float64Array;
}

/**
 * How well each sentence answers a question, by words that need not be the same: each word of the question looks for
 * its match in the sentence (decomposable attention, Parikh et al. 2016), what it finds is summed up over the
 * question, and a layer weighs the sums. Words are the means of what stands for their characters, so that 收费 is near
 * 费用 from the start.
 */
export function runNetwork(weights: Weights, pairing: Pairing, dropout?: Dropout): Activations {
  const asker = ask(weights, pairing.question, dropout);
  const looked = pairing.sentences.map((sentence) => ({
    sentence,
    found: look(weights, asker, sentence.symbols, dropout),
  }));
  const usual = new Float64Array(asker.count);
  for (const { found } of looked) addTo(usual, found.best, 1 / looked.length);
  const sentences = looked.map(({ sentence, found }) =>
    weigh(weights, asker, found, usual, sentence.role, sentence.evidence, dropout),
  );
  const scores = Float64Array.from(
    sentences,
    ({ hidden }) => dot(hidden, 0, weights.output, 0, HIDDEN) + (weights.outputBias[0] ?? 0),
  );
  return { asker, sentences, scores };
}

function ask(weights: Weights, symbols: Symbols, dropout: Dropout | undefined): Asker {
  const words = embed(weights.symbols, symbols);
  dropout?.(words);
  const count = symbols.ends.length;
  const looking = words.slice();
  const asked = new Float64Array(count * HIDDEN);
  const gates = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    multiplyInto(looking, i * DIMENSIONS, words, i * DIMENSIONS, weights.query, DIMENSIONS, DIMENSIONS);
    asked.set(weights.askedBias, i * HIDDEN);
    multiplyInto(asked, i * HIDDEN, words, i * DIMENSIONS, weights.asked, DIMENSIONS, HIDDEN);
    gates[i] = dot(words, i * DIMENSIONS, weights.gate, 0, DIMENSIONS);
  }
  softmax(gates, 0, count, 1);
  return { count, words, mean: meanOf(words, count), ...normalised(looking, count), asked, gates };
}

function normalised(rows: Float64Array, count: number): { queries: Float64Array; lengths: Float64Array } {
  const queries = rows.slice();
  const lengths = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const at = i * DIMENSIONS;
    const length = Math.sqrt(dot(rows, at, rows, at, DIMENSIONS)) + 1e-9;
    lengths[i] = length;
    const share = 1 / length;
    for (let d = at; d < at + DIMENSIONS; d++) queries[d] = (queries[d] ?? 0) * share;
  }
  return { queries, lengths };
}

type Looked = Pick<
  Matched,
  'count' | 'words' | 'mean' | 'keys' | 'lengths' | 'similarity' | 'attention' | 'bestAt' | 'best' | 'aligned'
>;

function look(weights: Weights, asker: Asker, symbols: Symbols, dropout: Dropout | undefined): Looked {
  const words = embed(weights.symbols, symbols);
  dropout?.(words);
  const count = symbols.ends.length;
  const { queries: keys, lengths } = normalised(words, count);
  const similarity = new Float64Array(asker.count * count);
  const bestAt = new Int32Array(asker.count);
  const best = new Float64Array(asker.count);
  const aligned = new Float64Array(asker.count * DIMENSIONS);
  for (let i = 0; i < asker.count; i++) {
    let most = -Infinity;
    for (let j = 0; j < count; j++) {
      const alike = dot(asker.queries, i * DIMENSIONS, keys, j * DIMENSIONS, DIMENSIONS);
      similarity[i * count + j] = alike;
      if (alike > most) {
        most = alike;
        bestAt[i] = j;
      }
    }
    best[i] = count === 0 ? 0 : most;
  }
  const attention = similarity.slice();
  for (let i = 0; i < asker.count; i++) {
    softmax(attention, i * count, count, weights.sharpness[0] ?? 1);
    multiplyInto(aligned, i * DIMENSIONS, attention, i * count, words, count, DIMENSIONS);
  }
  return {
    count,
    words,
    mean: meanOf(words, count),
    keys,
    lengths,
    similarity,
    attention,
    bestAt,
    best,
    aligned,
  };
}

function weigh(
  weights: Weights,
  asker: Asker,
  looked: Looked,
  usual: Float64Array,
  role: number,
  seen: Float64Array,
  dropout: Dropout | undefined,
): Matched {
  const { count } = asker;
  const evidence = new Float64Array(count * EVIDENCE);
  const fares = asker.asked.slice();
  for (let i = 0; i < count; i++) {
    const best = looked.best[i] ?? 0;
    evidence[i * EVIDENCE] = best;
    evidence[i * EVIDENCE + 1] = best - (usual[i] ?? 0);
    for (let e = 0; e < SEEN; e++) evidence[i * EVIDENCE + 2 + e] = seen[i * SEEN + e] ?? 0;
    multiplyInto(fares, i * HIDDEN, looked.aligned, i * DIMENSIONS, weights.aligned, DIMENSIONS, HIDDEN);
    multiplyInto(fares, i * HIDDEN, evidence, i * EVIDENCE, weights.evidence, EVIDENCE, HIDDEN);
  }
  rectify(fares);
  dropout?.(fares);
  const gated = new Float64Array(HIDDEN);
  const averaged = new Float64Array(HIDDEN);
  for (let i = 0; i < count; i++) {
    const gate = asker.gates[i] ?? 0;
    for (let h = 0, at = i * HIDDEN; h < HIDDEN; h++, at++) {
      const value = fares[at] ?? 0;
      gated[h] = (gated[h] ?? 0) + gate * value;
      averaged[h] = (averaged[h] ?? 0) + value / count;
    }
  }
  const hidden = weights.role.slice(role * HIDDEN, (role + 1) * HIDDEN);
  multiplyInto(hidden, 0, gated, 0, weights.gated, HIDDEN, HIDDEN);
  multiplyInto(hidden, 0, averaged, 0, weights.mean, HIDDEN, HIDDEN);
  multiplyInto(hidden, 0, asker.mean, 0, weights.question, DIMENSIONS, HIDDEN);
  multiplyInto(hidden, 0, looked.mean, 0, weights.sentence, DIMENSIONS, HIDDEN);
  rectify(hidden);
  dropout?.(hidden);
  return { ...looked, evidence, fares, gated, averaged, hidden };
}

/** A row for each word: the mean of its symbols' rows. */
function embed(table: Float64Array, { ids, ends }: Symbols): Float64Array {
  const words = new Float64Array(ends.length * DIMENSIONS);
  let start = 0;
  for (let word = 0; word < ends.length; word++) {
    const end = ends[word] ?? start;
    const share = 1 / (end - start);
    for (let at = start; at < end; at++) {
      const from = (ids[at] ?? 0) * DIMENSIONS;
      const to = word * DIMENSIONS;
      for (let d = 0; d < DIMENSIONS; d++)
        words[to + d] = (words[to + d] ?? 0) + share * (table[from + d] ?? 0);
    }
    start = end;
  }
  return words;
}

function meanOf(rows: Float64Array, count: number): Float64Array {
  const mean = new Float64Array(DIMENSIONS);
  const share = 1 / count;
  for (let i = 0, at = 0; i < count; i++) {
    for (let d = 0; d < DIMENSIONS; d++, at++) mean[d] = (mean[d] ?? 0) + share * (rows[at] ?? 0);
  }
  return mean;
}

import type { Match } from './matching.ts';
import type { PreparedPassage, PreparedSentence } from './passage.ts';
import type { Query } from './query.ts';

/** How a passage was found, and what the collection knows of the question's words. */
export interface Retrieval {
  /** The search's score of this passage, of the best one, and of the second (for the best) or best (for the others). */
  readonly score: number;
  readonly best: number;
  readonly rival: number;
  /** From 0. */
  readonly rank: number;
  /** The share of the searched terms that the passage has. */
  readonly termShare: number;
  /** The score of a passage that had each searched term once. */
  readonly possible: number;
  /** The weights of the question's characters where the collection's own rarity is mixed in, and their sum. */
  readonly weights: Float64Array;
  readonly total: number;
  /** The number of passages that have each term. */
  readonly frequencies: readonly number[];
}

/** One sentence as the features see it: numbers of its own, of its neighbours, and of its passage. */
export interface SentenceView {
  readonly query: Query;
  readonly sentence: PreparedSentence;
  readonly index: number;
  readonly levels: Float64Array;
  /** Shares of the question's weight: characters it has, words and near-synonyms, and the collection's weighting. */
  readonly cover: number;
  readonly soft: number;
  readonly rare: number;
  /** `cover` where what few sentences of the passage have counts more. */
  readonly unique: number;
  readonly longestRun: number;
  readonly heaviestRun: number;
  readonly squaredRuns: number;
  /** The lengths of the runs that touch the gap from the left and from the right, and the distance between them. */
  readonly leftOfGap: number;
  readonly rightOfGap: number;
  readonly gapWidth: number;
  /** `mass` summed, at its densest in 30 characters, and the characters without any. */
  readonly mass: number;
  readonly densest: number;
  readonly fresh: number;
  /** The spans of a wanted kind that the question does not have; of the likeliest kind alone. */
  readonly fitting: number;
  readonly fittingFirst: number;
  /** How close to matched words the best fitting span stands, and any span. */
  readonly nearFitting: number;
  readonly nearAny: number;
  /** Words that end like the asked noun and are not in the question. */
  readonly likeAsked: number;
  readonly passage: PassageView;
}

/** What a passage has of a question, and its sentences. */
export interface PassageView {
  readonly query: Query;
  readonly retrieval: Retrieval;
  readonly sentences: readonly SentenceView[];
  readonly cover: number;
  readonly soft: number;
  readonly rare: number;
  /** For each term the best level of any sentence. */
  readonly levels: Float64Array;
  /** The best of any sentence, and of any two neighbours for `bestPair`. */
  readonly bestCover: number;
  readonly bestSoft: number;
  readonly bestUnique: number;
  readonly bestRare: number;
  readonly bestPair: number;
  /** The sentence that speaks most of the question. */
  readonly centre: number;
  readonly centreUnique: number;
  /** The runs' squared lengths and the heaviest run, against the question. */
  readonly squaredRuns: number;
  readonly heaviestRun: number;
  /** The weight of the terms that it lacks, and of the weightiest among them. */
  readonly missing: number;
  readonly missingMost: number;
  readonly missingRarest: number;
  readonly covered: readonly Uint8Array[];
}

const WINDOW = 30;
const REACH = 40;
const DECAY = Float64Array.from({ length: REACH + 2 }, (_, distance) => Math.exp(-distance / 10));

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export function viewPassage(
  query: Query,
  passage: PreparedPassage,
  match: Match,
  retrieval: Retrieval,
): PassageView {
  const { weights, total, terms } = query;
  const n = passage.sentences.length;
  const length = query.text.length;
  const counts = new Uint8Array(length);
  for (const cover of match.covered)
    for (let i = 0; i < length; i++) counts[i] = (counts[i] ?? 0) + (cover[i] ?? 0);
  const rarity = Float64Array.from(counts, (count) => (count === 0 ? 0 : Math.log((n + 1) / count)));
  const levels = new Float64Array(terms.length);
  for (const level of match.levels) {
    for (let t = 0; t < terms.length; t++) levels[t] = Math.max(levels[t] ?? 0, level[t] ?? 0);
  }
  const isWanted = new Set(query.wanted);
  const isAsked = (text: string) => query.text.includes(text);

  const view: Mutable<PassageView> & { sentences: SentenceView[] } = {
    query,
    retrieval,
    sentences: [],
    cover: shareOf(counts, weights, total),
    soft: weighted(levels, query),
    rare: shareOf(counts, retrieval.weights, retrieval.total),
    levels,
    bestCover: 0,
    bestSoft: 0,
    bestUnique: 0,
    bestRare: 0,
    bestPair: 0,
    centre: 0,
    centreUnique: 0,
    squaredRuns: 0,
    heaviestRun: 0,
    missing: 0,
    missingMost: 0,
    missingRarest: 0,
    covered: match.covered,
  };
  for (let t = 0; t < terms.length; t++) {
    const term = terms[t];
    if (term === undefined || (levels[t] ?? 0) >= 0.5) continue;
    view.missing += term.weight / query.termTotal;
    view.missingMost = Math.max(view.missingMost, term.weight);
    let rare = 0;
    for (let i = term.start; i < term.end; i++) rare += retrieval.weights[i] ?? 0;
    view.missingRarest = Math.max(view.missingRarest, rare / retrieval.total);
  }

  passage.sentences.forEach((sentence, index) => {
    const cover = match.covered[index] ?? counts;
    let share = 0;
    let unique = 0;
    let rare = 0;
    for (let i = 0; i < length; i++) {
      if (cover[i] !== 1) continue;
      const weight = weights[i] ?? 0;
      share += weight;
      unique += weight * (rarity[i] ?? 0);
      rare += retrieval.weights[i] ?? 0;
    }
    let mass = 0;
    let inWindow = 0;
    let densest = 0;
    let fresh = 0;
    for (let i = sentence.start; i < sentence.end; i++) {
      const here = match.mass[i] ?? 0;
      mass += here;
      inWindow += here - (i - WINDOW >= sentence.start ? (match.mass[i - WINDOW] ?? 0) : 0);
      if (inWindow > densest) densest = inWindow;
      if (here === 0 && passage.isContent[i] === 1) fresh++;
    }
    let fitting = 0;
    let fittingFirst = 0;
    let nearFitting = 0;
    let nearAny = 0;
    for (const span of sentence.spans) {
      if (isAsked(span.text)) continue;
      const near = mass === 0 ? 0 : nearness(match.mass, span.start, span.end, sentence) / total;
      if (near > nearAny) nearAny = near;
      if (!isWanted.has(span.kind)) continue;
      fitting++;
      const isFirst = span.kind === query.wanted[0];
      if (isFirst) fittingFirst++;
      nearFitting = Math.max(nearFitting, near * (isFirst ? 1 : 0.7));
    }
    const ending = query.asked?.at(-1);
    let likeAsked = 0;
    if (ending !== undefined) {
      for (const { text } of sentence.words) {
        if (text.length > 1 && text.endsWith(ending) && !isAsked(text)) likeAsked++;
      }
    }
    const level = match.levels[index] ?? levels;
    view.sentences.push({
      query,
      sentence,
      index,
      levels: level,
      cover: share / total,
      soft: weighted(level, query),
      rare: rare / retrieval.total,
      unique: unique / total,
      longestRun: 0,
      heaviestRun: 0,
      squaredRuns: 0,
      leftOfGap: 0,
      rightOfGap: 0,
      gapWidth: -1,
      mass,
      densest: densest / total,
      fresh,
      fitting,
      fittingFirst,
      nearFitting,
      nearAny,
      likeAsked,
      passage: view,
    });
  });
  addRuns(view, match);
  addBests(view);
  return view;
}

function shareOf(counts: Uint8Array, weights: Float64Array, total: number): number {
  let sum = 0;
  for (let i = 0; i < counts.length; i++) if (counts[i] !== 0) sum += weights[i] ?? 0;
  return sum / total;
}

function weighted(levels: Float64Array, { terms, termTotal }: Query): number {
  let sum = 0;
  for (let t = 0; t < terms.length; t++) sum += (levels[t] ?? 0) * (terms[t]?.weight ?? 0);
  return sum / termTotal;
}

/** The matched weight around a span, less the farther away. */
function nearness(mass: Float64Array, start: number, end: number, sentence: PreparedSentence): number {
  let sum = 0;
  for (let i = Math.max(sentence.start, start - REACH); i < start; i++)
    sum += (mass[i] ?? 0) * (DECAY[start - i] ?? 0);
  const stop = Math.min(sentence.end, end + REACH);
  for (let i = end; i < stop; i++) sum += (mass[i] ?? 0) * (DECAY[i - end + 1] ?? 0);
  return sum;
}

function addRuns(view: Mutable<PassageView>, { runs }: Match): void {
  const { query, retrieval } = view;
  const square = query.text.length ** 2;
  const leftAt = new Int32Array(view.sentences.length).fill(-1);
  const rightAt = new Int32Array(view.sentences.length).fill(-1);
  for (const { at, inQuery, length, sentence: index } of runs) {
    const sentence = view.sentences[index] as Mutable<SentenceView> | undefined;
    if (sentence === undefined) continue;
    let weight = 0;
    let rare = 0;
    for (let i = inQuery; i < inQuery + length; i++) {
      weight += query.weights[i] ?? 0;
      rare += retrieval.weights[i] ?? 0;
    }
    view.squaredRuns += length ** 2 / square;
    view.heaviestRun = Math.max(view.heaviestRun, rare / retrieval.total);
    sentence.squaredRuns += length ** 2 / square;
    sentence.longestRun = Math.max(sentence.longestRun, length);
    sentence.heaviestRun = Math.max(sentence.heaviestRun, weight / query.total);
    if (query.gap === null) continue;
    const end = inQuery + length;
    if ((end === query.gap.start || end === query.gap.start - 1) && length > sentence.leftOfGap) {
      sentence.leftOfGap = length;
      leftAt[index] = at + length;
    }
    if (inQuery >= query.gap.end && inQuery <= query.gap.end + 2 && length > sentence.rightOfGap) {
      sentence.rightOfGap = length;
      rightAt[index] = at;
    }
  }
  view.sentences.forEach((sentence: Mutable<SentenceView>, index) => {
    const left = leftAt[index] ?? -1;
    const right = rightAt[index] ?? -1;
    if (left >= 0 && right >= left - 1) sentence.gapWidth = Math.min(40, right - left);
  });
}

function addBests(view: Mutable<PassageView>): void {
  const { weights, total } = view.retrieval;
  let centre = -1;
  view.sentences.forEach(({ cover, soft, unique, rare, index }) => {
    view.bestCover = Math.max(view.bestCover, cover);
    view.bestSoft = Math.max(view.bestSoft, soft);
    view.bestRare = Math.max(view.bestRare, rare);
    if (unique > view.bestUnique) {
      view.bestUnique = unique;
      view.centreUnique = index;
    }
    if (soft + unique * 0.3 > centre) {
      centre = soft + unique * 0.3;
      view.centre = index;
    }
    view.bestPair = Math.max(view.bestPair, union(view.covered, index, index - 1, weights, total));
  });
}

/** The share of the question that two sentences have together. */
export function union(
  covered: readonly Uint8Array[],
  one: number,
  other: number,
  weights: Float64Array,
  total: number,
): number {
  const a = covered[one];
  const b = covered[other];
  if (a === undefined) return 0;
  let sum = 0;
  for (let i = 0; i < a.length; i++) if (a[i] === 1 || b?.[i] === 1) sum += weights[i] ?? 0;
  return sum / total;
}

import { union, type SentenceView } from './view.ts';

/** A number that the ranker looks at. */
export interface Feature<View> {
  readonly name: string;
  readonly of: (view: View) => number;
}

const level = ({ levels }: { levels: Float64Array }, term: number): number =>
  term < 0 ? -1 : (levels[term] ?? 0);
const at = (view: SentenceView, offset: number): SentenceView | undefined =>
  view.passage.sentences[view.index + offset];

/** How many sentences of the passage are better in something. */
function rankBy(view: SentenceView, value: (other: SentenceView) => number): number {
  const own = value(view);
  let rank = 0;
  for (const other of view.passage.sentences) if (value(other) > own) rank++;
  return rank;
}

/** What another sentence has of the question that this one lacks. */
function added(view: SentenceView, offset: number): number {
  const { weights, total } = view.query;
  if (at(view, offset) === undefined) return 0;
  return union(view.passage.covered, view.index, view.index + offset, weights, total) - view.cover;
}

function softWithPrevious(view: SentenceView): number {
  const before = at(view, -1);
  const { terms, termTotal } = view.query;
  let sum = 0;
  for (let t = 0; t < terms.length; t++) {
    sum += Math.max(view.levels[t] ?? 0, 0.8 * (before?.levels[t] ?? 0)) * (terms[t]?.weight ?? 0);
  }
  return sum / termTotal;
}

/** The covered share of the terms with, or without, certain parts of speech. */
function coverOf(view: SentenceView, isVerbal: boolean): number {
  const { terms } = view.query;
  let sum = 0;
  let total = 0;
  for (let t = 0; t < terms.length; t++) {
    const term = terms[t];
    if (term?.isVerbal !== isVerbal) continue;
    total += term.weight;
    sum += (view.levels[t] ?? 0) * term.weight;
  }
  return total === 0 ? -1 : sum / total;
}

function count(view: SentenceView, isCounted: (level: number) => boolean): number {
  let found = 0;
  for (const value of view.levels) if (isCounted(value)) found++;
  return found;
}

function numbersFound(view: SentenceView): number {
  const { terms } = view.query;
  let total = 0;
  let found = 0;
  for (let t = 0; t < terms.length; t++) {
    const term = terms[t];
    if (term?.isNumeric !== true) continue;
    total++;
    if (view.levels[t] === 1) found++;
  }
  return total === 0 ? -1 : found / total;
}

function rarestMissing({ query, levels }: SentenceView): number {
  const t = query.byWeight.find((i) => levels[i] === 0);
  return t === undefined ? 0 : (query.terms[t]?.idf ?? 0);
}

/** Whether the sentence holds the kind of thing that the type asks for. */
function typeHeld({ query, sentence: { counts, signs } }: SentenceView): number {
  switch (query.type) {
    case 'who':
      return counts.person;
    case 'when':
      return counts.date;
    case 'where':
      return counts.place;
    case 'number':
      return counts.number;
    case 'why':
      return Number(signs.reason);
    case 'how':
      return Number(signs.manner);
    case 'which':
    case 'what':
    case 'other':
      return -1;
  }
}

function askedNamed({ query, sentence }: SentenceView): number {
  if (query.asked === null) return -1;
  return sentence.words.some(({ text }) => text === query.asked) ? 1 : 0;
}

function unitFound({ query, sentence }: SentenceView): number {
  const { unit } = query;
  if (unit === null) return -1;
  return Number(
    sentence.spans.some(({ kind, text }) => (kind === 'number' || kind === 'date') && text.includes(unit)),
  );
}

const lead = (view: SentenceView): number => {
  let best = 0;
  for (const { index, soft } of view.passage.sentences) if (index !== view.index && soft > best) best = soft;
  return view.soft - best;
};

const clamp = (value: number): number => Math.max(-5, Math.min(5, value));

/** What the sentence ranker looks at. The order is the order of the columns in `data/ranker.json`. */
export const SENTENCE_FEATURES: readonly Feature<SentenceView>[] = [
  { name: 'cover', of: ({ cover }) => cover },
  { name: 'soft', of: ({ soft }) => soft },
  { name: 'unique', of: ({ unique }) => unique },
  { name: 'rare', of: ({ rare }) => rare },
  { name: 'coverGap', of: (v) => v.passage.bestCover - v.cover },
  { name: 'softGap', of: (v) => v.passage.bestSoft - v.soft },
  { name: 'uniqueGap', of: (v) => v.passage.bestUnique - v.unique },
  { name: 'rareGap', of: (v) => v.passage.bestRare - v.rare },
  { name: 'coverRank', of: (v) => rankBy(v, ({ cover }) => cover) },
  { name: 'softRank', of: (v) => rankBy(v, ({ soft }) => soft) },
  { name: 'uniqueRank', of: (v) => rankBy(v, ({ unique }) => unique) },
  { name: 'softLead', of: lead },
  { name: 'restInPassage', of: (v) => v.passage.cover - v.cover },
  { name: 'runShare', of: (v) => v.longestRun / Math.max(4, v.query.text.length) },
  { name: 'run', of: (v) => v.longestRun },
  { name: 'runWeight', of: (v) => v.heaviestRun },
  { name: 'runsSquared', of: (v) => v.squaredRuns },
  { name: 'previousAdds', of: (v) => added(v, -1) },
  { name: 'nextAdds', of: (v) => added(v, 1) },
  { name: 'secondBeforeAdds', of: (v) => added(v, -2) },
  { name: 'firstAdds', of: (v) => (v.index === 0 ? 0 : added(v, -v.index)) },
  { name: 'previousSoft', of: (v) => at(v, -1)?.soft ?? 0 },
  { name: 'nextSoft', of: (v) => at(v, 1)?.soft ?? 0 },
  { name: 'previousUnique', of: (v) => at(v, -1)?.unique ?? 0 },
  { name: 'nextUnique', of: (v) => at(v, 1)?.unique ?? 0 },
  { name: 'softWithPrevious', of: softWithPrevious },
  {
    name: 'rareWithPrevious',
    of: (v) =>
      union(v.passage.covered, v.index, v.index - 1, v.passage.retrieval.weights, v.passage.retrieval.total),
  },
  { name: 'weightiest', of: (v) => level(v, v.query.byWeight[0] ?? -1) },
  { name: 'secondWeightiest', of: (v) => level(v, v.query.byWeight[1] ?? -1) },
  { name: 'thirdWeightiest', of: (v) => level(v, v.query.byWeight[2] ?? -1) },
  { name: 'verb', of: (v) => level(v, v.query.verb) },
  { name: 'subject', of: (v) => level(v, v.query.subject) },
  { name: 'subjectBefore', of: (v) => (v.index === 0 ? -1 : level(at(v, -1) ?? v, v.query.subject)) },
  { name: 'nearestTerm', of: (v) => level(v, v.query.nearest) },
  { name: 'verbsCover', of: (v) => coverOf(v, true) },
  { name: 'nounsCover', of: (v) => coverOf(v, false) },
  { name: 'termsShare', of: (v) => count(v, (x) => x > 0) / Math.max(1, v.levels.length) },
  { name: 'wholeTerms', of: (v) => count(v, (x) => x === 1) },
  { name: 'rarestMissing', of: rarestMissing },
  { name: 'numbersFound', of: numbersFound },
  { name: 'leftOfGap', of: (v) => v.leftOfGap },
  { name: 'rightOfGap', of: (v) => v.rightOfGap },
  { name: 'gapWidth', of: (v) => v.gapWidth },
  { name: 'massShare', of: (v) => v.mass / (v.sentence.end - v.sentence.start + 5) },
  { name: 'densest', of: (v) => v.densest },
  { name: 'fresh', of: (v) => v.fresh },
  { name: 'nearFitting', of: (v) => (v.query.wanted.length === 0 ? -1 : v.nearFitting) },
  { name: 'nearAny', of: (v) => v.nearAny },
  { name: 'fitting', of: (v) => (v.query.wanted.length === 0 ? -1 : v.fitting) },
  { name: 'fittingFirst', of: (v) => v.fittingFirst },
  { name: 'fittingNext', of: (v) => at(v, 1)?.fittingFirst ?? -1 },
  { name: 'fittingBefore', of: (v) => at(v, -1)?.fittingFirst ?? -1 },
  { name: 'fittingInCentre', of: (v) => v.passage.sentences[v.passage.centre]?.fittingFirst ?? 0 },
  { name: 'fromCentre', of: (v) => clamp(v.index - v.passage.centre) },
  { name: 'fromCentreUnique', of: (v) => clamp(v.index - v.passage.centreUnique) },
  { name: 'centreSoft', of: (v) => v.passage.sentences[v.passage.centre]?.soft ?? 0 },
  {
    name: 'centreContinues',
    of: (v) => Number(v.passage.sentences[v.passage.centre]?.sentence.signs.continues ?? false),
  },
  { name: 'centreLength', of: (v) => v.passage.sentences[v.passage.centre]?.sentence.length ?? 0 },
  { name: 'nextContinues', of: (v) => Number(at(v, 1)?.sentence.signs.continues ?? false) },
  { name: 'nextLength', of: (v) => at(v, 1)?.sentence.length ?? -1 },
  { name: 'likeAsked', of: (v) => (v.query.asked === null ? -1 : v.likeAsked) },
  { name: 'asked', of: askedNamed },
  { name: 'unit', of: unitFound },
  { name: 'typeHeld', of: typeHeld },
  { name: 'persons', of: (v) => v.sentence.counts.person },
  { name: 'places', of: (v) => v.sentence.counts.place },
  { name: 'bodies', of: (v) => v.sentence.counts.body },
  { name: 'dates', of: (v) => v.sentence.counts.date },
  { name: 'numbers', of: (v) => v.sentence.counts.number },
  { name: 'titles', of: (v) => v.sentence.counts.title },
  { name: 'continues', of: (v) => Number(v.sentence.signs.continues) },
  { name: 'defines', of: (v) => Number(v.sentence.signs.defines) },
  { name: 'located', of: (v) => Number(v.sentence.signs.located) },
  { name: 'reason', of: (v) => Number(v.sentence.signs.reason) },
  { name: 'length', of: (v) => v.sentence.end - v.sentence.start },
  { name: 'index', of: (v) => v.index },
  { name: 'relativeIndex', of: (v) => v.index / v.passage.sentences.length },
  { name: 'sentences', of: (v) => v.passage.sentences.length },
  { name: 'asksWhen', of: (v) => Number(v.query.type === 'when') },
  { name: 'asksWhat', of: (v) => Number(v.query.type === 'what') },
  { name: 'asksWhich', of: (v) => Number(v.query.type === 'which') },
  { name: 'asksWhere', of: (v) => Number(v.query.type === 'where') },
  { name: 'asksWho', of: (v) => Number(v.query.type === 'who') },
  { name: 'questionLength', of: (v) => v.query.text.length },
  { name: 'terms', of: (v) => v.query.terms.length },
  { name: 'passageCover', of: (v) => v.passage.cover },
  { name: 'passageSoft', of: (v) => v.passage.soft },
  { name: 'passageRare', of: (v) => v.passage.rare },
  { name: 'passageBestRare', of: (v) => v.passage.bestRare },
  { name: 'passageBestSoft', of: (v) => v.passage.bestSoft },
  { name: 'passageBestPair', of: (v) => v.passage.bestPair },
  { name: 'passageRunsSquared', of: (v) => v.passage.squaredRuns },
  { name: 'passageRunWeight', of: (v) => v.passage.heaviestRun },
  { name: 'passageMissing', of: (v) => v.passage.missing },
  { name: 'passageMissingRarest', of: (v) => v.passage.missingRarest },
  { name: 'passageSubject', of: (v) => level(v.passage, v.query.subject) },
  { name: 'passageVerb', of: (v) => level(v.passage, v.query.verb) },
  { name: 'passageNearestTerm', of: (v) => level(v.passage, v.query.nearest) },
  { name: 'scoreShare', of: ({ passage: { retrieval: r } }) => r.score / r.best },
  { name: 'scoreLead', of: ({ passage: { retrieval: r } }) => (r.score - r.rival) / r.best },
  { name: 'scorePossible', of: ({ passage: { retrieval: r } }) => r.score / r.possible },
  { name: 'passageRank', of: ({ passage: { retrieval: r } }) => r.rank },
  { name: 'termShare', of: ({ passage: { retrieval: r } }) => r.termShare },
];

/** One number a feature, in the order of {@link SENTENCE_FEATURES}. */
export function describeSentence(view: SentenceView): Float64Array {
  return describe(SENTENCE_FEATURES, view);
}

export function describe<View>(features: readonly Feature<View>[], view: View): Float64Array {
  const row = new Float64Array(features.length);
  let column = 0;
  for (const { of } of features) row[column++] = of(view);
  return row;
}

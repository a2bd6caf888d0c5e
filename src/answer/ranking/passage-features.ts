import { describe, describeSentence, SENTENCE_FEATURES, type Feature } from './sentence-features.ts';
import type { PassageView, SentenceView } from './view.ts';

/** A passage, among those that were found with it, after its sentences were scored. */
export interface ScoredPassage {
  readonly view: PassageView;
  /** The ranker's score of each sentence. */
  readonly scores: readonly number[];
  /** The sentence with the best score, and its features. */
  readonly best: SentenceView;
  readonly bestRow: Float64Array;
  readonly bestScore: number;
  /** The second-best sentence's score less the best's. */
  readonly drop: number;
  /** The best score of the other passages, and the logarithm of the sum of all sentences' exponentials. */
  readonly rival: number;
  readonly mass: number;
  readonly allMass: number;
  /** The best of the other passages in `rare` and `soft`. */
  readonly rivalRare: number;
  readonly rivalSoft: number;
}

const LOWEST = -20;

/**
 * @param found the passages' views with their sentences' scores, as the search ranked them, and the sentences' rows
 * where they are known
 */
export function scorePassages(
  found: readonly { view: PassageView; scores: readonly number[]; rows?: readonly Float64Array[] }[],
): ScoredPassage[] {
  const bests = found.map(({ scores }) => Math.max(...scores));
  const masses = found.map(({ scores }) => logSum(scores));
  const allMass = logSum(masses);
  const others = (i: number, value: (k: number) => number, floor: number) =>
    found.reduce((best, _, k) => (k === i ? best : Math.max(best, value(k))), floor);
  return found.flatMap(({ view, scores, rows }, i) => {
    const bestScore = bests[i] ?? LOWEST;
    const best = view.sentences[scores.indexOf(bestScore)];
    if (best === undefined) return [];
    const second = scores.reduce((a, score, s) => (s === best.index ? a : Math.max(a, score)), LOWEST);
    return {
      view,
      scores,
      best,
      bestRow: rows?.[best.index] ?? describeSentence(best),
      bestScore,
      drop: second - bestScore,
      rival: others(i, (k) => bests[k] ?? LOWEST, LOWEST),
      mass: masses[i] ?? LOWEST,
      allMass,
      rivalRare: others(i, (k) => found[k]?.view.rare ?? 0, 0),
      rivalSoft: others(i, (k) => found[k]?.view.soft ?? 0, 0),
    };
  });
}

function logSum(values: readonly number[]): number {
  const most = Math.max(...values);
  return most + Math.log(values.reduce((sum, value) => sum + Math.exp(value - most), 0));
}

/** The features of a passage's best sentence that tell of the passage too. */
const OF_BEST = [
  'cover',
  'soft',
  'unique',
  'rare',
  'softLead',
  'runShare',
  'runWeight',
  'softWithPrevious',
  'rareWithPrevious',
  'weightiest',
  'secondWeightiest',
  'verb',
  'subject',
  'nearestTerm',
  'verbsCover',
  'nounsCover',
  'termsShare',
  'rarestMissing',
  'numbersFound',
  'leftOfGap',
  'rightOfGap',
  'nearFitting',
  'fitting',
  'typeHeld',
  'asked',
  'likeAsked',
  'unit',
  'densest',
  'fresh',
  'length',
  'index',
].map((name) => ({ name, column: SENTENCE_FEATURES.findIndex((feature) => feature.name === name) }));

const level = ({ levels }: PassageView, term: number): number => (term < 0 ? -1 : (levels[term] ?? 0));

/** What the passage ranker looks at. */
export const PASSAGE_FEATURES: readonly Feature<ScoredPassage>[] = [
  { name: 'scoreShare', of: ({ view: { retrieval: r } }) => r.score / r.best },
  { name: 'scoreLead', of: ({ view: { retrieval: r } }) => (r.score - r.rival) / r.best },
  { name: 'scorePossible', of: ({ view: { retrieval: r } }) => r.score / r.possible },
  { name: 'rank', of: ({ view: { retrieval: r } }) => r.rank },
  { name: 'termShare', of: ({ view: { retrieval: r } }) => r.termShare },
  { name: 'best', of: ({ bestScore }) => bestScore },
  { name: 'bestLead', of: ({ bestScore, rival }) => bestScore - rival },
  { name: 'drop', of: ({ drop }) => drop },
  { name: 'massShare', of: ({ mass, allMass }) => mass - allMass },
  { name: 'bestShare', of: ({ bestScore, allMass }) => bestScore - allMass },
  { name: 'rareLead', of: ({ view, rivalRare }) => view.rare - rivalRare },
  { name: 'softLead', of: ({ view, rivalSoft }) => view.soft - rivalSoft },
  ...OF_BEST.map(({ name, column }) => ({
    name: `best ${name}`,
    of: ({ bestRow }: ScoredPassage) => bestRow[column] ?? 0,
  })),
  { name: 'cover', of: ({ view }) => view.cover },
  { name: 'soft', of: ({ view }) => view.soft },
  { name: 'rare', of: ({ view }) => view.rare },
  { name: 'bestPair', of: ({ view }) => view.bestPair },
  { name: 'bestRare', of: ({ view }) => view.bestRare },
  { name: 'bestSoft', of: ({ view }) => view.bestSoft },
  { name: 'missing', of: ({ view }) => view.missing },
  { name: 'missingMost', of: ({ view }) => view.missingMost },
  { name: 'missingRarest', of: ({ view }) => view.missingRarest },
  { name: 'subject', of: ({ view }) => level(view, view.query.subject) },
  { name: 'verb', of: ({ view }) => level(view, view.query.verb) },
  { name: 'nearestTerm', of: ({ view }) => level(view, view.query.nearest) },
  { name: 'runsSquared', of: ({ view }) => view.squaredRuns },
  { name: 'runWeight', of: ({ view }) => view.heaviestRun },
  {
    name: 'rarestUnknown',
    of: ({ view: { query, retrieval } }) =>
      query.terms.reduce(
        (most, { idf }, t) => (retrieval.frequencies[t] === 0 ? Math.max(most, idf) : most),
        0,
      ),
  },
  {
    name: 'rarestTerm',
    of: ({ view: { retrieval } }) => Math.log(1 + Math.min(1e6, ...retrieval.frequencies)),
  },
  { name: 'questionLength', of: ({ view }) => view.query.text.length },
  { name: 'terms', of: ({ view }) => view.query.terms.length },
  { name: 'sentences', of: ({ view }) => view.sentences.length },
  { name: 'asksWho', of: ({ view }) => Number(view.query.type === 'who') },
  { name: 'asksWhen', of: ({ view }) => Number(view.query.type === 'when') },
  { name: 'asksWhere', of: ({ view }) => Number(view.query.type === 'where') },
  { name: 'asksNumber', of: ({ view }) => Number(view.query.type === 'number') },
  { name: 'asksWhy', of: ({ view }) => Number(view.query.type === 'why') },
  { name: 'asksHow', of: ({ view }) => Number(view.query.type === 'how') },
  { name: 'asksWhich', of: ({ view }) => Number(view.query.type === 'which') },
  { name: 'asksWhat', of: ({ view }) => Number(view.query.type === 'what') },
];

export function describePassage(passage: ScoredPassage): Float64Array {
  return describe(PASSAGE_FEATURES, passage);
}

/** The passages of one question after they were scored, the best first. */
export interface Outcome {
  readonly row: Float64Array;
  /** The passage ranker's scores, the best first. */
  readonly scores: readonly number[];
  /** How many passages the collection has. */
  readonly collection: number;
}

/** In a collection of fewer passages, scores and leads mean something else. */
const SMALL = 50;

/** What the judgement looks at whether there is an answer at all. */
export const ANSWER_FEATURES: readonly Feature<Outcome>[] = [
  { name: 'passage', of: ({ scores }) => scores[0] ?? LOWEST },
  { name: 'passageShare', of: ({ scores }) => (scores[0] ?? LOWEST) - logSum(scores) },
  { name: 'passageLead', of: ({ scores }) => (scores[0] ?? LOWEST) - (scores[1] ?? LOWEST) },
  { name: 'passageLeadOfThird', of: ({ scores }) => (scores[0] ?? LOWEST) - (scores[2] ?? LOWEST) },
  { name: 'isSmallCollection', of: ({ collection }) => Number(collection < SMALL) },
  ...PASSAGE_FEATURES.map(({ name }, column) => ({ name, of: ({ row }: Outcome) => row[column] ?? 0 })),
];

export function describeOutcome(outcome: Outcome): Float64Array {
  return describe(ANSWER_FEATURES, outcome);
}

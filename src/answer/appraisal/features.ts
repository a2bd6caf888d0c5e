import { QUESTION_TYPES } from '../question/interrogatives.ts';
import type { Feature } from '../ranking/sentence-features.ts';
import { background } from '../../lexicon/background.ts';
import { EXPLAINED_PARTS } from './explained.ts';
import { RARE_PARTS } from './rare.ts';
import type { AppraisedView } from './rivals.ts';
import { ABSENT, type Levels, type WeighedTerm } from './view.ts';

const near = ({ here, above, passage }: Levels): number => Math.max(here, above, passage);
const any = (levels: Levels): number => Math.max(near(levels), levels.title, levels.notice);
/** From this level on, a word counts as found. */
const FOUND = 0.35;

type Chosen = (term: WeighedTerm) => boolean;
const isNoun: Chosen = ({ kind }) => kind === 'noun';
const isVerb: Chosen = ({ kind }) => kind === 'other';
const isNumber: Chosen = ({ kind, text }) => kind === 'number' || /\d/u.test(text);
const isLatin: Chosen = ({ text }) => /^[a-z]/u.test(text);
const isName: Chosen = ({ isName: named }) => named;

/** The share of the chosen terms' weight that is found, -1 where none is chosen. */
function shareOf(view: AppraisedView, chosen: Chosen, level: (levels: Levels) => number): number {
  let sum = 0;
  let total = 0;
  view.inquiry.terms.forEach((term, t) => {
    const levels = view.levels[t];
    if (levels === undefined || !chosen(term)) return;
    total += term.weight;
    sum += term.weight * level(levels);
  });
  return total === 0 ? -1 : sum / total;
}

/** The rarity of the rarest chosen term that is not found, 0 where all are. */
function rarestMissing(view: AppraisedView, chosen: Chosen, level: (levels: Levels) => number): number {
  return view.inquiry.terms.reduce((most, term, t) => {
    const levels = view.levels[t];
    return levels !== undefined && chosen(term) && level(levels) < FOUND ? Math.max(most, term.idf) : most;
  }, 0);
}

/** The rarity of the rarest chosen term that no notice has, 0 where all are known. */
function unknown({ inquiry }: AppraisedView, chosen: Chosen): number {
  return inquiry.terms.reduce(
    (most, term) => (chosen(term) && !term.isKnown ? Math.max(most, term.idf) : most),
    0,
  );
}

function countMissing(view: AppraisedView, chosen: Chosen, level: (levels: Levels) => number): number {
  return view.inquiry.terms.filter((term, t) => chosen(term) && level(view.levels[t] ?? ABSENT) < FOUND)
    .length;
}

function asked(view: AppraisedView, level: (levels: Levels) => number): number {
  const { terms, question } = view.inquiry;
  const at = terms.findIndex(
    ({ start, end }) => question.asked?.term.start === start && question.asked.term.end === end,
  );
  return at < 0 ? -1 : level(view.levels[at] ?? ABSENT);
}

function subjects(view: AppraisedView, level: (levels: Levels) => number): number {
  return view.subjects.length === 0 ? -1 : Math.min(...view.subjects.map(level));
}

/** Says that what is asked will be told elsewhere or later. */
const DEFERS = /另行|另文|视情|待定|以[^,。;]{0,20}为准|后公布|再行|容后|稍后/u;

/** Numbers of the question whose unit the sentence has with another number: 13邻 where it has 12邻. */
function contradicted({ inquiry: { question }, sentence }: AppraisedView): number {
  let count = 0;
  for (const [, number = '', unit = ''] of question.folded.matchAll(
    /(\d+|[一二三四五六七八九十]+)(\p{Script=Han})/gu,
  )) {
    if (sentence.folded.includes(number + unit)) continue;
    if (new RegExp(`(?:\\d|[一二三四五六七八九十])${unit}`, 'u').test(sentence.folded)) count++;
  }
  return count;
}

const ROLES = ['title', 'heading', 'lead-in', 'header', 'row', 'item', 'signature'] as const;
const log = (value: number): number => Math.log(Math.max(1e-6, value));

/** What is looked at to tell how likely a sentence answers. */
export const APPRAISAL_FEATURES: readonly Feature<AppraisedView>[] = [
  { name: 'share', of: ({ share }) => log(share) },
  { name: 'lead', of: ({ share, rivalShare }) => log(share) - log(rivalShare) },
  { name: 'rank', of: ({ rank }) => rank },
  { name: 'confidence', of: ({ inquiry }) => inquiry.confidence },
  { name: 'here', of: ({ here }) => here },
  { name: 'near', of: ({ near: value }) => value },
  { name: 'anywhere', of: ({ anywhere }) => anywhere },
  { name: 'hereLead', of: ({ here, rivals }) => here - rivals.here },
  { name: 'nearLead', of: ({ near: value, rivals }) => value - rivals.near },
  { name: 'pairsHere', of: ({ pairsHere }) => pairsHere },
  { name: 'pairsNear', of: ({ pairsNear }) => pairsNear },
  { name: 'nounsHere', of: (v) => shareOf(v, isNoun, ({ here }) => here) },
  { name: 'nounsNear', of: (v) => shareOf(v, isNoun, near) },
  { name: 'nounsAbove', of: (v) => shareOf(v, isNoun, ({ above }) => above) },
  { name: 'nounsTitle', of: (v) => shareOf(v, isNoun, ({ title }) => title) },
  { name: 'nounsNotice', of: (v) => shareOf(v, isNoun, any) },
  { name: 'verbsHere', of: (v) => shareOf(v, isVerb, ({ here }) => here) },
  { name: 'verbsNear', of: (v) => shareOf(v, isVerb, near) },
  { name: 'verbsNotice', of: (v) => shareOf(v, isVerb, any) },
  { name: 'numbersHere', of: (v) => shareOf(v, isNumber, ({ here }) => here) },
  { name: 'numbersNear', of: (v) => shareOf(v, isNumber, near) },
  { name: 'latinHere', of: (v) => shareOf(v, isLatin, ({ here }) => here) },
  { name: 'namesHere', of: (v) => shareOf(v, isName, ({ here }) => here) },
  { name: 'namesNear', of: (v) => shareOf(v, isName, near) },
  { name: 'missingNounHere', of: (v) => rarestMissing(v, isNoun, ({ here }) => here) },
  { name: 'missingNounNear', of: (v) => rarestMissing(v, isNoun, near) },
  { name: 'missingNounAny', of: (v) => rarestMissing(v, isNoun, any) },
  { name: 'missingVerbNear', of: (v) => rarestMissing(v, isVerb, near) },
  { name: 'missingVerbAny', of: (v) => rarestMissing(v, isVerb, any) },
  { name: 'missingNumber', of: (v) => rarestMissing(v, isNumber, near) },
  { name: 'unknownNoun', of: (v) => unknown(v, isNoun) },
  { name: 'unknownVerb', of: (v) => unknown(v, isVerb) },
  { name: 'unknownName', of: (v) => unknown(v, isName) },
  { name: 'nounsMissingNear', of: (v) => countMissing(v, isNoun, near) },
  { name: 'nounsMissingAny', of: (v) => countMissing(v, isNoun, any) },
  { name: 'askedHere', of: (v) => asked(v, ({ here }) => here) },
  { name: 'askedAbove', of: (v) => asked(v, ({ above }) => above) },
  { name: 'askedAny', of: (v) => asked(v, any) },
  {
    name: 'askedIdf',
    of: ({ inquiry: { question } }) =>
      question.asked === undefined ? -1 : background().idf(question.asked.term.text),
  },
  {
    name: 'askedFollows',
    of: ({ inquiry: { question } }) => (question.asked === undefined ? -1 : Number(question.asked.follows)),
  },
  { name: 'subjectsHere', of: (v) => subjects(v, ({ here }) => here) },
  { name: 'subjectsNear', of: (v) => subjects(v, (levels) => Math.max(near(levels), levels.title)) },
  { name: 'subjects', of: (v) => v.subjects.length },
  { name: 'strangers', of: ({ inquiry }) => inquiry.question.strangers.length },
  { name: 'sayingsHere', of: ({ sayingsHere }) => sayingsHere },
  { name: 'sayingsAbove', of: ({ sayingsAbove }) => sayingsAbove },
  { name: 'sayings', of: ({ inquiry }) => inquiry.sayings.length },
  { name: 'coverage', of: ({ evidence }) => evidence.coverage },
  { name: 'inSentence', of: ({ evidence }) => evidence.inSentence },
  { name: 'uncovered', of: ({ evidence }) => evidence.uncovered.length },
  { name: 'hasSubjects', of: ({ evidence }) => Number(evidence.hasSubjects) },
  { name: 'hasTerms', of: ({ evidence }) => Number(evidence.hasTerms) },
  {
    name: 'covers',
    of: ({ evidence: e, fits }) =>
      Number(fits && e.hasSubjects && e.hasTerms && e.uncovered.length === 0 && e.coverage >= 0.55),
  },
  { name: 'defers', of: ({ sentence }) => Number(DEFERS.test(sentence.folded)) },
  { name: 'contradicted', of: contradicted },
  { name: 'digits', of: ({ sentence }) => (sentence.folded.match(/\d+/gu) ?? []).length },
  { name: 'fits', of: ({ fits }) => Number(fits) },
  { name: 'spans', of: ({ spans }) => spans.length },
  ...QUESTION_TYPES.map((type) => ({
    name: `asks ${type}`,
    of: ({ inquiry }: AppraisedView) => Number(inquiry.question.type === type),
  })),
  ...ROLES.map((role) => ({
    name: `is ${role}`,
    of: ({ standing }: AppraisedView) => Number(standing.role === role),
  })),
  ...RARE_PARTS.flatMap((part) => [
    { name: `rare ${part}`, of: ({ rare }: AppraisedView) => rare[part] },
    { name: `rare ${part} lead`, of: ({ rare, rivals }: AppraisedView) => rare[part] - rivals.rare[part] },
  ]),
  ...EXPLAINED_PARTS.flatMap((part) => [
    { name: `explained ${part}`, of: ({ explained }: AppraisedView) => explained[part] },
    {
      name: `explained ${part} lead`,
      of: ({ explained, rivals }: AppraisedView) => explained[part] - rivals.explained[part],
    },
  ]),
  { name: 'besideShare', of: ({ beside }) => beside.share },
  { name: 'besideLead', of: ({ beside, rivals }) => beside.share - rivals.beside },
  { name: 'besideDistance', of: ({ beside }) => beside.distance },
  {
    name: 'rarestMissingHere',
    of: (v) =>
      rarestMissing(
        v,
        () => true,
        ({ here, above }) => Math.max(here, above),
      ),
  },
  { name: 'cells', of: ({ standing }) => standing.cells.length },
  { name: 'above', of: ({ standing }) => standing.above.length },
  { name: 'length', of: ({ sentence }) => sentence.folded.length },
  { name: 'sentences', of: ({ passage }) => passage.sentences.length },
  {
    name: 'questionLength',
    of: ({ inquiry: { question } }) => question.askingWords.reduce((sum, { text }) => sum + text.length, 0),
  },
  { name: 'terms', of: ({ inquiry }) => inquiry.terms.length },
  { name: 'collection', of: ({ inquiry }) => Math.log(inquiry.collection) },
];

import data from '../../data/lexicon/question.json' with { type: 'json' };
import type { CutSentence } from '../lexicon/cut-sentence.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { isSaid } from '../lexicon/synonyms.ts';
import { slice, type Range } from '../text/range.ts';
import { background } from '../lexicon/background.ts';
import type { AppraisedView } from './appraisal/rivals.ts';
import { viewCandidates } from './appraisal/view.ts';
import { halvesOf, weigh, type Evidence } from './evidence.ts';
import { quote, toNotice, words, type Finding, type Knowledge, type Refusal } from './finding.ts';
import type { Question } from './question/question.ts';
import type { Term } from './question/terms.ts';
import type { Ranked } from './ranked.ts';
import type { QuestionType } from './question/interrogatives.ts';
import { typedAnswer } from './typed-answer.ts';

const partWords = new Set(data.partWords.words);

/** The best sentences that are looked into more closely. */
const LOOKED_INTO = 12;
/** Below this share of the question, a sentence does not answer. */
const THRESHOLD = 0.55;
/**
 * From this confidence of the ranker on, a sentence answers though it does not have all of the question's words.
 * On the public question sets about one in twenty of the questions that nothing answers gets there
 * (docs/EVALUATION.md).
 */
const CONFIDENT = 0.6;
/** In as many passages as this, a word that none has tells less than in one notice. */
const MANY_PASSAGES = 50;
/** No words make an answer surer than this. */
const MOST_SURE = 0.95;
/** Less likely than this, a sentence does not answer though it has every word. */
const UNLIKELY = 0.2;
/** The same where the question has a verb that no notice has. */
const LIKELY = 0.5;
/** From this probability on, a sentence is worth showing though it does not answer. */
const NEAR = 0.15;

/** A sentence that may answer, with the ranges of it (not of the notice) that do. */
export interface Candidate extends Evidence {
  readonly spans: readonly Range[];
  /** Whether the sentence holds what the question's type asks for. */
  readonly fits: boolean;
  /** How much of the question it has, from 0 to about 1. */
  readonly score: number;
  /** The greater, the likelier it is the best. */
  readonly order: number;
}

/** The best sentences of the best passages, by the trained ranker and by what they have of the question. */
export function findCandidates(question: Question, ranked: Ranked, { lexicon }: Knowledge): Candidate[] {
  return ranked.sentences
    .slice(0, LOOKED_INTO)
    .map(({ sentence, passage, share }) => {
      const evidence = weigh(question, sentence, passage);
      const { spans, fits } = typedAnswer(question, sentence, lexicon.home);
      const words = 0.6 * evidence.coverage + 0.4 * evidence.inSentence;
      const score = words + (fits && spans.length > 0 ? 0.1 : 0);
      return {
        ...evidence,
        spans,
        fits,
        score,
        order: Math.log(Math.max(1e-6, share)) + 2 * words + Number(fits),
      };
    })
    .sort((a, b) => b.order - a.order);
}

/** Answers by the sentence that most likely answers, or says why none does. */
export function findGenerally(
  question: Question,
  candidates: readonly Candidate[],
  ranked: Ranked,
  knowledge: Knowledge,
): Finding | Refusal {
  const { index, notices, lexicon } = knowledge;
  if (question.strangers.length > 0) {
    const strangers = question.strangers.map((range) => slice(question.folded, range));
    const missing = [...strangers, ...unknownRuns(question, lexicon, true), ...priceAsked(question)];
    const refusal = refuse(question, missing, candidates[0], lexicon);
    // That the notices have 产业 is no comfort to who asks for 杭州.
    return question.subjects.length === 0 ? { ...refusal, known: [] } : refusal;
  }
  return notices.length > 1 && index.collection.size >= MANY_PASSAGES
    ? findInMany(question, candidates, ranked, knowledge)
    : findInFew(question, candidates, ranked, knowledge);
}

/** Of the sentences of many passages the ranker tells the best more surely than the words do. */
function findInMany(
  question: Question,
  candidates: readonly Candidate[],
  { confidence }: Ranked,
  knowledge: Knowledge,
): Finding | Refusal {
  const likely = confidence >= CONFIDENT ? candidates.find(({ hasTerms }) => hasTerms) : undefined;
  const fitting = likely ?? candidates.find(covers);
  return fitting === undefined
    ? refuse(
        question,
        missingIn(question, candidates[0], knowledge.lexicon),
        candidates[0],
        knowledge.lexicon,
      )
    : found(question, fitting, confidence, knowledge);
}

/** Of few passages every sentence can be appraised; one that has every word of the question need not be as likely. */
function findInFew(
  question: Question,
  candidates: readonly Candidate[],
  ranked: Ranked,
  knowledge: Knowledge,
): Finding | Refusal {
  const { lexicon, index, appraiser } = knowledge;
  const views = viewCandidates(question, ranked, lexicon, index.passages, candidates);
  const probabilities = appraiser.appraise(views);
  const appraised = views
    .map((view, i) => ({ view, probability: probabilities[i] ?? 0 }))
    .filter(({ view }) => speaksOfIt(view) && hasCodes(question, view) && !asks(view.sentence))
    .map(({ view, probability }) => ({ ...view.evidence, spans: view.spans, probability }))
    .sort((a, b) => b.probability - a.probability);
  const [best] = appraised;
  // Another number is another thing, however alike: 2023年 than 2022年, 四个一 than 五个一, P4 than P3.
  const hasUnknownNumber = question.terms.some(
    ({ kind, text }) => (kind === 'number' || /\d/u.test(text)) && !lexicon.knows(text),
  );
  if (best !== undefined && !hasUnknownNumber && best.probability >= appraiser.threshold) {
    return found(question, best, best.probability, knowledge);
  }
  const unknown = unknownRuns(question, lexicon);
  const probabilityOf = ({ sentence }: Candidate) =>
    appraised.find((other) => other.sentence === sentence)?.probability ?? 0;
  // A sentence about 今天 has all nouns of 今天吃什么, and says nothing of 吃.
  const least = unknownRuns(question, lexicon, true).length === 0 ? UNLIKELY : LIKELY;
  const covering =
    unknown.length === 0
      ? candidates.find(
          (candidate) => covers(candidate) && !asks(candidate.sentence) && probabilityOf(candidate) >= least,
        )
      : undefined;
  if (covering !== undefined) {
    const confidence = (Math.min(MOST_SURE, covering.score) + probabilityOf(covering)) / 2;
    return found(question, covering, confidence, knowledge);
  }

  const missing =
    unknown.length > 0
      ? [...unknownRuns(question, lexicon, true), ...priceAsked(question)]
      : missingIn(question, candidates[0], lexicon);
  const nearest = best !== undefined && best.probability >= NEAR ? best : candidates[0];
  return refuse(question, missing, nearest, lexicon);
}

/** Whether the notice has any word of what is asked, a near-synonym of one, or what notices write for it. */
function speaksOfIt({ inquiry: { terms }, anywhere, sayingsHere, sayingsAbove }: AppraisedView): boolean {
  return terms.length === 0 || anywhere > 0 || sayingsHere > 0 || sayingsAbove > 0;
}

/** Whether a sentence is itself a question, as headings are that the text below them answers. */
function asks({ folded }: CutSentence): boolean {
  return folded.endsWith('?');
}

/** P1, K5, A24: what is called by letters and a number is not what is called by another. */
const CODE = /(?<![a-z])[a-z]{1,3}-?\d+/gu;

/** Whether the codes of a question stand in a sentence, above it or in the title. */
function hasCodes({ folded }: Question, { sentence, standing, passage }: AppraisedView): boolean {
  const where = [sentence.folded, standing.context, passage.title];
  return (folded.match(CODE) ?? []).every((code) => where.some((text) => text.includes(code)));
}

/** Whether a sentence has all that a question asks for. */
function covers({ fits, hasSubjects, hasTerms, uncovered, coverage }: Candidate): boolean {
  return fits && hasSubjects && hasTerms && uncovered.length === 0 && coverage >= THRESHOLD;
}

function found(
  question: Question,
  { sentence, spans }: Pick<Candidate, 'sentence' | 'spans'>,
  confidence: number,
  { extractor, lexicon }: Knowledge,
): Finding {
  const highlights = extractor
    .extract(question, sentence, lexicon, spans)
    .map((span) => toNotice(sentence, span));
  return {
    shortAnswer:
      highlights.length === 0 ? null : highlights.map((range) => words(sentence, range)).join('、'),
    quotes: [quote(sentence, highlights)],
    confidence,
  };
}

function refuse(
  question: Question,
  missing: readonly string[],
  nearest: Evidence | undefined,
  lexicon: Lexicon,
): Refusal {
  const known = [
    ...question.subjects.map(({ start, end }) => question.folded.slice(start, end)),
    ...question.terms
      .filter((term) => term.kind !== 'other' && isKnown(term, lexicon))
      .map(({ text }) => text),
  ];
  return {
    missing,
    known: known.filter((word) => !missing.includes(word)),
    nearest: nearest === undefined || nearest.inSentence === 0 ? null : quote(nearest.sentence),
  };
}

/**
 * The words of a question that no notice has, each with the words that it touches: of 六个一 and 人口数量 the whole
 * is missing, not 六个 or 数量 alone. Verbs and adjectives are not missed unless `others` is set.
 */
function unknownRuns(question: Question, lexicon: Lexicon, others = false): string[] {
  const isUnknown = (term: Term) =>
    (others || term.kind !== 'other' || term === question.asked?.term) &&
    !partWords.has(term.text) &&
    !isKnown(term, lexicon);
  return termRuns(question, isUnknown);
}

/** The stretches of touching terms of which one at least is `wanted`. */
function termRuns({ terms, folded }: Question, wanted: (term: Term) => boolean = () => true): string[] {
  const runs: { start: number; end: number; isWanted: boolean }[] = [];
  for (const term of terms) {
    const before = runs.at(-1);
    if (before?.end === term.start) {
      runs[runs.length - 1] = {
        start: before.start,
        end: term.end,
        isWanted: before.isWanted || wanted(term),
      };
    } else {
      runs.push({ start: term.start, end: term.end, isWanted: wanted(term) });
    }
  }
  return runs.filter(({ isWanted }) => isWanted).map((run) => slice(folded, run));
}

/** 多少钱 is what is missing, not the number. */
function priceAsked({ interrogatives, folded }: Question): string[] {
  return interrogatives.map((range) => slice(folded, range)).filter((text) => text.endsWith('钱'));
}

/** The types whose words say what kind of thing is missing: 什么时候, 谁, 哪里. */
const NAMES_KIND: ReadonlySet<QuestionType> = new Set([
  'when',
  'how-long',
  'who',
  'where',
  'why',
  'how-many',
]);

/** What to name as missing where all words are known and no sentence answers. */
function missingIn(question: Question, nearest: Candidate | undefined, lexicon: Lexicon): string[] {
  const verbs = unknownRuns(question, lexicon, true);
  if (verbs.length > 0) return verbs;
  const uncovered = nearest?.uncovered.map(({ text }) => text) ?? [];
  if (uncovered.length > 0) return uncovered;
  const asked = question.interrogatives
    .filter(({ type }) => NAMES_KIND.has(type))
    .map(({ start, end }) => {
      // 多少个县 says more than 多少个.
      const counted = question.terms.find((term) => term.start === end);
      return slice(question.folded, { start, end: counted?.end ?? end });
    });
  return asked.length > 0
    ? asked
    : termRuns(question).filter((run) => nearest?.sentence.folded.includes(run) !== true);
}

function isKnown({ text }: Term, lexicon: Lexicon): boolean {
  return (
    isSaid(text, lexicon) ||
    halvesOf(text)?.every((half) => background().idf(half) < 11 && lexicon.knows(half)) === true ||
    isPartlyKnown(text, lexicon)
  );
}

/** Whether most of a long word is known: 产业链条 where the notice has 产业链. */
function isPartlyKnown(text: string, lexicon: Lexicon): boolean {
  return text.length >= 4 && /^\p{Script=Han}+$/u.test(text) && lexicon.knows(text.slice(0, -1));
}

import type { CutSentence } from '../lexicon/cut-sentence.ts';
import type { Division } from '../lexicon/gazetteer.ts';
import { findPlaces } from '../lexicon/places.ts';
import { synonymsOf } from '../lexicon/synonyms.ts';
import { slice, type Range } from '../text/range.ts';
import { weigh, type Evidence } from './evidence.ts';
import { quote, toNotice, words, type Finding, type Knowledge, type Refusal } from './finding.ts';
import type { Question, Term } from './question.ts';
import type { QuestionType } from './question-type.ts';
import { shortAnswers } from './short-answer.ts';
import { actorsIn, countsIn, durationsIn, timesIn } from './spans.ts';

/** The best passages whose sentences are looked at. */
const PASSAGES = 10;
/** Below this share of the question, a sentence does not answer. */
const THRESHOLD = 0.55;

/** A sentence that may answer, with the ranges of it (not of the notice) that do. */
export interface Candidate extends Evidence {
  readonly spans: readonly Range[];
  /** Whether the sentence holds what the question's type asks for. */
  readonly fits: boolean;
  readonly score: number;
}

/** The sentences of the best passages, the best first. */
export function rankSentences(question: Question, { lexicon, index }: Knowledge): Candidate[] {
  const searched = index.search(lexicon.cut(question.folded), PASSAGES);
  return searched
    .flatMap(({ passage }) =>
      passage.sentences.map((sentence) => {
        const evidence = weigh(question, sentence, passage);
        const { spans, fits } = answersIn(question, sentence, lexicon.home);
        const score =
          0.6 * evidence.coverage + 0.4 * evidence.inSentence + (fits && spans.length > 0 ? 0.1 : 0);
        return { ...evidence, spans, fits, score };
      }),
    )
    .sort((a, b) => b.score - a.score);
}

/** Answers by the sentence that speaks most of what was asked, or says why none does. */
export function findGenerally(
  question: Question,
  candidates: readonly Candidate[],
  { lexicon }: Knowledge,
): Finding | Refusal {
  const known = [
    ...question.subjects.map(({ start, end }) => question.folded.slice(start, end)),
    ...question.terms
      .filter((term) => term.kind !== 'other' && isKnown(term, lexicon))
      .map(({ text }) => text),
  ];
  const isUnknown = unknownRuns(question, lexicon).length > 0;
  const strangers = question.strangers.map((range) => slice(question.folded, range));
  const nearest = candidates[0];
  const refuse = (missing: readonly string[]): Refusal => ({
    missing,
    known: known.filter((word) => !missing.includes(word)),
    nearest: nearest === undefined || nearest.inSentence === 0 ? null : quote(nearest.sentence),
  });
  if (strangers.length > 0 || isUnknown) {
    return refuse([...strangers, ...unknownRuns(question, lexicon, true), ...priceAsked(question)]);
  }

  const fitting = candidates.find(
    ({ fits, hasSubjects, uncovered }) => fits && hasSubjects && uncovered.length === 0,
  );
  if (fitting === undefined || fitting.coverage < THRESHOLD || !fitting.hasTerms) {
    return refuse(missingIn(question, nearest, lexicon));
  }
  return {
    shortAnswer: shortAnswer(fitting),
    quotes: [
      quote(
        fitting.sentence,
        fitting.spans.map((span) => toNotice(fitting.sentence, span)),
      ),
    ],
    confidence: Math.min(0.95, fitting.score),
  };
}

/**
 * The words of a question that no notice has, each with the words that it touches: of 六个一 and 人口数量 the whole
 * is missing, not 六个 or 数量 alone. Verbs and adjectives are not missed unless `others` is set.
 */
function unknownRuns({ terms, folded }: Question, lexicon: Knowledge['lexicon'], others = false): string[] {
  const runs: { start: number; end: number; isUnknown: boolean }[] = [];
  for (const term of terms) {
    const isUnknown = (others || term.kind !== 'other') && !isKnown(term, lexicon);
    const before = runs.at(-1);
    if (before?.end === term.start) {
      runs[runs.length - 1] = {
        start: before.start,
        end: term.end,
        isUnknown: before.isUnknown || isUnknown,
      };
    } else {
      runs.push({ start: term.start, end: term.end, isUnknown });
    }
  }
  return runs.filter(({ isUnknown }) => isUnknown).map((run) => slice(folded, run));
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
function missingIn(
  question: Question,
  nearest: Candidate | undefined,
  lexicon: Knowledge['lexicon'],
): string[] {
  const verbs = unknownRuns(question, lexicon, true);
  if (verbs.length > 0) return verbs;
  const uncovered = nearest?.uncovered.map(({ text }) => text) ?? [];
  if (uncovered.length > 0) return uncovered;
  return question.interrogatives
    .filter(({ type }) => NAMES_KIND.has(type))
    .map((range) => slice(question.folded, range));
}

function shortAnswer({ sentence, spans }: Candidate): string | null {
  return spans.length === 0
    ? null
    : spans.map((span) => words(sentence, toNotice(sentence, span))).join('、');
}

function isKnown({ text }: Term, lexicon: Knowledge['lexicon']): boolean {
  return (
    lexicon.knows(text) ||
    [...synonymsOf(text)].some((word) => lexicon.knows(word)) ||
    isPartlyKnown(text, lexicon)
  );
}

/** Whether most of a long word is known: 产业链条 where the notice has 产业链. */
function isPartlyKnown(text: string, lexicon: Knowledge['lexicon']): boolean {
  return text.length >= 4 && /^\p{Script=Han}+$/u.test(text) && lexicon.knows(text.slice(0, -1));
}

/** What in a sentence is of the kind that the question asks for. */
function answersIn(
  question: Question,
  sentence: CutSentence,
  home: Knowledge['lexicon']['home'],
): { spans: Range[]; fits: boolean } {
  const { folded } = sentence;
  const needed = (spans: Range[]) => {
    const best = nearestTo(
      question,
      folded,
      spans.filter((span) => !isAsked(question, folded, span)),
    );
    return { spans: best === undefined ? [] : [best], fits: best !== undefined };
  };
  switch (question.type) {
    case 'when':
      return needed([...timesIn(folded), ...durationsIn(folded)]);
    case 'how-long':
      return needed(durationsIn(folded));
    case 'who':
      return needed(actorsIn(folded));
    case 'how-many':
      return needed(countsIn(folded).filter((count) => countsWhatIsAsked(question, folded, count)));
    case 'where':
      return needed(
        findPlaces(folded, sentence.words, home).filter(({ division }) => isKindAsked(question, division)),
      );
    case 'why':
      return needed(
        Array.from(folded.matchAll(PURPOSE), ({ index, 0: found }) => ({
          start: index,
          end: index + found.length,
        })),
      );
    case 'what':
      return {
        spans: shortAnswers(question, sentence),
        fits: !asksForDefinition(question) || defines(question, folded),
      };
    case 'list':
    case 'how':
      return { spans: shortAnswers(question, sentence), fits: true };
    case 'yes-no':
    case 'fragment':
      return { spans: [], fits: true };
  }
}

/** 哪个省 asks for a province, 哪个县 for what is no province and no prefecture. */
function isKindAsked({ interrogatives, folded }: Question, { kind }: Division): boolean {
  const asking = interrogatives.find(({ type }) => type === 'where');
  const noun = asking === undefined ? '' : slice(folded, asking);
  if (/[镇乡村]$|街道$/u.test(noun)) return false;
  if (/省份?$/u.test(noun)) return kind === 'province';
  if (noun.endsWith('地级市')) return kind === 'prefecture';
  return !/[县区]$/u.test(noun) || (kind !== 'province' && kind !== 'prefecture');
}

const PURPOSE = /(?:为了|旨在|以便|从而|因为|由于|力争|推动|助力|引领|促进|实现)[^。;]{4,}/gu;

function isAsked({ folded: question }: Question, sentence: string, span: Range): boolean {
  return question.includes(slice(sentence, span));
}

/** How far apart a span and a word of the question may stand to belong together, in characters. */
const NEAR = 60;

function nearestTo(
  { terms, subjects, folded }: Question,
  sentence: string,
  spans: readonly Range[],
): Range | undefined {
  const asked = [
    ...terms.map(({ text }) => text),
    ...subjects.map(({ start, end }) => folded.slice(start, end)),
  ];
  const places = asked.flatMap((word) => {
    const start = sentence.indexOf(word);
    return start < 0 ? [] : [{ start, end: start + word.length }];
  });
  const ranked = spans
    .map((span) => ({
      span,
      distance: Math.min(
        NEAR,
        ...places.map((place) => Math.max(place.start - span.end, span.start - place.end, 0)),
      ),
    }))
    .sort((a, b) => a.distance - b.distance);
  return ranked[0]?.span;
}

/** How far behind a count the counted noun may stand: 十个重点质量提升特色产业. */
const COUNTED = 14;

/** Whether what a count counts is what the question asks the number of, where it names it. */
function countsWhatIsAsked({ terms, interrogatives }: Question, sentence: string, count: Range): boolean {
  const asking = interrogatives.find(({ type }) => type === 'how-many');
  const behind = terms.filter(
    ({ kind, start }) => kind === 'noun' && asking !== undefined && start >= asking.end,
  );
  const noun = behind.at(0) ?? terms.findLast(({ kind }) => kind === 'noun');
  if (noun === undefined) {
    return terms.some(({ text }) =>
      sentence.slice(Math.max(0, count.start - 8), count.end + 8).includes(text),
    );
  }
  const counted =
    /^[^,。;:、()“”]*/u.exec(sentence.slice(count.end, count.end + COUNTED + noun.text.length))?.[0] ?? '';
  return [noun.text, ...synonymsOf(noun.text)].some((word) => counted.includes(word));
}

/** 经编是什么, 什么是经编: what a thing is, and nothing else of it. */
function asksForDefinition({ terms, subjects, folded }: Question): boolean {
  return (
    subjects.every(({ target }) => target.kind === 'place') &&
    terms.length <= 2 &&
    /^(?:什么是|何为|何谓|啥是)|是(?:指)?(?:什么|啥)(?:意思|东西|概念|含义)?[?。!]*$|什么意思|含义|定义/u.test(
      folded,
    )
  );
}

function defines({ terms, subjects, folded }: Question, sentence: string): boolean {
  const last = terms.at(-1)?.text ?? subjects.map(({ start, end }) => folded.slice(start, end)).at(-1) ?? '';
  const at = sentence.indexOf(last);
  return at >= 0 && /^[”」》]?(?:,)?(?:是指|是|指|即|就是|\(|:|为)/u.test(sentence.slice(at + last.length));
}

import type { CutSentence } from '../lexicon/cut-sentence.ts';
import { findPlaces } from '../lexicon/places.ts';
import { synonymsOf } from '../lexicon/synonyms.ts';
import { slice, type Range } from '../text/range.ts';
import { weigh, type Evidence } from './evidence.ts';
import { quote, toNotice, words, type Finding, type Knowledge, type Refusal } from './finding.ts';
import type { Question, Term } from './question.ts';
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
): { finding: Finding } | { refusal: Refusal } {
  const known = [
    ...question.subjects.map(({ start, end }) => question.folded.slice(start, end)),
    ...question.terms
      .filter((term) => term.kind !== 'other' && isKnown(term, lexicon))
      .map(({ text }) => text),
  ];
  const unknown = question.terms.filter((term) => term.kind !== 'other' && !isKnown(term, lexicon));
  const strangers = question.strangers.map((range) => slice(question.folded, range));
  const nearest = candidates[0];
  const refuse = (missing: readonly string[]): { refusal: Refusal } => ({
    refusal: {
      missing,
      known: known.filter((word) => !missing.includes(word)),
      nearest: nearest === undefined || nearest.inSentence === 0 ? null : quote(nearest.sentence),
    },
  });
  if (strangers.length > 0 || unknown.length > 0) {
    return refuse([...strangers, ...unknown.map(({ text }) => text)]);
  }

  const fitting = candidates.find(
    ({ fits, hasSubjects, uncovered }) => fits && hasSubjects && uncovered.length === 0,
  );
  if (fitting === undefined || fitting.coverage < THRESHOLD || known.length === 0) {
    const uncovered = nearest?.uncovered.map(({ text }) => text) ?? [];
    const asked = question.interrogatives
      .filter(({ type }) => type !== 'what')
      .map((range) => slice(question.folded, range));
    return refuse(uncovered.length > 0 ? uncovered : asked);
  }
  return {
    finding: {
      shortAnswer: shortAnswer(fitting),
      quotes: [
        quote(
          fitting.sentence,
          fitting.spans.map((span) => toNotice(fitting.sentence, span)),
        ),
      ],
      confidence: Math.min(0.95, fitting.score),
    },
  };
}

function shortAnswer({ sentence, spans }: Candidate): string | null {
  const [span] = spans;
  return span === undefined ? null : words(sentence, toNotice(sentence, span));
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
  if (text.length < 4 || !/^\p{Script=Han}+$/u.test(text)) return false;
  return lexicon.knows(text.slice(0, -1)) || lexicon.knows(text.slice(1));
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
      return needed(findPlaces(folded, sentence.words, home));
    case 'why':
      return needed(
        Array.from(folded.matchAll(PURPOSE), ({ index, 0: found }) => ({
          start: index,
          end: index + found.length,
        })),
      );
    case 'what':
      return { spans: [], fits: !asksForDefinition(question) || defines(question, folded) };
    case 'list':
    case 'how':
    case 'yes-no':
    case 'fragment':
      return { spans: [], fits: true };
  }
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

import { foldedText } from '../../lexicon/cut-sentence.ts';
import { liesIn } from '../../lexicon/gazetteer.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { Fact } from '../../lexicon/terms.ts';
import { slice } from '../../text/range.ts';
import { fold } from '../../text/script.ts';
import { asksForAttribute, attributeText } from './attributes.ts';
import { spansOf, type SpanKind } from '../spans.ts';
import { quote, words, type Finding, type Knowledge } from '../finding.ts';
import type { Question } from '../question/question.ts';
import type { Term } from '../question/terms.ts';
import type { QuestionType } from '../question/interrogatives.ts';
import type { Quote } from '../reply.ts';

const FORWARD: ReadonlySet<QuestionType> = new Set(['what', 'list', 'how', 'yes-no', 'fragment']);
const REVERSE: ReadonlySet<QuestionType> = new Set(['where', 'who', 'what', 'list', 'yes-no', 'fragment']);

/** What must stand in a value for it to answer; other questions are answered by any value. */
const KINDS: Partial<Record<QuestionType, readonly SpanKind[]>> = {
  when: ['time'],
  'how-long': ['duration'],
  'how-many': ['money', 'count', 'duration'],
};

/** What is stated of the places that the question names: 海宁是什么产业 → 经编. */
export function findByPlace(question: Question, { lexicon }: Knowledge): Finding | undefined {
  if (question.strangers.length > 0) return undefined;
  const places = placesAsked(question);
  const facts = places.map(({ county }) => county.facts.find((fact) => isAsked(question, fact, lexicon)));
  const stated = facts.filter((fact) => fact !== undefined);
  const [first] = stated;
  if (first === undefined || stated.length < facts.length) return undefined;
  return {
    shortAnswer:
      stated.length === 1
        ? words(first, first.value)
        : stated.map((fact) => words(fact, { start: fact.subject.start, end: fact.value.end })).join('、'),
    quotes: quotesOf(stated, ({ value }) => value),
    confidence: 0.97,
  };
}

/** Whether a question asks for what a fact states, and names nothing that its sentence does not. */
function isAsked(question: Question, fact: Fact, lexicon: Lexicon): boolean {
  const inSentence = foldedText(fact.sentence);
  const namesOther = question.subjects.some(
    ({ target }) => target.kind === 'initiative' && !target.names.some((name) => inSentence.includes(name)),
  );
  if (namesOther) return false;
  const kinds = KINDS[question.type];
  if (kinds !== undefined) return isTyped(question.terms, fact, kinds);
  if (question.type === 'who') return question.terms.some(({ text }) => attributeText(fact).includes(text));
  if (!FORWARD.has(question.type)) return false;
  // In "海宁做箱包吗" 箱包 is checked against what is stated, of this place or of another; "海宁的经编" names it.
  const isStated = (term: Term) =>
    (question.type === 'yes-no' && term.kind === 'noun' && inSentence.includes(term.text)) ||
    (question.type === 'fragment' && factsNamed(term, lexicon).includes(fact));
  return asksForAttribute(
    question.terms.filter((term) => !isStated(term)),
    fact,
  );
}

/** 海宁什么时候停水 asks for a value with a time in it, stated as 停水时间. */
function isTyped(terms: readonly Term[], fact: Fact, kinds: readonly SpanKind[]): boolean {
  const value = fold(words(fact, fact.value));
  const attribute = attributeText(fact);
  return (
    kinds.some((kind) => spansOf(kind, value).length > 0) &&
    terms.length > 0 &&
    terms.every(({ text }) => attribute.includes(text))
  );
}

/** The places named, without a region that another of them lies in: 嘉兴海宁 is 海宁. */
function placesAsked(question: Question) {
  const places = question.subjects.flatMap(({ target }) => (target.kind === 'place' ? [target] : []));
  const unique = [...new Set(places)];
  return unique.filter(
    (place) =>
      place.county.facts.length > 0 ||
      !unique.some((other) => liesIn(other.division, place.division) || other.division.kind === 'zone'),
  );
}

/** The places of which something is stated: 哪里做羊毛衫 → 桐乡. */
export function findByValue(question: Question, { lexicon }: Knowledge): Finding | undefined {
  if (!REVERSE.has(question.type)) return undefined;
  const named = new Set(
    question.subjects.flatMap(({ target }) => (target.kind === 'place' ? target.county.facts : [])),
  );

  const byTerm = question.terms.map((term) => ({ term, facts: factsNamed(term, lexicon) }));
  const matched = [...new Set(byTerm.flatMap(({ facts }) => facts))].sort(
    (a, b) => a.value.start - b.value.start,
  );
  const isChoice = placesAsked(question).length > 1;
  if (named.size > 0 && !(isChoice && matched.every((fact) => named.has(fact)))) return undefined;
  const [first] = matched;
  if (first === undefined) return question.type === 'where' ? findAllPlaces(question, lexicon) : undefined;
  const rest = byTerm.filter(({ facts }) => facts.length === 0).map(({ term }) => term);
  if (rest.some(({ kind }) => kind === 'noun') || question.type === 'what') {
    if (!asksForAttribute(rest, first)) return undefined;
  }
  const asksForPlace = question.type === 'where' || question.type === 'who' || isChoice;
  return {
    shortAnswer: matched
      .map((fact) =>
        words(fact, asksForPlace ? fact.subject : { start: fact.subject.start, end: fact.value.end }),
      )
      .join('、'),
    quotes: quotesOf(matched, ({ subject, value }) =>
      asksForPlace ? subject : { start: subject.start, end: value.end },
    ),
    confidence: 0.95,
  };
}

/** 哪些县有特色产业: all places of which the attribute is stated. */
function findAllPlaces({ terms, interrogatives, folded }: Question, { facts }: Lexicon): Finding | undefined {
  const isPlural = interrogatives.some((range) => /^有?哪(?:些|几)/u.test(slice(folded, range)));
  const stated = facts
    .map(({ fact }) => fact)
    .filter((fact) => (terms.length > 0 || isPlural) && asksForAttribute(terms, fact));
  if (stated.length === 0) return undefined;
  return {
    shortAnswer: stated.map((fact) => words(fact, fact.subject)).join('、'),
    quotes: quotesOf(stated, ({ subject }) => subject),
    confidence: 0.9,
  };
}

/** The facts whose value a term names. */
function factsNamed({ text, kind }: Term, lexicon: Lexicon): Fact[] {
  return text.length < 2 || kind === 'number' ? [] : lexicon.factsValued(text).map(({ fact }) => fact);
}

/** One quote for each sentence, with the highlights of all its facts. */
function quotesOf(facts: readonly Fact[], highlight: (fact: Fact) => Fact['value']): [Quote, ...Quote[]] {
  const bySentence = new Map<string, Fact[]>();
  for (const fact of facts) {
    bySentence.set(fact.sentence.id, [...(bySentence.get(fact.sentence.id) ?? []), fact]);
  }
  const quotes = [...bySentence.values()].flatMap((ofSentence) => {
    const [fact] = ofSentence;
    return fact === undefined ? [] : [quote(fact, ofSentence.map(highlight))];
  });
  const [first, ...others] = quotes;
  if (first === undefined) throw new RangeError('no facts to quote');
  return [first, ...others];
}

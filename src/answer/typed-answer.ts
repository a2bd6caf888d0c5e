import asked from '../../data/lexicon/asked.json' with { type: 'json' };
import type { CutSentence } from '../lexicon/cut-sentence.ts';
import type { Division } from '../lexicon/gazetteer.ts';
import { placesOf } from '../lexicon/places.ts';
import { synonymsOf } from '../lexicon/synonyms.ts';
import { slice, type Range } from '../text/range.ts';
import type { QuestionType } from './question/interrogatives.ts';
import type { Question } from './question/question.ts';
import { shortAnswers } from './short-answer.ts';
import { spansOf, type SpanKind } from './spans.ts';

/** What in a sentence is of the kind that a question asks for. Ranges are of the folded sentence. */
export interface TypedAnswer {
  readonly spans: readonly Range[];
  /** Whether the sentence can answer a question of this type at all. */
  readonly fits: boolean;
}

const ANY: TypedAnswer = { spans: [], fits: true };

const kindsOfNoun = new Map<string, SpanKind>();
for (const [kind, nouns] of Object.entries(asked.kinds)) {
  for (const noun of nouns) kindsOfNoun.set(noun, kind as SpanKind);
}

export function typedAnswer(
  question: Question,
  sentence: CutSentence,
  home: Division | undefined,
): TypedAnswer {
  const { folded } = sentence;
  const nounKind = question.asked === undefined ? undefined : kindOfNoun(question.asked.term.text);
  switch (question.type) {
    case 'when':
      return nearest(question, folded, timesIn(question, folded));
    case 'how-long':
      return nearest(question, folded, spansOf('duration', folded));
    case 'who':
      return actor(question, folded);
    case 'where':
      return nearest(question, folded, placesIn(question, sentence, home));
    case 'why':
      return nearest(question, folded, matches(PURPOSE, folded));
    case 'how-many':
      return nearest(question, folded, countsIn(question, folded, nounKind));
    case 'what':
    case 'fragment':
      if (nounKind !== undefined) return nearest(question, folded, spansOf(nounKind, folded));
      if (question.type === 'fragment') return ANY;
      return {
        spans: shortAnswers(question, sentence),
        fits: !asksForDefinition(question) || defines(question, folded),
      };
    case 'list':
    case 'how':
      return { spans: shortAnswers(question, sentence), fits: true };
    case 'yes-no':
      return ANY;
  }
}

/** The kind that a noun asks for, by itself or by the word that it ends with: 报名电话 is a 电话. */
export function kindOfNoun(noun: string): SpanKind | undefined {
  for (let start = 0; start < noun.length - 1; start++) {
    const kind = kindsOfNoun.get(noun.slice(start));
    if (kind !== undefined) return kind;
  }
  return undefined;
}

/** What a question of a type asks for. */
const KINDS_OF_TYPE: Readonly<Partial<Record<QuestionType, readonly SpanKind[]>>> = {
  when: ['time'],
  'how-long': ['duration', 'time'],
  where: ['address'],
  who: ['actor', 'person'],
  'how-many': ['money'],
};

/** The kinds of what may answer a question, by its type and by the noun that it asks for. */
export function kindsAskedFor({ type, asked: noun }: Question): ReadonlySet<SpanKind> {
  const ofNoun = noun === undefined ? undefined : kindOfNoun(noun.term.text);
  return new Set([...(KINDS_OF_TYPE[type] ?? []), ...(ofNoun === undefined ? [] : [ofNoun])]);
}

/** Whether a label or the header of a column names one of the kinds. */
export function namesOneOf(kinds: ReadonlySet<SpanKind>, label: string): boolean {
  const kind = kindOfNoun(label);
  return kind !== undefined && kinds.has(kind);
}

const PURPOSE =
  /(?:为了|旨在|以便|从而|因为|由于|鉴于|因(?![素此而为])|(?<=^|[,。;:])为|力争|推动|助力|引领|促进|实现)[^。;]{4,}/gu;

function matches(pattern: RegExp, folded: string): Range[] {
  return Array.from(folded.matchAll(pattern), ({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
}

/**
 * Who acts stands in front of what is done: the first actor that the question does not name, and that is no item
 * of a list of things.
 */
function actor(question: Question, folded: string): TypedAnswer {
  const actors = spansOf('actor', folded).filter(
    (span) =>
      !question.folded.includes(slice(folded, span)) &&
      folded.charAt(span.start - 1) !== '、' &&
      folded.charAt(span.end) !== '、',
  );
  const [first] = actors.length > 0 ? actors : spansOf('person', folded);
  return first === undefined ? { spans: [], fits: false } : { spans: [first], fits: true };
}

/** Addresses, and the places of the gazetteer. */
function placesIn(question: Question, sentence: CutSentence, home: Division | undefined): Range[] {
  const { folded } = sentence;
  const places = placesOf(sentence, home)
    .filter(({ division }) => isKindAsked(question, division))
    .filter((place) => !asksWhereAPlaceIs(question) || standsBeforeSubject(question, folded, place));
  if (asksWhereAPlaceIs(question)) return places;
  return namesKindOfPlace(question) ? places : [...spansOf('address', folded), ...places];
}

function asksWhereAPlaceIs({ terms, subjects }: Question): boolean {
  return terms.length === 0 && subjects.length > 0 && subjects.every(({ target }) => target.kind === 'place');
}

/** Where a place is, the place that it belongs to says, right in front of it: 浙江省嘉兴市. */
function standsBeforeSubject({ subjects }: Question, folded: string, { end }: Range): boolean {
  return subjects.some(({ target }) => target.names.some((name) => folded.startsWith(name, end)));
}

function placeNoun({ interrogatives, folded }: Question): string {
  const asking = interrogatives.find(({ type }) => type === 'where');
  return asking === undefined ? '' : slice(folded, asking);
}

function namesKindOfPlace(question: Question): boolean {
  return /[省市县区镇乡村]$|街道$|城市$/u.test(placeNoun(question));
}

/** 哪个省 asks for a province, 哪个县 for what is no province and no prefecture; towns are in no gazetteer. */
function isKindAsked(question: Question, { kind }: Division): boolean {
  const noun = placeNoun(question);
  if (/[镇乡村]$|街道$/u.test(noun)) return false;
  if (/省份?$/u.test(noun)) return kind === 'province';
  if (noun.endsWith('市') && !/[县区]/u.test(noun)) return kind === 'prefecture' || kind === 'city';
  return !/[县区]$/u.test(noun) || (kind !== 'province' && kind !== 'prefecture');
}

/**
 * 几点 asks for a time of day, 星期几 for a day of the week, 几号 for a date, 哪年 for a year; where there is none, any
 * time will do. A length of time answers 什么时候 alone.
 */
const TIMES_ASKED: readonly (readonly [RegExp, RegExp])[] = [
  [/几点|几时几分|什么钟/u, /\d\s*[:时点]/u],
  [/星期几|礼拜几|周几/u, /周|星期/u],
  [/哪(?:一)?年|何年|年份/u, /年/u],
  [/几号|几月|哪天|哪一天|哪日|何日/u, /[日号月]|\d-\d/u],
];

function timesIn({ folded: question }: Question, folded: string): Range[] {
  const times = joinListed(spansOf('time', folded), folded);
  const form = TIMES_ASKED.find(([asks]) => asks.test(question))?.[1];
  const asked = form === undefined ? [] : times.filter((time) => form.test(slice(folded, time)));
  if (asked.length > 0) return asked;
  return form === undefined ? [...times, ...spansOf('duration', folded)] : times;
}

/** 7:00至8:30、17:00至18:30 is one answer. */
function joinListed(spans: readonly Range[], folded: string): Range[] {
  const joined: Range[] = [];
  for (const span of spans) {
    const before = joined.at(-1);
    if (before !== undefined && folded.slice(before.end, span.start) === '、') {
      joined[joined.length - 1] = { start: before.start, end: span.end };
    } else {
      joined.push(span);
    }
  }
  return joined;
}

/** How far behind a count the counted noun may stand: 十个重点质量提升特色产业; and how far in front of it. */
const COUNTED = 14;
const COUNTED_BEFORE = 12;

function countsIn(question: Question, folded: string, nounKind: SpanKind | undefined): readonly Range[] {
  const asking = question.interrogatives.find(({ type }) => type === 'how-many');
  const words = asking === undefined ? '' : slice(question.folded, asking);
  const unit = /(?:多少|几)(?<unit>\p{Script=Han}+)$/u.exec(words)?.groups?.['unit'];
  if (nounKind === 'money' || unit === '钱') return spansOf('money', folded);
  if (nounKind === 'phone' || nounKind === 'document') return spansOf(nounKind, folded);
  const counts = [...spansOf('count', folded), ...spansOf('money', folded), ...spansOf('duration', folded)];
  return counts.filter(
    (count) =>
      (unit !== undefined && unit !== '个' && slice(folded, count).includes(unit)) ||
      countsAsked(question, folded, count),
  );
}

/** Whether what a count counts is what the question asks the number of, where it names it. */
function countsAsked({ terms, interrogatives, asked }: Question, sentence: string, count: Range): boolean {
  const asking = interrogatives.find(({ type }) => type === 'how-many');
  const behind = terms.filter(
    ({ kind, start }) => kind === 'noun' && asking !== undefined && start >= asking.end,
  );
  const noun =
    behind[0] ??
    (asked?.follows === true ? asked.term : undefined) ??
    terms.findLast(({ kind }) => kind === 'noun');
  if (noun === undefined) {
    return terms.some(({ text }) =>
      sentence.slice(Math.max(0, count.start - 8), count.end + 8).includes(text),
    );
  }
  const inClause = (text: string) => /^[^,。;:、()“”]*/u.exec(text)?.[0] ?? '';
  const counted = inClause(sentence.slice(count.end, count.end + COUNTED + noun.text.length));
  const unit = sentence.charAt(count.end - 1);
  const before = sentence.slice(Math.max(0, count.start - COUNTED_BEFORE), count.start);
  const names = [noun.text, ...synonymsOf(noun.text)];
  return (
    names.some((name) => counted.includes(name)) ||
    (unit !== '个' && noun.text.includes(unit)) ||
    names.some((name) => /^[^。;]*$/u.test(before) && before.includes(name) && asked?.follows !== true)
  );
}

/** How far apart a span and a word of the question may stand to belong together, in characters. */
const NEAR = 60;

/** The span that stands nearest to the words of the question; those that it has already do not answer. */
function nearest(
  { terms, subjects, folded: question }: Question,
  sentence: string,
  spans: readonly Range[],
): TypedAnswer {
  const words = [
    ...terms.map(({ text }) => text),
    ...subjects.map(({ start, end }) => question.slice(start, end)),
  ];
  const found = words.flatMap((word) => {
    const start = sentence.indexOf(word);
    return start < 0 ? [] : [{ start, end: start + word.length }];
  });
  const distance = (span: Range) =>
    found.reduce(
      (sum, word) => sum + Math.min(NEAR, Math.max(word.start - span.end, span.start - word.end, 0)),
      0,
    );
  const best = spans
    .filter((span) => !question.includes(slice(sentence, span)))
    .map((span) => ({ span, distance: distance(span), shared: sharedInClause(words, sentence, span) }))
    .sort((a, b) => b.shared - a.shared || a.distance - b.distance)[0];
  return best === undefined ? { spans: [], fits: false } : { spans: [best.span], fits: true };
}

/** Up to the next comma, semicolon, full stop or bar on both sides of a span; a label belongs to its value. */
export function clauseAround(folded: string, { start, end }: Range): Range {
  const length = folded.slice(end).search(/[,;。|]/u);
  return {
    start: Math.max(...[',', ';', '。', '|'].map((mark) => folded.lastIndexOf(mark, start - 1))) + 1,
    end: length < 0 ? folded.length : end + length,
  };
}

/** The characters of the question's words that stand in the clause of a span: of 城市…720元,农村…540元 the one that is meant. */
function sharedInClause(words: readonly string[], sentence: string, span: Range): number {
  const clause = slice(sentence, clauseAround(sentence, span));
  return words.reduce((sum, word) => sum + (clause.includes(word) ? word.length : 0), 0);
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

import {
  createAnswerer,
  type Abstention,
  type Answer,
  type Answerer,
  type County,
  type Fact,
  type Initiative,
  type Located,
  type Quote,
  type Reply,
} from '../../src/answer/index.ts';
import { loadNotices } from '../../src/notice/load.ts';
import { parseNotice } from '../../src/notice/parse.ts';
import type { Notice } from '../../src/notice/notice.ts';
import type { Range } from '../../src/text/range.ts';
import { createSegmenter } from '../../src/text/segmenter.ts';

let first: Promise<Answerer> | undefined;

/** The real answerer of the notices in data/notices, built once a file. */
export function firstNoticeAnswerer(): Promise<Answerer> {
  first ??= loadNotices('data/notices').then(({ notices }) =>
    createAnswerer({ notices, segmenter: createSegmenter(() => undefined) }),
  );
  return first;
}

/** A notice from its lines: title, date line, paragraphs. */
export function noticeOf(id: string, ...lines: readonly string[]): Notice {
  const notice = parseNotice(id, lines.join('\n'));
  if (notice === undefined) throw new Error('a notice needs words');
  return notice;
}

/** The sentence of a notice that has these words. */
export function locate(notice: Notice, words: string): Located {
  for (const passage of notice.passages) {
    const sentence = passage.sentences.find(({ text }) => text.includes(words));
    if (sentence !== undefined) return { notice, passage, sentence };
  }
  throw new Error(`no sentence has "${words}"`);
}

/** Where words stand in a notice. */
export function rangeOf(notice: Notice, words: string): Range {
  const start = notice.text.indexOf(words);
  if (start < 0) throw new Error(`the notice does not have "${words}"`);
  return { start, end: start + words.length };
}

/** The sentence that has the first of these words, with all of them as its highlights. */
export function quoteOf(notice: Notice, words: string, ...more: readonly string[]): Quote {
  const located = locate(notice, words);
  return { ...located, highlights: [words, ...more].map((word) => rangeOf(notice, word)) };
}

export function answerOf(quote: Quote, parts: Partial<Answer> = {}): Answer {
  return {
    status: 'answered',
    understoodAs: '',
    wasResolved: false,
    shortAnswer: null,
    quotes: [quote],
    confidence: 0.9,
    alternatives: [],
    earlier: null,
    replacement: null,
    asOf: null,
    ...parts,
  };
}

export function abstentionOf(parts: Partial<Abstention> = {}): Abstention {
  return {
    status: 'abstained',
    understoodAs: '',
    wasResolved: false,
    reason: 'no-match',
    known: [],
    missing: [],
    nearest: null,
    suggestions: [],
    confidence: 0.1,
    alternatives: [],
    ...parts,
  };
}

/** A county with a fact for every pair of an attribute's words and a value's. */
export function countyOf(
  notice: Notice,
  id: string,
  name: string,
  ...facts: readonly (readonly [attribute: string | null, value: string])[]
): County {
  const located = locate(notice, name);
  return {
    id,
    name,
    fullName: `${name}市`,
    mentions: [located],
    facts: facts.map(([attribute, value]): Fact => ({
      ...located,
      subject: rangeOf(notice, name),
      value: rangeOf(notice, value),
      attribute: attribute === null ? null : rangeOf(notice, attribute),
    })),
  };
}

/**
 * An answerer that says what it is told to, and otherwise that nothing fits. Counties and initiatives are found by
 * their exact names.
 */
export function fakeAnswerer(options: {
  readonly notices: readonly Notice[];
  readonly replies?: Readonly<Record<string, Reply | (() => Reply)>>;
  /** What follow-ups stand for, by `previous question/follow-up`. */
  readonly followUps?: Readonly<Record<string, string>>;
  readonly counties?: readonly County[];
  readonly initiatives?: readonly Initiative[];
}): Answerer & { readonly asked: string[] } {
  const { notices, replies = {}, followUps = {}, counties = [], initiatives = [] } = options;
  const asked: string[] = [];
  const reportOnCounty = (county: County | undefined) =>
    county && { county, quotes: county.mentions.map((mention) => ({ ...mention, highlights: [] })) };
  const reportOnInitiative = (initiative: Initiative | undefined) =>
    initiative && {
      initiative,
      definition: { ...initiative.definition, highlights: [] },
      parts: initiative.parts,
    };
  return {
    asked,
    notices,
    counties,
    initiatives,
    ask(question) {
      if (question === '') return abstentionOf({ reason: 'empty', suggestions: ['海寧是什麼產業?'] });
      asked.push(question);
      const reply = replies[question] ?? abstentionOf();
      return typeof reply === 'function' ? reply() : reply;
    },
    complete: (message, previous) => followUps[`${previous}/${message}`],
    findCounty: (name) => reportOnCounty(counties.find((county) => county.name === name)),
    countyById: (id) => reportOnCounty(counties.find((county) => county.id === id)),
    findInitiative: (name) => reportOnInitiative(initiatives.find((initiative) => initiative.name === name)),
    initiativeById: (id) => reportOnInitiative(initiatives.find((initiative) => initiative.id === id)),
    sentenceById: (id) => allSentences(notices).find(({ sentence }) => sentence.id === id),
  };
}

function allSentences(notices: readonly Notice[]): Located[] {
  return notices.flatMap((notice) => [
    ...[notice.titleLine, notice.dateLine]
      .filter((sentence) => sentence !== null)
      .map((sentence) => ({ notice, passage: null, sentence })),
    ...notice.passages.flatMap((passage) =>
      passage.sentences.map((sentence) => ({ notice, passage, sentence })),
    ),
  ]);
}

import type { Match } from './matching.ts';
import type { PreparedPassage, PreparedSentence } from './passage.ts';
import type { Query } from './query.ts';
import type { SpanKind } from './spans.ts';
import { describe, type Feature } from './sentence-features.ts';

/** A piece of a sentence that may be the short answer. Positions are the passage's. */
export interface AnswerSpan {
  readonly query: Query;
  readonly passage: PreparedPassage;
  readonly sentence: PreparedSentence;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The words it consists of, by their places in the sentence; the first and the last are equal for one word. */
  readonly first: number;
  readonly last: number;
  readonly kinds: ReadonlySet<SpanKind>;
  readonly mass: Float64Array;
  /** Where the longest run that ends at the gap ends, and where the longest that begins behind it begins; or -1. */
  readonly leftRun: number;
  readonly rightRun: number;
}

const LONGEST_WORDS = 7;
const LONGEST = 26;
const CONTENT = /[\p{L}\p{N}]/u;
const PAUSE = /[,，。;；:：!！?？、\n]/u;
const NO_START = /^(?:u|y|e|o|k|w)/u;
const NO_END = /^(?:u|p|c|y|e|o|w|d)/u;

/** The typed spans of a sentence and its short sequences of words. */
export function answerSpans(
  query: Query,
  passage: PreparedPassage,
  match: Match,
  index: number,
): AnswerSpan[] {
  const sentence = passage.sentences[index];
  if (sentence === undefined) return [];
  const { leftRun, rightRun } = runsAtGap(query, match, index);
  const spans = new Map<
    number,
    { start: number; end: number; kinds: Set<SpanKind>; first: number; last: number }
  >();
  const key = (start: number, end: number) => (start - sentence.start) * 4096 + (end - start);
  const { words } = sentence;
  for (let first = 0; first < words.length; first++) {
    const head = words[first];
    if (head === undefined || NO_START.test(head.tag) || !startsSpan(head.text)) continue;
    for (let last = first; last < Math.min(words.length, first + LONGEST_WORDS); last++) {
      const tail = words[last];
      if (tail === undefined || PAUSE.test(tail.text) || tail.end - head.start > LONGEST) break;
      if (NO_END.test(tail.tag) || !endsSpan(tail.text)) continue;
      spans.set(key(head.start, tail.end), {
        start: head.start,
        end: tail.end,
        kinds: new Set(),
        first,
        last,
      });
    }
  }
  for (const { start, end, kind } of sentence.spans) {
    const known = spans.get(key(start, end));
    if (known !== undefined) known.kinds.add(kind);
    else {
      const first = words.findIndex((word) => word.end > start);
      const last = words.findLastIndex((word) => word.start < end);
      spans.set(key(start, end), { start, end, kinds: new Set([kind]), first, last });
    }
  }
  return [...spans.values()].map((span) => ({
    ...span,
    query,
    passage,
    sentence,
    text: passage.text.slice(span.start, span.end),
    mass: match.mass,
    leftRun,
    rightRun,
  }));
}

const startsSpan = (text: string): boolean => CONTENT.test(text) || /^[《「“『]/u.test(text);
const endsSpan = (text: string): boolean => CONTENT.test(text) || /[》」”』)）%]$/u.test(text);

function runsAtGap({ gap }: Query, { runs }: Match, index: number): { leftRun: number; rightRun: number } {
  let leftRun = -1;
  let rightRun = -1;
  if (gap === null) return { leftRun, rightRun };
  let left = 0;
  let right = 0;
  for (const { sentence, at, inQuery, length } of runs) {
    if (sentence !== index) continue;
    const end = inQuery + length;
    if (end <= gap.start && end >= gap.start - 2 && length > left) [left, leftRun] = [length, at + length];
    if (inQuery >= gap.end && inQuery <= gap.end + 3 && length > right) [right, rightRun] = [length, at];
  }
  return { leftRun, rightRun };
}

const before = ({ passage, start }: AnswerSpan): string => passage.text.charAt(start - 1);
const after = ({ passage, end }: AnswerSpan): string => passage.text.charAt(end);
const wordAt = ({ sentence: { words } }: AnswerSpan, i: number): string => words[i]?.tag ?? '';

function inside(span: AnswerSpan): number {
  let found = 0;
  for (let i = span.start; i < span.end; i++) if ((span.mass[i] ?? 0) > 0) found++;
  return found / (span.end - span.start);
}

/** Matched weight on one side, less the farther away. */
function nearby(span: AnswerSpan, step: -1 | 1): number {
  let sum = 0;
  for (let distance = 1; distance <= 20; distance++) {
    const i = step < 0 ? span.start - distance : span.end - 1 + distance;
    if (i < span.sentence.start || i >= span.sentence.end) break;
    sum += (span.mass[i] ?? 0) * Math.exp(-distance / 8);
  }
  return sum / span.query.total;
}

function verbsInside({ sentence: { words }, first, last }: AnswerSpan, pattern: RegExp): number {
  let found = 0;
  for (let i = first; i <= last; i++) if (pattern.test(words[i]?.tag ?? '')) found++;
  return found;
}

const kindFlag = (kind: SpanKind): Feature<AnswerSpan> => ({
  name: kind,
  of: ({ kinds }) => Number(kinds.has(kind)),
});
const typeFlag = (type: Query['type']): Feature<AnswerSpan> => ({
  name: `asks ${type}`,
  of: ({ query }) => Number(query.type === type),
});
const clamp = (value: number): number => Math.max(-30, Math.min(30, value));

export const ANSWER_SPAN_FEATURES: readonly Feature<AnswerSpan>[] = [
  { name: 'length', of: ({ start, end }) => end - start },
  { name: 'words', of: ({ first, last }) => last - first + 1 },
  { name: 'wanted', of: ({ query, kinds }) => query.wanted.findIndex((kind) => kinds.has(kind)) },
  { name: 'wantedKnown', of: ({ query }) => query.wanted.length },
  kindFlag('person'),
  kindFlag('place'),
  kindFlag('body'),
  kindFlag('date'),
  kindFlag('number'),
  kindFlag('title'),
  kindFlag('latin'),
  { name: 'inside', of: inside },
  { name: 'inQuestion', of: ({ query, text }) => Number(query.text.includes(text)) },
  { name: 'nearLeft', of: (span) => nearby(span, -1) },
  { name: 'nearRight', of: (span) => nearby(span, 1) },
  { name: 'fromLeftRun', of: ({ leftRun, start }) => (leftRun < 0 ? -31 : clamp(start - leftRun)) },
  { name: 'toRightRun', of: ({ rightRun, end }) => (rightRun < 0 ? -31 : clamp(rightRun - end)) },
  { name: 'afterCopula', of: (span) => Number(/[是为即叫称作名]/u.test(before(span))) },
  { name: 'afterPlace', of: (span) => Number(/[在于至到往]/u.test(before(span))) },
  { name: 'afterAgent', of: (span) => Number(/[由被让]/u.test(before(span))) },
  { name: 'afterOpening', of: (span) => Number(/[《「“『(（]/u.test(before(span))) },
  {
    name: 'afterPause',
    of: (span) => Number(PAUSE.test(before(span)) || span.start === span.sentence.start),
  },
  { name: 'afterOf', of: (span) => Number(before(span) === '的') },
  { name: 'beforeOf', of: (span) => Number(after(span) === '的') },
  { name: 'beforePause', of: (span) => Number(PAUSE.test(after(span))) },
  { name: 'beforeClosing', of: (span) => Number(/[》」”』)）]/u.test(after(span))) },
  { name: 'beforeOpening', of: (span) => Number(/[(（]/u.test(after(span))) },
  {
    name: 'sameBefore',
    of: (span) => {
      const { gap, text } = span.query;
      return gap === null || gap.start === 0 ? -1 : Number(text.charAt(gap.start - 1) === before(span));
    },
  },
  {
    name: 'sameAfter',
    of: (span) => {
      const { gap, text } = span.query;
      return gap === null || gap.end >= text.length ? -1 : Number(text.charAt(gap.end) === after(span));
    },
  },
  { name: 'firstIsNoun', of: (span) => Number(/^[nxmj]|^eng|^i|^l/u.test(wordAt(span, span.first))) },
  { name: 'firstIsVerb', of: (span) => Number(/^v(?!n)/u.test(wordAt(span, span.first))) },
  { name: 'firstIsNumber', of: (span) => Number(wordAt(span, span.first).startsWith('m')) },
  { name: 'firstIsFunction', of: (span) => Number(/^[pcdrf]/u.test(wordAt(span, span.first))) },
  { name: 'lastIsNoun', of: (span) => Number(/^[nxj]|^vn|^eng/u.test(wordAt(span, span.last))) },
  { name: 'lastIsMeasure', of: (span) => Number(/^[qm]/u.test(wordAt(span, span.last))) },
  { name: 'lastIsVerb', of: (span) => Number(/^v(?!n)/u.test(wordAt(span, span.last))) },
  { name: 'verbs', of: (span) => verbsInside(span, /^v(?!n)/u) },
  { name: 'particles', of: (span) => verbsInside(span, /^u/u) },
  { name: 'nounBefore', of: (span) => Number(/^[nxbj]|^vn|^eng|^m/u.test(wordAt(span, span.first - 1))) },
  { name: 'nounAfter', of: (span) => Number(/^[nxj]|^vn|^eng|^q/u.test(wordAt(span, span.last + 1))) },
  {
    name: 'endsAsAsked',
    of: ({ query, text }) =>
      query.asked === null
        ? -1
        : text.endsWith(query.asked)
          ? 2
          : text.endsWith(query.asked.at(-1) ?? '')
            ? 1
            : 0,
  },
  {
    name: 'askedBefore',
    of: ({ query, passage, start }) =>
      query.asked === null
        ? -1
        : Number(
            passage.text.slice(Math.max(0, start - query.asked.length - 1), start).includes(query.asked),
          ),
  },
  {
    name: 'askedAfter',
    of: ({ query, passage, end }) =>
      query.asked === null ? -1 : Number(passage.text.startsWith(query.asked, end)),
  },
  {
    name: 'unit',
    of: ({ query, text }) =>
      query.unit === null ? -1 : text.endsWith(query.unit) ? 2 : Number(text.includes(query.unit)),
  },
  {
    name: 'place in sentence',
    of: ({ start, sentence }) => (start - sentence.start) / (sentence.end - sentence.start),
  },
  typeFlag('who'),
  typeFlag('when'),
  typeFlag('where'),
  typeFlag('number'),
  typeFlag('why'),
  typeFlag('how'),
  typeFlag('which'),
  typeFlag('what'),
];

export function describeSpan(span: AnswerSpan): Float64Array {
  return describe(ANSWER_SPAN_FEATURES, span);
}

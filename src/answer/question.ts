import attributes from '../../data/lexicon/attributes.json' with { type: 'json' };
import data from '../../data/lexicon/question.json' with { type: 'json' };
import { divisionsNamed } from '../lexicon/gazetteer.ts';
import type { Lexicon, Subject } from '../lexicon/lexicon.ts';
import type { NameMatch } from '../lexicon/names.ts';
import { findPlaces } from '../lexicon/places.ts';
import type { Range } from '../text/range.ts';
import { fold } from '../text/script.ts';
import type { Word } from '../text/segmenter.ts';
import { findInterrogatives, type Interrogative, type QuestionType } from './question-type.ts';

/** A word of a question that carries content. */
export interface Term extends Range {
  /** Folded. */
  readonly text: string;
  /**
   * - `noun`: what is asked about; a notice that does not have it does not answer
   * - `number`: a count or a date
   * - `other`: verbs, adjectives, adverbs, which people choose freely
   */
  readonly kind: 'noun' | 'number' | 'other';
}

/** A question as it was understood. Ranges are of `folded`. */
export interface Question {
  /** Folded, with pinyin and typos resolved and white space at its ends and double white space gone. */
  readonly folded: string;
  readonly wasResolved: boolean;
  readonly type: QuestionType;
  readonly interrogatives: readonly Interrogative[];
  /** The places and initiatives of the notices that it names. */
  readonly subjects: readonly NameMatch<Subject>[];
  /** The places that it names and no notice mentions. */
  readonly strangers: readonly Range[];
  readonly terms: readonly Term[];
  /** The noun that it asks for, 原则 in 按什么原则 (`follows`) and 要素 in 要素有哪些. */
  readonly asked: { readonly term: Term; readonly follows: boolean } | undefined;
  /** Whether it speaks of the notice itself: 这篇文章. */
  readonly namesNotice: boolean;
  readonly isChat: boolean;
  readonly isEmpty: boolean;
}

const courtesies = [...data.courtesies.words].sort((a, b) => b.length - a.length);
const noticeWords = [...data.notice.words].sort((a, b) => b.length - a.length);
const fillers = new Set([
  ...data.comparisons.words,
  ...data.fillers.words,
  ...data.courtesies.words,
  ...data.notice.words,
]);
const askingWords = new Set(attributes.attributes.flatMap(({ verbs }) => verbs));
const placeNouns = new Set(data.placeNouns.words);
const chat = [...data.chat.words].sort((a, b) => b.length - a.length);

/** Longer than this, a message is no question; what follows is left out. */
const LONGEST_QUESTION = 500;

export function parseQuestion(message: string, lexicon: Lexicon): Question {
  const plain = tidy(fold(message.slice(0, LONGEST_QUESTION)));
  const isEmpty = !/[\p{L}\p{N}]/u.test(plain);
  const isChat = !isEmpty && isSmallTalk(plain);
  const folded = isEmpty || isChat ? plain : resolve(plain, lexicon);
  const words = lexicon.cut(folded);
  const subjects = mergeZones(
    lexicon.names.find(folded, (match) => !isQualified(folded, match, lexicon) && !splitsWord(words, match)),
  );
  const isTaken = (range: Range) => subjects.some((subject) => overlap(subject, range));
  const interrogatives = findInterrogatives(folded, isTaken);
  const strangers = findStrangers(folded, lexicon, isTaken);
  const terms = termsOf(folded, [...subjects, ...strangers, ...interrogatives], lexicon);
  const asked = findAsked(folded, interrogatives[0], terms);
  return {
    folded,
    wasResolved: folded !== plain,
    type: typeOf(interrogatives[0], asked),
    interrogatives,
    subjects,
    strangers,
    terms,
    asked,
    namesNotice: noticeWords.some((word) => folded.includes(word)),
    isChat,
    isEmpty,
  };
}

/** 部门是哪个 asks who, as 哪个部门 does. */
function typeOf(interrogative: Interrogative | undefined, asked: Question['asked']): QuestionType {
  if (interrogative === undefined) return 'fragment';
  const isActor =
    asked !== undefined && /^(?:部门|单位|机构|机关|主管部门|责任人|负责人|人)$/u.test(asked.term.text);
  return interrogative.type === 'what' && isActor ? 'who' : interrogative.type;
}

/** Control, zero-width and direction characters out, white space single, variants of question words alike. */
function tidy(folded: string): string {
  return folded
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, (c) => (/\s/u.test(c) ? ' ' : ''))
    .replace(/甚[么麽]|咩/gu, '什么')
    .replace(/[“”‘’"'「」『』《》](?![a-z])/gu, '')
    .replace(/[壹贰叁肆柒捌玖]/gu, (numeral) => '一二三四七八九'.charAt('壹贰叁肆柒捌玖'.indexOf(numeral)))
    .replace(/\s+/gu, ' ')
    .trim();
}

function isSmallTalk(plain: string): boolean {
  let rest = plain.replace(/[^\p{L}\p{N}]/gu, '');
  for (;;) {
    const said = chat.find((phrase) => rest.startsWith(phrase.replace(/\s/gu, '')));
    if (said === undefined) return rest === '';
    rest = rest.slice(said.length).replace(/^[呀啊呢吗吧哦嘛了的]+/u, '');
  }
}

/** Pinyin and English first, then names that are one slip away, where a word of the question is unknown. */
function resolve(plain: string, lexicon: Lexicon): string {
  const chinese = tidy(lexicon.fromLatin(plain));
  const words = lexicon.cut(chinese);
  const known = lexicon.names.find(chinese);
  const hasUnknown = words.some(
    ({ text, start, end }) =>
      !fillers.has(text) &&
      /\p{Script=Han}/u.test(text) &&
      !lexicon.knows(text) &&
      !known.some((name) => overlap(name, { start, end })),
  );
  return hasUnknown ? lexicon.withoutSlips(chinese, words) : chinese;
}

function overlap(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}

/** 嘉兴港区 is the zone, not the prefecture and the zone. */
function mergeZones(matches: readonly NameMatch<Subject>[]): NameMatch<Subject>[] {
  const merged: NameMatch<Subject>[] = [];
  for (const match of matches) {
    const before = merged.at(-1);
    const isZone = match.target.kind === 'place' && match.target.division.kind === 'zone';
    if (isZone && before?.end === match.start && before.target.kind === 'place') {
      merged[merged.length - 1] = { ...match, start: before.start };
    } else {
      merged.push(match);
    }
  }
  return merged;
}

/** Whether a name ends inside a word of the dictionary, as 平湖市 does in 平湖市长. */
function splitsWord(words: readonly Word[], { end, target }: NameMatch<Subject>): boolean {
  return (
    target.kind === 'place' && words.some((word) => word.start < end && end < word.end && word.tag !== 'x')
  );
}

/**
 * A name that is only the kind of an initiative (工作模式) does not stand for it behind another word that says
 * which one is meant: 四个一工作模式.
 */
function isQualified(folded: string, match: NameMatch<Subject>, lexicon: Lexicon): boolean {
  if (match.target.kind !== 'initiative' || match.name !== match.target.head) return false;
  const before = lexicon.cut(folded.slice(0, match.start)).at(-1);
  return (
    before !== undefined &&
    !fillers.has(before.text) &&
    /^[\p{L}\p{N}]+$/u.test(before.text) &&
    !/[的是个套种什么哪些]$/u.test(before.text) &&
    kindOf(before.text, before.tag) !== 'other'
  );
}

/** The last noun of the phrase that begins with `first`: 产业 of 重点特色产业. */
function headOf(first: Term, terms: readonly Term[]): Term {
  let head = first;
  for (const term of terms.slice(terms.indexOf(first) + 1)) {
    if (term.start !== head.end || term.kind === 'other') break;
    head = term;
  }
  return head;
}

/** What may stand between an interrogative and the noun it asks for: 什么样的模式. */
const LINK = /^(?:样)?的?\s*$/u;

function findAsked(
  folded: string,
  interrogative: Interrogative | undefined,
  terms: readonly Term[],
): Question['asked'] {
  if (interrogative === undefined) {
    const last = terms.findLast(({ kind }) => kind === 'noun');
    return last === undefined ? undefined : { term: last, follows: false };
  }
  const behind = terms.find(({ start }) => start >= interrogative.end);
  if (behind !== undefined && LINK.test(folded.slice(interrogative.end, behind.start))) {
    // What follows 列出 is one noun phrase to the end; what follows 哪些 may go on with a verb.
    const isImperative = folded.slice(interrogative.start, interrogative.end).startsWith('列');
    const last = isImperative ? terms.findLast(({ kind }) => kind === 'noun') : undefined;
    return { term: last ?? headOf(behind, terms), follows: true };
  }
  const before = terms.findLast(({ end, text }) => end <= interrogative.start && text.length > 1);
  const gap = before === undefined ? '' : folded.slice(before.end, interrogative.start);
  return before !== undefined && gap.length <= 4 ? { term: before, follows: false } : undefined;
}

function findStrangers(folded: string, lexicon: Lexicon, isTaken: (range: Range) => boolean): Range[] {
  const words = lexicon.cut(folded);
  const places = findPlaces(folded, words, lexicon.home);
  return places
    .filter((place) => !isTaken(place))
    .filter(({ start, end }) => divisionsNamed(folded.slice(start, end)).length > 0)
    .map(({ start, end }) => ({ start, end }));
}

/** The content words between what has been understood already. */
function termsOf(folded: string, taken: readonly Range[], lexicon: Lexicon): Term[] {
  const values = lexicon.values
    .find(folded)
    .filter((value) => !taken.some((range) => overlap(range, value)))
    .map(({ name, start, end }): Term => ({ text: name, kind: 'noun', start, end }));
  const rest = gaps([...taken, ...values], { start: 0, end: folded.length })
    .flatMap((gap) => withoutCourtesies(folded, gap))
    .flatMap((piece) => wordsIn(folded, piece, lexicon));
  return joinSuffixes([...values, ...rest].sort((a, b) => a.start - b.start));
}

/** A character that no notice has behind a noun makes another noun of it: 食品厂 is not 食品. */
function joinSuffixes(terms: readonly (Term & { readonly isSuffix?: boolean })[]): Term[] {
  const joined: Term[] = [];
  for (const { text, kind, start, end, isSuffix } of terms) {
    const before = joined.at(-1);
    if (isSuffix === true && before?.end === start && before.kind === 'noun') {
      joined[joined.length - 1] = { text: before.text + text, kind: 'noun', start: before.start, end };
    } else {
      joined.push({ text, kind, start, end });
    }
  }
  return joined;
}

function wordsIn(folded: string, piece: Range, lexicon: Lexicon): (Term & { readonly isSuffix: boolean })[] {
  const words = mergeKnown(lexicon.cut(folded.slice(piece.start, piece.end)));
  return words.flatMap((word) => {
    const trimmed = trimFillers(word.text, lexicon);
    if (trimmed === undefined) return [];
    const { text, offset } = trimmed;
    const start = piece.start + word.start + offset;
    const isSuffix = text.length === 1 && !SINGLE_WORD.test(word.tag) && !lexicon.knows(text);
    return [{ text, kind: kindOf(text, word.tag), start, end: start + text.length, isSuffix }];
  });
}

/** Two characters that the segmenter took apart and that are a word questions are made of: 主/打. */
function mergeKnown(words: readonly Word[]): Word[] {
  const merged: Word[] = [];
  for (const word of words) {
    const before = merged.at(-1);
    const both = before === undefined ? '' : before.text + word.text;
    if (before !== undefined && both.length === 2 && askingWords.has(both)) {
      merged[merged.length - 1] = { text: both, start: before.start, end: word.end, tag: 'v' };
    } else {
      merged.push(word);
    }
  }
  return merged;
}

/** What of `within` is left between the ranges that are taken. */
function gaps(taken: readonly Range[], within: Range): Range[] {
  const found: Range[] = [];
  let start = within.start;
  for (const range of [...taken].sort((a, b) => a.start - b.start)) {
    if (range.start > start) found.push({ start, end: range.start });
    start = Math.max(start, range.end);
  }
  if (start < within.end) found.push({ start, end: within.end });
  return found;
}

function withoutCourtesies(folded: string, gap: Range): Range[] {
  const said = Array.from(folded.slice(gap.start, gap.end).matchAll(COURTESY), ({ index, 0: text }) => ({
    start: gap.start + index,
    end: gap.start + index + text.length,
  }));
  return gaps(said, gap);
}

/** Courtesies and words for the notice of two characters or more; shorter ones are found as words. */
const COURTESY = new RegExp(
  [...courtesies, ...noticeWords].filter((word) => word.length > 1).join('|'),
  'gu',
);

/** A word without the particles that jieba sometimes glues to one it does not know (要建), or undefined. */
function trimFillers(word: string, lexicon: Lexicon): { text: string; offset: number } | undefined {
  if (!/[\p{L}\p{N}]/u.test(word) || fillers.has(word)) return undefined;
  let start = 0;
  let end = word.length;
  while (end - start > 1 && GLUED.test(word.charAt(start))) start++;
  while (end - start > 1 && GLUED.test(word.charAt(end - 1))) end--;
  const text = word.slice(start, end);
  if (fillers.has(text)) return undefined;
  const isGlued =
    text !== word &&
    !lexicon.knows(word) &&
    (placeNouns.has(text) || (text.length > 1 && lexicon.knows(text)));
  return isGlued ? { text, offset: start } : { text: word, offset: 0 };
}

/** Tags of single characters that are words of their own: verbs, adjectives, particles, numbers. */
const SINGLE_WORD = /^(?:v|a|d|p|c|u|y|f|m|r)/u;

const GLUED = /[各的了呢啊吧吗么是在和与要会能有把被将]/u;

function kindOf(text: string, tag: string): Term['kind'] {
  if (placeNouns.has(text)) return 'other';
  if (/^[\d.,%]+$/u.test(text) || tag === 'm' || tag === 'mq') return 'number';
  if (/^[a-z]/u.test(text)) return 'noun';
  if (/^(?:v|vd|vi|vq|a|ad|ag|d|z|p|c|u[a-z]*|r|f|y|o|e|k|h|q|b)$/u.test(tag)) return 'other';
  return text.length === 1 && !tag.startsWith('n') ? 'other' : 'noun';
}

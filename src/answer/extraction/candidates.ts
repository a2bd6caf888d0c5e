import type { CutSentence } from '../../lexicon/cut-sentence.ts';
import type { Division } from '../../lexicon/gazetteer.ts';
import type { Standing } from '../../lexicon/outline.ts';
import { placesOf } from '../../lexicon/places.ts';
import { slice, type Range } from '../../text/range.ts';
import type { Word } from '../../text/segmenter.ts';
import { SPAN_KINDS, spansOf, type SpanKind } from '../spans.ts';

/** What a stretch of a sentence is, as a possible answer. */
export type CandidateKind =
  | SpanKind
  | 'place'
  /** A cell of a table's row. */
  | 'cell'
  /** What stands behind a label: `电话：` */
  | 'value'
  | 'clause'
  /** What stands in quotation marks, or in the marks of a title. */
  | 'quoted'
  /** 甲、乙和丙 */
  | 'list'
  /** One of a list. */
  | 'item'
  /** Words without a verb. */
  | 'phrase'
  /** A clause from behind a verb or preposition to its end. */
  | 'tail'
  /** A clause from its beginning to a verb. */
  | 'head'
  /** The first or the last moment of a period. */
  | 'beginning'
  | 'end'
  /** What rules take for the answer. */
  | 'ruled';

export const CANDIDATE_KINDS: readonly CandidateKind[] = [
  ...SPAN_KINDS,
  'place',
  'cell',
  'value',
  'clause',
  'quoted',
  'list',
  'item',
  'phrase',
  'tail',
  'head',
  'beginning',
  'end',
  'ruled',
];

/** A stretch of a folded sentence that may be the answer. */
export interface SpanCandidate extends Range {
  readonly kinds: ReadonlySet<CandidateKind>;
}

/** What ends a clause, as does another label; 、 does not, nor do the marks inside 2,800 and 8:30. */
export const CLAUSE =
  /(?:(?!\s\p{Script=Han}{1,6}:)[^,。;:!?()|\n]|(?<=\d),(?=\d{3}(?!\d))|(?<=\d):(?=\d{2}))+/gu;
const SEGMENT_START =
  /^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、](?!\d)|[‧•·●○■◆▪*-])\s*/u;
const QUOTED = /[“「『《]([^”」』》]{1,40})[”」』》]/gu;
const PERIOD = /(?:至|到|~|—|–|-)+(?:次日)?/u;
/** A longer stretch is no short answer unless rules say so, in characters. */
const LONGEST = 60;

/**
 * Every stretch of a sentence that may be a short answer, each once, in order.
 *
 * @param standing where the sentence stands, of which the cells count
 * @param home the region that the notice is about
 * @param ruled what rules take for the answer
 */
export function spanCandidatesOf(
  sentence: CutSentence,
  standing: Standing,
  home: Division | undefined,
  ruled: readonly Range[],
): SpanCandidate[] {
  const { folded, words } = sentence;
  const kinds = new Map<string, Set<CandidateKind>>();
  const add = (kind: CandidateKind, range: Range) => {
    const { start, end } = trimmed(folded, range);
    if ((end - start > LONGEST && kind !== 'ruled') || !/[\p{L}\p{N}]/u.test(folded.slice(start, end)))
      return;
    const key = `${start} ${end}`;
    const known = kinds.get(key);
    if (known === undefined) kinds.set(key, new Set([kind]));
    else known.add(kind);
  };

  for (const kind of SPAN_KINDS) for (const span of spansOf(kind, folded)) add(kind, span);
  for (const span of spansOf('time', folded)) addEnds(folded, span, add);
  for (const place of placesOf(sentence, home)) add('place', place);
  for (const cell of standing.role === 'row' ? standing.cells : []) add('cell', cell);
  for (const match of folded.matchAll(QUOTED)) {
    add('quoted', { start: match.index + 1, end: match.index + match[0].length - 1 });
    if (match[0].startsWith('《')) add('quoted', { start: match.index, end: match.index + match[0].length });
  }
  for (const label of folded.matchAll(/:(?!(?<=\d:)\d{2})/gu)) {
    const start = label.index + 1;
    const length = folded.slice(start).search(/[。;|\n]|\s\p{Script=Han}{1,6}:/u);
    add('value', { start, end: length < 0 ? folded.length : start + length });
  }
  for (const match of folded.matchAll(CLAUSE)) {
    const marked = SEGMENT_START.exec(match[0])?.[0].length ?? 0;
    const clause = { start: match.index + marked, end: match.index + match[0].length };
    add('clause', clause);
    addWords(folded, wordsIn(words, clause), clause, add);
  }
  for (const range of ruled) add('ruled', range);

  return Array.from(kinds, ([key, set]) => {
    const [start = 0, end = 0] = key.split(' ').map(Number);
    return { start, end, kinds: set };
  }).sort((a, b) => a.start - b.start || a.end - b.end);
}

type AddCandidate = (kind: CandidateKind, range: Range) => void;

function addEnds(folded: string, { start, end }: Range, add: AddCandidate): void {
  const text = folded.slice(start, end);
  const period = PERIOD.exec(text);
  if (period === null || period.index < 2) return;
  add('beginning', { start, end: start + period.index });
  add('end', { start: start + period.index + period[0].length, end });
}

/** The stretches of a clause that its words make: lists and their items, phrases, heads and tails. */
function addWords(folded: string, words: readonly Word[], clause: Range, add: AddCandidate): void {
  const text = slice(folded, clause);
  if (text.includes('、')) addList(folded, words, clause, add);
  words.forEach((word, at) => {
    const next = words[at + 1];
    if (/^[vp]/u.test(word.tag) || /^[为是有]$/u.test(word.text)) {
      const from =
        next !== undefined && /^u[lgz]|^[了过着]$/u.test(`${next.tag}${next.text}`) ? next.end : word.end;
      add('tail', { start: from, end: clause.end });
      add('tail', { start: word.start, end: clause.end });
      add('head', { start: clause.start, end: word.start });
    }
  });
  let start = 0;
  for (let at = 0; at <= words.length; at++) {
    const word = words[at];
    if (word !== undefined && isNominal(word)) continue;
    const [first, last] = [words[start], words[at - 1]];
    if (first !== undefined && last !== undefined && at > start)
      add('phrase', { start: first.start, end: last.end });
    start = at + 1;
  }
}

function addList(folded: string, words: readonly Word[], clause: Range, add: AddCandidate): void {
  const pauses = Array.from(slice(folded, clause).matchAll(/、/gu), ({ index }) => clause.start + index);
  const [first = clause.end] = pauses;
  const last = pauses.at(-1) ?? clause.start;
  // The list begins behind the last verb or preposition before its first pause, and ends in front of 等 or a verb.
  const opening = words.filter(({ end, tag }) => end <= first && /^[vpu]/u.test(tag));
  const starts = [clause.start, ...opening.map(({ end }) => end)].filter((start) => start < first);
  const closing = words.find(
    ({ start, tag, text }) => start > last && (/^[vpd]/u.test(tag) || text === '等'),
  );
  const ends = new Set([clause.end, ...(closing === undefined ? [] : [closing.start])]);
  for (const start of new Set(starts.slice(-3))) for (const end of ends) add('list', { start, end });
  let from = starts.at(-1) ?? clause.start;
  for (const pause of [...pauses, closing?.start ?? clause.end]) {
    add('item', { start: from, end: pause });
    from = pause + 1;
  }
}

function isNominal({ tag, text }: Word): boolean {
  return /^(?:n|a|b|j|l|i|m|q|s|t|f|z|vn|x|uj|k|e)/u.test(tag) && text !== '、';
}

function wordsIn(words: readonly Word[], { start, end }: Range): Word[] {
  return words.filter((word) => word.start >= start && word.end <= end);
}

/** Without the marks and particles that belong to no answer at its two ends. */
function trimmed(folded: string, range: Range): Range {
  let { start, end } = range;
  while (start < end && /[\s,。;:、!?|的]/u.test(folded.charAt(start))) start++;
  while (end > start && /[\s,。;:、!?|]/u.test(folded.charAt(end - 1))) end--;
  return { start, end };
}

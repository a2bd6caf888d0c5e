import { contains, overlap, type Range } from '../../text/range.ts';
import { pairedIn } from '../../text/pairs.ts';
import { QUESTION_TYPES } from '../question/interrogatives.ts';
import type { Feature } from '../ranking/sentence-features.ts';
import { SPAN_KINDS } from '../spans.ts';
import { namesOneOf } from '../typed-answer.ts';
import { CANDIDATE_KINDS, type CandidateKind } from './candidates.ts';
import { namesCurrent, namesFormer } from './changes.ts';
import type { SpanView } from './view.ts';

/** Farther away than this, words do not belong together, in characters. */
const FAR = 40;

function distanceBefore({ asking, candidate }: SpanView): number {
  return asking.matches.reduce(
    (least, { end }) => (end <= candidate.start ? Math.min(least, candidate.start - end) : least),
    FAR,
  );
}

function distanceBehind({ asking, candidate }: SpanView): number {
  return asking.matches.reduce(
    (least, { start }) => (start >= candidate.end ? Math.min(least, start - candidate.end) : least),
    FAR,
  );
}

/** The weight of the question's words in a range, as a share of all that stand in the sentence; -1 where none do. */
function matchedIn({ asking: { matches } }: SpanView, isIn: (match: Range) => boolean): number {
  const total = matches.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return -1;
  return matches.reduce((sum, match) => (isIn(match) ? sum + match.weight : sum), 0) / total;
}

/** The share of the question's pairs of characters that a text has; -1 where the question has none. */
function pairsIn({ asking: { pairs } }: SpanView, text: string): number {
  if (pairs.length === 0) return -1;
  let count = 0;
  for (const pair of pairs) if (text.includes(pair)) count++;
  return count / pairs.length;
}

/** Up to the next full stop, semicolon or bar on both sides. */
function segmentOf({ asking: { sentence }, candidate }: SpanView): Range {
  const { folded } = sentence;
  const start =
    Math.max(...['。', ';', '|'].map((mark) => folded.lastIndexOf(mark, candidate.start - 1))) + 1;
  const length = folded.slice(candidate.end).search(/[。;|]/u);
  return { start, end: length < 0 ? folded.length : candidate.end + length };
}

/** The share of an candidate's characters that the question has. */
function repeats({ asking, text }: SpanView): number {
  const { folded } = asking.question;
  return Array.from(text).filter((character) => folded.includes(character)).length / text.length;
}

/** Among the candidates of a kind, from 0; -1 where it is of another. */
function placeAmong({ asking, candidate }: SpanView, kind: CandidateKind): number {
  return candidate.kinds.has(kind)
    ? asking.candidates.filter(({ kinds, start }) => kinds.has(kind) && start < candidate.start).length
    : -1;
}

/** How often candidates of its most telling kind stand in the sentence. */
function rivals({ asking, candidate }: SpanView): number {
  const kind = SPAN_KINDS.find((other) => candidate.kinds.has(other));
  return kind === undefined ? -1 : asking.candidates.filter(({ kinds }) => kinds.has(kind)).length;
}

function tagAt({ asking: { sentence } }: SpanView, isIt: (word: Range) => boolean): string {
  return sentence.words.find(isIt)?.tag ?? '';
}

const before = ({ asking: { sentence }, candidate }: SpanView, length = 1): string =>
  sentence.folded.slice(Math.max(0, candidate.start - length), candidate.start);
const behind = ({ asking: { sentence }, candidate }: SpanView, length = 1): string =>
  sentence.folded.slice(candidate.end, candidate.end + length);

/** -1 where the candidate has no label. */
function ofLabel({ asking, at }: SpanView, value: (label: string) => number): number {
  const label = asking.labels[at] ?? '';
  return label === '' ? -1 : value(label);
}

/** What a question says of the moment or the value that it wants, and how an candidate shows that it is the one. */
const PAIRS: readonly (readonly [name: string, asks: RegExp, has: (view: SpanView) => boolean])[] = [
  [
    'begins',
    /开始|从[哪什几]|起(?!飞)|最早|头班|首班/u,
    (v) => v.candidate.kinds.has('beginning') || /^[自从]|起$/u.test(v.text),
  ],
  [
    'ends',
    /截止|截至|结束|到[哪什几]|最晚|最迟|为止|之前|末班|尾班/u,
    (v) => v.candidate.kinds.has('end') || /^[至到截]|[前止]$/u.test(v.text),
  ],
  ['old', /原来|原先|之前|以前|调整前|改之前|旧/u, (v) => /[由从原]$/u.test(before(v))],
  ['new', /现在|调整后|之后|改[为到成]|调[为到]|新|如今|目前/u, (v) => /[为至到]$/u.test(before(v))],
  ['clock', /几点|时刻|钟/u, (v) => /\d\s*[:时点]/u.test(v.text)],
  [
    'day',
    /几号|几日|哪天|哪一天|哪日|日期|星期几|周几|什么时候|何时|几时/u,
    (v) => /[日号]|\d-\d|周|星期/u.test(v.text),
  ],
  ['year', /哪年|哪一年|年份|何年/u, (v) => v.text.includes('年')],
  ['most', /最多|不超过|上限|最高/u, (v) => /最多|不超过|至多|上限|以内|以下/u.test(v.text)],
  ['least', /最少|至少|不低于|下限|最低/u, (v) => /至少|不低于|不少于|以上/u.test(v.text)],
  [
    'may',
    /可以|可不可以|能不能|能否|能.*吗|行不行|准不准|允许/u,
    (v) => /不得|禁止|不可|不能|可|准|允许|严禁|方可|不予/u.test(v.text),
  ],
  ['must', /要不要|需要|要.*吗|必须|用不用|须/u, (v) => /须|应|无需|不需|不必|免|必须|需/u.test(v.text)],
];

/** The words in front of what is asked for: 由…负责, 在…举行, 向…举报. */
const OPENERS = [
  '由',
  '在',
  '于',
  '向',
  '到',
  '至',
  '为',
  '是',
  '以',
  '按',
  '因',
  '经',
  '携',
  '带',
  ':',
  '、',
  ',',
  '|',
  '(',
];

const flag = Number;

/** What is looked at to tell how likely a stretch of a sentence is the short answer. */
export const EXTRACTION_FEATURES: readonly Feature<SpanView>[] = [
  ...CANDIDATE_KINDS.map((kind) => ({
    name: `is ${kind}`,
    of: ({ candidate }: SpanView) => flag(candidate.kinds.has(kind)),
  })),
  ...QUESTION_TYPES.map((type) => ({
    name: `asks ${type}`,
    of: ({ asking }: SpanView) => flag(asking.question.type === type),
  })),
  ...SPAN_KINDS.map((kind) => ({
    name: `wants ${kind}`,
    of: ({ asking }: SpanView) => flag(asking.askedKind === kind),
  })),
  {
    name: 'isWanted',
    of: ({ asking, candidate }) =>
      asking.askedKind === undefined ? -1 : flag(candidate.kinds.has(asking.askedKind)),
  },
  { name: 'length', of: ({ text }) => text.length },
  { name: 'shareOfSentence', of: ({ text, asking }) => text.length / asking.sentence.folded.length },
  { name: 'shareOfClause', of: ({ text, clause }) => text.length / Math.max(1, clause.end - clause.start) },
  { name: 'digits', of: ({ text }) => (text.match(/\d+/gu) ?? []).length },
  { name: 'pauses', of: ({ text }) => (text.match(/、/gu) ?? []).length },
  { name: 'position', of: ({ asking, candidate }) => candidate.start / asking.sentence.folded.length },
  { name: 'sentenceLength', of: ({ asking }) => asking.sentence.folded.length },
  { name: 'clauses', of: ({ asking }) => asking.clauses.length },
  { name: 'clauseAt', of: ({ asking, clause }) => asking.clauses.indexOf(clause) },
  { name: 'candidates', of: ({ asking }) => asking.candidates.length },
  { name: 'cells', of: ({ asking }) => asking.standing.cells.length },
  { name: 'cellAt', of: (v) => placeAmong(v, 'cell') },
  { name: 'listAt', of: (v) => placeAmong(v, 'list') },
  { name: 'timeAt', of: (v) => placeAmong(v, 'time') },
  { name: 'moneyAt', of: (v) => placeAmong(v, 'money') },
  { name: 'countAt', of: (v) => placeAmong(v, 'count') },
  { name: 'rivals', of: rivals },
  { name: 'repeats', of: repeats },
  { name: 'matchedInside', of: (v) => matchedIn(v, (match) => overlap(v.candidate, match)) },
  { name: 'matchedInClause', of: (v) => matchedIn(v, (match) => contains(v.clause, match)) },
  {
    name: 'matchedInSegment',
    of: (v) => {
      const segment = segmentOf(v);
      return matchedIn(v, (match) => contains(segment, match));
    },
  },
  { name: 'matchedBefore', of: (v) => matchedIn(v, ({ end }) => end <= v.candidate.start) },
  { name: 'pairsInside', of: (v) => pairsIn(v, v.text) },
  {
    name: 'pairsInClause',
    of: (v) => pairsIn(v, v.asking.sentence.folded.slice(v.clause.start, v.clause.end)),
  },
  {
    name: 'pairsBefore',
    of: (v) =>
      pairsIn(v, v.asking.sentence.folded.slice(Math.max(0, v.candidate.start - 12), v.candidate.start)),
  },
  {
    name: 'pairsBehind',
    of: (v) => pairsIn(v, v.asking.sentence.folded.slice(v.candidate.end, v.candidate.end + 12)),
  },
  {
    name: 'pairsInSegment',
    of: (v) => {
      const { start, end } = segmentOf(v);
      return pairsIn(v, v.asking.sentence.folded.slice(start, end));
    },
  },
  { name: 'matched', of: ({ asking }) => asking.matches.length },
  { name: 'before', of: distanceBefore },
  { name: 'behind', of: distanceBehind },
  { name: 'label', of: ({ asking, at }) => asking.labelShares[at] ?? -1 },
  {
    name: 'labelLead',
    of: ({ asking, at }) => (asking.labelShares[at] ?? -1) - Math.max(-1, ...asking.labelShares),
  },
  {
    name: 'labelAsked',
    of: (v) => ofLabel(v, (label) => pairedIn(v.asking.question.folded, label)),
  },
  { name: 'labelKind', of: (v) => ofLabel(v, (label) => flag(namesOneOf(v.asking.kinds, label))) },
  {
    name: 'labelUnit',
    of: (v) => (v.asking.unit === '' ? -1 : ofLabel(v, (label) => flag(label.includes(v.asking.unit)))),
  },
  { name: 'labelOld', of: (v) => ofLabel(v, (label) => flag(namesFormer(label))) },
  { name: 'labelNew', of: (v) => ofLabel(v, (label) => flag(namesCurrent(label))) },
  { name: 'unit', of: ({ asking, text }) => (asking.unit === '' ? -1 : flag(text.includes(asking.unit))) },
  { name: 'unitBehind', of: (v) => (v.asking.unit === '' ? -1 : flag(behind(v, 6).includes(v.asking.unit))) },
  { name: 'askedBehind', of: (v) => askedIn(v, behind(v, 8)) },
  { name: 'askedBefore', of: (v) => askedIn(v, before(v, 12)) },
  {
    name: 'askedEnds',
    of: (v) =>
      v.asking.question.asked === undefined ? -1 : flag(v.text.endsWith(v.asking.question.asked.term.text)),
  },
  {
    name: 'askedFollows',
    of: ({ asking: { question } }) => (question.asked === undefined ? -1 : flag(question.asked.follows)),
  },
  ...PAIRS.map(([name, asks, has]) => ({
    name: name,
    of: (v: SpanView) => (asks.test(v.asking.question.folded) ? flag(has(v)) : -1),
  })),
  ...OPENERS.map((opener) => ({
    name: `behind ${opener}`,
    of: (v: SpanView) => flag(before(v) === opener),
  })),
  { name: 'atStart', of: (v) => flag(v.candidate.start === v.clause.start) },
  { name: 'atEnd', of: (v) => flag(v.candidate.end === v.clause.end) },
  {
    name: 'firstIsVerb',
    of: (v) => flag(/^[vp]/u.test(tagAt(v, ({ start }) => start === v.candidate.start))),
  },
  {
    name: 'firstIsNoun',
    of: (v) => flag(tagAt(v, ({ start }) => start === v.candidate.start).startsWith('n')),
  },
  {
    name: 'firstIsNumber',
    of: (v) => flag(tagAt(v, ({ start }) => start === v.candidate.start).startsWith('m')),
  },
  { name: 'lastIsNoun', of: (v) => flag(tagAt(v, ({ end }) => end === v.candidate.end).startsWith('n')) },
  { name: 'lastIsVerb', of: (v) => flag(tagAt(v, ({ end }) => end === v.candidate.end).startsWith('v')) },
  {
    name: 'cutsWord',
    of: (v) =>
      flag(
        tagAt(v, ({ start }) => start === v.candidate.start) === '' ||
          tagAt(v, ({ end }) => end === v.candidate.end) === '',
      ),
  },
  { name: 'isRow', of: ({ asking }) => flag(asking.standing.role === 'row') },
  { name: 'isItem', of: ({ asking }) => flag(asking.standing.role === 'item') },
  { name: 'questionLength', of: ({ asking }) => asking.question.folded.length },
];

function askedIn({ asking: { question } }: SpanView, text: string): number {
  return question.asked === undefined ? -1 : flag(text.includes(question.asked.term.text));
}

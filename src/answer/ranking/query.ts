import type { Range } from '../../text/range.ts';
import type { Word } from '../../text/segmenter.ts';
import type { Background } from '../../lexicon/background.ts';
import { findGap, type Gap, type QueryType } from './gap.ts';
import type { SpanKind } from './spans.ts';

/** A word of the question that carries content. */
export interface QueryTerm extends Range {
  readonly text: string;
  readonly tag: string;
  readonly idf: number;
  /** Its idf, more for names and less for function words. */
  readonly weight: number;
  readonly synonyms: readonly string[];
  /** A verb, adjective or adverb, which people choose freely; a number, date or Latin word, which they do not. */
  readonly isVerbal: boolean;
  readonly isNumeric: boolean;
}

/** A question made ready to be matched with passages. */
export interface Query {
  readonly text: string;
  readonly type: QueryType;
  /** Where the answer would stand if the question were a statement; null where nothing asks. */
  readonly gap: Gap | null;
  /** The noun that says what is asked for: 城市 in 哪个城市, 风格 in 风格是什么. */
  readonly asked: string | null;
  /** The measure word behind 多少 or 几. */
  readonly unit: string | null;
  /** Kinds of spans that can be the answer, the likeliest first. */
  readonly wanted: readonly SpanKind[];
  readonly terms: readonly QueryTerm[];
  /** Indices into `terms`, -1 where there is none: the verb next to the gap, the subject, the term next to the gap. */
  readonly verb: number;
  readonly subject: number;
  readonly nearest: number;
  /** The terms' indices, the weightiest first. */
  readonly byWeight: readonly number[];
  /** The weight of each character: its word's, shared among the word's characters. */
  readonly weights: Float64Array;
  /** The sums of `weights` and of the terms' weights; never 0. */
  readonly total: number;
  readonly termTotal: number;
  /** Where each character that may be matched stands. */
  readonly places: ReadonlyMap<string, readonly number[]>;
}

const CONTENT = /[\p{L}\p{N}]/u;
const FUNCTION_WORD = /^(?:u|p|c|y|e|o|r|d|f|w|zg|k|h|q)/u;
const NAME = /^(?:n[rstz]|eng|j|i|l)/u;

/** Words that are in many questions and tell nothing of their subject. */
const COMMON = new Set(
  (
    '的 了 是 在 有 和 与 及 以 之 其 被 把 对 于 由 从 到 为 等 也 都 就 而 并 且 或 所 者 着 过 吗 呢 吧 啊 个 一 不 这 那 此 该 上 下 中 里 后 前 时 内 外 ' +
    '请问 下列 何者 叫做 称为 叫 做 名 位 种 些 次 主要 分别 曾 曾经 一个 哪 哪一 哪些 什么 多少 谁 几 怎么 怎样 如何 为何 何 何时 当中 其中 之一 进行 一般 ' +
    '通常 以及 还是 多 要 会 能 可以 能够 可 来 去 用 让 使 给 跟 向 比 至 则'
  ).split(' '),
);

function factor(tag: string): number {
  if (NAME.test(tag)) return 1.25;
  if (/^(?:n|vn|an)/u.test(tag)) return 1.05;
  if (/^[vs]/u.test(tag)) return 0.9;
  if (/^[abz]/u.test(tag) && !tag.startsWith('zg')) return 0.85;
  if (/^[mt]/u.test(tag)) return 1;
  return FUNCTION_WORD.test(tag) ? 0.35 : 0.95;
}

/** @param text the folded question; @param words its words */
export function prepareQuery(text: string, words: readonly Word[], background: Background): Query {
  const found = findGap(text, words);
  const { gap, asked, askedAt } = found;
  const weights = new Float64Array(text.length);
  const terms: QueryTerm[] = [];
  for (const word of words) {
    if (!CONTENT.test(word.text)) continue;
    if (gap !== null && word.start < gap.end && gap.start < word.end && word.end <= gap.end + 1) continue;
    const idf = background.idf(word.text);
    const isCommon = COMMON.has(word.text);
    const isWeak = word.text.length === 1 && !/^(?:n|v|a|eng|m|t|j|x)/u.test(word.tag);
    const weight = idf * factor(word.tag) * (isCommon ? 0.12 : isWeak ? 0.5 : 1);
    weights.fill(weight / (word.end - word.start), word.start, word.end);
    if (isCommon) continue;
    terms.push({
      text: word.text,
      tag: word.tag,
      start: word.start,
      end: word.end,
      idf,
      weight,
      synonyms: background.synonymsOf(word.text),
      isVerbal: /^[vabd]/u.test(word.tag),
      isNumeric: /^[mt]|^eng/u.test(word.tag) || /\d/u.test(word.text),
    });
  }
  const distance = ({ start, end }: Range) =>
    gap === null ? 0 : Math.min(Math.abs(start - gap.end), Math.abs(gap.start - end));
  const closest = (among: readonly QueryTerm[]) =>
    among.length === 0 ? -1 : terms.indexOf(among.reduce((a, b) => (distance(b) < distance(a) ? b : a)));
  const nouns = terms.filter(({ tag }) => /^(?:n|eng|j|i|l|x)/u.test(tag));
  const subject =
    nouns.find(({ end }) => gap === null || end <= gap.start) ??
    nouns.reduce<QueryTerm | undefined>(
      (a, b) => (a === undefined || b.weight > a.weight ? b : a),
      undefined,
    );
  return {
    text,
    type: found.type,
    gap,
    asked,
    unit: found.unit,
    wanted: found.wanted,
    terms,
    verb: closest(terms.filter(({ tag }) => tag.startsWith('v') && !tag.startsWith('vn'))),
    subject: subject === undefined ? -1 : terms.indexOf(subject),
    nearest: gap === null ? -1 : closest(terms),
    byWeight: terms.map((_, i) => i).sort((a, b) => (terms[b]?.weight ?? 0) - (terms[a]?.weight ?? 0)),
    weights,
    total: Math.max(
      1e-6,
      weights.reduce((sum, weight) => sum + weight, 0),
    ),
    termTotal: Math.max(
      1e-6,
      terms.reduce((sum, { weight }) => sum + weight, 0),
    ),
    places: placesOf(text, weights, gap, askedAt),
  };
}

/** The interrogative itself is not matched, but the noun that it holds is: 哪国 is answered by a sentence with 国. */
function placesOf(
  text: string,
  weights: Float64Array,
  gap: Gap | null,
  askedAt: number,
): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    const isInGap = gap !== null && i >= gap.start && i < gap.end && weights[i] === 0;
    if (!CONTENT.test(character) || (isInGap && !(askedAt >= gap.start && i >= askedAt))) continue;
    const at = places.get(character);
    if (at === undefined) places.set(character, [i]);
    else at.push(i);
  }
  return places;
}

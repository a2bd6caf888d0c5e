import type { PreparedPassage } from './passage.ts';
import type { Query } from './query.ts';

/** A run of two or more characters that question and passage share. */
export interface Run {
  readonly at: number;
  readonly inQuery: number;
  readonly length: number;
  readonly sentence: number;
}

/** What a passage has of a question. */
export interface Match {
  /** For each sentence and each character of the question: 1 where the sentence has it, in a run or a word. */
  readonly covered: readonly Uint8Array[];
  /** For each sentence and term, from 0 to 1: the whole word, part of it, or a near-synonym. */
  readonly levels: readonly Float64Array[];
  /** For each position of the passage, the weight of what is matched there. */
  readonly mass: Float64Array;
  readonly runs: readonly Run[];
}

const CLOSE_SYNONYM = 0.6;
const SYNONYM = 0.45;
const PART = 0.6;
const LATIN = /[a-z0-9]/;

export function matchPassage(query: Query, passage: PreparedPassage): Match {
  const covered = passage.sentences.map(() => new Uint8Array(query.text.length));
  const levels = passage.sentences.map(() => new Float64Array(query.terms.length));
  const mass = new Float64Array(passage.text.length);
  const runs = findRuns(query, passage);
  for (const { at, inQuery, length, sentence } of runs) {
    const cover = covered[sentence];
    if (cover !== undefined) markRange(query, cover, mass, at, inQuery, length);
  }
  query.terms.forEach((term, t) => {
    for (const at of passage.positions.get(term.text) ?? []) {
      const sentence = passage.sentenceAt[at] ?? -1;
      const cover = covered[sentence];
      const level = levels[sentence];
      if (cover === undefined || level === undefined) continue;
      level[t] = 1;
      markRange(query, cover, mass, at, term.start, term.end - term.start);
    }
    covered.forEach((cover, sentence) => {
      const level = levels[sentence];
      if (level === undefined || level[t] === 1) return;
      let count = 0;
      for (let i = term.start; i < term.end; i++) count += cover[i] ?? 0;
      const share = count / (term.end - term.start);
      level[t] = share === 1 ? 1 : PART * share;
    });
    term.synonyms.forEach((synonym, rank) => {
      const places = passage.positions.get(synonym);
      if (places === undefined) return;
      const worth = rank < 8 ? CLOSE_SYNONYM : SYNONYM;
      const weight = (query.weights[term.start] ?? 0) / 2;
      for (const at of places) {
        const level = levels[passage.sentenceAt[at] ?? -1];
        if (level !== undefined && (level[t] ?? 0) < worth) level[t] = worth;
        for (let i = at; i < at + synonym.length; i++) if ((mass[i] ?? 0) < weight) mass[i] = weight;
      }
    });
  });
  return { covered, levels, mass, runs };
}

function markRange(
  { weights }: Query,
  cover: Uint8Array,
  mass: Float64Array,
  at: number,
  inQuery: number,
  length: number,
): void {
  for (let i = 0; i < length; i++) {
    cover[inQuery + i] = 1;
    const weight = weights[inQuery + i] ?? 0;
    if (weight > (mass[at + i] ?? 0)) mass[at + i] = weight;
  }
}

const NOWHERE: readonly number[] = [];

/** For each code unit the place of its list among those of the question in hand, from 1; 0 where it has none. */
const listOf = new Uint16Array(0x10000);

/** Every run that cannot be made longer, by the usual table of common substrings, one row at a time. */
function findRuns(query: Query, { text, sentenceAt }: PreparedPassage): Run[] {
  const runs: Run[] = [];
  const lists = [...query.places.values()];
  let list = 0;
  for (const character of query.places.keys()) listOf[character.charCodeAt(0)] = ++list;
  let before = new Uint16Array(query.text.length + 1);
  let lengths = new Uint16Array(query.text.length + 1);
  let matchedBefore = NOWHERE;
  for (let i = 0; i <= text.length; i++) {
    const place = i < text.length ? (listOf[text.charCodeAt(i)] ?? 0) : 0;
    if (place === 0 && matchedBefore.length === 0) continue;
    const matched = lists[place - 1] ?? NOWHERE;
    for (const j of matched) lengths[j + 1] = (before[j] ?? 0) + 1;
    for (const j of matchedBefore) {
      const length = before[j + 1] ?? 0;
      if (length >= 2 && lengths[j + 2] !== length + 1) {
        const run = wholeTokens(query.text, text, i - length, j + 1 - length, length);
        if (run.length >= 2) runs.push({ ...run, sentence: sentenceAt[run.at] ?? -1 });
      }
    }
    for (const j of matchedBefore) before[j + 1] = 0;
    [before, lengths] = [lengths, before];
    matchedBefore = matched;
  }
  for (const character of query.places.keys()) listOf[character.charCodeAt(0)] = 0;
  return runs;
}

/** Of a number or a Latin word, all or nothing counts: 194 of 1946 is no match. */
function wholeTokens(
  query: string,
  text: string,
  at: number,
  inQuery: number,
  length: number,
): { at: number; inQuery: number; length: number } {
  const isLatin = (from: string, i: number) => LATIN.test(from.charAt(i));
  const isLatinAt = (i: number) => isLatin(query, inQuery + i);
  let start = 0;
  let end = length;
  if (isLatinAt(0) && (isLatin(query, inQuery - 1) || isLatin(text, at - 1))) {
    while (start < end && isLatinAt(start)) start++;
  }
  if (isLatinAt(end - 1) && (isLatin(query, inQuery + end) || isLatin(text, at + end))) {
    while (end > start && isLatinAt(end - 1)) end--;
  }
  return { at: at + start, inQuery: inQuery + start, length: end - start };
}

import { background } from '../../lexicon/background.ts';
import type { CutSentence } from '../../lexicon/cut-sentence.ts';
import type { Division } from '../../lexicon/gazetteer.ts';
import type { Standing } from '../../lexicon/outline.ts';
import { findSayings } from '../../lexicon/sayings.ts';
import { synonymsOf } from '../../lexicon/synonyms.ts';
import { pairsOf } from '../../text/pairs.ts';
import { contains, slice, type Range } from '../../text/range.ts';
import type { Question } from '../question/question.ts';
import { kindOfNoun, kindsAskedFor } from '../typed-answer.ts';
import type { SpanKind } from '../spans.ts';
import { CLAUSE, spanCandidatesOf, type SpanCandidate } from './candidates.ts';

/** What a question asks of a sentence, once for all of its candidates. Ranges are of the folded sentence. */
export interface Asking {
  readonly question: Question;
  readonly sentence: CutSentence;
  readonly standing: Standing;
  readonly candidates: readonly SpanCandidate[];
  /** Where the words of the question stand, or words for the same. */
  readonly matches: readonly (Range & { readonly weight: number })[];
  /** What the noun asked for is: a telephone number, a sum… */
  readonly askedKind: SpanKind | undefined;
  /** The characters behind 几 or 多少. */
  readonly unit: string;
  readonly clauses: readonly Range[];
  /** The pairs of neighbouring characters of the question's words. */
  readonly pairs: readonly string[];
  /** For each candidate, its label or its column's header; empty without. */
  readonly labels: readonly string[];
  /** The shares of the question's words that these have; -1 without. */
  readonly labelShares: readonly number[];
  /** What the question asks for, by its type and its noun. */
  readonly kinds: ReadonlySet<SpanKind>;
}

/** One candidate of {@link Asking}, as the features see it. */
export interface SpanView {
  readonly asking: Asking;
  readonly candidate: SpanCandidate;
  /** Its place among the candidates. */
  readonly at: number;
  readonly text: string;
  readonly clause: Range;
}

/** The candidates of a sentence, each as the features see it. */
export function viewSpans(
  question: Question,
  sentence: CutSentence,
  standing: Standing,
  home: Division | undefined,
  ruled: readonly Range[],
): SpanView[] {
  const { folded } = sentence;
  const candidates = spanCandidatesOf(sentence, standing, home, ruled);
  const sayings = findSayings(question.folded);
  const wanted = [
    ...question.terms.map(({ text }) => [text, ...synonymsOf(text), ...background().synonymsOf(text)]),
    ...question.subjects.map(({ target }) => [...target.names]),
    ...sayings.map(({ written }) => written.filter((word) => word.length > 1)),
  ];
  const clauses = Array.from(folded.matchAll(CLAUSE), ({ index, 0: text }) => ({
    start: index,
    end: index + text.length,
  }));
  const labels = candidates.map((candidate) => labelOf(folded, standing, candidate));
  const asking: Asking = {
    question,
    sentence,
    standing,
    candidates,
    matches: wanted.flatMap((words) => placesOf(words, folded)),
    askedKind: question.asked === undefined ? undefined : kindOfNoun(question.asked.term.text),
    unit: unitOf(question),
    clauses,
    pairs: [
      ...new Set(
        [...question.terms, ...question.subjects].flatMap((range) => pairsOf(slice(question.folded, range))),
      ),
    ],
    labels,
    labelShares: labels.map((label) => found(wanted, label)),
    kinds: kindsAskedFor(question),
  };
  return candidates.map((candidate, at) => ({
    asking,
    candidate,
    at,
    text: slice(folded, candidate),
    clause: clauses.find((clause) => contains(clause, candidate)) ?? { start: 0, end: folded.length },
  }));
}

function placesOf(words: readonly string[], folded: string) {
  const word = words.find((other) => folded.includes(other));
  if (word === undefined) return [];
  const weight = background().idf(word) * (word === words[0] ? 1 : 0.5);
  const places: (Range & { weight: number })[] = [];
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
    places.push({ start: at, end: at + word.length, weight });
  }
  return places;
}

function unitOf({ interrogatives, folded }: Question): string {
  const asking = interrogatives.find(
    ({ type }) => type === 'how-many' || type === 'how-long' || type === 'when',
  );
  if (asking === undefined) return '';
  return (
    /(?:多少|几)(?<unit>\p{Script=Han}{0,2}?)(?:开始)?$/u.exec(slice(folded, asking))?.groups?.['unit'] ?? ''
  );
}

/** What names an candidate: the header of its cell, or what stands in front of its colon. */
function labelOf(folded: string, { cells, header, role }: Standing, candidate: Range): string {
  const cell = role === 'row' ? cells.findIndex((range) => contains(range, candidate)) : -1;
  if (cell >= 0 && header[cell] !== undefined) return header[cell];
  const colon = folded.slice(0, candidate.start).lastIndexOf(':');
  if (colon < 0 || /[。;|]/u.test(folded.slice(colon, candidate.start))) return '';
  return /[^,。;|:()]{1,20}$/u.exec(folded.slice(Math.max(0, colon - 40), colon))?.[0] ?? '';
}

/** The share of the groups of words of which one stands in a text; -1 where there is no text. */
function found(wanted: readonly (readonly string[])[], text: string): number {
  if (text === '') return -1;
  if (wanted.length === 0) return 0;
  return wanted.filter((words) => words.some((word) => text.includes(word))).length / wanted.length;
}

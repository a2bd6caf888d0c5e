import { background, boundedIdf } from '../../lexicon/background.ts';
import type { CutSentence } from '../../lexicon/cut-sentence.ts';
import { contains, overlap, slice, type Range } from '../../text/range.ts';
import { pairedIn } from '../../text/pairs.ts';
import type { Word } from '../../text/segmenter.ts';
import { levelOf, NEAR_SYNONYM, WRITTEN } from '../evidence.ts';
import { CLAUSE } from '../extraction/candidates.ts';
import type { SpanKind } from '../spans.ts';
import { kindsAskedFor, namesOneOf } from '../typed-answer.ts';
import type { SentenceView } from './view.ts';

/**
 * How much of what a sentence says is asked for, the other way round than the levels: 申报地点为… says nothing that
 * 去哪里申报 does not ask for. Shares of the weight of words, from 0 to 1; -1 where there are no words.
 */
export interface Explained {
  /** Of the sentence, but for what may be the answer; the words of the title count as asked for. */
  readonly sentence: number;
  /** Of the clause that has the most of it. */
  readonly clause: number;
  /** Of the same without the title's words. */
  readonly asked: number;
  /**
   * Of its label (`电话：`, `工期为`), or of the column's header that has the most of it; of a row without headers, of its
   * first cell.
   */
  readonly label: number;
  /** 1 where a label names the kind of thing that is asked for, 0 where none does. */
  readonly kind: number;
  /** Of the cell of a row that has the most of it. */
  readonly cell: number;
}

/** Of a sentence without words. */
export const UNEXPLAINED: Explained = { sentence: -1, clause: -1, asked: -1, label: -1, kind: -1, cell: -1 };

export const EXPLAINED_PARTS = ['sentence', 'clause', 'asked', 'label', 'kind', 'cell'] as const;

/** How much of each candidate the question asks for, in the order of the views. */
export function explainedOf(views: readonly SentenceView[]): Explained[] {
  const [first] = views;
  if (first === undefined) return [];
  const { question, sayings } = first.inquiry;
  const written = sayings.flatMap((saying) => saying.written.filter((word) => word.length > 1));
  const inQuestion = remembered((word) =>
    Math.max(
      levelOf(word, question.folded),
      word.length > 1 && written.some((other) => other.includes(word) || word.includes(other)) ? WRITTEN : 0,
      background()
        .synonymsOf(word)
        .some((synonym) => question.folded.includes(synonym))
        ? NEAR_SYNONYM
        : 0,
    ),
  );
  // A label's words are not cut.
  const inLabel = remembered((text) => Math.max(inQuestion(text), pairedIn(question.folded, text)));
  const kinds = kindsAskedFor(question);
  return views.map((view) => explain(view, inQuestion, inLabel, kinds));
}

/** What a word counts that the title has, and so every sentence of the notice may leave out. */
const IN_TITLE = 0.8;

type LevelOf = (word: string) => number;

function remembered(of: LevelOf): LevelOf {
  const known = new Map<string, number>();
  return (word) => {
    const level = known.get(word) ?? of(word);
    known.set(word, level);
    return level;
  };
}

function explain(
  { sentence, standing, passage, spans }: SentenceView,
  inQuestion: LevelOf,
  inLabel: LevelOf,
  kinds: ReadonlySet<SpanKind>,
): Explained {
  const { folded } = sentence;
  const label = standing.cells[0] ?? labelAtStart(folded);
  // An address is found with the words in front of it, up to the last mark; a label is no part of it.
  const words = meaningful(sentence).filter(
    (word) => (label !== undefined && contains(label, word)) || !spans.some((span) => overlap(word, span)),
  );
  const inTitle: LevelOf = (word) => Math.max(inQuestion(word), passage.title.includes(word) ? IN_TITLE : 0);
  const clauses = Array.from(folded.matchAll(CLAUSE), ({ index, 0: text }) => {
    const clause = { start: index, end: index + text.length };
    return words.filter((word) => contains(clause, word));
  });
  const cells = standing.role === 'row' ? standing.cells : [];
  const labels =
    cells.length > 0 && standing.header.length > 0
      ? standing.header
      : label === undefined
        ? []
        : [slice(folded, label)].filter(hasLetter);
  return {
    sentence: shareOf(words, inTitle),
    clause: most(clauses.map((inClause) => shareOf(inClause, inTitle))),
    asked: most(clauses.map((inClause) => shareOf(inClause, inQuestion))),
    label: most(labels.map(inLabel)),
    kind: most(labels.map((text) => Number(namesOneOf(kinds, text)))),
    cell: most(
      cells
        .map((cell) => slice(folded, cell))
        .filter(hasLetter)
        .map(inLabel),
    ),
  };
}

/** A label in front of a colon or of 为, without the mark that numbers it. */
const LABEL =
  /^(?:[一二三四五六七八九十\d]{1,3}[、.]|\([一二三四五六七八九十\d]{1,3}\))?(?<label>[^:,。;|\d]{2,14}?)(?::|(?<![行作成认因])为|是(?!否))/u;

/** The label that a sentence begins with, as a range of it. */
function labelAtStart(folded: string): Range | undefined {
  const match = LABEL.exec(folded);
  const label = match?.groups?.['label'];
  if (match === null || label === undefined) return undefined;
  const end = match[0].length - 1;
  return { start: end - label.length, end };
}

function most(values: readonly number[]): number {
  return Math.max(-1, ...values);
}

function hasLetter(text: string): boolean {
  return /\p{L}/u.test(text);
}

interface Meaningful extends Word {
  readonly weight: number;
}

/** Of sentences that were candidates before. */
const meaningfulOf = new WeakMap<CutSentence, readonly Meaningful[]>();

/** The nouns, verbs and adjectives of a sentence, with how rare they are. */
function meaningful(sentence: CutSentence): readonly Meaningful[] {
  const known = meaningfulOf.get(sentence);
  if (known !== undefined) return known;
  const words = sentence.words
    .filter(({ tag, text }) => /^(?:n|v|a|j|l|i|b|eng|x)/u.test(tag) && hasLetter(text))
    .map((word) => ({
      ...word,
      weight: boundedIdf(word.text) * (word.text.length === 1 ? 0.4 : 1),
    }));
  meaningfulOf.set(sentence, words);
  return words;
}

function shareOf(words: readonly Meaningful[], level: LevelOf): number {
  const total = words.reduce((sum, { weight }) => sum + weight, 0);
  return total === 0 ? -1 : words.reduce((sum, { text, weight }) => sum + weight * level(text), 0) / total;
}

import { background, boundedIdf } from '../../lexicon/background.ts';
import type { CutSentence } from '../../lexicon/cut-sentence.ts';
import type { Lexicon, Subject } from '../../lexicon/lexicon.ts';
import type { Standing } from '../../lexicon/outline.ts';
import { findSayings, type Saying } from '../../lexicon/sayings.ts';
import { isSaid } from '../../lexicon/synonyms.ts';
import { pairsOf } from '../../text/pairs.ts';
import { overlap, type Range } from '../../text/range.ts';
import { levelOf, NEAR_SYNONYM, weigh, WRITTEN, type Evidence } from '../evidence.ts';
import type { CutPassage } from '../cut-passage.ts';
import type { Question } from '../question/question.ts';
import type { Term } from '../question/terms.ts';
import type { Ranked, RankedSentence } from '../ranked.ts';
import { typedAnswer, type TypedAnswer } from '../typed-answer.ts';
import { besideOthers, type AppraisedView } from './rivals.ts';

/** A word of the question, and how rare it is in Chinese at large. */
export interface WeighedTerm extends Term {
  readonly idf: number;
  readonly weight: number;
  /** Whether any notice has it, or a word that asks for the same. */
  readonly isKnown: boolean;
  /** What notices write for it. */
  readonly written: readonly string[];
}

/** How much of a word stands at one place, each from 0 to 1. */
export interface Levels {
  readonly here: number;
  /** In the headings, the lead-in and the header above. */
  readonly above: number;
  readonly passage: number;
  readonly title: number;
  readonly notice: number;
}

/** What is asked, weighed. */
export interface Inquiry {
  readonly question: Question;
  readonly terms: readonly WeighedTerm[];
  /** The sum of the terms' weights. */
  readonly total: number;
  /** The pairs of neighbouring characters of the question's terms and subjects. */
  readonly pairs: readonly string[];
  readonly sayings: readonly Saying[];
  /** The ranker's, that the notices answer at all. */
  readonly confidence: number;
  /** How many passages there are. */
  readonly collection: number;
}

/** A sentence that may answer, with what it has of the question. */
export interface SentenceView {
  readonly inquiry: Inquiry;
  readonly sentence: CutSentence;
  readonly passage: CutPassage;
  readonly standing: Standing;
  /** Among the ranker's sentences, from 0. */
  readonly rank: number;
  /** How likely the ranker takes it for the best, from 0 to 1. */
  readonly share: number;
  /** The share of the best other sentence. */
  readonly rivalShare: number;
  /** Of each term, and of each subject. */
  readonly levels: readonly Levels[];
  readonly subjects: readonly Levels[];
  /** The shares of the sayings that the sentence has words for, and what stands above it; -1 where there is none. */
  readonly sayingsHere: number;
  readonly sayingsAbove: number;
  readonly evidence: Evidence;
  readonly fits: boolean;
  readonly spans: readonly Range[];
  /** The shares of the question's pairs that stand in the sentence, and in it or above it. */
  readonly pairsHere: number;
  readonly pairsNear: number;
  /**
   * The shares of the terms' weight that stand in the sentence, in its passage or above it, and in the notice; -1
   * where there are no terms.
   */
  readonly here: number;
  readonly near: number;
  readonly anywhere: number;
}

/** Of a large collection, only so many of the ranker's best sentences are looked into. */
const CANDIDATES = 32;
/** In a collection of no more sentences than this, all are: a question may share no word with its answer. */
const FEW_SENTENCES = 80;
/** The share of a sentence that the search did not find. */
const NO_SHARE = 1e-7;
/** What a word counts by its kind. */
const KIND_WEIGHT = { noun: 1, number: 0.9, other: 0.6 } as const;

/**
 * All sentences of few, or the ranker's best of many, the ranker's order first, each with what it has of the question.
 *
 * @param looked what was found in some of them already
 */
export function viewCandidates(
  question: Question,
  ranked: Ranked,
  lexicon: Lexicon,
  passages: readonly CutPassage[],
  looked: readonly (Evidence & TypedAnswer)[] = [],
): AppraisedView[] {
  const inquiry = inquire(question, ranked, lexicon, passages);
  const levelsAt = createLevels();
  const lookedInto = new Map(looked.map((found) => [found.sentence, found]));
  const candidates = candidatesOf(ranked, passages);
  const first = candidates[0]?.share ?? 0;
  const second = candidates[1]?.share ?? 0;
  const views = candidates.map((candidate, rank) =>
    viewOne(
      inquiry,
      candidate,
      rank,
      rank === 0 ? second : first,
      lexicon,
      levelsAt,
      lookedInto.get(candidate.sentence),
    ),
  );
  return besideOthers(views);
}

function candidatesOf({ sentences }: Ranked, passages: readonly CutPassage[]): readonly RankedSentence[] {
  const count = passages.reduce((sum, passage) => sum + passage.sentences.length, 0);
  if (count > FEW_SENTENCES) return sentences.slice(0, CANDIDATES);
  const found = new Set(sentences.map(({ sentence }) => sentence));
  const others = passages.flatMap((passage) =>
    passage.sentences
      .filter((sentence) => !found.has(sentence))
      .map((sentence) => ({ sentence, passage, share: NO_SHARE })),
  );
  return [...sentences, ...others];
}

function inquire(
  question: Question,
  { confidence }: Ranked,
  lexicon: Lexicon,
  passages: readonly CutPassage[],
): Inquiry {
  const sayings = findSayings(question.folded);
  const terms = question.terms.map((term) => {
    const idf = boundedIdf(term.text);
    return {
      ...term,
      idf,
      weight: idf * KIND_WEIGHT[term.kind] * (term.text.length === 1 ? 0.5 : 1),
      isKnown: isSaid(term.text, lexicon),
      written: sayings
        .filter((saying) => overlap(saying, term))
        .flatMap(({ written }) => written.filter((word) => word.length > 1)),
    };
  });
  const stretches = [...question.terms, ...question.subjects].map(({ start, end }) =>
    question.folded.slice(start, end),
  );
  return {
    question,
    terms,
    total: terms.reduce((sum, { weight }) => sum + weight, 0),
    pairs: [...new Set(stretches.flatMap(pairsOf))],
    sayings,
    confidence,
    collection: passages.length,
  };
}

type LevelsAt = (
  word: string,
  sentence: CutSentence,
  standing: Standing,
  passage: CutPassage,
  of: (text: string) => number,
) => Levels;

/** What titles and whole notices have of a word is the same for all of their sentences. */
function createLevels(): LevelsAt {
  const known = new Map<string, Map<string, number>>();
  return (word, sentence, standing, passage, of) => {
    const cached = known.get(word) ?? new Map<string, number>();
    known.set(word, cached);
    const level = (text: string) => {
      const found = cached.get(text) ?? (text === '' ? 0 : of(text));
      cached.set(text, found);
      return found;
    };
    return {
      here: of(sentence.folded),
      above: level(standing.context),
      passage: level(passage.folded),
      title: level(passage.title),
      notice: level(passage.noticeText),
    };
  };
}

function viewOne(
  inquiry: Inquiry,
  { sentence, passage, share }: RankedSentence,
  rank: number,
  rivalShare: number,
  lexicon: Lexicon,
  levelsAt: LevelsAt,
  looked: (Evidence & TypedAnswer) | undefined,
): SentenceView {
  const { question, terms, total, pairs, sayings } = inquiry;
  const standing = lexicon.standingOf(sentence);
  const levels = terms.map(({ text, written }) =>
    levelsAt(text, sentence, standing, passage, (where) =>
      Math.max(levelOf(text, where), nearLevelOf(text, written, where)),
    ),
  );
  const subjects = question.subjects.map(({ target }) =>
    levelsAt(target.names.join('|'), sentence, standing, passage, (where) => namedIn(target, where)),
  );
  const { spans, fits } = looked ?? typedAnswer(question, sentence, lexicon.home);
  const shareOf = (level: (levels: Levels) => number) =>
    total === 0
      ? -1
      : terms.reduce((sum, { weight }, t) => sum + weight * level(levels[t] ?? ABSENT), 0) / total;
  const pairsIn = (...where: string[]) =>
    pairs.length === 0
      ? -1
      : pairs.filter((pair) => where.some((text) => text.includes(pair))).length / pairs.length;
  const sayingsIn = (text: string) =>
    sayings.length === 0
      ? -1
      : sayings.filter(({ written }) => written.some((word) => text.includes(word))).length / sayings.length;
  return {
    inquiry,
    sentence,
    passage,
    standing,
    rank,
    share,
    rivalShare,
    levels,
    subjects,
    evidence: looked ?? weigh(question, sentence, passage),
    sayingsHere: sayingsIn(sentence.folded),
    sayingsAbove: sayingsIn(standing.context),
    fits,
    spans,
    pairsHere: pairsIn(sentence.folded),
    pairsNear: pairsIn(sentence.folded, standing.context, passage.title),
    here: shareOf(({ here }) => here),
    near: shareOf(({ here, above, passage: inPassage }) => Math.max(here, above, 0.8 * inPassage)),
    anywhere: shareOf(({ here, above, passage: inPassage, title, notice }) =>
      Math.max(here, above, inPassage, title, 0.5 * notice),
    ),
  };
}

/** What a word has where it is not. */
export const ABSENT: Levels = { here: 0, above: 0, passage: 0, title: 0, notice: 0 };

function nearLevelOf(word: string, written: readonly string[], text: string): number {
  if (written.some((other) => text.includes(other))) return WRITTEN;
  return background()
    .synonymsOf(word)
    .some((synonym) => text.includes(synonym))
    ? NEAR_SYNONYM
    : 0;
}

function namedIn(subject: Subject, text: string): number {
  return subject.names.some((name) => text.includes(name)) ? 1 : 0;
}

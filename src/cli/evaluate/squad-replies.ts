import { createAnswerer, type Answerer, type Reply } from '../../answer/index.ts';
import type { Notice, Passage } from '../../notice/notice.ts';
import { fold } from '../../text/script.ts';
import type { Segmenter } from '../../text/segmenter.ts';
import { holdsGold, type QuestionSet, type SetQuestion } from '../../train/question-set.ts';

/** How the answerer replied to one question. */
export interface ReplyOutcome {
  readonly hasAnswer: boolean;
  readonly isAnswered: boolean;
  readonly confidence: number;
  /** Whether the first sentence quoted, or the nearest where it abstained, holds a gold answer; its length. */
  readonly isHit: boolean;
  readonly length: number;
  /** The short answer against the gold answers, from 0 to 1; null where none was given. */
  readonly short: { readonly exact: number; readonly f1: number } | null;
  /** How long the reply took. */
  readonly milliseconds: number;
  /** The same question when the gold paragraph is not there; null where it has no answer anyway. */
  readonly without: { readonly isAnswered: boolean; readonly confidence: number } | null;
}

/** The gold paragraphs are taken away in so many lots: an answerer is made for each. */
const LOTS = 10;

/**
 * Asks the answerer every question of a set, over all of its paragraphs, and again over nine tenths of them, the
 * gold one not among these.
 *
 * @param now a clock in milliseconds
 */
export function* askQuestions(
  set: QuestionSet,
  segmenter: Segmenter,
  now: () => number,
): Generator<ReplyOutcome, void> {
  const whole = createAnswerer({ notices: set.notices, segmenter });
  // The first questions load dictionaries, and the engine has yet to compile the code.
  for (const { text } of set.questions.slice(0, 50)) whole.ask(text);
  const lots = lotsOf(set);
  for (const lot of new Set(lots.values())) {
    const without = createAnswerer({ notices: withoutLot(set.notices, lots, lot), segmenter });
    for (const question of set.questions) {
      if (lotOf(question, lots) === lot) yield ask(question, whole, without, now);
    }
  }
}

function lotsOf({ notices }: QuestionSet): Map<Passage, number> {
  const passages = notices.flatMap((notice) => notice.passages);
  return new Map(passages.map((passage, i) => [passage, i % LOTS]));
}

/** A paragraph with line breaks is several passages, which go by the first one's lot. */
function lotOf({ passages: [first] }: SetQuestion, lots: ReadonlyMap<Passage, number>): number {
  return (first === undefined ? undefined : lots.get(first)) ?? 0;
}

function withoutLot(notices: readonly Notice[], lots: ReadonlyMap<Passage, number>, lot: number): Notice[] {
  return notices.map((notice) => ({
    ...notice,
    passages: notice.passages.filter((passage) => lots.get(passage) !== lot),
  }));
}

function ask(question: SetQuestion, whole: Answerer, without: Answerer, now: () => number): ReplyOutcome {
  const start = now();
  const reply = whole.ask(question.text);
  const milliseconds = now() - start;
  const hasAnswer = question.golds.length > 0;
  const shown = sentenceOf(reply);
  return {
    hasAnswer,
    isAnswered: reply.status === 'answered',
    confidence: reply.confidence,
    isHit: holdsGold(question, shown),
    length: shown.length,
    short: reply.status === 'answered' && hasAnswer ? judgeShort(question, reply.shortAnswer) : null,
    milliseconds,
    without: hasAnswer ? summary(without.ask(question.text)) : null,
  };
}

function summary(reply: Reply): { isAnswered: boolean; confidence: number } {
  return { isAnswered: reply.status === 'answered', confidence: reply.confidence };
}

function sentenceOf(reply: Reply): string {
  const quote = reply.status === 'answered' ? reply.quotes[0] : reply.nearest;
  return quote?.sentence.text ?? '';
}

function judgeShort({ golds }: SetQuestion, shortAnswer: string | null): ReplyOutcome['short'] {
  if (shortAnswer === null) return null;
  const given = plain(shortAnswer);
  return {
    exact: Number(golds.some((gold) => plain(gold) === given)),
    f1: Math.max(...golds.map((gold) => characterF1(given, plain(gold)))),
  };
}

/** Folded, without punctuation and spaces, as answers are compared. */
function plain(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, '');
}

/** The harmonic mean of precision and recall over characters, in whatever order. */
export function characterF1(given: string, gold: string): number {
  const left = new Map<string, number>();
  for (const character of gold) left.set(character, (left.get(character) ?? 0) + 1);
  let shared = 0;
  for (const character of given) {
    const count = left.get(character) ?? 0;
    if (count === 0) continue;
    left.set(character, count - 1);
    shared++;
  }
  const length = Array.from(given).length + Array.from(gold).length;
  return length === 0 ? 0 : (2 * shared) / length;
}

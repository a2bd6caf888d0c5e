import type { Reply } from '../../answer/index.ts';
import { fold } from '../../text/script.ts';
import type { Sentence } from '../../notice/notice.ts';
import type { Expectation } from './golden-set.ts';

/** Whether a reply is what was expected, and both in words. */
export interface Judgement {
  readonly passed: boolean;
  /** Whether every sentence that is quoted is right, whatever the short answer; false where none is quoted. */
  readonly quotesRight: boolean;
  readonly expected: string;
  readonly got: string;
}

/**
 * Judges a reply by an expectation. An answer passes when every sentence that it quotes is among the expected
 * and its short answer holds the expected words; an abstention when it names what is expected as missing.
 */
export function judge(expected: Expectation, reply: Reply): Judgement {
  return {
    passed: meets(expected, reply),
    quotesRight: expected.status === 'answered' && quotesOnly(expected.sentences, reply),
    expected: describeExpected(expected),
    got: describe(reply),
  };
}

function quotesOnly(sentences: readonly Sentence[], reply: Reply): boolean {
  const right = new Set(sentences.map(({ id }) => id));
  return reply.status === 'answered' && reply.quotes.every(({ sentence }) => right.has(sentence.id));
}

function meets(expected: Expectation, reply: Reply): boolean {
  if (expected.status === 'abstained') {
    return (
      reply.status === 'abstained' &&
      expected.missing.every((word) => reply.missing.some((missing) => fold(missing).includes(fold(word))))
    );
  }
  if (reply.status === 'abstained') return false;
  const short = fold(reply.shortAnswer ?? '');
  return quotesOnly(expected.sentences, reply) && expected.answer.every((word) => short.includes(fold(word)));
}

/** Judges the reply to a variant by the reply to the question itself: the same sentences, or none in both. */
export function judgeVariant(original: Reply, reply: Reply): Judgement {
  const isSame = quoted(original) === quoted(reply);
  return { passed: isSame, quotesRight: isSame, expected: describe(original), got: describe(reply) };
}

function quoted(reply: Reply): string {
  return reply.status === 'abstained' ? '' : reply.quotes.map(({ sentence }) => sentence.id).join(' ');
}

function describeExpected(expected: Expectation): string {
  if (expected.status === 'abstained') return abstention(expected.missing);
  return answer(
    expected.answer.join('、'),
    expected.sentences.map(({ text }) => text),
    ' or ',
  );
}

function describe(reply: Reply): string {
  if (reply.status === 'abstained') return `${abstention(reply.missing)} (${reply.reason})`;
  return answer(
    reply.shortAnswer ?? '',
    reply.quotes.map(({ sentence }) => sentence.text),
    ' and ',
  );
}

function abstention(missing: readonly string[]): string {
  return missing.length === 0 ? 'no answer' : `no answer, missing ${missing.join('、')}`;
}

/** As much of a sentence as tells it from the others of a notice. */
const EXCERPT = 20;

function answer(short: string, sentences: readonly string[], conjunction: string): string {
  const excerpts = sentences.map((text) => (text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text));
  return (short === '' ? '' : `[${short}] `) + excerpts.join(conjunction);
}

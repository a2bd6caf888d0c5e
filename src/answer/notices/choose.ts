import { background } from '../../lexicon/background.ts';
import { byDate } from '../../notice/by-date.ts';
import type { Notice } from '../../notice/notice.ts';
import { slice } from '../../text/range.ts';
import { fold } from '../../text/script.ts';
import { levelOf } from '../evidence.ts';
import type { Question } from '../question/question.ts';
import type { Abstention, Alternative, Answer, Quote, Reply } from '../reply.ts';
import type { Replacement } from './replacements.ts';

/** What one notice says to a question. */
export interface NoticeReply {
  readonly notice: Notice;
  readonly reply: Reply;
}

/** What is known besides the replies. */
export interface Circumstances {
  /** The id of the notice that the asker reads. */
  readonly reading: string | undefined;
  readonly replacements: ReadonlyMap<Notice, Replacement>;
  /** Whether the question is for the latest notice. */
  readonly wantsLatest: boolean;
}

/** Answers that are this near to the best are as good: the newest of them counts. */
const AS_GOOD = 0.12;
/** So much weaker may be an answer that goes before others: of the notice that is read, or that replaces another. */
const PREFERRED = 0.4;
const MOST_ALTERNATIVES = 4;

/**
 * The reply to a question from what single notices say to it: the newest answer of those that fit the question best,
 * or the abstention of the notice that knows most of it; undefined where there is none.
 */
export function choose(
  replies: readonly NoticeReply[],
  question: Question,
  circumstances: Circumstances,
): Reply | undefined {
  const answers = replies.flatMap(({ notice, reply }) =>
    reply.status === 'answered' ? [{ notice, reply, strength: strengthOf(reply, question) }] : [],
  );
  return answers.length > 0
    ? chooseAnswer(answers, circumstances)
    : chooseAbstention(replies, question, circumstances.reading);
}

interface Rated {
  readonly notice: Notice;
  readonly reply: Answer;
  readonly strength: number;
}

function chooseAnswer(answers: readonly Rated[], circumstances: Circumstances): Answer | undefined {
  const { reading, replacements, wantsLatest } = circumstances;
  const best = Math.max(...answers.map(({ strength }) => strength));
  const newest = [...answers].sort((a, b) => byDate(b.notice, a.notice) || b.strength - a.strength);
  const preferred = newest.filter(({ strength }) => strength >= best - PREFERRED);
  const equal = newest.filter(({ strength }) => strength >= best - AS_GOOD);
  const first =
    preferred.find(({ notice }) => notice.id === reading) ?? (wantsLatest ? preferred[0] : equal[0]);
  if (first === undefined) return undefined;
  const replacing = preferred.find(({ notice }) => notice === replacements.get(first.notice)?.by);
  const chosen = replacing ?? first;
  const others = answers
    .filter((answer) => answer !== chosen)
    .sort((a, b) => b.strength - a.strength)
    .map(({ reply }): Alternative => ({ ...reply.quotes[0], confidence: reply.confidence }));
  return {
    ...chosen.reply,
    earlier:
      equal.find((answer) => byDate(answer.notice, chosen.notice) < 0 && differs(answer, chosen))?.reply
        .quotes[0] ?? null,
    replacement: replacements.get(chosen.notice) ?? null,
    alternatives: [...others, ...chosen.reply.alternatives].slice(0, MOST_ALTERNATIVES),
  };
}

function differs({ reply: a }: Rated, { reply: b }: Rated): boolean {
  const words = ({ shortAnswer, quotes }: Answer) => fold(shortAnswer ?? quotes[0].sentence.text);
  return words(a) !== words(b);
}

/** How well an answer fits its question: how sure its notice is, and how much of the question it speaks of. */
function strengthOf(reply: Answer, question: Question): number {
  const covered = Math.max(...reply.quotes.map((quote) => coverage(question, quote)));
  return reply.confidence * (0.4 + 0.6 * covered) + (reply.shortAnswer === null ? 0 : 0.1);
}

/** A word that only the rest of a notice has counts less than one in the sentence. */
const IN_PASSAGE = 0.9;
const IN_TITLE = 0.9;
const IN_NOTICE = 0.5;
const OF_SUBJECT = 10;

/** The share of a question's words that a quotation and its notice have, weighed by how rare they are. */
function coverage({ subjects, terms, folded }: Question, { sentence, passage, notice }: Quote): number {
  const whole = fold(notice.text);
  const texts = [
    [fold(sentence.text), 1],
    [passage === null ? '' : slice(whole, passage.range), IN_PASSAGE],
    [fold(notice.title), IN_TITLE],
    [whole, IN_NOTICE],
  ] as const;
  const level = (names: readonly string[]) =>
    Math.max(...texts.flatMap(([text, share]) => names.map((name) => share * levelOf(name, text))));
  const parts = [
    ...terms.map(({ text }) => ({ names: [text], weight: background().idf(text) })),
    ...subjects.map(({ target, ...range }) => ({
      names: [slice(folded, range), ...target.names],
      weight: OF_SUBJECT,
    })),
  ];
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  return total === 0 ? 1 : parts.reduce((sum, { names, weight }) => sum + weight * level(names), 0) / total;
}

/** The abstention of the notice that is read, or else of the one that has most of the question. */
function chooseAbstention(
  replies: readonly NoticeReply[],
  question: Question,
  reading: string | undefined,
): Abstention | undefined {
  const rated = replies.flatMap(({ notice, reply }) =>
    reply.status === 'abstained'
      ? [
          {
            notice,
            reply,
            isRead: notice.id === reading,
            strength: reply.nearest === null ? 0 : coverage(question, reply.nearest),
          },
        ]
      : [],
  );
  return rated.sort(
    (a, b) => Number(b.isRead) - Number(a.isRead) || b.strength - a.strength || byDate(b.notice, a.notice),
  )[0]?.reply;
}

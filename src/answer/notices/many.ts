import { byDate } from '../../notice/by-date.ts';
import type { Notice } from '../../notice/notice.ts';
import type { Segmenter } from '../../text/segmenter.ts';
import type { Knowledge } from '../finding.ts';
import { parseQuestion, type Question } from '../question/question.ts';
import type { Reply } from '../reply.ts';
import { findAboutNotice } from '../strategies/about.ts';
import { choose } from './choose.ts';
import { findLimits, type Limits } from './limits.ts';
import { createKnowledgeOfOne } from './one-notice.ts';
import type { Replacement } from './replacements.ts';

/**
 * Replies to a question from what is known of one notice or of all.
 *
 * @param understood the question in the words in which it is asked of them
 */
export type ReplyFrom = (asked: string, knowledge: Knowledge, understood: string) => Reply;

/** Where a question is asked. */
export interface AskContext {
  /** The id of the notice that was quoted last: 標題是什麼 asks about that one. */
  readonly reading?: string | undefined;
}

/** So many notices are asked, those with the best passages. */
const MOST_ASKED = 8;
/** The passages that are looked at for them. */
const PASSAGES = 64;

/**
 * Asks many notices one by one and chooses among their answers: whether a notice speaks of all that a question asks
 * is seen best without the others.
 *
 * @param replacements which of them are replaced
 * @param today gives an ISO date that 去年 counts from; null where there is no clock
 */
export function createAskMany(
  all: Knowledge,
  replacements: ReadonlyMap<Notice, Replacement>,
  segmenter: Segmenter,
  replyFrom: ReplyFrom,
  today: () => string | null,
): (asked: string, context: AskContext) => Reply {
  const knowledgeOf = createKnowledgeOfOne(all, segmenter);

  return (asked, { reading }) => {
    const whole = parseQuestion(asked, all.lexicon);
    if (whole.isEmpty || whole.isChat) return replyFrom(asked, all, asked);
    const understood = { understoodAs: whole.folded, wasResolved: whole.wasResolved };
    const limits = findLimits(whole.folded, all.notices, today());
    if (limits.unmet !== undefined)
      return { ...withoutNotices(asked, limits, all, replyFrom), ...understood };

    const aboutOne = askedAboutOne(limits, reading, all);
    if (aboutOne !== undefined) {
      return { ...replyFrom(asked, knowledgeOf(aboutOne.notice), aboutOne.words), ...understood };
    }
    const question = parseQuestion(limits.rest, all.lexicon);
    const replies = noticesFor(question, limits, reading, all).map((notice) => ({
      notice,
      reply: replyFrom(asked, knowledgeOf(notice), limits.rest),
    }));
    const chosen = choose(replies, question, {
      reading,
      replacements,
      wantsLatest: limits.wantsLatest,
    });
    const together =
      chosen?.status !== 'answered' && question.subjects.length > 1
        ? answerTogether(replyFrom(asked, all, limits.rest))
        : undefined;
    return { ...(together ?? chosen ?? replyFrom(asked, all, limits.rest)), ...understood };
  };
}

/** A comparison of what different notices speak of: no one of them has it all. */
function answerTogether(reply: Reply): Reply | undefined {
  if (reply.status === 'abstained') return undefined;
  const [first, ...others] = reply.quotes;
  return others.some(({ notice }) => notice !== first.notice) ? reply : undefined;
}

/** No notice is of that year. */
function withoutNotices(asked: string, { unmet = '' }: Limits, all: Knowledge, replyFrom: ReplyFrom): Reply {
  const reply = replyFrom(asked, all, '');
  return reply.status === 'answered'
    ? reply
    : { ...reply, reason: 'unknown-subject', missing: [unmet], nearest: null };
}

/** The notice whose title, date or issuer is asked for: the one that is named or read, or else the newest. */
function askedAboutOne(
  { notices, rest, topic }: Limits,
  reading: string | undefined,
  all: Knowledge,
): { readonly notice: Notice; readonly words: string } | undefined {
  const newest = [...notices].sort((a, b) => byDate(b, a))[0];
  const notice = topic === '' ? (notices.find(({ id }) => id === reading) ?? newest) : newest;
  if (notice === undefined) return undefined;
  const words = topic === '' ? rest : rest.replace(topic, '');
  const knowledge = { ...all, notices: [notice] };
  return findAboutNotice(parseQuestion(words, all.lexicon), knowledge, []) === undefined
    ? undefined
    : { notice, words };
}

/** The notices to ask: all that a limit leaves where these are few, or else those with the best passages. */
function noticesFor(
  { words }: Question,
  { notices }: Limits,
  reading: string | undefined,
  { index, notices: all }: Knowledge,
): readonly Notice[] {
  if (notices.length <= MOST_ASKED) return notices;
  const within = notices.length === all.length ? undefined : new Set(notices);
  const found = new Set(all.filter(({ id }) => id === reading));
  for (const { passage } of index.search(words, PASSAGES).hits) {
    const notice = passage.sentences[0]?.notice;
    if (found.size >= MOST_ASKED) break;
    if (notice !== undefined && within?.has(notice) !== false) found.add(notice);
  }
  return [...found];
}

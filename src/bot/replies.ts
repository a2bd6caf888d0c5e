import type { Answerer, AskContext, Reply } from '../answer/index.ts';

/** Of more questions than these, those that nobody has asked for the longest time are answered anew. */
const MOST_REMEMBERED = 500;
/** A reply may depend on the date, so none is remembered for long. */
const REMEMBERED_MS = 10 * 60_000;

/**
 * An answerer that remembers its last replies. In a group many people ask the same, the suggestions are the same for
 * everybody, and a tap, an edit and the next page of inline cards ask for a reply once more.
 *
 * @param now the time in milliseconds, from any origin
 */
export function rememberReplies(answerer: Answerer, now: () => number): Answerer {
  const replies = new Map<string, { readonly reply: Reply; readonly at: number }>();
  let { notices } = answerer;
  // Not a copy: the notices may be exchanged.
  return Object.assign(Object.create(answerer) as Answerer, {
    ask(question: string, context?: AskContext) {
      if (notices !== answerer.notices) replies.clear();
      ({ notices } = answerer);
      const key = JSON.stringify([question, context]);
      const known = replies.get(key);
      replies.delete(key);
      const isFresh = known !== undefined && now() - known.at < REMEMBERED_MS;
      const remembered = isFresh ? known : { reply: answerer.ask(question, context), at: now() };
      replies.set(key, remembered);
      const [oldest] = replies.keys();
      if (replies.size > MOST_REMEMBERED && oldest !== undefined) replies.delete(oldest);
      return remembered.reply;
    },
  });
}

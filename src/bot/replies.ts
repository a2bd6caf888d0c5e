import { LRUCache } from 'lru-cache';

import type { Answerer, AskContext, Reply } from '../answer/index.ts';
import { cutAt } from './hygiene.ts';

/** Of more questions than these, those that nobody has asked for the longest time are answered anew. */
const MOST_REMEMBERED = 500;
/** Nobody asks at such length, and what a question costs grows faster than its length. */
const LONGEST_QUESTION = 500;
/** A reply may depend on the date, so none is remembered for long. */
const REMEMBERED_MS = 10 * 60_000;

/**
 * An answerer that remembers its last replies, and of what is longer than any question reads the beginning.
 *
 * In a group many people ask the same, the suggestions are the same for everybody, and a tap, an edit and the next
 * page of inline cards ask for a reply once more.
 *
 * @param now the time in milliseconds since 1970
 */
export function rememberReplies(answerer: Answerer, now: () => number): Answerer {
  const replies = new LRUCache<string, Reply>({
    max: MOST_REMEMBERED,
    ttl: REMEMBERED_MS,
    ttlResolution: 0,
    perf: { now },
  });
  let { notices } = answerer;
  const cut = (words: string) =>
    words.length <= LONGEST_QUESTION ? words : words.slice(0, cutAt(words, LONGEST_QUESTION));
  // Not a copy: the notices may be exchanged.
  return Object.assign(Object.create(answerer) as Answerer, {
    complete: (message: string, previous: string) => answerer.complete(cut(message), cut(previous)),
    findCounty: (name: string) => answerer.findCounty(cut(name)),
    findInitiative: (name: string) => answerer.findInitiative(cut(name)),
    ask(asked: string, context?: AskContext) {
      const question = cut(asked);
      if (notices !== answerer.notices) replies.clear();
      ({ notices } = answerer);
      const key = JSON.stringify([question, context]);
      const known = replies.get(key);
      if (known !== undefined) return known;
      const reply = answerer.ask(question, context);
      replies.set(key, reply);
      return reply;
    },
  });
}

import { randomUUID } from 'node:crypto';
import {
  conversations,
  createConversation,
  type ConversationData,
  type VersionedState,
} from '@grammyjs/conversations';
import { Bot, type ApiClientOptions, type StorageAdapter } from 'grammy';
import type { Update, UserFromGetMe } from 'grammy/types';

import type { Answerer } from '../answer/index.ts';
import type { Notice } from '../notice/notice.ts';
import { scriptOf, type Script } from '../text/script.ts';
import type { BotContext } from './context.ts';
import { conversationsByAsker } from './conversations/by-asker.ts';
import {
  CHOOSING,
  CHOOSING_VERSION,
  choosing,
  PATIENCE_IN_MINUTES,
  unlessOverheard,
} from './conversations/choosing.ts';
import { createCounters, type Counters } from './counters.ts';
import { reportError } from './errors.ts';
import { askFeature } from './features/ask.ts';
import { cancelFeature } from './features/cancel.ts';
import { editsFeature } from './features/edits.ts';
import { forgetFeature } from './features/forget.ts';
import { greetingFeature, type Greeted } from './features/greeting.ts';
import { inlineFeature } from './features/inline.ts';
import { lookupFeature } from './features/lookup.ts';
import { pagesFeature } from './features/pages.ts';
import { quotesFeature } from './features/quotes.ts';
import { reloadFeature, type Reload } from './features/reload.ts';
import { scriptFeature } from './features/script.ts';
import { statsFeature } from './features/stats.ts';
import { unhandledFeature } from './features/unhandled.ts';
import type { Logger } from './logger.ts';
import { createMemory, MEMORY_IN_MINUTES, type Remembered } from './memory.ts';
import { boundary } from './middleware/boundary.ts';
import { hearing } from './middleware/hearing.ts';
import { journal } from './middleware/journal.ts';
import { DEFAULT_PACE, pacing, type Pace } from './middleware/pacing.ts';
import { speaking, type Preferences } from './middleware/speaking.ts';
import { taps } from './middleware/taps.ts';
import { conversationKey } from './place.ts';
import { rememberReplies } from './replies.ts';

/** The updates that the bot does something about: all that has to be asked for when it starts. */
export const ALLOWED_UPDATES = [
  'message',
  'edited_message',
  'callback_query',
  'inline_query',
  'my_chat_member',
] as const satisfies (keyof Update)[];

/**
 * Opens the storage of one kind of state. What is stored has to survive JSON, and nothing more. A value may be
 * deleted `lifetimeMs` after it was written, and is of no use any more.
 */
export type OpenStorage = <T>(name: StateName, lifetimeMs?: number) => StorageAdapter<T>;
export type StateName = 'preferences' | 'conversations' | 'questions' | 'groups' | 'conversation-keys';

export interface BotDependencies {
  readonly token: string;
  readonly answerer: Answerer;
  readonly storage: OpenStorage;
  readonly logger: Logger;
  /** Where the Bot API is and how it is called. Retries and tests belong into its `fetch`, which sees every call. */
  readonly clientOptions?: ApiClientOptions;
  /** What `getMe` says, where that is known; otherwise it is asked for when the bot starts. */
  readonly botInfo?: UserFromGetMe;
  /** The time in milliseconds, from any origin. */
  readonly now?: () => number;
  /** The time of day, in milliseconds since 1970. */
  readonly clock?: () => number;
  /** Reads the notices again; without it there is no /reload. */
  readonly reload?: Reload;
  /** Whom /stats and /reload answer. */
  readonly adminIds?: readonly number[];
  /** What /stats tells; somebody else may count along. */
  readonly counters?: Counters;
  /** How much may be asked in a minute. */
  readonly pace?: Pace;
  /**
   * Whether a question in a group that the notices do not answer gets a reaction instead of a message, where the
   * group allows reactions.
   */
  readonly isQuietInGroups?: boolean;
  /** An id for an apology and the log. */
  readonly newErrorId?: () => string;
}

/**
 * Builds the bot without starting it.
 *
 * An update goes through these, in this order, which tests/bot/order.test.ts holds it to:
 *
 *  1. journal: a line in the log for what was done
 *  2. taps: every tap is answered once, whatever happens
 *  3. boundary: errors end here, with an apology
 *  4. hearing: what is said; what is not for the bot ends here
 *  5. conversations: the asker's running conversations are read, and written afterwards
 *  6. unlessOverheard: a group's own talk ends here unless a conversation waits for it
 *  7. speaking: how to speak to the asker
 *  8. pacing: who asks too much in a minute is told once
 *  9. edits: edited messages end here, with the answer to them edited
 * 10. cancel, forget, stats, reload, pages, script: commands that work at any time, also while a conversation waits
 * 11. choosing: a conversation takes what it waits for
 * 12. lookups, questions, buttons, inline queries, greetings
 * 13. unhandled: whatever is left
 */
export function createBot(dependencies: BotDependencies): Bot<BotContext> {
  const { token, storage, logger, clientOptions, botInfo } = dependencies;
  const { now = () => performance.now(), newErrorId = () => randomUUID().slice(0, 8) } = dependencies;
  const { clock = () => Date.now(), pace = DEFAULT_PACE, isQuietInGroups = false } = dependencies;
  const { adminIds = [], counters = createCounters(clock) } = dependencies;
  const answerer = rememberReplies(dependencies.answerer, clock);
  const preferences = storage<Preferences>('preferences');
  const running = conversationsByAsker(
    storage<VersionedState<ConversationData>>('conversations', PATIENCE_IN_MINUTES * 60_000),
    storage<readonly string[]>('conversation-keys', PATIENCE_IN_MINUTES * 60_000),
  );
  const memory = createMemory(storage<Remembered>('questions', MEMORY_IN_MINUTES * 60_000), clock);
  const forget = async (asker: number) => {
    await preferences.delete(asker.toString());
    await memory.forget(asker);
    await running.forget(asker);
  };
  const noticeScript = scriptOfNotices(answerer.notices);

  const bot = new Bot<BotContext>(token, {
    ...(clientOptions === undefined ? {} : { client: clientOptions }),
    ...(botInfo === undefined ? {} : { botInfo }),
  });
  bot.use(
    journal(logger, counters, now),
    taps(logger, token),
    boundary({ logger, token, newErrorId, noticeScript, forget }),
    hearing,
    conversations({
      storage: {
        type: 'key',
        version: CHOOSING_VERSION,
        getStorageKey: conversationKey,
        adapter: running.adapter,
      },
    }),
    unlessOverheard,
    speaking(preferences, noticeScript),
    pacing(pace, clock),
    editsFeature(answerer, memory),
    cancelFeature(),
    forgetFeature(forget),
    statsFeature(answerer, counters, adminIds),
    reloadFeature(dependencies.reload, adminIds),
    pagesFeature(answerer),
    scriptFeature(),
    createConversation(choosing(answerer), { id: CHOOSING, parallel: true }),
    lookupFeature(answerer, 'county'),
    lookupFeature(answerer, 'initiative'),
    askFeature(answerer, memory, isQuietInGroups),
    quotesFeature(answerer),
    inlineFeature(answerer),
    greetingFeature(answerer, storage<Greeted>('groups')),
    unhandledFeature(answerer),
  );
  // Nothing gets past the boundary but its own faults and those of what stands before it.
  bot.catch((error) => {
    logger.error({ updateId: error.ctx.update.update_id, ...reportError(error, token) }, 'An update failed.');
  });
  return bot;
}

/** The script of the first title that tells it. */
function scriptOfNotices(notices: readonly Notice[]): Script {
  for (const { title } of notices) {
    const script = scriptOf(title);
    if (script !== undefined) return script;
  }
  return 'simplified';
}

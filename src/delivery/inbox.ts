import type { Update } from 'grammy/types';

/**
 * Keeps updates from when Telegram delivers them until they are handled, so that a process may be killed at any
 * moment without a question being lost. It remembers what was handled, so that an update that is delivered again
 * is not answered again.
 */
export interface Inbox {
  /**
   * Keeps updates. When it returns they are safe, and Telegram may forget them.
   *
   * @returns those that were not delivered before
   */
  accept(updates: readonly Update[]): Promise<Update[]>;
  /** Forgets an update, but not that it was handled. */
  done(update: Update): Promise<void>;
  /** Updates that a process which is gone has left, oldest first; the caller has them in hand now. */
  reclaim(): Promise<Update[]>;
  /** Leaves what is not done to whoever comes next. */
  close(): Promise<void>;
}

/** An update that so many processes were ended with is given up, lest it end all others too. */
export const MOST_TRIES = 10;

import type { Update } from 'grammy/types';

import type { Inbox } from './inbox.ts';
import { createLanes, laneOf } from './lanes.ts';

/** With so many updates in hand, Telegram is to keep the others. */
export const MOST_IN_HAND = 1000;

/** What is told of updates, for the log and for metrics. */
export interface ReceivingObserver {
  /** An update was handled, or failed with an error that nothing else has taken care of. */
  onHandled(update: Update, seconds: number, error: unknown): void;
  /** So many updates were delivered again. */
  onDuplicates(count: number): void;
  /** The inbox could not be used. */
  onInboxError(error: unknown): void;
}

export interface Receiver {
  /**
   * Takes updates over from Telegram, each once.
   *
   * @returns when they are safe; `handled` resolves when those that are new have been handled
   * @throws whatever the inbox does when it cannot keep them
   */
  receive(updates: readonly Update[]): Promise<{ readonly handled: Promise<void> }>;
  /** Takes over what a process that is gone has left. */
  reclaim(): Promise<void>;
  /** How many updates are in hand or wait for their turn. */
  readonly inHand: number;
  /** Waits until no more than so many are. */
  downTo(count: number): Promise<void>;
}

/**
 * Handles updates: those of one chat in their order, different chats at once.
 *
 * @param handle what is done for an update
 * @param halt when it is aborted nothing more is begun, and what was not done by then stays in the inbox
 */
export function createReceiver(options: {
  readonly inbox: Inbox;
  readonly handle: (update: Update) => Promise<void>;
  readonly halt: AbortSignal;
  readonly observer: ReceivingObserver;
}): Receiver {
  const { inbox, handle, halt, observer } = options;
  const lanes = createLanes();
  const waiters = new Set<{ readonly count: number; readonly go: () => void }>();
  let inHand = 0;
  const isHalted = () => halt.aborted;

  async function process(update: Update): Promise<void> {
    if (isHalted()) return;
    const started = performance.now();
    let failure: unknown;
    try {
      await handle(update);
    } catch (error) {
      failure = error;
    }
    // What the halt has cut short is begun again by the next process.
    if (isHalted()) return;
    observer.onHandled(update, (performance.now() - started) / 1000, failure);
    // A failure counts as handled: it would fail again, and hold up its chat each time.
    await inbox.done(update).catch((error: unknown) => {
      observer.onInboxError(error);
    });
  }

  async function start(updates: readonly Update[]): Promise<void> {
    inHand += updates.length;
    await Promise.all(
      updates.map(async (update) => {
        await lanes.run(laneOf(update), () => process(update));
        inHand--;
        for (const waiter of waiters) if (inHand <= waiter.count) waiter.go();
      }),
    );
  }

  return {
    async receive(updates) {
      const fresh = await inbox.accept(updates);
      if (fresh.length < updates.length) observer.onDuplicates(updates.length - fresh.length);
      return { handled: start(fresh) };
    },
    async reclaim() {
      const left = await inbox.reclaim();
      start(left).catch(() => undefined);
    },
    get inHand() {
      return inHand;
    },
    downTo(count) {
      if (inHand <= count) return Promise.resolve();
      return new Promise((resolve) => {
        const waiter = {
          count,
          go: () => {
            waiters.delete(waiter);
            resolve();
          },
        };
        waiters.add(waiter);
      });
    },
  };
}

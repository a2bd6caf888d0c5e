import { GrammyError, type Api } from 'grammy';
import type { Update } from 'grammy/types';

import { reachTelegram } from '../reach-telegram.ts';
import { REAL_TIME, type Clock } from './clock.ts';
import { MOST_IN_HAND, type Receiver } from './receiver.ts';

/** How long Telegram holds a call when there is nothing new. */
const LONG_POLL_SECONDS = 30;
/** So many updates in hand keep the bot busy. */
const ENOUGH_IN_HAND = 100;
/** How long more are not fetched for that. */
const PATIENCE_MS = 200;
/** A process that is being replaced may still fetch updates for a moment. */
const CONFLICTS_BORNE = 4;
/** How long the last call may take, which tells Telegram what was received. */
const LAST_CALL_MS = 2000;

export interface PollingOptions {
  readonly api: Api;
  readonly receiver: Receiver;
  readonly allowedUpdates: readonly Exclude<keyof Update, 'update_id'>[];
  /** Aborted when no more updates are to be fetched. */
  readonly stop: AbortSignal;
  /** Told how long it is until the next try, and why. */
  readonly onWait: (seconds: number, error: unknown) => void;
  /** Told that Telegram has answered. */
  readonly onContact: () => void;
  readonly clock?: Clock;
}

/**
 * Fetches updates until it is told to stop. Telegram forgets an update when a later one is asked for; that happens
 * only when the receiver has it in its inbox.
 *
 * @throws GrammyError when Telegram refuses the call, and not only for now
 */
export async function poll(options: PollingOptions): Promise<void> {
  const { api, receiver, allowedUpdates, stop, onWait, onContact, clock = REAL_TIME } = options;
  const wait = (seconds: number) => clock.sleep(seconds * 1000, stop);
  let offset = 0;
  let conflicts = 0;

  async function fetchUpdates() {
    for (;;) {
      try {
        const updates = await api.getUpdates(
          { offset, limit: 100, timeout: LONG_POLL_SECONDS, allowed_updates: [...allowedUpdates] },
          stop as never,
        );
        conflicts = 0;
        return updates;
      } catch (error) {
        stop.throwIfAborted();
        const isConflict = error instanceof GrammyError && error.error_code === 409;
        if (!isConflict || ++conflicts > CONFLICTS_BORNE) throw error;
        onWait(conflicts, error);
        await wait(conflicts);
      }
    }
  }

  try {
    for (;;) {
      await untilThereIsRoom();
      const updates = await reachTelegram(fetchUpdates, onWait, wait);
      onContact();
      await untilKept(() => receiver.receive(updates));
      const last = updates.at(-1);
      if (last !== undefined) offset = Math.max(offset, last.update_id + 1);
    }
  } catch (error) {
    if (!stop.aborted) throw error;
  }
  if (offset > 0) await tellTelegram();

  /**
   * What waits for its turn at Telegram costs less than in memory. But a few chats that have to wait themselves must
   * not hold up the others.
   */
  async function untilThereIsRoom(): Promise<void> {
    if (receiver.inHand > ENOUGH_IN_HAND) {
      const patience = new AbortController();
      const room = receiver.downTo(ENOUGH_IN_HAND);
      await Promise.race([room, clock.sleep(PATIENCE_MS, AbortSignal.any([stop, patience.signal]))]);
      patience.abort();
    }
    await receiver.downTo(MOST_IN_HAND);
  }

  /** A full disk may be emptied; until then Telegram keeps the updates. */
  async function untilKept(receive: () => Promise<unknown>): Promise<void> {
    for (let seconds = 1; ; seconds = Math.min(2 * seconds, 30)) {
      try {
        await receive();
        return;
      } catch (error) {
        onWait(seconds, error);
        await wait(seconds);
      }
    }
  }

  /** Updates whose receipt Telegram does not hear of come again, and are known then. */
  async function tellTelegram(): Promise<void> {
    const signal = AbortSignal.timeout(LAST_CALL_MS);
    await api.getUpdates({ offset, limit: 1 }, signal as never).catch(() => undefined);
  }
}

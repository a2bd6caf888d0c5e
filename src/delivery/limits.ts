import { REAL_TIME, type Clock } from './clock.ts';

/** At most `calls` in any `milliseconds`. */
export interface Limit {
  readonly calls: number;
  readonly milliseconds: number;
}

/** How much a bot may send. */
export interface SendingLimits {
  readonly overall: Limit;
  /** In each chat; groups have a limit of their own besides. */
  readonly chat: Limit;
  readonly group: Limit;
}

/** Calls do not all travel at the same speed, so each window is a little longer than Telegram's. */
const MARGIN_MS = 50;

/**
 * What Telegram asks of a bot: 20 messages a minute in a group, about one a second in a chat, of which a few may
 * come at once, and 30 a second overall unless it pays for more.
 *
 * @param perSecond how many messages a second overall
 * @see https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
 */
export function telegramLimits(perSecond: number): SendingLimits {
  return {
    overall: { calls: perSecond, milliseconds: 1000 + MARGIN_MS },
    chat: { calls: 3, milliseconds: 3000 + MARGIN_MS },
    group: { calls: 20, milliseconds: 60_000 + MARGIN_MS },
  };
}

/** A number, negative for groups and channels. */
export type ChatId = number;

/** Holds back what is sent until it may be. */
export interface Gate {
  /**
   * Waits until something may be sent to a chat. What goes to one chat passes in the order it came.
   *
   * @throws the signal's reason when it is aborted meanwhile
   */
  pass(chat: ChatId, signal: AbortSignal): Promise<void>;
  /** Lets nothing pass to a chat for so many milliseconds: Telegram has asked for that. */
  hold(chat: ChatId, milliseconds: number): void;
}

/** How many chats are remembered at least before those are forgotten that have been quiet for long enough. */
const CHATS_BEFORE_TIDYING = 1000;

/**
 * A gate that keeps to the limits in whichever window of time they are counted: the next call passes when as many
 * as the limit allows lie a whole window back.
 */
export function createGate(limits: SendingLimits, clock: Clock = REAL_TIME): Gate {
  const overall = createWindow(limits.overall);
  const chats = new Map<ChatId, { readonly windows: readonly Window[]; tail: Promise<unknown> }>();

  let tidyAt = CHATS_BEFORE_TIDYING;

  function chatOf(id: ChatId) {
    const known = chats.get(id);
    if (known !== undefined) return known;
    if (chats.size >= tidyAt) tidy();
    const windows = [createWindow(limits.chat), ...(id < 0 ? [createWindow(limits.group)] : [])];
    const chat = { windows, tail: Promise.resolve() };
    chats.set(id, chat);
    return chat;
  }

  function tidy(): void {
    const time = clock.now();
    for (const [id, { windows }] of chats) {
      if (windows.every((window) => window.isQuiet(time))) chats.delete(id);
    }
    // Where all are busy, looking at all of them for each that comes would help nobody.
    tidyAt = Math.max(CHATS_BEFORE_TIDYING, 2 * chats.size);
  }

  async function waitUntil(moment: number, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const milliseconds = Math.ceil(moment - clock.now());
    if (milliseconds > 0) await clock.sleep(milliseconds, signal);
  }

  /** A chat takes its place in the overall limit only when its own turn has come, so that it blocks nobody. */
  async function passWindows(windows: readonly Window[], signal: AbortSignal): Promise<void> {
    await waitUntil(Math.max(...windows.map((window) => window.free())), signal);
    const place = Math.max(overall.free(), clock.now());
    overall.use(place);
    await waitUntil(place, signal);
    const time = clock.now();
    for (const window of windows) window.use(time);
  }

  return {
    async pass(id, signal) {
      const chat = chatOf(id);
      const passing = chat.tail.then(() => passWindows(chat.windows, signal));
      chat.tail = passing.catch(() => undefined);
      await passing;
    },
    hold(id, milliseconds) {
      for (const window of chatOf(id).windows) window.close(clock.now() + milliseconds);
    },
  };
}

interface Window {
  /** The first moment at which a call may be made after all that were made. */
  free(): number;
  use(moment: number): void;
  /** Leaves nothing free before `moment`. */
  close(moment: number): void;
  /** Whether nothing that was done here matters any more at `moment`. */
  isQuiet(moment: number): boolean;
}

function createWindow({ calls, milliseconds }: Limit): Window {
  /** When the last calls were made, as many as the limit allows, as a ring. */
  const moments = new Array<number>(calls).fill(-Infinity);
  let next = 0;
  let last = -Infinity;
  let closedUntil = -Infinity;
  return {
    free: () => Math.max(closedUntil, last, (moments[next] ?? -Infinity) + milliseconds),
    use(moment) {
      moments[next] = moment;
      next = (next + 1) % calls;
      last = moment;
    },
    close(moment) {
      closedUntil = Math.max(closedUntil, moment);
    },
    isQuiet: (moment) => closedUntil <= moment && last + milliseconds <= moment,
  };
}

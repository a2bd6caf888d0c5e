import type { MiddlewareFn } from 'grammy';

import type { BotContext } from '../context.ts';
import { deliver } from '../deliver.ts';
import { askerOf, isGroup, timeOf } from '../place.ts';
import { pageView } from '../views/pages.ts';

/** How much may be asked of the bot in a minute; what comes on top is not answered. */
export interface Pace {
  readonly perPerson: number;
  readonly perGroup: number;
}

/** Many times what one person types, and few enough that nobody takes the bot from the others. */
export const DEFAULT_PACE: Pace = { perPerson: 40, perGroup: 60 };

const WINDOW_SECONDS = 60;
/** Of more askers than these at a time, the oldest are no longer counted. */
const MOST_COUNTED = 10_000;

interface Count {
  readonly start: number;
  asked: number;
  wasTold: boolean;
}

/**
 * Holds everybody, and every group, to a number of messages and taps in a minute. Who goes beyond is told once, and
 * answered again when the minute is over. Time is that of the messages, so that what has waited while the bot was
 * away is no flood. Inline queries are not counted: Telegram sends one for every few keys.
 */
export function pacing(pace: Pace, now: () => number): MiddlewareFn<BotContext> {
  const counts = new Map<string, Count>();

  function countOf(key: string, time: number): Count {
    const current = counts.get(key);
    if (current !== undefined && Math.abs(time - current.start) < WINDOW_SECONDS) return current;
    const fresh = { start: time, asked: 0, wasTold: false };
    counts.delete(key);
    counts.set(key, fresh);
    const [oldest] = counts.keys();
    if (counts.size > MOST_COUNTED && oldest !== undefined) counts.delete(oldest);
    return fresh;
  }

  return async (ctx, next) => {
    if (ctx.heard === undefined && ctx.callbackQuery === undefined) {
      await next();
      return;
    }
    const time = timeOf(ctx, now);
    const kinds = [
      { key: `asker ${askerOf(ctx) ?? 0}`, limit: pace.perPerson, message: 'too-fast' },
      ...(isGroup(ctx)
        ? [{ key: `group ${ctx.chatId ?? 0}`, limit: pace.perGroup, message: 'too-fast-group' } as const]
        : []),
    ] as const;
    // Who is stopped takes nothing of what the group may ask.
    for (const { key, limit, message } of kinds) {
      const count = countOf(key, time);
      count.asked++;
      if (count.asked <= limit) continue;
      ctx.outcome = 'too fast';
      if (count.wasTold) return;
      count.wasTold = true;
      const text = ctx.t(message, { seconds: Math.max(1, count.start + WINDOW_SECONDS - time) });
      if (ctx.callbackQuery !== undefined) ctx.tapAnswer = { text, isAlert: true };
      else await deliver(ctx, pageView(text, [], ctx.voice));
      return;
    }
    await next();
  };
}

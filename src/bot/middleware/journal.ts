import type { MiddlewareFn } from 'grammy';

import type { BotContext } from '../context.ts';
import type { Counters } from '../counters.ts';
import type { Logger } from '../logger.ts';

/**
 * Counts, and logs a line for, every update that the bot did something about: what kind it was, how it went, how long it took.
 *
 * @param now the time in milliseconds, from any origin
 */
export function journal(logger: Logger, counters: Counters, now: () => number): MiddlewareFn<BotContext> {
  return async (ctx, next) => {
    const start = now();
    await next();
    if (ctx.outcome === undefined) return;
    const fields = {
      updateId: ctx.update.update_id,
      chatId: ctx.chatId,
      outcome: ctx.outcome,
      milliseconds: Math.round((now() - start) * 10) / 10,
    };
    counters.count(fields.outcome, fields.milliseconds);
    logger.info(fields, 'Handled an update.');
  };
}

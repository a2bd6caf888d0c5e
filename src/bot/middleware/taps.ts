import { GrammyError, type MiddlewareFn } from 'grammy';

import type { BotContext } from '../context.ts';
import { reportError } from '../errors.ts';
import type { Logger } from '../logger.ts';

/**
 * Answers every tap on a button exactly once, when the rest is done with it, so that the button stops waiting
 * whatever happens. What the tapper gets to see is in `ctx.tapAnswer`.
 */
export function taps(logger: Logger, token: string): MiddlewareFn<BotContext> {
  return async (ctx, next) => {
    try {
      await next();
    } finally {
      if (ctx.callbackQuery !== undefined) await answer(ctx, logger, token);
    }
  };
}

async function answer(ctx: BotContext, logger: Logger, token: string): Promise<void> {
  const { tapAnswer } = ctx;
  try {
    await ctx.answerCallbackQuery(
      tapAnswer === undefined ? {} : { text: tapAnswer.text, show_alert: tapAnswer.isAlert },
    );
  } catch (error) {
    // A tap from before a restart can no longer be answered; that is no fault.
    const isLate = error instanceof GrammyError && error.description.includes('query is too old');
    const fields = { updateId: ctx.update.update_id, chatId: ctx.chatId, ...reportError(error, token) };
    if (!isLate) logger.warn(fields, 'A tap could not be answered.');
  }
}

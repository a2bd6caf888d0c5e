import type { MiddlewareFn } from 'grammy';

import type { Script } from '../../text/script.ts';
import type { BotContext } from '../context.ts';
import { deliver } from '../deliver.ts';
import { isGone, isUnreachable, reportError } from '../errors.ts';
import type { Forget } from '../features/forget.ts';
import type { Logger } from '../logger.ts';
import { pageView } from '../views/pages.ts';
import { chooseVoice, saying } from '../voice.ts';

/**
 * Ends every error of what comes after it. The asker gets an apology with an id, and the log has the same id with
 * the error, but neither anybody's words nor the token. Who has blocked the bot gets none, and is forgotten.
 */
export function boundary(options: {
  readonly logger: Logger;
  readonly token: string;
  readonly newErrorId: () => string;
  readonly noticeScript: Script;
  readonly forget: Forget;
}): MiddlewareFn<BotContext> {
  const { logger, token, newErrorId, noticeScript, forget } = options;
  return async (ctx, next) => {
    try {
      await next();
    } catch (error) {
      const { update_id: updateId } = ctx.update;
      const words = wordsOf(ctx);
      const report = { updateId, chatId: ctx.chatId, ...reportError(error, token, words) };
      if (isUnreachable(error)) {
        ctx.outcome = 'unreachable';
        logger.info(report, 'The bot cannot write to this chat.');
        if (isGone(error) && ctx.from !== undefined && ctx.chatId === ctx.from.id) await forget(ctx.from.id);
        return;
      }
      const errorId = newErrorId();
      ctx.outcome = 'failed';
      logger.error({ errorId, ...report }, 'A handler failed; the asker got an apology with the same id.');
      await apologise(ctx, errorId, noticeScript).catch((reason: unknown) => {
        const fields = { errorId, updateId, chatId: ctx.chatId, ...reportError(reason, token, words) };
        logger.warn(fields, 'The apology could not be sent either.');
      });
    }
  };
}

/** Whatever somebody wrote that an error may repeat; a button may carry a question. */
function wordsOf(ctx: BotContext): string[] {
  const { text, caption } = ctx.msg ?? {};
  return [text, caption, ctx.callbackQuery?.data?.slice(2)].filter((words) => typeof words === 'string');
}

/** Says sorry to whoever wrote to the bot or tapped on its button; others in a group were never answered. */
async function apologise(ctx: BotContext, id: string, noticeScript: Script): Promise<void> {
  // The error may have come before it was known how to speak to the asker.
  const words = ctx.message?.text ?? ctx.message?.caption ?? '';
  const asker = { choice: 'automatic', words, languageCode: ctx.from?.language_code } as const;
  const voice = chooseVoice(asker, noticeScript);
  const apology = saying(voice)('apology', { id });
  if (ctx.callbackQuery !== undefined) {
    ctx.tapAnswer = { text: apology, isAlert: true };
  } else if (ctx.heard !== undefined && ctx.heard.kind !== 'overheard') {
    await deliver(ctx, pageView(apology, [], voice));
  }
}

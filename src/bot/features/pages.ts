import { Composer } from 'grammy';

import type { Answerer } from '../../answer/index.ts';
import { isCommand, isPress, type BotContext } from '../context.ts';
import { PATIENCE_IN_MINUTES } from '../conversations/choosing.ts';
import { deliver, replace } from '../deliver.ts';
import { examplesOf } from '../examples.ts';
import { MEMORY_IN_MINUTES } from '../memory.ts';
import { latestView, pageView, sourceView } from '../views/pages.ts';

/** What can be read about the bot: /start, /help, /source, /latest and /privacy. */
export function pagesFeature(answerer: Answerer): Composer<BotContext> {
  const feature = new Composer<BotContext>();

  feature.filter(isCommand('start'), async (ctx) => {
    ctx.outcome = 'start';
    await deliver(ctx, pageView(ctx.t('start'), examplesOf(answerer), ctx.voice));
  });

  feature.filter(isCommand('help'), async (ctx) => {
    ctx.outcome = 'help';
    await deliver(
      ctx,
      pageView(ctx.t('help', { bot: `@${ctx.me.username}` }), examplesOf(answerer), ctx.voice),
    );
  });

  feature.filter(isCommand('source'), async (ctx) => {
    ctx.outcome = 'source';
    const view = sourceView(answerer.notices, 0, ctx.voice);
    if (view !== undefined) await deliver(ctx, view);
  });

  feature.filter(isPress('source'), async (ctx, next) => {
    const view = sourceView(answerer.notices, ctx.press.page, ctx.press.voice);
    if (view === undefined || ctx.msg === undefined) {
      await next();
      return;
    }
    ctx.outcome = 'source';
    await replace(ctx, view);
  });

  feature.filter(isCommand('latest'), async (ctx) => {
    ctx.outcome = 'latest';
    await deliver(ctx, latestView(answerer.notices, ctx.voice));
  });

  feature.filter(isCommand('privacy'), async (ctx) => {
    ctx.outcome = 'privacy';
    const privacy = ctx.t('privacy', { minutes: PATIENCE_IN_MINUTES, memory: MEMORY_IN_MINUTES });
    await deliver(ctx, pageView(privacy, [], ctx.voice));
  });

  return feature;
}

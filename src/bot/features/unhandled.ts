import { Composer } from 'grammy';

import type { Answerer } from '../../answer/index.ts';
import type { BotContext } from '../context.ts';
import { deliver } from '../deliver.ts';
import { examplesOf } from '../examples.ts';
import { pageView } from '../views/pages.ts';

/**
 * What nothing else has handled, and so the last feature: messages without words, commands that there are not,
 * buttons that are outdated or forged. What was overheard in a group stays unanswered.
 */
export function unhandledFeature(answerer: Answerer): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  const examples = examplesOf(answerer);

  feature
    .filter((ctx) => ctx.heard?.kind === 'wordless')
    .use(async (ctx) => {
      ctx.outcome = 'wordless';
      await deliver(ctx, pageView(ctx.t('wordless'), examples, ctx.voice));
    });

  feature
    .filter((ctx) => ctx.heard?.kind === 'command')
    .use(async (ctx) => {
      ctx.outcome = 'unknown command';
      await deliver(ctx, pageView(ctx.t('unknown-command'), [], ctx.voice));
    });

  feature.on('callback_query', (ctx) => {
    ctx.outcome = 'outdated';
    ctx.tapAnswer = { text: ctx.t('outdated'), isAlert: true };
  });

  return feature;
}

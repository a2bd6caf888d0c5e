import { Composer } from 'grammy';

import { isCommand, type BotContext } from '../context.ts';
import { deliver } from '../deliver.ts';
import { pageView } from '../views/pages.ts';

/**
 * /cancel, and the other commands that leave a running conversation for something else. /help, /source, /latest, /script
 * and /privacy do not: who asks for help goes on afterwards.
 */
export function cancelFeature(): Composer<BotContext> {
  const feature = new Composer<BotContext>();

  feature.filter(isCommand('cancel'), async (ctx) => {
    const isActive = Object.keys(ctx.conversation.active()).length > 0;
    await ctx.conversation.exitAll();
    ctx.outcome = 'cancel';
    await deliver(ctx, pageView(ctx.t(isActive ? 'cancelled' : 'nothing-to-cancel'), [], ctx.voice));
  });

  feature.filter(isCommand('ask', 'county', 'initiative', 'start'), async (ctx, next) => {
    await ctx.conversation.exitAll();
    await next();
  });

  return feature;
}

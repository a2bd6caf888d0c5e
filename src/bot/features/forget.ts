import { Composer } from 'grammy';

import { isCommand, type BotContext } from '../context.ts';
import { deliver } from '../deliver.ts';
import { askerOf } from '../place.ts';
import { pageView } from '../views/pages.ts';

/** Deletes all that is kept of an asker. */
export type Forget = (asker: number) => Promise<void>;

/** /forget: deletes all that is kept of the asker, in whichever chat. Who blocks the bot is forgotten too. */
export function forgetFeature(forget: Forget): Composer<BotContext> {
  const feature = new Composer<BotContext>();

  feature.filter(isCommand('forget'), async (ctx) => {
    const asker = askerOf(ctx);
    ctx.outcome = 'forget';
    await ctx.conversation.exitAll();
    if (asker !== undefined) await forget(asker);
    await deliver(ctx, pageView(ctx.t('forgotten'), [], ctx.voice));
  });

  feature.on('my_chat_member', async (ctx, next) => {
    const { chat, new_chat_member: after } = ctx.myChatMember;
    if (chat.type !== 'private' || after.status !== 'kicked') {
      await next();
      return;
    }
    ctx.outcome = 'blocked';
    await forget(ctx.from.id);
  });

  return feature;
}

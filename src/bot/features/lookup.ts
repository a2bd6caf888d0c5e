import { Composer } from 'grammy';

import type { Answerer } from '../../answer/index.ts';
import { isCommand, isPress, type BotContext } from '../context.ts';
import { CHOOSING } from '../conversations/choosing.ts';
import { deliver } from '../deliver.ts';
import { askerOf } from '../place.ts';
import { choicesOf, findByName, reportById } from '../lookups.ts';
import { unknownNameView, type Kind } from '../views/report.ts';

/** /county or /initiative: with a name the report, without one a conversation that asks for it. */
export function lookupFeature(answerer: Answerer, kind: Kind): Composer<BotContext> {
  const feature = new Composer<BotContext>();

  feature.filter(isCommand(kind), async (ctx) => {
    const name = ctx.heard.argument;
    const owner = askerOf(ctx) ?? 0;
    const choices = choicesOf(answerer, kind);
    if (name === '' && choices.length > 0) {
      ctx.outcome = `${kind}: asked`;
      await ctx.conversation.enter(CHOOSING, kind, owner, ctx.voice);
      return;
    }
    const id = findByName(answerer, kind, name);
    ctx.outcome = `${kind}: ${id === undefined ? 'unknown' : 'found'}`;
    if (id === undefined)
      await deliver(ctx, unknownNameView(kind, name, choices, { voice: ctx.voice, owner }));
    else await deliver(ctx, ...reportById(answerer, kind, id, ctx.voice));
  });

  // Reached when no conversation waits for the tap: it has ended, or the buttons are somebody else's.
  feature.filter(isPress(kind), async (ctx, next) => {
    const { press } = ctx;
    // Buttons that an anonymous administrator or a channel asked for are anybody's: Telegram names who taps.
    if (press.owner > 0 && press.owner !== ctx.from?.id) {
      ctx.outcome = `${kind}: not theirs`;
      ctx.tapAnswer = { text: ctx.t('not-yours', { command: `/${kind}` }), isAlert: true };
      return;
    }
    const report = reportById(answerer, kind, press.id, press.voice);
    if (report.length === 0) {
      await next();
      return;
    }
    ctx.outcome = `${kind}: found`;
    await deliver(ctx, ...report);
  });

  return feature;
}

import { Composer } from 'grammy';

import type { Answerer } from '../../answer/index.ts';
import { isCommand, isPress, type BotContext } from '../context.ts';
import { deliver } from '../deliver.ts';
import { examplesOf } from '../examples.ts';
import { replyView } from '../views/answer.ts';
import { askUsageView } from '../views/pages.ts';
import type { Voice } from '../voice.ts';

/** Questions: in words, with /ask, or by a tap on a suggestion. */
export function askFeature(answerer: Answerer): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  const examples = examplesOf(answerer);

  async function answer(ctx: BotContext, question: string, voice: Voice, isShown: boolean): Promise<void> {
    const reply = answerer.ask(question);
    ctx.outcome = reply.status === 'answered' ? reply.status : `${reply.status}: ${reply.reason}`;
    await deliver(ctx, replyView(reply, voice, isShown ? undefined : question));
  }

  feature.filter(isCommand('ask'), async (ctx) => {
    const question = ctx.heard.argument;
    if (question !== '') {
      await answer(ctx, question, ctx.voice, true);
      return;
    }
    ctx.outcome = 'usage';
    await deliver(ctx, askUsageView(examples, ctx.voice));
  });

  feature
    .filter((ctx) => ctx.heard?.kind === 'question')
    .use(async (ctx) => {
      await answer(ctx, ctx.heard?.kind === 'question' ? ctx.heard.text : '', ctx.voice, true);
    });

  feature.filter(isPress('ask'), async (ctx) => {
    await answer(ctx, ctx.press.question, ctx.press.voice, false);
  });

  return feature;
}

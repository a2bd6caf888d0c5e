import { Composer } from 'grammy';

import { asksForMore, type Answerer, type AskContext, type Reply } from '../../answer/index.ts';
import { isCommand, isPress, type BotContext } from '../context.ts';
import { deliver, shrug } from '../deliver.ts';
import { examplesOf } from '../examples.ts';
import { ownWordsRepliedTo } from '../hearing.ts';
import type { LastQuestion, Memory } from '../memory.ts';
import { isGroup } from '../place.ts';
import { alternativeView, replyView } from '../views/answer.ts';
import { otherSentences } from '../views/buttons.ts';
import { askUsageView, pageView } from '../views/pages.ts';

/** Questions: in words, with /ask, or by a tap on a suggestion. */
export function askFeature(
  answerer: Answerer,
  memory: Memory,
  isQuietInGroups: boolean,
): Composer<BotContext> {
  const feature = new Composer<BotContext>();

  async function answer(ctx: BotContext, words: string): Promise<void> {
    const last = await memory.recall(ctx);
    if (last !== undefined && asksForMore(words)) {
      await showMore(ctx, last);
      return;
    }
    const completed = complete(ctx, words, last);
    const question = completed ?? words;
    const reply = answerer.ask(question, contextOf(last));
    ctx.outcome = outcomeOf(reply);
    const isQuiet = isQuietInGroups && isGroup(ctx) && reply.status === 'abstained' && isQuestion(reply);
    if (isQuiet && (await shrug(ctx))) {
      await memory.keep(ctx, question, undefined);
      return;
    }
    const [sent] = await deliver(ctx, replyView(reply, ctx.voice, { completed }));
    if (isQuestion(reply)) await memory.keep(ctx, question, sent?.message_id, quotedIn(reply));
  }

  /** What a follow-up stands for: after what it replies to, where the asker said that too, or else after the last question. */
  function complete(ctx: BotContext, words: string, last: LastQuestion | undefined): string | undefined {
    const replied = ctx.message === undefined ? undefined : ownWordsRepliedTo(ctx.message, ctx.me);
    for (const previous of [replied, last?.text]) {
      const completed = previous === undefined ? undefined : answerer.complete(words, previous);
      if (completed !== undefined) return completed;
    }
    return undefined;
  }

  /** The next best sentence for the last question. */
  async function showMore(ctx: BotContext, last: LastQuestion): Promise<void> {
    const view = alternativeView(
      otherSentences(answerer.ask(last.text, contextOf(last))),
      last.shown,
      ctx.voice,
    );
    ctx.outcome = view === undefined ? 'no more' : 'more';
    await deliver(ctx, view ?? pageView(ctx.t('no-more'), [], ctx.voice));
    await memory.change(ctx, { shown: last.shown + 1 });
  }

  feature.filter(isCommand('ask'), async (ctx) => {
    const question = ctx.heard.argument;
    if (question !== '') {
      await answer(ctx, question);
      return;
    }
    ctx.outcome = 'usage';
    await deliver(ctx, askUsageView(examplesOf(answerer), ctx.voice));
  });

  feature
    .filter((ctx) => ctx.heard?.kind === 'question')
    .use(async (ctx) => {
      await answer(ctx, ctx.heard?.kind === 'question' ? ctx.heard.text : '');
    });

  feature.filter(isPress('ask'), async (ctx) => {
    const { question, voice } = ctx.press;
    const reply = answerer.ask(question);
    ctx.outcome = outcomeOf(reply);
    await deliver(ctx, replyView(reply, voice, { asked: question }));
    await memory.keep(ctx, question, undefined, quotedIn(reply));
  });

  return feature;
}

/** How a question went, for the log. */
export function outcomeOf(reply: Reply): string {
  return reply.status === 'answered' ? reply.status : `${reply.status}: ${reply.reason}`;
}

/** Questions about the notice itself are about the one that was quoted last. */
export function contextOf(last: LastQuestion | undefined): AskContext | undefined {
  return last?.reading === undefined ? undefined : { reading: last.reading };
}

/** The id of the notice that answers. */
function quotedIn(reply: Reply): string | undefined {
  return reply.status === 'answered' ? reply.quotes[0].notice.id : undefined;
}

/** Greetings and messages without words are nothing to lean on. */
function isQuestion(reply: Reply): boolean {
  return reply.status === 'answered' || (reply.reason !== 'chat' && reply.reason !== 'empty');
}

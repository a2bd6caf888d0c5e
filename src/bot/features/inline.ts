import { Composer, GrammyError } from 'grammy';

import type { Answerer } from '../../answer/index.ts';
import type { BotContext } from '../context.ts';
import { choiceCards, replyCards, type Card } from '../views/inline.ts';

/** As many cards at a time as somebody looks at; Telegram takes 50. */
const PAGE = 10;
/** The notices change seldom, so that an answer may be shown again for a while. */
const CACHE_SECONDS = 300;

/**
 * `@bot 海寧 產業` in any chat: cards to choose from, each of which sends the whole quoted reply. Nothing of it is
 * kept.
 */
export function inlineFeature(answerer: Answerer): Composer<BotContext> {
  const feature = new Composer<BotContext>();

  feature.on('inline_query', async (ctx) => {
    const { query, offset } = ctx.inlineQuery;
    const hasWords = /[\p{L}\p{N}]/u.test(query);
    const cards = hasWords ? cardsFor(ctx, query) : choices(ctx);
    const from = /^\d{1,4}$/.test(offset) ? Number(offset) : 0;
    const next = from + PAGE < cards.length ? (from + PAGE).toString() : '';
    await unlessLate(
      ctx.answerInlineQuery(cards.slice(from, from + PAGE), {
        next_offset: next,
        cache_time: CACHE_SECONDS,
        // Language and script follow the device and /script: two people may get different cards for the same words.
        is_personal: true,
      }),
    );
  });

  function cardsFor(ctx: BotContext, query: string): Card[] {
    const reply = answerer.ask(query);
    ctx.outcome = `inline: ${reply.status}`;
    return replyCards(reply, ctx.voice);
  }

  function choices(ctx: BotContext): Card[] {
    ctx.outcome = 'inline: choices';
    return [...choiceCards(answerer, ctx.voice)];
  }

  return feature;
}

/** Who goes on typing asks anew, and the earlier query can no longer be answered. */
async function unlessLate(answer: Promise<unknown>): Promise<void> {
  try {
    await answer;
  } catch (error) {
    const isLate = error instanceof GrammyError && error.description.includes('query is too old');
    if (!isLate) throw error;
  }
}

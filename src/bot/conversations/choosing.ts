import type { Conversation } from '@grammyjs/conversations';
import type { Context, MiddlewareFn } from 'grammy';

import type { Answerer } from '../../answer/index.ts';
import type { BotContext } from '../context.ts';
import { deliver } from '../deliver.ts';
import { repliedMessage } from '../hearing.ts';
import { isGroup } from '../place.ts';
import { choicesOf, findByMereName, findByName, isKnown, reportById } from '../lookups.ts';
import { pageView } from '../views/pages.ts';
import { choiceView, type Kind } from '../views/report.ts';
import { saying, type Voice } from '../voice.ts';

/** The conversation that /county and /initiative enter without a name. */
export const CHOOSING = 'choosing';

/** To be raised when the conversation changes: those that are running are then forgotten. */
export const CHOOSING_VERSION = 1;

/** A conversation that nobody answers for so long is over. */
export const PATIENCE_IN_MINUTES = 15;

/** What somebody said while the bot was waiting. Survives JSON. */
type Step =
  | { readonly kind: 'found'; readonly id: string; readonly voice: Voice }
  | { readonly kind: 'unknown'; readonly voice: Voice }
  /** It is not for this conversation. */
  | { readonly kind: 'other' };

/**
 * Shows what can be looked up, and waits for a tap or a typed name. Anything else is asked about once more, and
 * then the conversation ends. Commands do not come here: they are handled, or end the conversation, before.
 */
export function choosing(answerer: Answerer) {
  return async (
    conversation: Conversation<BotContext>,
    ctx: Context,
    kind: Kind,
    owner: number,
    voice: Voice,
  ): Promise<void> => {
    const t = saying(voice);
    const text = t(isGroup(ctx) ? `${kind}-choose-group` : `${kind}-choose`);
    const prompts = await deliver(ctx, choiceView(kind, choicesOf(answerer, kind), { voice, owner, text }));

    for (const isLast of [false, true]) {
      const next = await conversation.wait({ maxMilliseconds: PATIENCE_IN_MINUTES * 60_000 });
      const asked = prompts.map((prompt) => prompt.message_id);
      // What is found must not change when this is run again for the next message.
      const step = await conversation.external((outer) =>
        understand(outer, { answerer, kind, owner, asked }),
      );
      if (step.kind === 'other') {
        await conversation.skip({ next: true });
      } else if (step.kind === 'found') {
        await deliver(next, ...reportById(answerer, kind, step.id, step.voice));
        return;
      } else {
        const message = saying(step.voice)(isLast ? `${kind}-ended` : `${kind}-again`);
        prompts.push(...(await deliver(next, pageView(message, [], step.voice))));
      }
    }
  };
}

function understand(
  ctx: BotContext,
  waiting: {
    readonly answerer: Answerer;
    readonly kind: Kind;
    readonly owner: number;
    readonly asked: readonly number[];
  },
): Step {
  const { answerer, kind, owner, asked } = waiting;
  const { heard, press, voice } = ctx;
  if (press !== undefined) {
    if (press.kind !== kind || press.owner !== owner || !isKnown(answerer, kind, press.id)) {
      return { kind: 'other' };
    }
    ctx.outcome = `${kind}: found`;
    return { kind: 'found', id: press.id, voice: press.voice };
  }
  if (ctx.message === undefined || heard === undefined || heard.kind === 'command') return { kind: 'other' };

  const words = heard.kind === 'wordless' ? '' : heard.text;
  const isAnswer = !isGroup(ctx) || asked.includes(repliedMessage(ctx.message)?.message_id ?? 0);
  const id = isAnswer ? findByName(answerer, kind, words) : findByMereName(answerer, kind, words);
  if (id === undefined && !isAnswer) return { kind: 'other' };
  ctx.outcome = `${kind}: ${id === undefined ? 'unknown' : 'found'}`;
  return id === undefined ? { kind: 'unknown', voice } : { kind: 'found', id, voice };
}

/**
 * Lets by only what is said while a conversation with the asker waits for it, out of what a group says to nobody
 * in particular. Everything else in a group is none of the bot's business.
 */
export const unlessOverheard: MiddlewareFn<BotContext> = async (ctx, next) => {
  if (ctx.heard?.kind === 'overheard' && ctx.conversation.active(CHOOSING) === 0) return;
  await next();
};

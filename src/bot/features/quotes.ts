import { FormattedString } from '@grammyjs/parse-mode';
import { Composer } from 'grammy';
import type { InlineKeyboardButton, Message } from 'grammy/types';

import type { Answerer, Located } from '../../answer/index.ts';
import { isPress, type BotContext } from '../context.ts';
import { deliver, replace, replaceKeyboard } from '../deliver.ts';
import type { Press, QuoteReference } from '../press.ts';
import { alternativeView } from '../views/answer.ts';
import { button } from '../views/buttons.ts';
import { contextView, quotesView, type Marked } from '../views/quote.ts';
import { saying } from '../voice.ts';

/**
 * The buttons under a quotation. Its paragraph takes its place in the same message, and gives it back. The next
 * best sentence comes in a message of its own, which turns to the others: one more message at most, also in a
 * group, and the answer stays.
 */
export function quotesFeature(answerer: Answerer): Composer<BotContext> {
  const feature = new Composer<BotContext>();

  feature.filter(isPress('context', 'sentence'), async (ctx, next) => {
    const { press } = ctx;
    const message = messageOf(ctx);
    const quotes = press.quotes.map((reference) => resolve(answerer, reference));
    if (message === undefined || !quotes.every((quote) => quote !== undefined)) {
      await next();
      return;
    }
    ctx.outcome = press.kind;
    const isOpening = press.kind === 'context';
    const body = isOpening ? contextView(quotes, press.voice) : quotesView(quotes, press.voice);
    const label = saying(press.voice)(isOpening ? 'button-sentence' : 'button-context');
    const back = button(label, { ...press, kind: isOpening ? 'sentence' : 'context' });
    await replace(ctx, {
      text: headOf(message).concat(body),
      keyboard: swapPressed(ctx, message, back),
    });
  });

  feature.filter(isPress('alternatives'), async (ctx, next) => {
    const message = messageOf(ctx);
    const view = alternatives(answerer, ctx.press, 0);
    if (message === undefined || view === undefined) {
      await next();
      return;
    }
    ctx.outcome = 'alternatives';
    await deliver(ctx, view);
    await replaceKeyboard(ctx, swapPressed(ctx, message, []));
  });

  feature.filter(isPress('turn'), async (ctx, next) => {
    const view = alternatives(answerer, ctx.press, ctx.press.index);
    if (messageOf(ctx) === undefined || view === undefined) {
      await next();
      return;
    }
    ctx.outcome = 'turn';
    await replace(ctx, view);
  });

  return feature;
}

/** The message whose button was tapped, unless it is too old for Telegram to show it to the bot. */
function messageOf(ctx: BotContext): Message | undefined {
  const message = ctx.callbackQuery?.message;
  return message === undefined || message.date === 0 || !('text' in message) ? undefined : message;
}

/** The quotation that a button refers to, or undefined where the notices no longer have it. */
function resolve(answerer: Answerer, { id, highlights }: QuoteReference): Marked | undefined {
  const located = answerer.sentenceById(id);
  if (located === undefined) return undefined;
  const { start } = located.sentence.range;
  return {
    ...located,
    highlights: highlights.map((range) => ({ start: range.start + start, end: range.end + start })),
  };
}

function alternatives(
  answerer: Answerer,
  { ids, voice }: Extract<Press, { kind: 'alternatives' | 'turn' }>,
  index: number,
) {
  const located = ids.map((id) => answerer.sentenceById(id));
  const isComplete = (list: readonly (Located | undefined)[]): list is readonly Located[] =>
    !list.includes(undefined);
  return isComplete(located) ? alternativeView(located, index, voice) : undefined;
}

/** What stands above the first quotation of a message: the short answer and how the question was understood. */
function headOf(message: Message): FormattedString {
  const entities = message.entities ?? [];
  const text = new FormattedString(
    message.text ?? '',
    entities.filter(({ type }) => ['bold', 'italic', 'code'].includes(type)),
  );
  const quotes = entities.filter(({ type }) => type.endsWith('blockquote'));
  return text.slice(0, Math.min(text.text.length, ...quotes.map(({ offset }) => offset)));
}

/** The buttons of a message with the tapped one replaced. */
function swapPressed(
  ctx: BotContext,
  message: Message,
  replacement: readonly InlineKeyboardButton[],
): InlineKeyboardButton[][] {
  const isPressed = (candidate: InlineKeyboardButton) =>
    'callback_data' in candidate && candidate.callback_data === ctx.callbackQuery?.data;
  const rows = message.reply_markup?.inline_keyboard ?? [];
  return rows
    .map((row) => row.flatMap((candidate) => (isPressed(candidate) ? replacement : [candidate])))
    .filter((row) => row.length > 0);
}

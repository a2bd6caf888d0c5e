import { GrammyError, type Context } from 'grammy';
import type { Message } from 'grammy/types';

import { isGroup, topicOf } from './place.ts';
import { markup, payload, type Keyboard } from './views/payload.ts';
import type { View } from './views/view.ts';

/**
 * Sends messages to where an update came from: in its topic, and in a group as a reply to the message or to the
 * message whose button was tapped. Works inside conversations too.
 *
 * @returns the messages as sent
 * @throws GrammyError, HttpError
 */
export async function deliver(ctx: Context, ...views: readonly View[]): Promise<Message.TextMessage[]> {
  const { chatId } = ctx;
  if (chatId === undefined) throw new Error('there is no chat to reply to; use ctx.tapAnswer');
  const topic = topicOf(ctx.msg);
  const sent: Message.TextMessage[] = [];
  for (const view of views) {
    const repliesTo = isGroup(ctx) && sent.length === 0 ? ctx.msg?.message_id : undefined;
    const { text, ...options } = payload(view);
    // Not ctx.reply, which would name the General topic too, and Telegram refuses that.
    const message = await ctx.api.sendMessage(chatId, text, {
      ...options,
      ...(topic === undefined ? {} : { message_thread_id: topic }),
      ...(repliesTo === undefined
        ? {}
        : { reply_parameters: { message_id: repliesTo, allow_sending_without_reply: true } }),
    });
    sent.push(message);
  }
  return sent;
}

/** Reacts to the message that an update brings, saying nothing. @returns false where reactions are not allowed */
export async function shrug(ctx: Context): Promise<boolean> {
  try {
    await ctx.react('🤷');
    return true;
  } catch (error) {
    if (error instanceof GrammyError && error.error_code === 400) return false;
    throw error;
  }
}

/** Replaces the message whose button was tapped. */
export async function replace(ctx: Context, view: View): Promise<void> {
  const { text, ...options } = payload(view);
  await unlessFutile(ctx.editMessageText(text, options));
}

/** Replaces an earlier message of the bot's in the chat that an update comes from. */
export async function replaceAt(ctx: Context, messageId: number, view: View): Promise<void> {
  const { chatId } = ctx;
  if (chatId === undefined) throw new Error('there is no chat with a message to replace');
  const { text, ...options } = payload(view);
  await unlessFutile(ctx.api.editMessageText(chatId, messageId, text, options));
}

/** Replaces the buttons of the message whose button was tapped. */
export async function replaceKeyboard(ctx: Context, keyboard: Keyboard): Promise<void> {
  await unlessFutile(ctx.editMessageReplyMarkup({ reply_markup: markup(keyboard) }));
}

/** Two taps in a row ask for the same change twice, and somebody may delete the message meanwhile. */
async function unlessFutile(edit: Promise<unknown>): Promise<void> {
  try {
    await edit;
  } catch (error) {
    const isFutile =
      error instanceof GrammyError &&
      /message is not modified|message to edit not found|message can't be edited/.test(error.description);
    if (!isFutile) throw error;
  }
}

import type { Context } from 'grammy';
import type { Message } from 'grammy/types';

/** The id of the General topic of a forum, which must not be sent. */
const GENERAL_TOPIC = 1;

/**
 * The topic that a message stands in and that an answer to it has to name, or undefined. A reply in a group
 * without topics carries a thread's id too, to which nothing can be sent.
 */
export function topicOf(
  message: Pick<Message, 'is_topic_message' | 'message_thread_id'> | undefined,
): number | undefined {
  if (message?.is_topic_message !== true || message.message_thread_id === GENERAL_TOPIC) return undefined;
  return message.message_thread_id;
}

/** Who an update comes from: a user, or the group or channel in whose name somebody writes. */
export function askerOf(ctx: Context): number | undefined {
  return (ctx.message ?? ctx.editedMessage)?.sender_chat?.id ?? ctx.from?.id;
}

/** The key of a topic of a chat, or of a chat without topics. */
export function placeKey(ctx: Context): string | undefined {
  return ctx.chatId === undefined ? undefined : [ctx.chatId, topicOf(ctx.msg) ?? 0].join(':');
}

/** The key of a conversation: it belongs to one asker in one topic of one chat. */
export function conversationKey(ctx: Context): string | undefined {
  const asker = askerOf(ctx);
  const place = placeKey(ctx);
  return place === undefined || asker === undefined ? undefined : `${place}:${asker}`;
}

/**
 * When an update came about, in seconds since 1970, by Telegram's clock where it says.
 *
 * @param now the time in milliseconds since 1970
 */
export function timeOf(ctx: Context, now: () => number): number {
  const message = ctx.message ?? ctx.editedMessage;
  return message === undefined ? Math.floor(now() / 1000) : (message.edit_date ?? message.date);
}

/** Whether several people read along, so that an answer has to show which message it answers. */
export function isGroup(ctx: Context): boolean {
  return ctx.chat?.type === 'group' || ctx.chat?.type === 'supergroup';
}

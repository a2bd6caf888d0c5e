import type { MiddlewareFn } from 'grammy';

import type { BotContext } from '../context.ts';
import { hear } from '../hearing.ts';
import { decodePress } from '../press.ts';

/**
 * Finds out what an update says to the bot, and lets by only what the bot may have to do with: messages of people,
 * taps on buttons, inline queries, and that it was put into a chat. Channel posts and what bots write end here.
 */
export const hearing: MiddlewareFn<BotContext> = async (ctx, next) => {
  const message = ctx.message ?? ctx.editedMessage;
  ctx.heard = message === undefined ? undefined : hear(message, ctx.me);
  // This bot's buttons stand under messages in chats, and not under what is sent by way of it.
  const data = ctx.callbackQuery?.message === undefined ? undefined : ctx.callbackQuery.data;
  ctx.press = data === undefined ? undefined : decodePress(data);
  const isForBot =
    ctx.heard !== undefined ||
    ctx.callbackQuery !== undefined ||
    ctx.inlineQuery !== undefined ||
    ctx.myChatMember !== undefined;
  if (isForBot) await next();
};

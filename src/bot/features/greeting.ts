import { Composer, type StorageAdapter } from 'grammy';

import type { Answerer } from '../../answer/index.ts';
import type { BotContext } from '../context.ts';
import { deliver } from '../deliver.ts';
import { examplesOf } from '../examples.ts';
import { isGroup } from '../place.ts';
import { pageView } from '../views/pages.ts';

/** What is stored of a group that was greeted. */
export interface Greeted {
  readonly greeted: true;
}

/** Who are in a chat. Of those who are restricted, Telegram says so beside. */
const MEMBERS = ['creator', 'administrator', 'member'];

/**
 * Says once to every group how to ask, when the bot is put into it; also what privacy mode keeps from it, unless it
 * is an administrator, who hears all.
 */
export function greetingFeature(answerer: Answerer, storage: StorageAdapter<Greeted>): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  const examples = examplesOf(answerer).slice(0, 1);

  feature.on('my_chat_member', async (ctx) => {
    const { old_chat_member: before, new_chat_member: after } = ctx.myChatMember;
    if (!isGroup(ctx) || MEMBERS.includes(before.status) || !MEMBERS.includes(after.status)) return;
    const key = ctx.chatId.toString();
    if ((await storage.read(key)) !== undefined) return;
    ctx.outcome = 'greeting';
    const hearsAll = ctx.me.can_read_all_group_messages || after.status === 'administrator';
    const bot = `@${ctx.me.username}`;
    const text = ctx.t(hearsAll ? 'greeting' : 'greeting-privacy', { bot });
    await deliver(ctx, pageView(text, examples, ctx.voice));
    await storage.write(key, { greeted: true });
  });

  return feature;
}

import type { ConversationFlavor } from '@grammyjs/conversations';
import type { Context } from 'grammy';

import type { Translate } from '../locales/index.ts';
import type { CommandName } from './commands.ts';
import type { Heard } from './hearing.ts';
import type { Press } from './press.ts';
import type { ScriptChoice, Voice } from './voice.ts';

/** What the middleware finds out about an update, for the features to use. */
export interface Turn {
  /** What a message says to the bot; undefined for a tap. */
  heard: Heard | undefined;
  /** What a tap on a button asks for; undefined for a message, and for a button that is none of this bot's. */
  press: Press | undefined;
  voice: Voice;
  /** What the bot says itself, in `voice`. */
  t: Translate;
  /** What the asker has chosen with /script. */
  scriptChoice: ScriptChoice;
  /** Stores another choice. `voice` and `t` follow it at once. */
  chooseScript(choice: ScriptChoice): Promise<void>;
  /** What the one who tapped gets to see when the update is done: nothing, a line on top, or a box to close. */
  tapAnswer: { readonly text: string; readonly isAlert: boolean } | undefined;
  /** How it went, for the log: never anybody's words. */
  outcome: string | undefined;
}

/** The context of every handler outside conversations. */
export type BotContext = ConversationFlavor<Context & Turn>;

/** Whether a message is one of the commands `names`. */
export function isCommand(...names: readonly CommandName[]) {
  return (ctx: BotContext): ctx is BotContext & { heard: Extract<Heard, { kind: 'command' }> } =>
    ctx.heard?.kind === 'command' && (names as readonly string[]).includes(ctx.heard.name);
}

/** Whether a tap is on one of the buttons `kinds`. */
export function isPress<Kind extends Press['kind']>(...kinds: readonly Kind[]) {
  return (ctx: BotContext): ctx is BotContext & { press: Extract<Press, { kind: Kind }> } =>
    ctx.press !== undefined && (kinds as readonly string[]).includes(ctx.press.kind);
}

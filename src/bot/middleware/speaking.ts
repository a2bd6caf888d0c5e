import type { MiddlewareFn, StorageAdapter } from 'grammy';

import type { Script } from '../../text/script.ts';
import type { BotContext } from '../context.ts';
import { askerOf } from '../place.ts';
import { chooseVoice, saying, SCRIPT_CHOICES, type ScriptChoice } from '../voice.ts';

/** What is stored of an asker who has chosen something other than "automatic"; of nobody else anything. */
export interface Preferences {
  readonly script: ScriptChoice;
}

/**
 * Finds out how to speak to the asker, from what they have chosen with /script, how they write and what language
 * their device has.
 *
 * @param noticeScript the script of the notices, for words that tell nothing
 */
export function speaking(
  storage: StorageAdapter<Preferences>,
  noticeScript: Script,
): MiddlewareFn<BotContext> {
  return async (ctx, next) => {
    const key = askerOf(ctx)?.toString();
    const speak = (choice: ScriptChoice) => {
      const asker = {
        choice,
        words: wordsOf(ctx),
        languageCode: ctx.from?.language_code,
      };
      ctx.scriptChoice = choice;
      ctx.voice = chooseVoice(asker, noticeScript);
      ctx.t = saying(ctx.voice);
    };
    speak(key === undefined ? 'automatic' : readChoice(await storage.read(key)));
    ctx.chooseScript = async (choice) => {
      if (key === undefined) return;
      if (choice === 'automatic') await storage.delete(key);
      else await storage.write(key, { script: choice });
      speak(choice);
    };
    await next();
  };
}

/** The stored choice; whatever else a storage may hold counts as none. */
function readChoice(stored: Preferences | undefined): ScriptChoice {
  return SCRIPT_CHOICES.find((choice) => choice === stored?.script) ?? 'automatic';
}

/** What tells a script: the words of the asker, or the title of a group that the bot comes into. */
function wordsOf({ heard, inlineQuery, myChatMember }: BotContext): string {
  if (inlineQuery !== undefined) return inlineQuery.query;
  if (myChatMember !== undefined) return myChatMember.chat.title ?? '';
  if (heard === undefined || heard.kind === 'wordless') return '';
  return heard.kind === 'command' ? heard.argument : heard.text;
}

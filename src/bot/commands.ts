import type { Api } from 'grammy';
import type { BotCommand, BotCommandScope } from 'grammy/types';

import { t, type Locale } from '../locales/index.ts';

/** The commands, in the order in which Telegram's menu shows them. */
const COMMANDS = [
  'ask',
  'county',
  'initiative',
  'latest',
  'source',
  'script',
  'help',
  'privacy',
  'forget',
  'cancel',
  'start',
] as const;
/** Commands that no menu shows. */
const HIDDEN = ['stats', 'reload'] as const;
export type CommandName = (typeof COMMANDS)[number] | (typeof HIDDEN)[number];

export function isCommandName(name: string): name is CommandName {
  return ([...COMMANDS, ...HIDDEN] as readonly string[]).includes(name);
}

/** In a group nobody starts a bot; the command works there all the same. */
const MENUS: readonly { scope: BotCommandScope; commands: readonly (typeof COMMANDS)[number][] }[] = [
  { scope: { type: 'all_private_chats' }, commands: COMMANDS },
  { scope: { type: 'all_group_chats' }, commands: COMMANDS.filter((name) => name !== 'start') },
];

/** Telegram takes two letters here: `zh` for both scripts, and nothing for everybody else. */
const LANGUAGES: readonly { locale: Locale; language?: 'zh' }[] = [
  { locale: 'zh-Hans', language: 'zh' },
  { locale: 'en' },
];

/**
 * Tells Telegram which commands to offer while somebody types `/`, in private chats and in groups, in Chinese and
 * for everybody else in English. To be called once when the bot starts.
 *
 * @throws GrammyError, HttpError
 */
export async function installCommands(api: Api): Promise<void> {
  for (const { locale, language } of LANGUAGES) {
    for (const { scope, commands } of MENUS) {
      await api.setMyCommands(
        commands.map((command): BotCommand => ({ command, description: t(locale, `command-${command}`) })),
        { scope, ...(language === undefined ? {} : { language_code: language }) },
      );
    }
  }
}

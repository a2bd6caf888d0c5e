import type { Answerer } from '../../answer/index.ts';
import { localeOfScript, translator, type Locale, type Translate } from '../../locales/index.ts';
import { scriptOf } from '../../text/script.ts';
import type { Block } from './paint.ts';
import {
  countiesView,
  countyView,
  initiativesView,
  initiativeView,
  messageView,
  replyView,
  sourcesView,
} from './views.ts';

/** The commands of the terminal chat. */
export const COMMANDS = ['/county', '/initiative', '/source', '/help', '/quit'] as const;

/** What to show for a line that was typed, or `quit` where it asks to end. */
export type Response = { readonly blocks: readonly Block[]; readonly locale: Locale } | 'quit';

/**
 * Answers one line of the terminal chat: a question, or a command with or without a name behind it.
 *
 * @param locale the language so far; a line in a script that shows changes it, for this reply and the next
 */
export function respond(answerer: Answerer, line: string, locale: Locale): Response {
  const [, command, name = ''] = /^\s*(\/\w+)\s*(.*?)\s*$/su.exec(line) ?? [];
  if (command === '/quit' || command === '/exit') return 'quit';
  const spoken = localeOf(line, locale);
  return {
    locale: spoken,
    blocks:
      command === undefined
        ? replyView(answerer.ask(line), spoken)
        : obey(answerer, command, name, translator(spoken)),
  };
}

/** The language to answer `text` in: that of its script, or `locale` where it does not show. */
export function localeOf(text: string, locale: Locale): Locale {
  const script = scriptOf(text);
  return script === undefined ? locale : localeOfScript(script);
}

function obey(answerer: Answerer, command: string, name: string, t: Translate): Block[] {
  switch (command) {
    case '/county':
      return county(answerer, name, t);
    case '/initiative':
      return initiative(answerer, name, t);
    case '/source':
      return sourcesView(answerer.notices, t);
    case '/help':
      return messageView(t('terminal-help'));
    default:
      return messageView(t('unknown-command'));
  }
}

function county(answerer: Answerer, name: string, t: Translate): Block[] {
  if (name === '') return countiesView(answerer, t);
  const report = answerer.findCounty(name);
  if (report !== undefined) return countyView(report, t);
  return [...messageView(t('county-unknown', { name })), ...countiesView(answerer, t)];
}

function initiative(answerer: Answerer, name: string, t: Translate): Block[] {
  if (name === '') return initiativesView(answerer, t);
  const report = answerer.findInitiative(name);
  if (report !== undefined) return initiativeView(report, t);
  return [...messageView(t('initiative-unknown', { name })), ...initiativesView(answerer, t)];
}

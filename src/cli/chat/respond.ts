import type { Answerer } from '../../answer/index.ts';
import { localeOfWords, t, type Locale } from '../../locales/index.ts';
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

/** Answers a line that was typed, a question or a command; `quit` where it asks to end. */
export type Responder = (line: string) => readonly Block[] | 'quit';

/**
 * @param device the language that the terminal is set to, for lines that are not in Chinese
 */
export function createResponder(answerer: Answerer, device: Locale): Responder {
  const localeOf = localeChooser(answerer, device);
  return (line) => {
    const locale = localeOf(line);
    const [, command, name = ''] = /^\s*(\/\w+)\s*(.*?)\s*$/su.exec(line) ?? [];
    if (command === undefined) return replyView(answerer.ask(line), locale);
    switch (command) {
      case '/county':
        return county(answerer, name, locale);
      case '/initiative':
        return initiative(answerer, name, locale);
      case '/source':
        return sourcesView(answerer.notices, locale);
      case '/help':
        return messageView(t(locale, 'terminal-help'));
      case '/quit':
        return 'quit';
      default:
        return messageView(t(locale, 'unknown-command'));
    }
  };
}

/** Chooses the language to answer a line in. */
export function localeChooser({ notices }: Answerer, device: Locale): (line: string) => Locale {
  const noticeScript = scriptOf(notices.map(({ title }) => title).join('')) ?? 'traditional';
  return (line) => localeOfWords(line, device, noticeScript);
}

function county(answerer: Answerer, name: string, locale: Locale): Block[] {
  if (name === '') return countiesView(answerer, locale);
  const report = answerer.findCounty(name);
  if (report !== undefined) return countyView(report, locale);
  return [...messageView(t(locale, 'county-unknown', { name })), ...countiesView(answerer, locale)];
}

function initiative(answerer: Answerer, name: string, locale: Locale): Block[] {
  if (name === '') return initiativesView(answerer, locale);
  const report = answerer.findInitiative(name);
  if (report !== undefined) return initiativeView(report, locale);
  return [...messageView(t(locale, 'initiative-unknown', { name })), ...initiativesView(answerer, locale)];
}

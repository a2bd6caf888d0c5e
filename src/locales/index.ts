import { fileURLToPath } from 'node:url';
import { Fluent } from '@grammyjs/i18n';

import { convert, scriptOf, type Script } from '../text/script.ts';
import type { MessageKey, MessageVariables } from './messages.ts';

export { explain } from './explain.ts';
export { warningsOf } from './warn.ts';
export { MESSAGES, type MessageKey, type MessageVariables } from './messages.ts';

/** The languages that the bot speaks. Each has a file `<locale>.ftl` beside this one. */
export const LOCALES = ['zh-Hant', 'zh-Hans', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** Says a message in one language. The compiler checks its key and its variables. */
export type Translate = <Key extends MessageKey>(key: Key, ...variables: MessageVariables<Key>) => string;

/** One set of messages a language, so that nothing is ever said in another than the one asked for. */
const fluents = new Map(LOCALES.map((locale) => [locale, load(locale)]));

function load(locale: Locale): Fluent {
  const fluent = new Fluent({
    warningHandler: ({ path }) => {
      throw new Error(`src/locales/${locale}.ftl has no message "${path}"; add it there`);
    },
  });
  fluent.addTranslationSync({
    locales: locale,
    filePath: fileURLToPath(new URL(`${locale}.ftl`, import.meta.url)),
    // Without the marks that isolate variables for right-to-left text: they would be sent along.
    bundleOptions: { useIsolating: false },
  });
  return fluent;
}

/**
 * A message in a language: `t('en', 'paragraph', { number: 2 })` is `paragraph 2`.
 *
 * @throws Error when the locale's file lacks the message or misses a variable
 */
export function t<Key extends MessageKey>(
  locale: Locale,
  key: Key,
  ...[variables]: MessageVariables<Key>
): string {
  const fluent = fluents.get(locale);
  if (fluent === undefined) throw new Error(`there is no locale "${locale}"; add it to LOCALES`);
  return fluent.translate<string>(locale, key, variables ?? {});
}

/** {@link t} in one language. */
export function translator(locale: Locale): Translate {
  return (key, ...variables) => t(locale, key, ...variables);
}

/**
 * The language for somebody whose device speaks `languageCode`: `zh`, `zh-hans`, `zh_CN` read Simplified Chinese,
 * `zh-hant`, `zh-TW`, `zh_HK.UTF-8` Traditional, everybody else English.
 */
export function localeOfLanguage(languageCode: string | undefined): Locale {
  const [language, ...rest] = (languageCode ?? '').toLowerCase().split(/[-_.@]/);
  if (language === 'yue') return 'zh-Hant';
  if (language !== 'zh') return 'en';
  return rest.some((subtag) => ['hant', 'tw', 'hk', 'mo'].includes(subtag)) ? 'zh-Hant' : 'zh-Hans';
}

/** The language for somebody who writes Chinese in `script`. */
export function localeOfScript(script: Script): Locale {
  return script === 'traditional' ? 'zh-Hant' : 'zh-Hans';
}

/** The script that a language is written in, or null for one that is not Chinese. */
export function scriptOfLocale(locale: Locale): Script | null {
  if (locale === 'en') return null;
  return locale === 'zh-Hant' ? 'traditional' : 'simplified';
}

/**
 * The language for somebody who writes `words`: that of their script; for Chinese whose script does not show, that
 * of the device where it is Chinese and else of the notices; for words in no Chinese, the device's.
 */
export function localeOfWords(words: string, device: Locale, noticeScript: Script): Locale {
  if (!/\p{Script=Han}/u.test(words)) return device;
  return localeOfScript(scriptOf(words) ?? scriptOfLocale(device) ?? noticeScript);
}

/** A name or a question that stands in what is said in `locale`: in the locale's script where it has one. */
export function inOwnScript(text: string, locale: Locale): string {
  const script = scriptOfLocale(locale);
  return script === null ? text : convert(text, script);
}

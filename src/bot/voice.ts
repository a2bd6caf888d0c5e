import {
  localeOfLanguage,
  localeOfScript,
  localeOfWords,
  translator,
  type Locale,
  type Translate,
} from '../locales/index.ts';
import type { Script } from '../text/script.ts';

/** What somebody can choose with /script. Buttons know the choices by their places in this list. */
export const SCRIPT_CHOICES = ['traditional', 'simplified', 'as-published', 'automatic'] as const;
export type ScriptChoice = (typeof SCRIPT_CHOICES)[number];

/** How the bot speaks to somebody. Survives JSON. */
export interface Voice {
  /** The language of what it says itself. */
  readonly locale: Locale;
  /** The script of quotations, or null for as published. */
  readonly quoteScript: Script | null;
}

/** Every voice there is, with the letter that stands for it in the data of a button. */
const VOICES: readonly (readonly [letter: string, voice: Voice])[] = [
  ['T', { locale: 'zh-Hant', quoteScript: 'traditional' }],
  ['S', { locale: 'zh-Hans', quoteScript: 'simplified' }],
  ['t', { locale: 'zh-Hant', quoteScript: null }],
  ['s', { locale: 'zh-Hans', quoteScript: null }],
  ['e', { locale: 'en', quoteScript: null }],
];

export function letterOfVoice(voice: Voice): string {
  const entry = VOICES.find(
    ([, { locale, quoteScript }]) => locale === voice.locale && quoteScript === voice.quoteScript,
  );
  return entry?.[0] ?? 'e';
}

export function voiceOfLetter(letter: string): Voice | undefined {
  return VOICES.find(([known]) => known === letter)?.[1];
}

/** What is known of somebody when the bot chooses how to speak. */
export interface Asker {
  readonly choice: ScriptChoice;
  /** What was written, or an empty string. */
  readonly words: string;
  readonly languageCode: string | undefined;
}

/**
 * How to speak to somebody: in the script that was chosen; else in the script of the words; else, for words
 * in Chinese that do not tell, in the script of the device or of the notices; else in the device's language.
 *
 * @param noticeScript the script of the notices
 */
export function chooseVoice({ choice, words, languageCode }: Asker, noticeScript: Script): Voice {
  if (choice === 'traditional' || choice === 'simplified') {
    return { locale: localeOfScript(choice), quoteScript: choice };
  }
  const locale = localeOfWords(words, localeOfLanguage(languageCode), noticeScript);
  return { locale, quoteScript: null };
}

/** What the bot says itself in `voice`. */
export function saying(voice: Voice): Translate {
  return translator(voice.locale);
}

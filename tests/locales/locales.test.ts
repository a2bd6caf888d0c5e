import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';

import {
  LOCALES,
  localeOfLanguage,
  localeOfScript,
  MESSAGES,
  scriptOfLocale,
  t,
  type Locale,
  type MessageKey,
} from '../../src/locales/index.ts';
import { convert } from '../../src/text/script.ts';

const KEYS = Object.keys(MESSAGES) as MessageKey[];

function source(locale: Locale): string {
  return readFileSync(new URL(`../../src/locales/${locale}.ftl`, import.meta.url), 'utf8');
}

/** The messages of a file with the variables that each uses, in the order of the file. */
function messagesOf(locale: Locale): { key: string; variables: string[] }[] {
  return source(locale)
    .split(/\n(?=[a-z][\w-]* =)/)
    .slice(1)
    .map((block) => ({
      key: block.slice(0, block.indexOf(' =')),
      variables: [...new Set(Array.from(block.matchAll(/\$(\w+)/g), ([, name = '']) => name))].sort(),
    }));
}

/** A message in a language, its variables filled with numbers, which every message can format. */
function say(locale: Locale, key: MessageKey): string {
  const variables = Object.fromEntries(MESSAGES[key].map((name) => [name, 2]));
  return (t as (locale: Locale, key: MessageKey, variables: object) => string)(locale, key, variables);
}

describe.each(LOCALES)('the locale %s', (locale) => {
  it('has every message once, in the order of the list', () => {
    expect(messagesOf(locale).map(({ key }) => key)).toEqual(KEYS);
  });

  it('uses the variables that the list gives to each message', () => {
    for (const { key, variables } of messagesOf(locale)) {
      expect({ key, variables }).toEqual({ key, variables: [...MESSAGES[key as MessageKey]].sort() });
    }
  });

  it.each(KEYS)('says "%s" without marks of isolation and without anything left to fill in', (key) => {
    const said = say(locale, key);
    expect(said).not.toMatch(/[\u2066-\u2069]|\{|\}|undefined/);
    expect(said.trim()).not.toBe('');
  });

  it('keeps what Telegram limits within the limits', () => {
    for (const key of KEYS.filter((name) => name.startsWith('command-'))) {
      expect(say(locale, key).length).toBeLessThanOrEqual(256);
    }
    // An alert has at most 200 characters, and the apology may carry an id of 8.
    for (const key of ['outdated', 'not-yours', 'apology', 'script-set'] as const) {
      expect(say(locale, key).length).toBeLessThanOrEqual(180);
    }
  });
});

test('the Traditional file has no Simplified characters, and the other way round', () => {
  // OpenCC's own standard writes 羣; 群 is what people in Taiwan and Hong Kong write.
  expect(convert(source('zh-Hant'), 'traditional').replaceAll('羣', '群')).toBe(source('zh-Hant'));
  expect(convert(source('zh-Hans'), 'simplified')).toBe(source('zh-Hans'));
});

describe('the language of somebody whose device speaks', () => {
  it.each([
    ['zh', 'zh-Hans'],
    ['zh-hans', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['zh-hant', 'zh-Hant'],
    ['zh-TW', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['zh_TW.UTF-8', 'zh-Hant'],
    ['zh-Hant-HK', 'zh-Hant'],
    ['yue', 'zh-Hant'],
    ['en', 'en'],
    ['de-CH', 'en'],
    ['', 'en'],
    [undefined, 'en'],
  ] as const)('%s is %s', (languageCode, locale) => {
    expect(localeOfLanguage(languageCode)).toBe(locale);
  });
});

test('a language and its script name each other', () => {
  expect(scriptOfLocale(localeOfScript('traditional'))).toBe('traditional');
  expect(scriptOfLocale(localeOfScript('simplified'))).toBe('simplified');
  expect(scriptOfLocale('en')).toBeNull();
});

test('a message that a file lacks is an error that names the file', () => {
  expect(() => t('en', 'no-such-message' as 'chat')).toThrow('src/locales/en.ftl has no message');
});

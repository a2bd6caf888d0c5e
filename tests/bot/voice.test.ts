import { describe, expect, it, test } from 'vitest';

import { chooseVoice, letterOfVoice, voiceOfLetter, type Asker } from '../../src/bot/voice.ts';

describe('the voice for somebody', () => {
  it.each<[string, Partial<Asker>, string, string | null]>([
    ['who writes Traditional', { words: '海寧是什麼產業' }, 'zh-Hant', null],
    ['who writes Simplified', { words: '海宁是什么产业' }, 'zh-Hans', null],
    ['who writes Simplified on an English device', { words: '海宁', languageCode: 'en' }, 'zh-Hans', null],
    [
      'whose words do not tell, on a Traditional device',
      { words: '平湖', languageCode: 'zh-TW' },
      'zh-Hant',
      null,
    ],
    [
      'whose words do not tell, on a Simplified device',
      { words: '平湖', languageCode: 'zh' },
      'zh-Hans',
      null,
    ],
    ['whose words do not tell, on an English device', { words: '平湖', languageCode: 'en' }, 'zh-Hant', null],
    ['who writes pinyin on an English device', { words: 'haining', languageCode: 'en' }, 'en', null],
    ['who writes pinyin on a Chinese device', { words: 'haining', languageCode: 'zh-hans' }, 'zh-Hans', null],
    ['who sends a command on a German device', { languageCode: 'de' }, 'en', null],
    ['of whom nothing is known', {}, 'en', null],
    [
      'who chose Simplified and writes Traditional',
      { words: '海寧', choice: 'simplified' },
      'zh-Hans',
      'simplified',
    ],
    [
      'who chose Traditional on an English device',
      { choice: 'traditional', languageCode: 'en' },
      'zh-Hant',
      'traditional',
    ],
    [
      'who chose "as published" and writes Simplified',
      { words: '海宁', choice: 'as-published' },
      'zh-Hans',
      null,
    ],
  ])('%s', (_, asker, locale, quoteScript) => {
    const whole = { choice: 'automatic', words: '', languageCode: undefined, ...asker } as const;
    expect(chooseVoice(whole, 'traditional')).toEqual({ locale, quoteScript });
  });
});

test('every voice has a letter that brings it back', () => {
  for (const letter of ['T', 'S', 't', 's', 'e']) {
    const voice = voiceOfLetter(letter);
    expect(voice && letterOfVoice(voice)).toBe(letter);
  }
  expect(voiceOfLetter('x')).toBeUndefined();
});

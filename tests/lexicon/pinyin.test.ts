import { describe, expect, it } from 'vitest';

import { fuzzySyllable, pinyinKey, syllablesOf, withoutTones } from '../../src/lexicon/pinyin.ts';

describe('the syllables of a text', () => {
  it.each<[string, string[]]>([
    ['海宁', ['hai', 'ning']],
    ['', []],
    // By the word that the character stands in.
    ['重庆', ['chong', 'qing']],
    ['重要', ['zhong', 'yao']],
    // Typed with v, as there is no ü on a keyboard.
    ['绿', ['lv']],
  ])('of %s are %j', (text, syllables) => {
    expect(syllablesOf(text)).toEqual(syllables);
  });

  it('are as many as the characters, where some are not Chinese', () => {
    expect(syllablesOf('5大A产业')).toEqual(['5', 'da', 'A', 'chan', 'ye']);
  });

  it('are typed in one word', () => {
    expect(pinyinKey('海宁市')).toBe('hainingshi');
  });
});

describe('Latin text without tones', () => {
  it.each([
    ['loses tone marks', 'hǎi níng', 'hai ning'],
    ['loses tone marks that are characters of their own', 'ha\u030ci', 'hai'],
    ['loses the digits of tones', 'hai3ning2 shi4', 'haining shi'],
    ['keeps digits that are a number', 'gb2312 555', 'gb2312 555'],
    ['keeps a number behind a letter', 'p3 a4 k5', 'p3 a4 k5'],
    ['loses apostrophes, straight and curly', "xi'an tai’an", 'xian taian'],
    ['has v for ü, with its tone and without', 'lǜ lü', 'lv lv'],
    ['stays as it is otherwise', 'haining shi', 'haining shi'],
  ])('%s', (_, latin, expected) => {
    expect(withoutTones(latin)).toBe(expected);
  });
});

describe('a syllable as many speakers say it', () => {
  it.each([
    ['zh', 'zhong', 'zong'],
    ['ch', 'chan', 'can'],
    ['sh', 'shi', 'si'],
    ['n in front', 'ning', 'lin'],
    ['ng behind a', 'gang', 'gan'],
    ['ng behind e', 'sheng', 'sen'],
    ['ng behind i', 'jing', 'jin'],
  ])('is the same with and without %s', (_, a, b) => {
    expect(fuzzySyllable(a)).toBe(fuzzySyllable(b));
  });

  it.each([
    ['h', 'hai', 'ai'],
    ['ng behind o', 'dong', 'don'],
    ['another vowel', 'hai', 'hei'],
    ['another initial', 'ping', 'ting'],
  ])('is not the same with and without %s', (_, a, b) => {
    expect(fuzzySyllable(a)).not.toBe(fuzzySyllable(b));
  });

  it('leaves a syllable of n alone', () => {
    expect(fuzzySyllable('n')).toBe('n');
    expect(fuzzySyllable('ng')).toBe('ng');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { createRomanisedReader } from '../../src/lexicon/romanised.ts';

const read = createRomanisedReader({
  names: ['海宁', '平湖', '西安', '五个一'],
  questionWords: ['是', '什么', '的', '产业', '哪里'],
  vocabulary: ['箱包', '经编', '师', '长夜'],
});

describe('Latin text', () => {
  it.each([
    ['in pinyin, in one word', 'haining', '海宁'],
    ['in pinyin, syllable by syllable', 'hai ning', '海宁'],
    ['in pinyin, with tone marks', 'hǎiníng', '海宁'],
    ['in pinyin, with the digits of tones', 'hai3ning2', '海宁'],
    ['in pinyin, with an apostrophe', "xi'an", '西安'],
    ['in pinyin, with hyphens', 'hai-ning', '海宁'],
    ['as a question in pinyin', 'haining shi shenme chanye', '海宁是什么产业'],
    ['as a question in one word', 'hainingshishenmechanye', '海宁是什么产业'],
    ['as a word of the notices', 'xiangbao', '箱包'],
    ['as a place that no notice names', 'hangzhou', '杭州'],
    ['as words that Chinese has between', '海宁 de chanye', '海宁 的产业'],
    ['as English words', 'where is haining', '哪里海宁'],
    ['as an English possessive', "haining's industry", '海宁产业'],
    ['as an English phrase, not word by word', 'how many', '多少'],
  ])('is read %s', (_, latin, chinese) => {
    expect(read(latin)).toBe(chinese);
  });

  it('means a name before a word of the notices that sounds the same', () => {
    // 长夜 sounds like 产业 does.
    expect(read('chanye')).toBe('产业');
    expect(read('changye')).toBe('长夜');
  });

  it('means a word of the notices before a place that none of them names', () => {
    const reader = createRomanisedReader({ names: [], questionWords: [], vocabulary: ['航洲'] });
    expect(reader('hangzhou')).toBe('航洲');
  });

  it.each([
    ['stands for nothing', 'qwxk', 'qwxk'],
    ['is an abbreviation', '海宁的gdp', '海宁的gdp'],
    ['is a code with digits', 'gb2312', 'gb2312'],
  ])('is left where it %s', (_, text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('keeps a space where a word is left among Chinese ones', () => {
    expect(read('haining gdp')).toBe('海宁 gdp');
  });

  it.each(['', '海宁是什么产业?', '5大产业', '①𠮷 \n'])('of no letters stays as it is: %j', (text) => {
    expect(read(text)).toBe(text);
  });

  it('does not make a row of syllables into one character each', () => {
    const reader = createRomanisedReader({ names: [], questionWords: ['是', '的'], vocabulary: ['个'] });
    expect(reader('shide')).toBe('shide');
  });

  it('is read, or left, whatever it is', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('hai', 'ning', 'shi', ' ', "'", 'ǎ', '3', '海', 'zzz', '-', 'ü') }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(read(text)).toBe(read(text));
      }),
    );
  });

  it('is read in time, however long it is', () => {
    const long = 'haining'.repeat(70);
    expect(read(long)).toBe(long);
    expect(read('haining '.repeat(60).trim())).toBe('海宁'.repeat(60));
  });
});

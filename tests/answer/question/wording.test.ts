import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isSmallTalk, tidy } from '../../../src/answer/question/wording.ts';

describe('a tidied message', () => {
  it.each([
    ['has no white space at its ends', '  海宁 ', '海宁'],
    ['has single white space', '海宁 \n\t 产业', '海宁 产业'],
    ['has line breaks as spaces', '海宁\r\n产业', '海宁 产业'],
    ['has no zero-width characters', '海\u200b宁\u2060\ufeff', '海宁'],
    ['has no marks of direction', '\u202e海宁\u202c\u200f', '海宁'],
    ['has no control characters', '海\u0000宁\u0007', '海宁'],
    ['has no half of a surrogate pair', '海\ud842宁', '海宁'],
    ['keeps whole surrogate pairs', '𠮷是什么', '𠮷是什么'],
    ['asks with 什么 whatever it was written with', '甚么 甚麽 啥子', '什么 什么 什么'],
    ['has no quotation marks', '“五个一”「五个一」《方案》', '五个一五个一方案'],
    ["keeps the apostrophe of haining's", "haining's", "haining's"],
    ['has plain numerals', '叁个壹', '三个一'],
  ])('%s', (_, message, expected) => {
    expect(tidy(message)).toBe(expected);
  });

  it('has no control characters, no double white space and none at its ends, whatever was written', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(' ', '\n', '\u3000', '\u200b', '\u0085', '海', '“', "'", '\ud842') }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(tidy(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]|\s\s|^\s|\s$/u);
      }),
    );
  });
});

describe('small talk', () => {
  it.each([
    '你好',
    '你好!',
    '您好呀',
    'hello',
    'hi~',
    '谢谢',
    '谢谢啊,再见',
    '你好你好',
    '你是谁?',
    'thank you',
    'how are you?',
    '哈哈哈',
  ])('is %s', (message) => {
    expect(isSmallTalk(message)).toBe(true);
  });

  it.each(['你好,海宁是什么产业', '海宁', '早稻', '好产业', '谢谢海宁', 'hello world', '5'])(
    'is not %s',
    (message) => {
      expect(isSmallTalk(message)).toBe(false);
    },
  );
});

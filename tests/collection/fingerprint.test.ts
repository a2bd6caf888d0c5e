import { describe, expect, it } from 'vitest';

import { fingerprintOf } from '../../src/collection/fingerprint.ts';
import { noticeOf } from '../support/answerers.ts';

const tea = noticeOf('tea', '種茶通知', '2022-06-01', '種茶面積為三百畝。');
const dogs = noticeOf('dogs', '養犬通知', '2022-06-01', '養犬須登記。');

describe('a fingerprint', () => {
  it('is the same for the same notices', () => {
    expect(fingerprintOf([tea, dogs], 'jieba')).toBe(fingerprintOf([{ ...tea }, dogs], 'jieba'));
    expect(fingerprintOf([tea], 'jieba')).toMatch(/^[\da-f]{64}$/u);
  });

  it.each([
    ['a character', [{ ...tea, raw: tea.raw.replace('三', '四') }, dogs]],
    ['an id', [{ ...tea, id: 'tee' }, dogs]],
    [
      'where one ends and the next begins',
      [
        { ...tea, raw: `${tea.raw}4:dogs` },
        { ...dogs, id: '' },
      ],
    ],
    ['their order', [dogs, tea]],
    ['their number', [tea]],
  ])('is another one when notices differ by %s', (_, notices) => {
    expect(fingerprintOf(notices, 'jieba')).not.toBe(fingerprintOf([tea, dogs], 'jieba'));
  });

  it('is another one for another segmenter', () => {
    expect(fingerprintOf([tea], 'intl')).not.toBe(fingerprintOf([tea], 'jieba'));
  });
});

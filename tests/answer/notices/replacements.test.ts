import { describe, expect, it } from 'vitest';

import { findReplacements } from '../../../src/answer/notices/replacements.ts';
import type { Notice } from '../../../src/notice/notice.ts';
import { loadNotices } from '../../../src/notice/load.ts';
import { noticeOf } from '../../support/answerers.ts';

const rules = noticeOf('rules', '甲市犬類管理暫行辦法', '甲政發〔2008〕63號', '犬類。', '2008年5月1日');
const tender = noticeOf('tender', '甲路改造工程招標公告', '發布日期：2022-04-01', '招標。');

function replaced(...notices: readonly Notice[]): string[] {
  return [...findReplacements(notices)].map(([notice, { by, kind }]) => `${notice.id} ${kind} by ${by.id}`);
}

describe('a notice is replaced', () => {
  it.each([
    ['its title in a decision on repeals', ['關於廢止部分文件的決定', '廢止：', '1 | 甲市犬類管理暫行辦法']],
    ['its number in other brackets', ['關於廢止部分文件的決定', '甲政發[2008]63號自即日起失效。']],
    ['a later rule that says so itself', ['甲市養犬條例', '《甲市犬類管理暫行辦法》同時廢止。']],
  ])('by a later one that names %s', (_, lines) => {
    const [title = '', ...text] = lines;
    const later = noticeOf('later', title, '發布日期：2022-10-18', ...text);
    expect(replaced(rules, later)).toEqual(['rules repealed by later']);
  });

  it.each([
    ['甲路改造工程招標更正公告', '原公告名稱：甲路改造工程招標公告', 'corrected'],
    ['關於甲路改造工程延期的公告', '原《甲路改造工程招標公告》的時間改為5月。', 'revised'],
  ])('by %s', (title, line, kind) => {
    const later = noticeOf('later', title, '發布日期：2022-04-14', line);
    expect(replaced(tender, later)).toEqual([`tender ${kind} by later`]);
  });

  it('by the newest of several', () => {
    const first = noticeOf('first', '更正公告', '發布日期：2022-04-10', '更正甲路改造工程招標公告。');
    const second = noticeOf('second', '更正公告', '發布日期：2022-04-20', '再更正甲路改造工程招標公告。');
    expect(replaced(second, tender, first)).toEqual(['tender corrected by second']);
  });
});

describe('a notice stands', () => {
  it.each([
    ['where a later one only names it', ['甲路改造工程中標公告', '甲路改造工程招標公告的結果如下。']],
    [
      'where it is the ground of a later one',
      ['關於調整價格的通知', '根據《甲路改造工程招標公告》，調整價格。'],
    ],
  ])('%s', (_, lines) => {
    const [title = '', ...text] = lines;
    expect(replaced(tender, noticeOf('later', title, '發布日期：2022-05-01', ...text))).toEqual([]);
  });

  it('where the one that names it is older, or nobody knows', () => {
    const older = noticeOf('older', '更正公告', '發布日期：2022-03-01', '更正甲路改造工程招標公告。');
    const undated = noticeOf('undated', '甲路改造工程招標公告', '招標。');
    expect(replaced(tender, older)).toEqual([]);
    expect(replaced(undated, older)).toEqual([]);
  });
});

it('the corrected tender among the fixtures is found, and nothing else', async () => {
  const { notices } = await loadNotices('tests/fixtures/notices');
  expect(replaced(...notices)).toEqual(['tender-anji corrected by tender-correction-anji']);
});

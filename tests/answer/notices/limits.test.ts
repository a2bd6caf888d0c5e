import { describe, expect, it } from 'vitest';

import { findLimits } from '../../../src/answer/notices/limits.ts';
import { fold } from '../../../src/text/script.ts';
import { noticeOf } from '../../support/answerers.ts';

const outage2021 = noticeOf(
  'a',
  '長安鎮停水通知',
  '發布日期：2021-07-01　來源：海寧市水務投資集團有限公司',
  '停水。',
);
const outage2022 = noticeOf(
  'b',
  '許村鎮停水通知',
  '發布日期：2022-05-09　來源：海寧市水務投資集團有限公司',
  '停水。',
);
const lift = noticeOf('c', '加裝電梯補助通知', '發布日期：2022-06-27　來源：桐鄉市住建局', '補助。');
const plan = noticeOf('d', '2023年度工作方案', '發布日期：2022-12-30', '工作。');
const undated = noticeOf('e', '關於道路施工的通告', '施工。');
const notices = [outage2021, outage2022, lift, plan, undated];

function limited(question: string, today: string | null = '2023-02-01') {
  const { notices: left, rest, unmet, wantsLatest } = findLimits(fold(question), notices, today);
  return { ids: left.map(({ id }) => id).join(''), rest, unmet, wantsLatest };
}

describe('a question is limited', () => {
  it.each([
    ['2022年的停水通知說了什麼？', 'b', '停水通知说了什么?'],
    ['2022年度的通知說了什麼？', 'bcd', '通知说了什么?'],
    ['2022年6月發布的通知說了什麼？', 'c', '通知说了什么?'],
    ['2023年工作方案是什麼', 'd', '工作方案是什么'],
    ['去年的停水通知', 'b', '停水通知'],
    ['前年的通知', 'a', '通知'],
  ])('to the notices of a time: %s', (question, ids, rest) => {
    expect(limited(question)).toMatchObject({ ids, rest, unmet: undefined });
  });

  it('to no notice where none is of that time', () => {
    expect(limited('2019年的停水通知說了什麼？')).toMatchObject({ ids: '', unmet: '2019年' });
  });

  it.each([
    ['水務集團的通知什麼時候發布？', 'ab', '通知什么时候发布?'],
    ['請問住建局發布的公告說了什麼', 'c', '请问公告说了什么'],
    ['桐鄉市住建局的通知', 'c', '通知'],
  ])('to the notices of an issuer: %s', (question, ids, rest) => {
    expect(limited(question)).toMatchObject({ ids, rest });
  });

  it.each([
    ['《加裝電梯補助通知》說了什麼', 'c', '这份通知说了什么'],
    ['停水通知幾點開始', 'ab', '停水通知几点开始'],
    ['加裝電梯補助的通知', 'c', '加装电梯补助的通知'],
  ])('to the notices of a title: %s', (question, ids, rest) => {
    expect(limited(question)).toMatchObject({ ids, rest });
  });

  it('to the latest, whatever their number', () => {
    expect(limited('最新的停水通知說了什麼？')).toEqual({
      ids: 'ab',
      rest: '停水通知说了什么?',
      unmet: undefined,
      wantsLatest: true,
    });
  });
});

describe('a question is left to all notices', () => {
  it.each([
    '2022年補助多少錢？',
    '今年的目標是什麼',
    '財政局的電話是多少',
    '財政局的通知說了什麼',
    '《供水條例》的通知在哪裡',
    '這篇文章說了什麼',
  ])('where it names no notices: %s', (question) => {
    expect(limited(question)).toMatchObject({ ids: 'abcde', rest: fold(question), unmet: undefined });
  });

  it('where it counts years from today, and nobody knows the day', () => {
    expect(limited('去年的通知說了什麼', null)).toMatchObject({ ids: 'abcde', rest: '去年的通知说了什么' });
  });
});

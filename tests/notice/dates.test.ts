import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { findDates } from '../../src/notice/dates.ts';
import { slice } from '../../src/text/range.ts';
import { anyText } from './damage.ts';

describe('a date', () => {
  it.each([
    ['發布日期：2021-03-16', '2021-03-16', '2021-03-16'],
    ['发布日期: 2021- 05- 21 17: 15', '2021- 05- 21', '2021-05-21'],
    ['2021/3/6', '2021/3/6', '2021-03-06'],
    ['2021.12.31 來源', '2021.12.31', '2021-12-31'],
    ['於2021年2月26日', '2021年2月26日', '2021-02-26'],
    ['2021 年 2 月 26 日', '2021 年 2 月 26 日', '2021-02-26'],
    ['2021年2月26號', '2021年2月26號', '2021-02-26'],
    ['２０２１－０３－１６', '２０２１－０３－１６', '2021-03-16'],
    ['２０２１年３月６日', '２０２１年３月６日', '2021-03-06'],
    ['二〇二一年三月十六日', '二〇二一年三月十六日', '2021-03-16'],
    ['二○二一年十月十日', '二○二一年十月十日', '2021-10-10'],
    ['二零二一年十二月三十一日', '二零二一年十二月三十一日', '2021-12-31'],
    ['二〇二〇年二月二十九日', '二〇二〇年二月二十九日', '2020-02-29'],
    ['一九九九年一月廿一日', '一九九九年一月廿一日', '1999-01-21'],
    ['二〇一九年十月卅日', '二〇一九年十月卅日', '2019-10-30'],
    ['2024-02-29T08:00', '2024-02-29', '2024-02-29'],
    ['發文日期：中華民國112年1月13日', '中華民國112年1月13日', '2023-01-13'],
    ['公告日期：114年7月8日', '114年7月8日', '2025-07-08'],
    ['發布日期：114-04-22', '114-04-22', '2025-04-22'],
    ['111.9.14 上午', '111.9.14', '2022-09-14'],
    ['民國 99 年 12 月 1 日', '民國 99 年 12 月 1 日', '2010-12-01'],
  ])('in %j is found', (text, words, iso) => {
    const [date, ...others] = findDates(text);
    expect(date?.iso).toBe(iso);
    expect(date === undefined ? '' : slice(text, date.range)).toBe(words);
    expect(others).toEqual([]);
  });

  it.each([
    '2021-02-29',
    '2021-13-01',
    '2021-00-10',
    '2021-1-32',
    '12021-03-16',
    '2021-03-167',
    '2021-03/16',
    '1234-05-06',
    '2021年3月',
    '三月十六日',
    '二〇二一年十三月一日',
    '13800138000',
    '',
  ])('is not %j', (text) => {
    expect(findDates(text)).toEqual([]);
  });

  it('is found once for each of several, in order', () => {
    expect(findDates('2021年3月1日至2021年4月30日').map(({ iso }) => iso)).toEqual([
      '2021-03-01',
      '2021-04-30',
    ]);
  });

  it('survives every way of printing it', () => {
    const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    const forms = [
      ([y, m, d]: string[]) => `${y ?? ''}-${m ?? ''}-${d ?? ''}`,
      ([y, m, d]: string[]) => `${y ?? ''}/${Number(m)}/${Number(d)}`,
      ([y, m, d]: string[]) => `${y ?? ''}年${Number(m)}月${Number(d)}日`,
    ];
    fc.assert(
      fc.property(days, fc.constantFrom(...forms), (day, print) => {
        const iso = day.toISOString().slice(0, 10);
        expect(findDates(`（${print(iso.split('-'))}）`).map((date) => date.iso)).toEqual([iso]);
      }),
    );
  });

  it('is always a day that exists, in its place, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { iso, range } of findDates(text)) {
          expect(new Date(`${iso}T00:00:00Z`).toISOString().slice(0, 10)).toBe(iso);
          expect(slice(text, range)).toMatch(/^[\d〇○零一二三四五六七八九].*[\d日號号]$/s);
        }
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';

import { parseNotice } from '../../src/notice/parse.ts';

/** The date that is read from a notice with these lines between its title and its end. */
function publishedOn(...lines: string[]): string | null | undefined {
  return parseNotice('id', ['關於種茶的通知', ...lines].join('\n'))?.publishedOn;
}

const BODY = ['甲縣種茶，乙縣養蠶，丙縣種稻。', '各縣應在秋前完成任務。', '特此通知。'];

describe('the date of publishing', () => {
  it.each([
    '發布日期：2021-03-16',
    '发布日期: 2021- 03- 16 17: 15',
    '發佈時間：2021年3月16日 09:30',
    '发表于 2021/3/16',
    '2021-03-16 发布',
    '日期：２０２１－０３－１６',
    '時間：2021.3.16 來源：市政府',
    '來源：市市場監管局　發布時間：2021-03-16　瀏覽次數：33',
    '來源：嘉興日報  時間：2021-03-16',
    '2021-03-16',
    '（2021年3月16日）',
    '[2021-03-16 17:15:00]',
    '2021年3月16日 12:30 來源：新華網',
    '2021年3月16日 星期二',
    '2021-03-16 07:35　來源：嘉興日報　記者 王小明 李華',
    '2021-03-16 07:35:12 嘉興日報 字號：大 中 小',
    '2021年3月16日　嘉興日報客戶端　閱讀量：1203',
    '嘉興日報 2021年3月16日',
    '二〇二一年三月十六日',
    '成文日期：2021-03-01 發布日期：2021-03-16',
    '生效日期：2021-05-01 發布日期：2021-03-16',
    '公告日期：2021/03/16',
    '張貼日期：110/03/16 張貼人：註冊組',
    '2021年3月16日 14:35 海寧市氣象臺',
    '2021-03-16 07:22:31 来源：嘉兴日报 记者 沈一鸣 通讯员 周洁 编辑：吴燕',
    '發文日期：中華民國110年3月16日',
  ])('is read from %j under the title', (line) => {
    expect(publishedOn(line, ...BODY)).toBe('2021-03-16');
  });

  it.each([
    [['2021年3月16日']],
    [['甲縣人民政府', '2021年3月16日']],
    [['甲縣人民政府 2021年3月16日']],
    [['甲縣人民政府2021年3月16日']],
    [['甲縣人民政府', '二〇二一年三月十六日', '（此件公開發布）']],
    [['2021年3月16日', '（此件公开发布）', '附件1', '招生范围表', '学校 | 范围', '一小 | 河东']],
  ])('is read from %j at the end', (lines) => {
    expect(publishedOn(...BODY, ...lines)).toBe('2021-03-16');
  });

  it.each([
    [
      'another time that the head gives',
      ['報名時間：2021年4月1日至5日', ...BODY, '甲縣人民政府', '2021年3月16日'],
    ],
    ['a paragraph that has a date', ['甲縣種茶，自2020年1月1日起實施', ...BODY, '2021年3月16日']],
    ['a date in a heading', ['一、2020年1月1日以來的情況', ...BODY, '2021年3月16日']],
    ['the notice that it corrects', ['原公告發布日期：2020年1月1日　更正如下', ...BODY, '2021年3月16日']],
    ['when something begins', ['2020年1月1日 8:00 開始停水', ...BODY, '2021年3月16日']],
    ['a date without a label', ['2020年1月1日', ...BODY, '發布日期：2021-03-16']],
  ])('is not taken from %s', (_, lines) => {
    expect(publishedOn(...lines)).toBe('2021-03-16');
  });

  it.each([
    ['there is no date', BODY],
    ['all dates stand in sentences', ['甲縣自2020年1月1日起種茶。', '乙縣養蠶至2021年1月1日']],
    ['the only label is of something else', ['報名時間：2021年4月1日', ...BODY]],
    ['the only date is that of an earlier notice', ['首次公告日期：2021年4月1日', ...BODY]],
    ['it is too far down', [...BODY, ...BODY, '發布日期：2021-03-16', ...BODY]],
  ])('is unknown where %s', (_, lines) => {
    expect(publishedOn(...lines)).toBeNull();
  });
});

describe('the line with the date', () => {
  it('is not a paragraph when nothing in it could be asked', () => {
    const notice = parseNotice('id', '種茶\n來源：縣政府 發布日期：2021-03-16\n甲縣種茶。');
    expect(notice?.passages.flatMap(({ sentences }) => sentences.map(({ text }) => text))).toEqual([
      '甲縣種茶。',
    ]);
    expect(notice?.dateLine?.text).toBe('來源：縣政府 發布日期：2021-03-16');
  });

  it('stays a paragraph when it is a signature', () => {
    const notice = parseNotice('id', '種茶\n甲縣種茶。\n甲縣人民政府 2021年3月16日');
    expect(notice?.dateLine?.text).toBe('甲縣人民政府 2021年3月16日');
    expect(notice?.passages).toHaveLength(2);
  });
});

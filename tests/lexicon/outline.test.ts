import { describe, expect, it } from 'vitest';

import { cutSentences } from '../../src/lexicon/cut-sentence.ts';
import { outlineOf, type Standing } from '../../src/lexicon/outline.ts';
import { createIntlSegmenter } from '../../src/text/segmenter.ts';
import { noticeOf } from '../support/answerers.ts';

/** The standing of the sentence that begins with some words, by those words. */
function outline(...lines: readonly string[]): (words: string) => Standing {
  const sentences = cutSentences(noticeOf('n', '招生公告', '2022-06-10', ...lines), createIntlSegmenter());
  const standings = outlineOf(sentences);
  return (words) => {
    const sentence = sentences.find(({ folded }) => folded.startsWith(words));
    const standing = sentence && standings.get(sentence);
    if (standing === undefined) throw new Error(`no sentence begins with "${words}"`);
    return standing;
  };
}

const above = ({ above: sentences }: Standing) => sentences.map(({ folded }) => folded);

describe('what stands under a heading', () => {
  const standing = outline(
    '一、報名時間',
    '（一）小學：7月5日至7月8日。',
    '（二）初中：7月9日。',
    '二、報名方式',
    '在網上報名。沒有條件的到學校報名。',
  );

  it('has it above, until the next of its level', () => {
    expect(above(standing('(一)小学'))).toEqual(['一、报名时间']);
    expect(above(standing('(二)初中'))).toEqual(['一、报名时间']);
    expect(above(standing('在网上'))).toEqual(['二、报名方式']);
    expect(above(standing('没有条件'))).toEqual(['二、报名方式']);
  });

  it('is known for what it is', () => {
    expect(standing('一、报名时间').role).toBe('heading');
    expect(standing('(一)小学').role).toBe('item');
    expect(standing('在网上').role).toBe('prose');
    expect(standing('招生公告').role).toBe('title');
  });

  it('has its label and its value told apart', () => {
    expect(standing('(二)初中').cells).toEqual([
      { start: 3, end: 5 },
      { start: 6, end: 11 },
    ]);
  });
});

describe('a list', () => {
  const standing = outline('申請人應當提供下列材料：', '1.身份證；', '2.戶口簿。', '以上材料一式兩份。');

  it('has the line that leads it in above its items, and not above what follows', () => {
    expect(standing('申请人').role).toBe('lead-in');
    expect(above(standing('1.身份证'))).toEqual(['申请人应当提供下列材料:']);
    expect(above(standing('2.户口簿'))).toEqual(['申请人应当提供下列材料:']);
    expect(above(standing('以上材料'))).toEqual([]);
  });
});

describe('a table', () => {
  const standing = outline(
    '招生計劃如下：',
    '學校 | 班級 | 人數',
    '柯橋小學 | 8 | 360',
    '實驗小學 | 6 | 270',
    '新生8月30日報到。',
  );

  it('has its header over every row, and its lead-in', () => {
    expect(standing('学校').role).toBe('header');
    const row = standing('实验小学');
    expect(row.role).toBe('row');
    expect(row.header).toEqual(['学校', '班级', '人数']);
    expect(row.context).toBe('招生计划如下: 学校 班级 人数');
    expect(row.cells).toEqual([
      { start: 0, end: 4 },
      { start: 7, end: 8 },
      { start: 11, end: 14 },
    ]);
  });

  it('ends where a line without cells stands', () => {
    expect(standing('新生')).toMatchObject({ role: 'prose', header: [], context: '' });
  });

  it('of two columns has no header where its rows are labels and values', () => {
    const pairs = outline('項目名稱 | 公路工程', '招標人 | 靈峰街道');
    expect(pairs('项目名称').role).toBe('row');
    expect(pairs('招标人').header).toEqual([]);
  });
});

describe('the end of a notice', () => {
  it('is a signature where nothing but names and dates stands', () => {
    const standing = outline('特此公告。', '柯橋區教育體育局', '2022年6月9日');
    expect(standing('柯桥区').role).toBe('signature');
    expect(standing('2022年6月9日').role).toBe('signature');
    expect(standing('特此').role).toBe('prose');
  });
});

describe('a row with a full stop in a cell', () => {
  const standing = outline(
    '区域 | 原因 | 时间',
    '硖石街道 | 检修管道。先关阀门 | 5月12日',
    '海昌街道 | 更换水表 | 5月13日',
  );

  it('has each cell in the sentence that it stands in, under its header', () => {
    const first = standing('硖石街道');
    expect(first.cells).toEqual([
      { start: 0, end: 4 },
      { start: 7, end: 12 },
    ]);
    expect(first.header).toEqual(['区域', '原因']);
    const second = standing('先关阀门');
    expect(second.cells).toEqual([
      { start: 0, end: 4 },
      { start: 7, end: 12 },
    ]);
    expect(second.header).toEqual(['原因', '时间']);
  });
});

import { describe, expect, it } from 'vitest';

import { noticeFile } from '../../src/import/notice-file.ts';
import { Refusal, type Fields } from '../../src/import/reading.ts';

const TEXT = ['现将有关事项通知如下。', '一、时间：2022年7月4日至8月31日。'];

const file = (lines: readonly string[], fields: Fields = {}) =>
  noticeFile('a.txt', { lines, fields, warnings: [] });
/** The lines below the front matter. */
const body = (content: string) => content.split('---\n').slice(2).join('---\n').trimEnd().split('\n');

describe('the title of a notice', () => {
  it.each([
    ['the first line', ['关于停水的通知', ...TEXT]],
    [
      'below the letterhead and number',
      ['桐乡市人民政府文件', '桐政发〔2022〕26号', '关于停水的通知', ...TEXT],
    ],
    ['below the name of an attachment', ['附件1', '关于停水的通知', ...TEXT]],
    ['below the date', ['2022年6月27日', '关于停水的通知', ...TEXT]],
    ['without a word of its kind', ['浙江嘉兴树立质量标杆引领产业转型发展', ...TEXT]],
  ])('is %s', (_, lines) => {
    const { notice } = file(lines);
    expect(lines).toContain(notice.title);
    expect(notice.title).toMatch(/通知$|发展$/u);
    expect(notice.titleLine?.text).toBe(notice.title);
  });

  it.each([
    [['桐乡市人民政府办公室', '关于印发停水办法的通知'], '桐乡市人民政府办公室关于印发停水办法的通知'],
    [
      ['关于调整桐乡市主城区供水管网', '改造期间停水安排的通知'],
      '关于调整桐乡市主城区供水管网改造期间停水安排的通知',
    ],
    [
      ['临江市教育局', '关于更正2023年秋季小学招生范围', '的公告'],
      '临江市教育局关于更正2023年秋季小学招生范围的公告',
    ],
    [['桐乡市停水通知', '关于停水的公告'], '桐乡市停水通知'],
    [['桐乡市人民政府办公室', '各镇人民政府：'], '桐乡市人民政府办公室'],
  ])('is several lines only where one goes on in the next: %j', (lines, title) => {
    expect(file([...lines, ...TEXT]).notice.title).toBe(title);
  });

  it('is the subject of a document whose head names only the office', () => {
    const subject = '主旨：公告修正本市無菸場所範圍，並自中華民國112年10月1日生效。';
    const { notice } = file(['臺北市政府衛生局　公告', '發文日期：中華民國112年9月12日', subject, ...TEXT]);
    expect(notice.title).toBe('公告修正本市無菸場所範圍，並自中華民國112年10月1日生效');
    expect(notice.issuer).toBe('臺北市政府衛生局');
  });

  it('is not the way to the page', () => {
    expect(file(['首頁 > 招生資訊', '關於停水的通知', ...TEXT]).notice.title).toBe('關於停水的通知');
  });

  it('is none where the first line is a sentence, and then there is a warning', () => {
    const { notice, warnings } = file(TEXT);
    expect(notice.titleLine).toBeNull();
    expect(warnings).toContain('has no title that could be found; write one into its front matter');
  });

  it('is the stated one, which stands above the text then', () => {
    const { content, notice } = file(TEXT, { title: '停水通知' });
    expect(notice.title).toBe('停水通知');
    expect(body(content)).toEqual(['停水通知', ...TEXT]);
  });

  it('is stated without the damage of the text, which stays as published', () => {
    const { content, notice } = file(['質(zhì)量標(biāo)桿產(chǎn)業(yè)', ...TEXT]);
    expect(notice.title).toBe('質量標桿產業');
    expect(body(content)[0]).toBe('質(zhì)量標(biāo)桿產(chǎn)業(yè)');
  });
});

describe('the date of a notice', () => {
  it('is stated by a line where only its file has it', () => {
    const { content, notice } = file(['關於停水的通知', '現將有關事項通知如下。'], { date: '112-03-01' });
    expect(notice.publishedOn).toBe('2023-03-01');
    expect(body(content)).toEqual(['關於停水的通知', '發布日期：2023-03-01', '現將有關事項通知如下。']);
  });

  it('stands in the text as it is published', () => {
    const lines = ['关于停水的通知', '发布日期：2022-06-27　来源：市水务局', ...TEXT];
    const { content, notice } = file(lines, { date: '2022-06-27 09:30' });
    expect(notice).toMatchObject({ publishedOn: '2022-06-27', issuer: '市水务局' });
    expect(body(content)).toEqual(lines);
  });

  it('is missed with a warning', () => {
    expect(file(['关于停水的通知', '请提前储水。']).warnings).toEqual([
      'has no date that could be found; write one into its front matter',
    ]);
  });
});

describe('the issuer of a notice', () => {
  const signed = (...signature: readonly string[]) =>
    file(['关于停水的通知', ...TEXT, ...signature]).notice.issuer;

  it('is the one who signs it, or all of them', () => {
    expect(signed('海宁市水务投资集团有限公司', '2022年5月9日')).toBe('海宁市水务投资集团有限公司');
    expect(signed('桐乡市住房和城乡建设局　桐乡市财政局', '2022年6月27日')).toBe(
      '桐乡市住房和城乡建设局、桐乡市财政局',
    );
    expect(signed('桐乡市住房和城乡建设局', '桐乡市财政局', '二〇二二年六月二十七日')).toBe(
      '桐乡市住房和城乡建设局、桐乡市财政局',
    );
    expect(signed('某县人民政府 2021年3月16日')).toBe('某县人民政府');
  });

  it('is not a line that is no office', () => {
    expect(signed('请各单位遵照执行。', '2022年5月9日')).toBeNull();
    expect(signed('水质监测报告', '2022年5月9日')).toBeNull();
  });

  it('is the source beside the date, by the full name that the signature has', () => {
    const head = ['关于停水的通知', '发布日期：2022-06-27　来源：市水务局', ...TEXT];
    expect(file(head).notice.issuer).toBe('市水务局');
    expect(file([...head, '平湖市水务局', '2022年6月27日']).notice.issuer).toBe('平湖市水务局');
  });

  it('is the office in the title', () => {
    const { notice } = file(['崑山市發展和改革委員會關於調整管道天然氣銷售價格的通知', ...TEXT]);
    expect(notice.issuer).toBe('崑山市發展和改革委員會');
  });

  it('is the stated one before all', () => {
    const lines = ['关于停水的通知', ...TEXT, '平湖市水务局', '2022年6月27日'];
    expect(file(lines, { issuer: '市政府' }).notice.issuer).toBe('市政府');
  });
});

describe('the number of a notice', () => {
  it.each([
    ['桐建〔2022〕47号', '桐建〔2022〕47号'],
    ['府交管字第1120058316號', '府交管字第1120058316號'],
    ['發文字號：府交管字第1120058316號', '府交管字第1120058316號'],
    ['项目编号：AJGC2022-0318', 'AJGC2022-0318'],
    ['安政办发[2022]31号', '安政办发[2022]31号'],
    ['根据桐政发〔2008〕63号文件，现将有关事项通知如下。', null],
  ])('is found in %s', (line, number) => {
    expect(file(['关于停水的通知', line, ...TEXT]).number).toBe(number);
  });
});

it('refuses what has no paragraph, and what is longer than a notice file may be', () => {
  expect(() => file(['……', '——'])).toThrow(Refusal);
  expect(() => file([])).toThrow(/has no paragraph under its title; check that its text is in the file/u);
  expect(() => file(['关于停水的通知', '水'.repeat(1_500_000)])).toThrow(/split it into notices/u);
});

it('keeps front matter that it does not know, and where a notice came from first', () => {
  const reading = {
    lines: ['甲', ...TEXT],
    fields: {},
    warnings: [],
    further: { tags: ['水'], source: 'b.html' },
  };
  expect(noticeFile('a.txt', reading).content).toMatch(
    /^---\ntitle: 甲\ntags:\n {2}- 水\nsource: b.html\n---\n甲\n/u,
  );
});

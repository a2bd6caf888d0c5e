import { describe, expect, it } from 'vitest';

import { readHtml } from '../../src/import/html/read-html.ts';
import { encode } from './encode.ts';
import { importedBytes } from './fixtures.ts';
import { bytes, inContainer } from './pages.ts';

const linesIn = (content: string) => readHtml(bytes(inContainer(content))).lines.slice(0, -1);

describe('the lines of a page', () => {
  it.each([
    ['paragraphs', '<p>一、时间</p><p>二、地点</p>', ['一、时间', '二、地点']],
    ['breaks', '　　甲。<br>&nbsp;&nbsp;乙。<br/><br/>丙。', ['甲。', '乙。', '丙。']],
    ['text between blocks', '甲<div>乙</div>丙', ['甲', '乙', '丙']],
    ['source lines, which are no lines', '<p>停水的\n      时间</p>', ['停水的时间']],
    ['Latin words that a source line parts', '<p>Notice\nBot</p>', ['Notice Bot']],
    ['inline elements', '<p><b>停</b><span>水</span>时<i>间</i></p>', ['停水时间']],
    ['what stands apart', '<p>市水务局&nbsp;&nbsp;&nbsp;市财政局</p>', ['市水务局　市财政局']],
    ['invisible characters', '<p>停\u200b水\ufeff时\u00ad间</p>', ['停水时间']],
    ['ordered items', '<ol><li>甲</li><li><p>乙</p></li></ol>', ['1.甲', '2.乙']],
    ['ordered items that begin later', '<ol start="3"><li>丙</li></ol>', ['3.丙']],
    ['other items', '<ul><li>甲</li><li>乙<ul><li>丙</li></ul></li></ul>', ['• 甲', '• 乙', '• 丙']],
    ['preformatted text', '<pre>甲\n乙</pre>', ['甲', '乙']],
    ['items of a list within a list', '<ol><li>甲<ol><li>乙</li></ol></li></ol>', ['1.甲', '(1)乙']],
    ['items with letters', '<ol type="a"><li>甲</li><li>乙</li></ol>', ['a.甲', 'b.乙']],
    ['terms with what is said of them', '<dl><dt>部门</dt><dd>民政局</dd></dl>', ['部门：民政局']],
    [
      'terms above several lines, and without any',
      '<dl><dt>条件：</dt><dd><p>甲</p><p>乙</p></dd><dt>备注</dt></dl>',
      ['条件：', '甲', '乙', '备注'],
    ],
    ['what is struck out', '<p>8月<del>1日</del>2日</p>', ['8月2日']],
    ['hidden elements', '<p>甲</p><p style="display: none">乙</p><p hidden>丙</p>', ['甲']],
    ['scripts and forms', '<p>甲<script>乙</script><style>丙</style><button>丁</button></p>', ['甲']],
  ])('keep %s', (_, content, lines) => {
    expect(linesIn(content)).toEqual(lines);
  });

  it.each([
    [
      'rows',
      '<tr><td>时间</td><td>区域</td></tr><tr><td>5月1日</td><td>南湖区</td></tr>',
      ['时间 | 区域', '5月1日 | 南湖区'],
    ],
    ['empty cells', '<tr><td>1</td><td></td><td>甲</td></tr>', ['1 |  | 甲']],
    ['lines in a cell', '<tr><td>1</td><td>甲村<br>乙村</td></tr>', ['1 | 甲村　乙村']],
    [
      'a cell that spans rows, in each of them',
      '<tr><td rowspan="2">5月1日</td><td>甲村</td></tr><tr><td>乙村</td></tr>',
      ['5月1日 | 甲村', '5月1日 | 乙村'],
    ],
    [
      'a cell that spans columns, once',
      '<tr><td colspan="2">停水安排</td></tr><tr><td>1</td><td>甲</td></tr>',
      ['停水安排', '1 | 甲'],
    ],
    [
      'the columns behind a cell that spans some',
      '<tr><td>镇</td><td>岗位</td><td>名额</td></tr><tr><td colspan="2">合计</td><td>42</td></tr>',
      ['镇 | 岗位 | 名额', '合计 |  | 42'],
    ],
    [
      'headers on two rows, as one,',
      '<tr><td rowspan="2">日期</td><td colspan="2">时段</td></tr><tr><td>开始</td><td>结束</td></tr>' +
        '<tr><td>5日</td><td>8时</td><td>9时</td></tr>',
      ['日期 | 时段　开始 | 时段　结束', '5日 | 8时 | 9时'],
    ],
    [
      'a form whose first cell spans rows',
      '<tr><td rowspan="2">采购人</td><td>名称</td><td colspan="2">民政局</td></tr><tr><td>电话</td><td>1</td><td>2</td></tr>' +
        '<tr><td>备注</td><td>甲</td><td>乙</td><td>丙</td></tr>',
      ['采购人 | 名称 | 民政局 |', '采购人 | 电话 | 1 | 2', '备注 | 甲 | 乙 | 丙'],
    ],
    [
      'a long cell, where several rows have three,',
      `<tr><td>1</td><td>甲</td><td>乙</td></tr><tr><td>2</td><td>${'做好工作'.repeat(120)}</td><td>丙</td></tr>`,
      ['1 | 甲 | 乙', `2 | ${'做好工作'.repeat(120)} | 丙`],
    ],
    [
      'both',
      '<tr><td rowspan="2" colspan="2">甲</td><td>乙</td></tr><tr><td>丙</td></tr>',
      ['甲 | 乙', '甲 | 丙'],
    ],
    [
      'absurd spans',
      '<tr><td rowspan="999999999" colspan="999999999">甲</td><td>乙</td></tr><tr><td>丙</td></tr>',
      ['甲 | 乙', '甲 | 丙'],
    ],
    [
      'a form as labels with values',
      '<tr><td>文　号：</td><td>桐政发〔2022〕1号</td><td>日期：</td><td></td></tr>',
      ['文　号：桐政发〔2022〕1号　日期：'],
    ],
    ['a bar in a cell', '<tr><td>甲|乙</td><td>丙</td></tr>', ['甲｜乙 | 丙']],
    ['the caption', '<caption>表1</caption><tr><td>甲</td><td>乙</td></tr>', ['表1', '甲 | 乙']],
  ])('keep %s of a table', (_, rows, lines) => {
    expect(linesIn(`<table>${rows}</table>`)).toEqual(lines);
  });

  it('take a table of one column, or with another in it, for layout', () => {
    expect(linesIn('<table><tr><td><p>甲</p><p>乙</p></td></tr></table>')).toEqual(['甲', '乙']);
    expect(
      linesIn('<table><tr><td>甲</td><td><table><tr><td>1</td><td>2</td></tr></table></td></tr></table>'),
    ).toEqual(['甲', '1 | 2']);
  });
});

describe('a page without a container that is known', () => {
  const page = `<html><head><meta charset="utf-8"><title>嵊州市图书馆闭馆公告 - 嵊州市文化馆网</title></head><body>
    <div id="nav"><a href="#">首页</a><a href="#">动态</a></div>
    <div class="a"><h3>嵊州市图书馆闭馆公告</h3><div class="c">时间：2023-06-12 14:05 来源：市图书馆 点击：12</div>
    <div class="d">亲爱的读者：<br/>&nbsp;&nbsp;为更好地服务读者，嵊州市图书馆定于2023年6月19日至6月25日闭馆，进行空调系统检修。<br/>
    &nbsp;&nbsp;闭馆期间，图书到期日自动顺延至7月2日，还书可使用北门24小时自助还书机。<br/><br/>
    <div align="right">嵊州市图书馆<br/>2023年6月12日</div></div></div>
    <div class="e"><h4>热门文章</h4><a href="#">春节开放时间</a><a href="#">读者须知</a></div>
    <div id="foot">地址：嵊州市剡湖街道 浙ICP备1号</div></body></html>`;

  it('gives its main text and nothing around it', async () => {
    const { notice } = await importedBytes('page.html', bytes(page));
    expect(notice).toMatchObject({
      title: '嵊州市图书馆闭馆公告',
      publishedOn: '2023-06-12',
      issuer: '嵊州市图书馆',
    });
    expect(notice.passages.map(({ sentences }) => sentences[0]?.text)).toEqual([
      '亲爱的读者：',
      '为更好地服务读者，嵊州市图书馆定于2023年6月19日至6月25日闭馆，进行空调系统检修。',
      '闭馆期间，图书到期日自动顺延至7月2日，还书可使用北门24小时自助还书机。',
      '嵊州市图书馆',
      '2023年6月12日',
    ]);
    expect(notice.dateLine?.text).toBe('时间：2023-06-12 14:05　来源：市图书馆');
  });

  it('laid out by tables, in GBK, with a table of data in it', async () => {
    const old = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>停电公告</title></head>
      <body><table width="960"><tr><td colspan="2"><table><tr><td><a href="/">网站首页</a></td><td><a href="/x">公司概况</a></td></tr></table></td></tr>
      <tr><td width="200"><table><tr><td><a href="1.htm">用电指南</a></td></tr><tr><td><a href="2.htm">电价标准</a></td></tr></table></td>
      <td><table width="700"><tr><td align="center"><font size="5"><b>平湖市供电公司停电公告</b></font></td></tr>
      <tr><td align="center">发布时间：2021-7-5 10:22:31\u3000来源：市供电公司\u3000点击数：335</td></tr>
      <tr><td><font size="3">&nbsp;&nbsp;因电网检修需要，定于2021年7月10日对下列线路停电，
请有关用户做好准备。<br><table border="1"><tr><td>线路</td><td>停电时间</td></tr><tr><td>曹桥线</td><td>5:00-12:00</td></tr></table>
      &nbsp;&nbsp;如遇雨天，停电顺延。抢修电话：95598。<br>平湖市供电公司<br>2021年7月5日</font></td></tr>
      <tr><td>【<a href="javascript:window.print()">打印本页</a>】【<a href="javascript:window.close()">关闭窗口</a>】</td></tr></table></td></tr>
      <tr><td colspan="2">版权所有 平湖市供电公司\u3000浙ICP备05000000号</td></tr></table></body></html>`;
    const { notice } = await importedBytes('old.htm.html', encode(old, 'gb18030'));
    expect(notice).toMatchObject({
      title: '平湖市供电公司停电公告',
      publishedOn: '2021-07-05',
      issuer: '平湖市供电公司',
    });
    expect(notice.passages.flatMap(({ sentences }) => sentences.map(({ text }) => text))).toEqual([
      '因电网检修需要，定于2021年7月10日对下列线路停电，请有关用户做好准备。',
      '线路 | 停电时间',
      '曹桥线 | 5:00-12:00',
      '如遇雨天，停电顺延。',
      '抢修电话：95598。',
      '平湖市供电公司',
      '2021年7月5日',
    ]);
  });
});

it('drops the lines that sites put around a text, and not those of a text that begin with the same words', () => {
  const furniture = [
    '上一篇：关于停水的通知',
    '扫一扫在手机打开当前页',
    '责任编辑：沈工',
    '【字体：大中小】',
    '网站标识码：3304810001',
  ];
  const text = [
    '打印准考证时间：8月1日至8月5日',
    '关闭水龙头，以免漏水。',
    '扫一扫下方二维码进入报名系统',
    '分享会在图书馆举行。',
  ];
  const lines = linesIn([...furniture, ...text].map((line) => `<p>${line}</p>`).join(''));
  expect(lines).toEqual(text);
});

it('reads the text of an article that only a script would show', () => {
  const text = '小学一年级报名时间为2024年6月1日至6月5日，家长登录手机应用报名，逾期不再受理，请相互转告。';
  const html =
    `<html><body><h1>招生问答</h1><div id="js_content" style="visibility: hidden"><p>${text}</p>` +
    '<p>往期推荐</p><p>中考报名公告</p></div><p>阅读原文</p></body></html>';
  expect(readHtml(bytes(html)).lines).toEqual([text]);
});

it('reads a page that has no body, or text outside of it', () => {
  const text = '因电网检修需要，定于2021年7月10日对下列线路停电，请有关用户做好准备，如遇雨天则停电顺延。';
  expect(readHtml(bytes(`<html><p>${text}</p>`)).lines).toEqual([text]);
  expect(readHtml(bytes(`<html><body></body><p>${text}</p></html>`)).lines).toEqual([text]);
  expect(readHtml(bytes(`<!-- <html> --><p>${text}<p>甲`)).lines).toEqual([text, '甲']);
});

it('says so where a page holds characters that cannot be read', () => {
  const html = bytes(inContainer('<p>停水</p>'.repeat(200)));
  html[html.length - 40] = 0xff;
  expect(readHtml(html).warnings).toEqual([expect.stringContaining('cannot be read as utf-8; correct them')]);
});

it('neither runs scripts nor fetches what a page refers to', async () => {
  const marks = globalThis as { ran?: boolean };
  const html = inContainer(
    '<script>globalThis.ran = true</script><img src="http://127.0.0.1:9/a.png" onerror="globalThis.ran = true">' +
      '<iframe src="http://127.0.0.1:9/"></iframe><link rel="import" href="http://127.0.0.1:9/">',
  );
  const { content } = await importedBytes('a.html', bytes(html));
  expect(marks.ran).toBeUndefined();
  expect(content).not.toContain('127.0.0.1');
});

import { describe, expect, it } from 'vitest';

import { readHtml } from '../../src/import/html/read-html.ts';
import { importedBytes } from './fixtures.ts';
import { bytes, inContainer } from './pages.ts';

describe('the fields of a page', () => {
  const fields = (head: string, content = '') =>
    readHtml(bytes(inContainer(content).replace('<head>', `<head>${head}`))).fields;

  it('are those of the tags that government sites use', () => {
    const tags =
      '<meta name="ArticleTitle" content="关于停水的通知"><META NAME="PubDate" CONTENT="2022-05-09 09:30">' +
      '<meta name="ContentSource" content="市水务局"><meta name="Url" content="http://www.example.gov.cn/1.html">';
    expect(fields(tags, '<p>发布日期：2020-01-01</p>')).toEqual({
      title: '关于停水的通知',
      date: '2022-05-09 09:30',
      issuer: '市水务局',
      url: 'http://www.example.gov.cn/1.html',
    });
  });

  it('are those of a table of labels', () => {
    const table =
      '<table><tr><td>发文机关：</td><td>县政府办公室</td><td>文&nbsp;&nbsp;号：</td><td>安政办发〔2022〕31号</td></tr>' +
      '<tr><td>成文日期：</td><td>2022-08-02</td><td>公开日期：</td><td>2022-08-05</td></tr></table>';
    expect(fields('', table)).toMatchObject({
      issuer: '县政府办公室',
      number: '安政办发〔2022〕31号',
      date: '2022-08-05',
    });
  });

  it('may have a year of the Republic', () => {
    expect(fields('', '<ul><li>發布日期：112-03-01</li></ul>')).toMatchObject({ date: '112-03-01' });
  });

  it('are no addresses that are none, no dates without a day, and no sources that name nobody', () => {
    const tags =
      '<meta name="Url" content="javascript:alert(1)"><meta name="PubDate" content="今天"><meta name="ContentSource" content="本站">';
    expect(fields(tags)).toEqual({ title: '平湖市图书馆闭馆公告' });
  });

  it('know the address that a browser has saved with the page', () => {
    const saved = '<!-- saved from url=(0036)https://www.example.gov.cn/art/1.html -->';
    expect(fields(saved)).toMatchObject({ url: 'https://www.example.gov.cn/art/1.html' });
  });

  it('have a title without the name of the site', () => {
    const titled = (title: string) =>
      readHtml(bytes(inContainer('').replace('平湖市图书馆闭馆公告', title))).fields.title;
    expect(titled('关于停水的通知_通知公告_平湖市政府')).toBe('关于停水的通知');
    expect(titled('关于停水的通知 - 平湖市政府')).toBe('关于停水的通知');
    expect(titled('关于停水的通知｜平湖市政府')).toBe('关于停水的通知');
  });
});

describe('the date of a page', () => {
  const published = async (above: string) => {
    const html = inContainer('<p>各有关单位：</p>').replace(
      '<body>',
      `<body><h1>关于停水的通知</h1>${above}`,
    );
    return (await importedBytes('a.html', bytes(html))).notice.publishedOn;
  };

  it.each([
    ['without a label, above the text', '<p>2024-07-21 14:35 海宁市气象台</p>'],
    ['between source and names', '<p>2024-07-21 07:22 来源：嘉兴日报 记者 沈一鸣 通讯员 周洁 编辑：吴燕</p>'],
    ['in an element for it', '<em id="publish_time">2024-07-21 16:00</em>'],
    ['with the label of a trading site', '<p>【信息时间：2024-07-21 15:20】 【阅读次数：1,214】</p>'],
    ['behind a damaged label', '<p>發(fā)布日期:2024-07-21 網(wǎng)站 業(yè)務(wù)</p>'],
  ])('is found %s', async (_, above) => {
    expect(await published(above)).toBe('2024-07-21');
  });

  it('is that of publishing, where the text has that of a signature near its head', async () => {
    const html = inContainer('<p>现印发给你们。</p><p>市政府办公室</p><p>2024年9月13日</p>').replace(
      '<body>',
      '<body><h1>关于停水的通知</h1><p>发布日期：2024-09-18</p>',
    );
    const { notice } = await importedBytes('a.html', bytes(html));
    expect(notice.dateLine?.text).toBe('发布日期：2024-09-18');
  });
});

describe('the title of a page', () => {
  const page = (title: string, above: string, content: string) =>
    readHtml(
      bytes(
        `<html><head><title>${title}</title></head><body><div><a href="/">关于停水的通知</a></div>${above}` +
          `<div class="TRS_Editor">${content}<p>这一段只是为了让正文足够长，好让它被认作正文，所以写得长一些。</p></div></body></html>`,
      ),
    ).fields.title;

  it.each([
    [
      'is printed above the text',
      '市公安局 通告',
      '<div>市公安局关于交通管制的通告</div><p>来源：交警支队</p>',
      '',
    ],
    [
      'is in that of the page',
      '市公安局关于交通管制的通告-某某网',
      '<h2>市公安局关于交通管制的通告</h2>',
      '',
    ],
    ['is at the head of the text', '市公安局 通告', '', '<p>市公安局关于交通管制的通告</p>'],
    [
      'follows the name of the site, which is a link',
      '通告',
      '<h1><a>市政府网</a></h1><div>市公安局关于交通管制的通告</div>',
      '',
    ],
    [
      'follows a hidden heading',
      '通告',
      '<h1 style="display:none">某某在线网</h1><div>市公安局关于交通管制的通告</div>',
      '',
    ],
  ])('%s', (_, title, above, content) => {
    expect(page(title, above, content)).toBe('市公安局关于交通管制的通告');
  });

  it('has the office that the page sets on a line of its own', () => {
    expect(page('市公安局关于交通管制的通告', '<div>市公安局</div><div>关于交通管制的通告</div>', '')).toBe(
      '市公安局关于交通管制的通告',
    );
  });

  it('is the longer one of the text, where the page leaves the office out', async () => {
    const html = inContainer('<p>平湖市人民政府办公室关于停水的通知</p>').replace(
      '平湖市图书馆闭馆公告',
      '关于停水的通知',
    );
    expect((await importedBytes('a.html', bytes(html))).notice.title).toBe(
      '平湖市人民政府办公室关于停水的通知',
    );
  });

  it('stands above the text, once', async () => {
    const { content } = await importedBytes('a.html', bytes(inContainer('<p>平湖市图书馆<br>闭馆公告</p>')));
    expect(content.match(/平湖市图书馆闭馆公告/gu)).toHaveLength(2);
    expect(content).toContain('---\n平湖市图书馆闭馆公告\n这一段');
  });
});

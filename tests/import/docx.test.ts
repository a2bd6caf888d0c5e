import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';

import { numeral } from '../../src/import/docx/numerals.ts';
import { readDocx } from '../../src/import/docx/read-docx.ts';
import { Refusal } from '../../src/import/reading.ts';
import { item, makeDocx, numberingOf, paragraph } from './make-docx.ts';

const linesOf = async (parts: Parameters<typeof makeDocx>[0]) => (await readDocx(makeDocx(parts))).lines;

describe('the lines of a Word document', () => {
  it('are its paragraphs and the rows of its tables', async () => {
    const cell = (text: string, properties = '') =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${text === '' ? '<w:p/>' : paragraph(text)}</w:tc>`;
    const table =
      `<w:tbl><w:tr>${cell('时间')}${cell('区域')}</w:tr>` +
      `<w:tr>${cell('5月1日', '<w:vMerge w:val="restart"/>')}${cell('甲村')}</w:tr>` +
      `<w:tr>${cell('', '<w:vMerge/>')}${cell('乙村')}</w:tr></w:tbl>`;
    expect(await linesOf({ body: paragraph('停水安排') + table + paragraph('特此通知。') })).toEqual([
      '停水安排',
      '时间 | 区域',
      '5月1日 | 甲村',
      '5月1日 | 乙村',
      '特此通知。',
    ]);
  });

  it('hold breaks, tabs and the text of links, and no deleted text', async () => {
    const body =
      '<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t></w:r></w:p>' +
      '<w:p><w:del><w:r><w:delText>丁</w:delText></w:r></w:del><w:ins><w:r><w:t>戊</w:t></w:r></w:ins></w:p>' +
      '<w:p><w:hyperlink w:anchor="x"><w:r><w:t>己</w:t></w:r></w:hyperlink></w:p>';
    expect(await linesOf({ body })).toEqual(['甲', '乙　丙', '戊', '己']);
  });
});

describe('automatic numbers', () => {
  const official = numberingOf([
    ['chineseCountingThousand', '%1、'],
    ['chineseCountingThousand', '（%2）'],
    ['decimal', '%3.'],
  ]);

  it('become text, and each level begins anew below the one above', async () => {
    const body = [
      item('时间'),
      item('甲', 1),
      item('乙', 1),
      item('细节', 2),
      item('地点'),
      item('丙', 1),
    ].join('');
    expect(await linesOf({ body, numbering: official })).toEqual([
      ...['一、时间', '（一）甲', '（二）乙', '1.细节', '二、地点', '（一）丙'],
    ]);
  });

  it('count on after other paragraphs, and leave empty ones out', async () => {
    const body = item('甲') + paragraph('正文。') + item('') + item('乙');
    expect(await linesOf({ body, numbering: official })).toEqual(['一、甲', '正文。', '二、乙']);
  });

  it('may show the numbers of all levels', async () => {
    const numbering = numberingOf([
      ['decimal', '%1'],
      ['decimal', '%1.%2'],
    ]);
    const body = item('总则') + item('目的', 1) + item('范围', 1);
    expect(await linesOf({ body, numbering })).toEqual(['1 总则', '1.1 目的', '1.2 范围']);
  });

  it('may be those of a style, which a paragraph can opt out of', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="条"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const styled = '<w:pStyle w:val="H"/>';
    const body =
      paragraph('甲', styled) +
      paragraph('乙', `${styled}<w:numPr><w:numId w:val="0"/></w:numPr>`) +
      paragraph('丙', styled);
    const numbering = numberingOf([['decimal', '第%1条 ']]);
    expect(await linesOf({ body, numbering, styles })).toEqual(['第1条　甲', '乙', '第2条　丙']);
  });

  it('count separately in separate lists, and begin where a list says', async () => {
    const numbering =
      numberingOf([['decimal', '%1.']], [['upperLetter', '%1.']]) +
      '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>';
    const body = item('甲') + item('乙', 0, 2) + item('丙') + item('丁', 0, 3) + item('戊', 0, 3);
    expect(await linesOf({ body, numbering })).toEqual(['1.甲', 'A.乙', '2.丙', '5.丁', '6.戊']);
  });

  it.each([
    [
      'chineseCounting',
      [1, 10, 11, 20, 99, 100, 105, 110, 342],
      '一 十 十一 二十 九十九 一百 一百〇五 一百一十 三百四十二',
    ],
    ['taiwaneseDigital', [1, 10, 21], '一 一〇 二一'],
    ['chineseLegalSimplified', [1, 10, 12, 20], '壹 壹拾 壹拾贰 贰拾'],
    ['ideographTraditional', [1, 10, 11], '甲 癸 11'],
    ['ideographZodiac', [1, 12], '子 亥'],
    ['decimalEnclosedCircle', [1, 20, 21], '① ⑳ 21'],
    ['lowerRoman', [4, 9, 14, 40], 'iv ix xiv xl'],
    ['upperLetter', [1, 26, 27], 'A Z AA'],
    ['decimalZero', [7, 12], '07 12'],
    ['somethingNew', [7], '7'],
  ])('are written as %s writes them', (format, numbers, written) => {
    expect(numbers.map((number) => numeral(number, format)).join(' ')).toBe(written);
  });
});

describe('what is refused', () => {
  const refusal = async (bytes: Uint8Array) => {
    const error: unknown = await readDocx(bytes).catch((thrown: unknown) => thrown);
    if (!(error instanceof Refusal)) throw new Error(`not refused: ${String(error)}`);
    return error.message;
  };

  it('is an archive that unpacks to more than a document', async () => {
    const bomb = makeDocx({ body: `<w:p><w:r><w:t>${'水'.repeat(20_000_000)}</w:t></w:r></w:p>` });
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await refusal(bomb)).toMatch(/unpacks to more than 50 MB/u);
  });

  it('is an archive of many parts that do so together', async () => {
    const part = strToU8(' '.repeat(9_000_000));
    const others = Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`word/header${i}.xml`, part]));
    expect(await refusal(makeDocx({ body: paragraph('甲'), others }))).toMatch(/unpacks to more than/u);
  });

  it('is an archive of more files than a document has', async () => {
    const others = Object.fromEntries(Array.from({ length: 5001 }, (_, i) => [`a/${i}`, new Uint8Array()]));
    expect(await refusal(makeDocx({ body: paragraph('甲'), others }))).toMatch(/unpacks to more than/u);
  });

  it('is an archive that is no document, and one that is broken', async () => {
    expect(await refusal(zipSync({ 'a.txt': strToU8('甲') }))).toMatch(/no DOCX file; unpack it/u);
    expect(await refusal(makeDocx({ body: paragraph('甲') }).subarray(0, 200))).toMatch(
      /broken DOCX file; fetch it/u,
    );
  });
});

it('unpacks no part to more than the archive says of it', async () => {
  const bytes = makeDocx({ body: paragraph('水'.repeat(1_000_000)) });
  // The size of the only part stands in the archive's directory at its end; it is made to lie.
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = view.getUint32(bytes.length - 22 + 16, true);
  view.setUint32(directory + 24, 1000, true);
  const outcome = await readDocx(bytes).catch((error: unknown) => error);
  const size = outcome instanceof Refusal ? 0 : JSON.stringify(outcome).length;
  expect(size).toBeLessThan(2000);
});

it('leaves pictures alone, however large, and entities as they are', async () => {
  const picture = strToU8(' '.repeat(60_000_000));
  expect(await linesOf({ body: paragraph('甲'), others: { 'word/media/image1.png': picture } })).toEqual([
    '甲',
  ]);

  const document =
    '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "甲甲甲甲甲甲甲甲甲甲"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">' +
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY f SYSTEM "file:///etc/hostname">]>' +
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>' +
    '<w:p><w:r><w:t>乙&c;&f;丙</w:t></w:r></w:p></w:body></w:document>';
  const reading = await readDocx(zipSync({ 'word/document.xml': strToU8(document) })).catch(() => undefined);
  expect((reading?.lines ?? []).join('').length).toBeLessThan(20);
});

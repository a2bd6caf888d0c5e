import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';

import { readPdf } from '../../src/import/pdf/read-pdf.ts';
import { Refusal } from '../../src/import/reading.ts';
import { makePdf, typeset, type Drawing } from './make-pdf.ts';

const linesOf = async (...pages: Drawing[]) => (await readPdf(makePdf(pages))).lines;

const LONG =
  '因农村饮用水管网改造工程施工需要，我公司定于二〇二二年五月十二日至五月十四日对长安镇、许村镇部分区域' +
  '分批实施计划停水。现将有关事项通知如下：';

describe('the lines of a PDF file', () => {
  it('are its paragraphs, put together again from the lines that they are set on', async () => {
    const texts = [...typeset(LONG, 700), ...typeset('一、停水时间', 600), ...typeset('五月十二日。', 572)];
    expect(await linesOf({ texts })).toEqual([LONG, '一、停水时间', '五月十二日。']);
  });

  it('part paragraphs that end at the margin by the indent of the next', async () => {
    const full = LONG.slice(0, 26);
    expect(await linesOf({ texts: [...typeset(full, 700), ...typeset(LONG, 672)] })).toEqual([full, LONG]);
  });

  it('go on where they hang below the label of an item', async () => {
    const item = `一、${LONG}`;
    const hanging = [item.slice(0, 32), item.slice(32, 62), item.slice(62)];
    const texts = hanging.map((text, i) => [i === 0 ? 90 : 114, 700 - 28 * i, 12, text] as const);
    const next = [90, 616, 12, '二、停水时间'] as const;
    expect(await linesOf({ texts: [...texts, next] })).toEqual([item, '二、停水时间']);
  });

  it('keep a paragraph whole that goes on on the next page, and drop page numbers and running heads', async () => {
    const [first, ...others] = typeset(LONG, 140);
    if (first === undefined) throw new Error('nothing is typeset');
    const head = [200, 800, 12, '海宁市水务集团文件'] as const;
    const pages = [
      { texts: [head, first, [270, 50, 12, '— 1 —'] as const] },
      {
        texts: [
          head,
          ...others.map(([x, , size, text], i) => [x, 700 - i * 28, size, text] as const),
          [270, 50, 12, '— 2 —'] as const,
        ],
      },
    ];
    expect(await linesOf(...pages)).toEqual([LONG]);
  });

  it('take a headline on two lines as one, and apart from what is above and below', async () => {
    const texts: Drawing['texts'] = [
      [180, 770, 36, '海宁市文件'],
      [90, 700, 22, '海宁市水务集团关于长安镇许村镇部分'],
      [200, 666, 22, '区域计划停水的通知'],
      ...typeset(LONG, 620),
    ];
    expect(await linesOf({ texts })).toEqual([
      '海宁市文件',
      '海宁市水务集团关于长安镇许村镇部分区域计划停水的通知',
      LONG,
    ]);
  });

  it('read radicals as the characters that they look like', async () => {
    const texts: Drawing['texts'] = [...typeset('⼈⼯饮⽤⽔，请广大用户提前做好储水准备。', 700)];
    expect(await linesOf({ texts })).toEqual(['人工饮用水，请广大用户提前做好储水准备。']);
  });

  it('set words and far-apart names apart', async () => {
    const texts: Drawing['texts'] = [
      [74, 700, 16, '市住建局'],
      [180, 700, 16, '市财政局'],
      [74, 660, 16, 'Notice'],
      [126, 660, 16, 'Bot'],
      [74, 620, 16, '第'],
      [91, 620, 16, '一'],
      [108, 620, 16, '条'],
    ];
    expect(await linesOf({ texts })).toEqual(['市住建局　市财政局', 'Notice Bot', '第一条']);
  });
});

describe('tables', () => {
  const texts: Drawing['texts'] = [
    [80, 680, 12, '停水时间'],
    [180, 680, 12, '停水区域'],
    [80, 650, 12, '五月十二日'],
    [180, 655, 12, '长安镇东陈村、'],
    [180, 638, 12, '兴城村'],
    [80, 600, 12, '五月十三日'],
    [180, 600, 12, '许村镇'],
  ];
  const rows = ['停水时间 | 停水区域', '五月十二日 | 长安镇东陈村、兴城村', '五月十三日 | 许村镇'];
  const [ys, xs] = [
    [700, 670, 625, 590],
    [74, 174, 400],
  ];

  it('are rows, with the lines in a cell put together', async () => {
    const lines: Drawing['lines'] = [
      ...ys.map((y) => [74, y, 400, y] as const),
      ...xs.map((x) => [x, 700, x, 590] as const),
    ];
    expect(await linesOf({ texts, lines })).toEqual(rows);
  });

  it('may be ruled by thin boxes, as Word rules them', async () => {
    const boxes: Drawing['boxes'] = [
      ...ys.map((y) => [74, y, 326, 0.5] as const),
      ...xs.map((x) => [x, 590, 0.5, 110] as const),
    ];
    expect(await linesOf({ texts, boxes })).toEqual(rows);
  });

  it('may be open at their sides', async () => {
    const lines: Drawing['lines'] = [...ys.map((y) => [74, y, 400, y] as const), [174, 700, 174, 590]];
    expect(await linesOf({ texts, lines })).toEqual(rows);
  });

  it('repeat a cell that spans rows, and not one that spans columns', async () => {
    const merged: Drawing['texts'] = [
      [80, 680, 12, '停水安排（单位：公司）'],
      [80, 630, 12, '五月十二日'],
      [180, 650, 12, '东陈村'],
      [180, 605, 12, '兴城村'],
    ];
    const lines: Drawing['lines'] = [
      ...[700, 670, 590].map((y) => [74, y, 400, y] as const),
      [174, 625, 400, 625],
      ...[74, 400].map((x) => [x, 700, x, 590] as const),
      [174, 670, 174, 590],
    ];
    expect(await linesOf({ texts: merged, lines })).toEqual([
      '停水安排（单位：公司）',
      '五月十二日 | 东陈村',
      '五月十二日 | 兴城村',
    ]);
  });

  it('stand between the paragraphs above and below them', async () => {
    const lines: Drawing['lines'] = [
      ...ys.map((y) => [74, y, 400, y] as const),
      ...xs.map((x) => [x, 700, x, 590] as const),
    ];
    const all = [...typeset('一、停水时间', 740), ...texts, ...typeset('特此通知。', 540)];
    expect(await linesOf({ texts: all, lines })).toEqual(['一、停水时间', ...rows, '特此通知。']);
  });

  it('are no frames, underlines and rules', async () => {
    const lines: Drawing['lines'] = [
      [60, 720, 520, 720],
      [60, 400, 520, 400],
      [60, 720, 60, 400],
      [520, 720, 520, 400],
      [74, 698, 200, 698],
    ];
    expect(await linesOf({ texts: typeset('供水热线：0573-87290000', 700), lines })).toEqual([
      '供水热线：0573-87290000',
    ]);
  });
});

describe('what is refused', () => {
  const refusal = async (bytes: Uint8Array) => {
    const error: unknown = await readPdf(bytes).catch((thrown: unknown) => thrown);
    if (!(error instanceof Refusal)) throw new Error(`not refused: ${String(error)}`);
    return error.message;
  };
  const pdfkit = async (options: PDFKit.PDFDocumentOptions, draw: (document: PDFKit.PDFDocument) => void) => {
    const document = new PDFDocument(options);
    const bytes = buffer(document);
    draw(document);
    document.end();
    return Uint8Array.from(await bytes);
  };

  it('is a file that asks for a password', async () => {
    const bytes = await pdfkit({ userPassword: 'secret' }, (document) => void document.text('Water'));
    expect(await refusal(bytes)).toBe('is protected by a password; save a copy without one');
  });

  it('is a file of pictures', async () => {
    const bytes = await pdfkit({}, (document) => void document.rect(10, 10, 300, 300).fill());
    expect(await refusal(bytes)).toMatch(/pictures of pages and no text; recognise the text \(OCR\)/u);
  });

  it('is a file that is broken', async () => {
    expect(await refusal(new TextEncoder().encode('%PDF-1.7\nnothing'))).toMatch(
      /broken PDF file; fetch it again/u,
    );
  });

  it('is a book', async () => {
    const pages = Array.from({ length: 301 }, () => ({ texts: [] }));
    expect(await refusal(makePdf(pages))).toMatch(/has 301 pages; split it/u);
  });
});

it('reads a file that only forbids copying, and says which pages have no text', async () => {
  const document = new PDFDocument({ ownerPassword: 'secret', permissions: { copying: false } });
  const bytes = buffer(document);
  document.text('The water supply of the village is cut off on 12 May.').addPage();
  document.end();
  expect(await readPdf(Uint8Array.from(await bytes))).toMatchObject({
    lines: ['The water supply of the village is cut off on 12 May.'],
    warnings: ['has no text on page 2; read the picture there'],
  });
});

it('leaves out what is stamped across a page', async () => {
  const document = new PDFDocument();
  const bytes = buffer(document);
  document.text('The water supply of the village is cut off on 12 May.');
  document.rotate(45).fontSize(40).text('DRAFT', 300, 0, { lineBreak: false });
  document.end();
  expect(await readPdf(Uint8Array.from(await bytes))).toMatchObject({
    lines: ['The water supply of the village is cut off on 12 May.'],
  });
});

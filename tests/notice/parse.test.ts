import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Notice } from '../../src/notice/notice.ts';
import { parseNotice } from '../../src/notice/parse.ts';
import { originOf } from '../../src/text/mapped-text.ts';
import { slice } from '../../src/text/range.ts';
import { anyText, damage, damagedText } from './damage.ts';

function parse(raw: string): Notice {
  const notice = parseNotice('the-id', raw);
  if (notice === undefined) throw new Error('no notice was read');
  return notice;
}

function sentences(notice: Notice): string[] {
  return notice.passages.flatMap((passage) => passage.sentences.map(({ text }) => text));
}

describe('the title', () => {
  it.each([
    ['is the first line', '種茶通知\n甲縣種茶。', '種茶通知'],
    ['may be a question', '為什麼種茶？\n甲縣種茶。', '為什麼種茶？'],
    ['is trimmed', '\n\u3000\u3000種茶通知  \n甲縣種茶。', '種茶通知'],
    ['is repaired', '質(zhì)量標(biāo)準(zhǔn)\n甲縣種茶。', '質量標準'],
    ['stands below a byte order mark', '\ufeff種茶通知\n甲縣種茶。', '種茶通知'],
    ['ends before Windows line ends', '種茶通知\r\n甲縣種茶。\r\n', '種茶通知'],
    ['ends before old Macintosh line ends', '種茶通知\r甲縣種茶。\r', '種茶通知'],
    ['stands below a line of signs', '————\n種茶通知\n甲縣種茶。', '種茶通知'],
    ['stands below a date', '發布日期：2021-03-16\n種茶通知\n甲縣種茶。', '種茶通知'],
  ])('%s', (_, raw, title) => {
    const notice = parse(raw);
    expect(notice.title).toBe(title);
    expect(notice.titleLine?.text).toBe(title);
    expect(sentences(notice)).toEqual(['甲縣種茶。']);
  });

  it.each([
    ['a sentence', '甲縣種茶。\n乙縣養蠶。'],
    ['half a sentence', '甲縣種茶，\n乙縣養蠶。'],
    ['longer than a headline', `${'甲縣種茶'.repeat(30)}\n乙縣養蠶。`],
    ['all there is', '甲縣種茶'],
    ['the date', '發布日期：2021-03-16\n甲縣種茶。'],
  ])('is not a first line that is %s; then the id stands for it', (_, raw) => {
    const notice = parse(raw);
    expect(notice.title).toBe('the-id');
    expect(notice.titleLine).toBeNull();
    expect(sentences(notice)[0]).toContain('甲縣種茶');
  });
});

describe('front matter', () => {
  const HEAD = '---\ntitle: 種茶\ndate: 2024-01-02\nissuer: 縣政府\nurl: https://example.org/1\n---\n';

  it('wins over what is found in the text', () => {
    expect(parse(`${HEAD}種茶通知\n來源：市政府 發布日期：2021-03-16\n甲縣種茶。`)).toMatchObject({
      title: '種茶',
      publishedOn: '2024-01-02',
      issuer: '縣政府',
      url: 'https://example.org/1',
    });
  });

  it('leaves what it does not give to the text', () => {
    expect(parse('---\nissuer: 縣政府\n---\n種茶通知\n發布日期：2021-03-16\n甲縣種茶。')).toMatchObject({
      title: '種茶通知',
      publishedOn: '2021-03-16',
      issuer: '縣政府',
      url: null,
    });
  });

  it('gives the document number, the region and the document that the notice was imported from', () => {
    const head = '---\nnumber: 農發〔2024〕7號\nregion: 甲縣\nsource: 種茶.pdf\n---\n';
    expect(parse(`${head}種茶通知\n甲縣種茶。`)).toMatchObject({
      number: '農發〔2024〕7號',
      region: '甲縣',
      source: '種茶.pdf',
    });
  });

  it('with a title leaves a first line that is another to the paragraphs', () => {
    const notice = parse(`${HEAD}一、背景\n甲縣種茶。`);
    expect(notice.titleLine).toBeNull();
    expect(sentences(notice)).toEqual(['一、背景', '甲縣種茶。']);
  });

  it('with a title that the text repeats takes that line for the title', () => {
    const notice = parse(`${HEAD}種茶\n甲縣種茶。`);
    expect(notice.titleLine?.text).toBe('種茶');
    expect(sentences(notice)).toEqual(['甲縣種茶。']);
  });

  it.each([
    ['Windows line ends', '---\r\ntitle: 種茶\r\n---\r\n甲縣種茶。'],
    ['a byte order mark', '\ufeff---\ntitle: 種茶\n---\n甲縣種茶。'],
    ['a number as title', '---\ntitle: 2024\n---\n甲縣種茶。'],
    ['nothing behind it but one sentence', '---\ntitle: 種茶\n---\n甲縣種茶。'],
  ])('is read with %s', (_, raw) => {
    const notice = parse(raw);
    expect(notice.title).toMatch(/^(種茶|2024)$/);
    expect(sentences(notice)).toEqual(['甲縣種茶。']);
    expect(
      slice(notice.raw, originOf(notice.origin, notice.passages[0]?.range ?? { start: 0, end: 0 })),
    ).toBe('甲縣種茶。');
  });

  it.each([
    ['is not YAML', '---\ntitle: [\n---\n甲縣種茶。'],
    ['is a list', '---\n- 種茶\n---\n甲縣種茶。'],
    ['is a line of text', '---\n種茶通知\n---\n甲縣種茶。'],
    ['does not close', '---\ntitle: 種茶\n甲縣種茶。'],
  ])('that %s belongs to the text', (_, raw) => {
    expect(sentences(parse(raw))).toContain('甲縣種茶。');
    expect(parse(raw).title).not.toBe('種茶');
  });

  it('with a date that is none leaves the date to the text', () => {
    expect(parse('---\ndate: soon\n---\n種茶\n2021-03-16\n甲縣種茶。').publishedOn).toBe('2021-03-16');
  });
});

describe('the issuer', () => {
  it.each([
    ['種茶\n來源：市市場監管局 發布時間：2021-03-16\n甲縣種茶。', '市市場監管局'],
    ['种茶\n发布机构: 甲县政府\n甲县种茶。', '甲县政府'],
    ['種茶\n甲縣種茶。\n甲縣農業農村局\n2024年1月2日', '甲縣農業農村局'],
    ['甲縣農業農村局關於種茶的通知\n甲縣種茶。', '甲縣農業農村局'],
    ['種茶\n甲縣種茶。', null],
  ])('of %j is %s', (raw, issuer) => {
    expect(parse(raw).issuer).toBe(issuer);
  });
});

describe('the document number', () => {
  it.each([
    ['種茶通知\n農發〔2024〕7號\n甲縣種茶。', '農發〔2024〕7號'],
    ['種茶通知\n發文字號：府農字第1120058316號\n甲縣種茶。', '府農字第1120058316號'],
    ['種茶通知\n依農發〔2024〕7號文件，甲縣種茶。', null],
  ])('of %j is %s', (raw, number) => {
    expect(parse(raw).number).toBe(number);
  });
});

describe('the passages', () => {
  it('are the paragraphs, numbered as published, each once', () => {
    const notice = parse('種茶\n2021-03-16\n甲。\n\n乙。\n甲。\n丙。');
    expect(notice.passages.map(({ number, sentences: [first] }) => [number, first?.text])).toEqual([
      [1, '甲。'],
      [2, '乙。'],
      [4, '丙。'],
    ]);
  });

  it('leave out lines without words', () => {
    expect(sentences(parse('種茶\n甲。\n＊＊＊\n———\n乙。'))).toEqual(['甲。', '乙。']);
  });

  it('have sentences with ids that stay the same over starts and differ between notices', () => {
    const ids = (id: string) =>
      parseNotice(id, '種茶\n甲。乙。')?.passages.flatMap((passage) => passage.sentences.map((s) => s.id));
    expect(ids('a')).toEqual(ids('a'));
    expect(new Set([...(ids('a') ?? []), ...(ids('b') ?? [])]).size).toBe(4);
  });
});

describe('a file', () => {
  it.each(['', ' \n\t\n', '\ufeff', '。。。', '---\ntitle: 種茶\n---\n', '【打印此頁】'])(
    'that holds no words (%j) is no notice',
    (raw) => {
      expect(parseNotice('id', raw)).toBeUndefined();
    },
  );

  it('of any kind is read or refused, never a crash, and its sentences lie in it', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const notice = parseNotice('id', raw);
        if (notice === undefined) return;
        const lines = [notice.titleLine, notice.dateLine].filter((line) => line !== null);
        const quoted = [...lines, ...notice.passages.flatMap((passage) => passage.sentences)];
        for (const { range, text } of quoted) {
          expect(slice(notice.text, range)).toBe(text);
          const origin = originOf(notice.origin, range);
          expect(origin.start).toBeLessThan(origin.end);
          expect(origin.end).toBeLessThanOrEqual(raw.length);
        }
      }),
    );
  });

  it('that was damaged proves every sentence: the file there, damaged in the same way, says the same', () => {
    fc.assert(
      fc.property(damagedText, fc.constantFrom('', '\ufeff', '---\ntitle: 種茶\n---\n'), ({ raw }, head) => {
        const notice = parse(head + raw);
        for (const { sentences: all } of notice.passages) {
          for (const { range, text } of all) {
            expect(slice(notice.raw, originOf(notice.origin, range))).toBe(damage(text));
          }
        }
      }),
    );
  });
});

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { decodeText } from '../../src/import/encoding.ts';
import { encode, utf16 } from './encode.ts';

const NOTICES = 'tests/fixtures/notices';
const simplified = readFileSync(`${NOTICES}/school-enrolment-keqiao.txt`, 'utf8');
const traditional = readFileSync(`${NOTICES}/recruitment-hsinchu.txt`, 'utf8');

describe('decodeText', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(simplified), simplified, 'utf-8'],
    ['GB18030', encode(simplified, 'gb18030'), simplified, 'gb18030'],
    ['GB18030 of a Traditional text', encode(traditional, 'gb18030'), traditional, 'gb18030'],
    ['Big5', encode(traditional, 'big5'), traditional, 'big5'],
    ['UTF-16, little end first', utf16(simplified, 'little'), simplified, 'utf-16le'],
    ['UTF-16, big end first', utf16(traditional, 'big'), traditional, 'utf-16be'],
  ])('knows %s without being told', (_, bytes, text, encoding) => {
    expect(decodeText(bytes)).toEqual({ text, encoding, unreadable: 0 });
  });

  it.each([
    ['utf-8', new TextEncoder().encode('\ufeff平湖')],
    ['utf-16le', utf16('\ufeff平湖', 'little')],
    ['utf-16be', utf16('\ufeff平湖', 'big')],
  ])('believes a byte order mark of %s, however short the text', (encoding, bytes) => {
    expect(decodeText(bytes)).toEqual({ text: '平湖', encoding, unreadable: 0 });
  });

  it('knows a single sentence', () => {
    const sentence = '因电网检修需要，定于7月10日停电，请做好准备。';
    expect(decodeText(encode(sentence, 'gb18030'))?.text).toBe(sentence);
    expect(decodeText(encode('請於八月底前以掛號郵寄，逾期不予受理。', 'big5'))?.encoding).toBe('big5');
  });

  it('knows any part of a notice that is a few lines long', () => {
    const lines = simplified.split('\n');
    fc.assert(
      fc.property(fc.nat(lines.length - 4), fc.integer({ min: 3, max: 8 }), (start, count) => {
        const text = lines.slice(start, start + count).join('\n');
        expect(decodeText(encode(text, 'gb18030'))?.text).toBe(text);
        expect(decodeText(utf16(text, 'big'))?.text).toBe(text);
      }),
    );
  });

  it('reads what is declared as GB2312 with the characters of GB18030', () => {
    expect(decodeText(encode('朱镕基', 'gb18030'), 'gb2312')).toMatchObject({
      text: '朱镕基',
      encoding: 'gb18030',
    });
  });

  it('does not believe a declaration that is wrong', () => {
    expect(decodeText(new TextEncoder().encode(simplified), 'gb2312')?.text).toBe(simplified);
    expect(decodeText(encode(simplified, 'gb18030'), 'utf-8')?.text).toBe(simplified);
    expect(decodeText(encode(simplified, 'gb18030'), 'no-such-encoding')?.text).toBe(simplified);
  });

  it('counts the few characters that cannot be read', () => {
    const bytes = new TextEncoder().encode(simplified);
    bytes[300] = 0xff;
    expect(decodeText(bytes)).toMatchObject({ encoding: 'utf-8', unreadable: expect.any(Number) as number });
    expect(decodeText(bytes)?.unreadable).toBeGreaterThan(0);
  });

  it('finds no text in data', () => {
    const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d);
    expect(decodeText(png)).toBeUndefined();
    const noise = Uint8Array.from({ length: 4000 }, (_, i) => (i * i * 31 + i * 7) % 251);
    expect(decodeText(noise)).toBeUndefined();
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void decodeText(bytes)));
  });
});

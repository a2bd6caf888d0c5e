import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { parseNotice } from '../../src/notice/parse.ts';
import { originOf } from '../../src/text/mapped-text.ts';
import { slice } from '../../src/text/range.ts';

const FILE = new URL('../../data/notices/000_4955d98262385171.txt', import.meta.url);
const bytes = readFileSync(FILE);
const notice = parseNotice('000_4955d98262385171', bytes.toString('utf8'));
if (notice === undefined) throw new Error('the first notice cannot be read');

describe('the first notice', () => {
  it('is byte for byte as published', () => {
    expect(bytes).toHaveLength(5863);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(
      '4aee9f0f9af4859a72ae36180aea140a722561eb17d4923acfb31d7b12a144f4',
    );
  });

  it('has its title and date', () => {
    expect(notice.title).toBe('浙江嘉興樹立質量標桿引領產業轉型發展');
    expect(notice.titleLine?.text).toBe(notice.title);
    expect(notice.publishedOn).toBe('2021-03-16');
    expect(notice.dateLine?.text).toBe('發布日期：2021-03-16');
    expect(notice.issuer).toBeNull();
  });

  it('has four paragraphs, for three of the seven are printed twice', () => {
    expect(notice.passages.map(({ number, sentences }) => [number, sentences.length])).toEqual([
      [1, 1],
      [2, 3],
      [3, 2],
      [4, 3],
    ]);
  });

  it('has these sentences', () => {
    expect(notice.passages.flatMap(({ sentences }) => sentences.map(({ text }) => text))).toEqual([
      '近年來，浙江省嘉興市持續打好“質量強市、標準強市、品牌強市和‘浙江制造’品牌建設”系列“組合拳”，深入推進質量提升工作，樹立一批質量標桿，引領傳統特色產業實現轉型發展、蝶變躍升。',
      '“一縣一業一策”推進產業質量提升。',
      '嘉興市圍繞實施新制造“555”行動（建設制造業現代產業體系：5大產業集群、5大新興產業、5大標志性產業鏈），全面啟動特色產業質量提升行動。',
      '按“一縣一業一策”原則，將嘉善的家具及竹木制品、平湖箱包、海鹽核電關聯、海寧經編、桐鄉羊毛衫、南湖特殊鋼、秀洲小家電、經開食品、港區化工新材料，確定為全市首批十個重點質量提升特色產業。',
      '“五個一”工作模式助力傳統制造業轉型。',
      '結合嘉興市“兩高一低”傳統制造業專項整治行動，在深化十大特色產業質量提升的基礎上，提出了“一個產業制定一個提升行動方案、建立一套標準質量體系、建造一個檢驗檢測中心、建設一家產業研究機構、構建一個質效評價體系”的工作模式，調研起草了《嘉興市傳統產業標準質量提升行動方案》《嘉興市傳統制造業標準質量提升行動方案》，力爭通過兩年時間的努力，推動全市木業家具、箱包、緊固件、經編、毛衫、智能家居等重點傳統制造業轉型升級。',
      '“多位一體”建設創新服務綜合體。',
      '市場監管部門聯合經信、科技等部門按照高起點規劃、高標準建設、高質量發展、高效能服務的要求，精準推進全市傳統制造業改造提升。',
      '自2021年起，將綜合行業質量、效益、成長性、前景性等各類因素，重點建設或提升一批以標準體系、檢驗檢測、研究機構、知識產權、工業互聯網、產業鏈等多位一體的傳統行業創新服務綜合體，分類分層分批集成推進行業提升發展，鞏固支柱行業、壯大優勢產業。',
    ]);
  });

  it('can prove each of them: the published characters, without their readings and with wide marks, say the same', () => {
    const { titleLine, dateLine, passages, origin, raw } = notice;
    const wide: Readonly<Record<string, string>> = { ',': '，', ':': '：', '(': '（', ')': '）' };
    const quoted = [titleLine, dateLine, ...passages.flatMap(({ sentences }) => sentences)];
    for (const sentence of quoted.filter((line) => line !== null)) {
      const published = slice(raw, originOf(origin, sentence.range));
      const plain = published
        .replace(/\([a-zà-üāēīōūǎěǐǒǔǖǘǚǜɡ]+\)/g, '')
        .replace(/[,:()]/g, (mark) => wide[mark] ?? mark);
      expect(plain).toBe(sentence.text);
    }
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { repair } from '../../src/notice/repair.ts';
import { originOf } from '../../src/text/mapped-text.ts';
import { slice } from '../../src/text/range.ts';
import { anyText, clean, damage, damagedText } from './damage.ts';

/** Three glosses, for damage is systematic. */
const GLOSSED = '樹立質(zhì)量標(biāo)桿引領(lǐng)';

describe('glosses', () => {
  it.each([
    ['with half-width brackets', '質(zhì)量、標(biāo)準(zhǔn)', '質量、標準'],
    ['with full-width brackets', '質（zhì）量、標（biāo）準（zhǔn）', '質量、標準'],
    ['of a neutral tone', '個(ge)、們(men)、嗎(ma)', '個、們、嗎'],
    ['with ü', '呂(lǚ)、綠(lǜ)、慮(lü)', '呂、綠、慮'],
    ['with combining tone marks', '質(zhi\u0300)、標(bia\u0304o)、準(zhu\u030cn)', '質、標、準'],
    ['on characters in a row', '產(chǎn)業(yè)轉(zhuǎn)型', '產業轉型'],
    ['with a colon for ü', '呂(lu:)、綠(lu:)、慮(lu:)', '呂、綠、慮'],
  ])('%s are removed', (_, raw, repaired) => {
    expect(repair(raw).text).toBe(repaired);
  });

  it.each([
    ['on a character that no converter touches', `${GLOSSED}埇(yǒng)橋`, '樹立質量標桿引領埇（yǒng）橋'],
    ['that are too few to be damage', '會(kuài)計、長(zhǎng)者', '會（kuài）計、長（zhǎng）者'],
    ['that are words', `${GLOSSED}產業(GDP growth)`, '樹立質量標桿引領產業（GDP growth）'],
    ['that are not Latin', `${GLOSSED}業(業)`, '樹立質量標桿引領業（業）'],
    ['that are numbers', `${GLOSSED}產業(2021)`, '樹立質量標桿引領產業（2021）'],
  ])('%s stay', (_, raw, repaired) => {
    expect(repair(raw).text).toBe(repaired);
  });
});

describe('page noise', () => {
  it.each([
    '【打印此頁】',
    '【打印本页】',
    '[关闭窗口]',
    '【字號 大 中 小】',
    '[字体：大 中 小]',
    '【大 中 小】',
    '（字號：大 中 小）',
    '(打印本頁)',
    '（關閉窗口）',
    '【返回頂部】【關閉】',
    '瀏覽次數：1234次',
    '阅读量: 56',
    '点击数：7',
    '阅读：5,231次',
    '字號：[大 中 小]',
    '分享到：微信 微博 QQ空間',
    '分享到：',
  ])('%s is dropped beside the date', (noise) => {
    expect(repair(`發布日期：2021-03-16 ${noise}\n正文。`).text).toBe('發布日期：2021-03-16 \n正文。');
  });

  it.each([
    '打印此頁 關閉窗口',
    '打印本页|返回顶部|收藏',
    '分享到 微信 微博',
    '當前位置：首頁 > 新聞 > 正文',
    '您现在的位置: 首页',
    '首頁 > 招生資訊 > 國小新生入學',
  ])('%s is dropped where it is a line', (noise) => {
    expect(repair(`正文。\n${noise}\r\n正文。`).text.split(/\r?\n/)).toEqual(['正文。', '', '正文。']);
  });

  it.each([
    '全年整治企業50家（關閉12家）。',
    '將經驗分享到全國各地。',
    '數據分享至微信小程序。',
    '發展（分享經濟）與（打印機、復印機）產業。',
    '扶持（大中小）企業。',
    '產品包括【收藏級】瓷器。',
    '大中小企業融通發展。',
    '每人每年閱讀：不少於10本。',
    '關閉落後產能，返回農村創業。',
  ])('%s is text and stays', (text) => {
    expect(repair(text).text).toBe(text);
  });
});

describe('lost full-width spaces', () => {
  it.each([
    ['behind a date', '發布日期：2021-03-16??【專題】', '發布日期：2021-03-16\u3000【專題】'],
    ['at the head of a paragraph', '????近年來。', '\u3000\u3000近年來。'],
    ['behind other space', '  ??近年來。', '  \u3000近年來。'],
    ['behind the office that signs', '平湖市水務有限公司??', '平湖市水務有限公司\u3000'],
    ['in front of another label', '電話：85022345??聯系人：俞師傅', '電話：85022345\u3000聯系人：俞師傅'],
    ['at the end of a date line', '2021年3月16日??', '2021年3月16日\u3000'],
  ])('are restored %s', (_, raw, repaired) => {
    expect(repair(raw).text).toBe(repaired);
  });

  it.each([
    ['a question', '這是什麼??'],
    ['a question for an office', '申請書要交到哪個局??'],
    ['a line of doubt', '??'],
    ['Latin text', 'what??'],
  ])("a writer's own ?? closes %s and stays, in whatever width", (_, raw) => {
    expect(repair(raw).text.replaceAll('？', '?')).toBe(raw);
  });
});

describe('half-width punctuation', () => {
  it.each([
    ['近年來,浙江省', '近年來，浙江省'],
    ['體系:5大產業集群;完', '體系：5大產業集群；完'],
    ['行動(建設體系),啟動', '行動（建設體系），啟動'],
    ['是嗎?好!', '是嗎？好！'],
    ['他說:“好”,又說', '他說：“好”，又說'],
    ['行動(5大)和(a)', '行動（5大）和（a）'],
    ['增(長(快)了)', '增（長（快）了）'],
    ['𠮷,好', '𠮷，好'],
  ])('%s becomes %s', (raw, repaired) => {
    expect(repair(raw).text).toBe(repaired);
  });

  it.each(['1,000.5', '3:1', 'http://a.cn/?a=b', 'Hello, world!', '17:15', 'f(x)', ')('])(
    '%s stays',
    (text) => {
      expect(repair(text).text).toBe(text);
    },
  );

  it('closes brackets as they were opened, each line for itself', () => {
    expect(repair('行動(a\nb)，f(x)').text).toBe('行動（a\nb)，f(x)');
  });
});

describe('any text', () => {
  it('comes back with a map as long as itself, in order and inside the file', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const { text, starts, ends } = repair(raw);
        expect([starts.length, ends.length]).toEqual([text.length, text.length]);
        for (let i = 0; i < text.length; i++) {
          expect(starts[i]).toBeGreaterThanOrEqual(starts[i - 1] ?? 0);
          expect(ends[i]).toBeGreaterThan(starts[i] ?? 0);
          expect(ends[i]).toBeLessThanOrEqual(raw.length);
        }
      }),
    );
  });

  it('holds no Han character that is not in the file where its map says', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const repaired = repair(raw);
        for (const { index, 0: character } of repaired.text.matchAll(/\p{Script=Han}/gu)) {
          const origin = originOf(repaired, { start: index, end: index + character.length });
          expect(slice(raw, origin)).toContain(character);
        }
      }),
    );
  });

  it('without damage comes back as it is, mapped to itself', () => {
    fc.assert(
      fc.property(clean, (text) => {
        const repaired = repair(text);
        expect(repaired.text).toBe(text);
        expect(Array.from(repaired.starts)).toEqual(Array.from(text, (_, i) => i));
      }),
    );
  });

  it('that was damaged comes back as it was', () => {
    fc.assert(
      fc.property(damagedText, ({ text, raw }) => {
        expect(repair(raw).text).toBe(text);
      }),
    );
  });

  it('that was damaged can be proved piece by piece: the file there, damaged in the same way, says the same', () => {
    fc.assert(
      fc.property(damagedText, fc.nat(), fc.nat(), ({ text, raw }, a, b) => {
        const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
        const range = { start: start ?? 0, end: end ?? 0 };
        expect(slice(raw, originOf(repair(raw), range))).toBe(damage(slice(text, range)));
      }),
    );
  });

  it.each([
    ['opening brackets', '（'],
    ['half-width brackets', '('],
    ['spaces', ' '],
    ['question marks', '? '],
    ['font buttons', '字號 '],
    ['a font button and spaces', ' ', '字號'],
    ['print buttons', '打印'],
    ['an open bracket and spaces', ' ', '【'],
  ])('of 200,000 %s is repaired within the time of a test', (_, unit, head = '') => {
    const raw = head + unit.repeat(200_000);
    expect(repair(raw).text.length).toBeGreaterThanOrEqual(0);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { findEnumerations } from '../../src/lexicon/enumerations.ts';
import { createIntlSegmenter } from '../../src/text/segmenter.ts';
import { tagged } from './tagged.ts';

/** The lists of a text that was cut by hand: their items, and what is called their label and their lead. */
function lists(source: string) {
  const { folded, words } = tagged(source);
  return findEnumerations(folded, words).map(({ items, label, lead }) => ({
    items: items.map(({ start, end }) => folded.slice(start, end)),
    label: label && folded.slice(label.start, label.end),
    lead: lead && folded.slice(lead.start, lead.end),
  }));
}

function items(source: string): string[][] {
  return lists(source).map((list) => list.items);
}

describe('a list', () => {
  it.each([
    ['is two items with 、 between them', '箱包/n 、/x 经编/n', [['箱包', '经编']]],
    ['has as many items as are parted', '木业/n 、/x 箱包/n 、/x 经编/n', [['木业', '箱包', '经编']]],
    ['ends behind 和', '木业/n 、/x 箱包/n 和/c 经编/n', [['木业', '箱包', '经编']]],
    ['ends behind 以及', '木业/n 、/x 箱包/n 以及/c 经编/n', [['木业', '箱包', '经编']]],
    ['ends behind 及', '木业/n 、/x 箱包/n 及/c 经编/n', [['木业', '箱包', '经编']]],
    ['has items of several words', '木业/n 家具/n 、/x 智能/n 家居/n', [['木业家具', '智能家居']]],
    ['begins behind a word that leads in', '综合/v 质量/n 、/x 效益/n', [['质量', '效益']]],
    ['begins behind a preposition', '于/p 质量/n 、/x 效益/n', [['质量', '效益']]],
    ['begins behind the last of several', '以/p 推动/v 全市/n 木业/n 、/x 箱包/n', [['木业', '箱包']]],
    ['ends before 的', '高起点/n 、/x 高标准/n 的/uj 要求/n', [['高起点', '高标准']]],
    ['ends before 等', '经信/j 、/x 科技/n 等/u 部门/n', [['经信', '科技']]],
    ['stands in its clause', '近年来/t ,/x 木业/n 、/x 箱包/n ,/x 转型/v', [['木业', '箱包']]],
    ['stands in quotation marks', '“/x 强市/n 、/x 强县/n ”/x 建设/v', [['强市', '强县']]],
    ['stands in brackets', '行业/n (/x 木业/n 、/x 箱包/n )/x 转型/v', [['木业', '箱包']]],
  ])('%s', (_, source, expected) => {
    expect(items(source)).toEqual(expected);
  });

  it.each([
    ['one item', '箱包/n'],
    ['items that 和 alone parts', '箱包/n 和/c 经编/n'],
    ['items that commas part', '箱包/n ,/x 经编/n'],
    ['an item and nothing behind the 、', '箱包/n 、/x'],
    ['a 、 alone', '、/x'],
    ['nothing', ''],
  ])('is not %s', (_, source) => {
    expect(items(source)).toEqual([]);
  });

  it('ends where another sentence mark stands, and another begins', () => {
    expect(items('木业/n 、/x 箱包/n ;/x 经编/n 、/x 毛衫/n')).toEqual([
      ['木业', '箱包'],
      ['经编', '毛衫'],
    ]);
  });

  it('ends behind 等 and its label, and another may follow in the same clause', () => {
    expect(
      lists('经信/j 、/x 科技/n 等/u 部门/n 按照/p 高起点/n 规划/n 、/x 高标准/n 建设/vn 的/uj 要求/n'),
    ).toEqual([
      { items: ['经信', '科技'], label: '部门', lead: null },
      { items: ['高起点规划', '高标准建设'], label: '要求', lead: null },
    ]);
  });

  it('keeps the word that leads in where nothing else is left of the item', () => {
    expect(items('综合/v 、/x 效益/n')).toEqual([['综合', '效益']]);
  });

  it('is not parted at a 和 that its last item begins with', () => {
    expect(items('箱包/n 、/x 和/c 服/n')).toEqual([['箱包', '和服']]);
  });

  it('is parted at a 和 that the segmenter took into a word that it does not know', () => {
    expect(items('质量/n 强市/x 、/x 品牌/n 强市和/x 品牌/n 建设/vn')).toEqual([
      ['质量强市', '品牌强市', '品牌建设'],
    ]);
    // But a word of the dictionary that ends so stays whole.
    expect(items('木业/n 、/x 天时地利人和/n 经编/n')).toEqual([['木业', '天时地利人和经编']]);
  });
});

describe('the label of a list', () => {
  it.each([
    ['is what follows 等', '经信/j 、/x 科技/n 等/u 部门/n', '部门'],
    ['is what follows 的', '规划/n 、/x 建设/vn 的/uj 要求/n', '要求'],
    ['has several nouns', '木业/n 、/x 箱包/n 等/u 重点/n 制造业/n', '重点制造业'],
    ['leaves out 各类 and the like', '质量/n 、/x 效益/n 等/u 各类/r 因素/n', '因素'],
    ['ends before a verb', '经信/j 、/x 科技/n 等/u 部门/n 联合/v 推进/v', '部门'],
    ['ends before a preposition', '经信/j 、/x 科技/n 等/u 部门/n 按照/p 要求/n', '部门'],
    ['ends before a comma', '经信/j 、/x 科技/n 等/u 部门/n ,/x 联合/v', '部门'],
    ['is what follows 等等', '经信/j 、/x 科技/n 等等/u 部门/n', '部门'],
  ])('%s', (_, source, label) => {
    expect(lists(source).map((list) => list.label)).toEqual([label]);
  });

  it.each([
    ['nothing follows', '木业/n 、/x 箱包/n'],
    ['nothing follows 等', '木业/n 、/x 箱包/n 等/u'],
    ['a mark follows 等', '木业/n 、/x 箱包/n 等/u 。/x'],
  ])('is missing where %s', (_, source) => {
    expect(lists(source).map((list) => list.label)).toEqual([null]);
  });
});

describe('the lead of a list', () => {
  it.each([
    ['is what stands in front of its colon', '现代/t 产业/n 体系/n :/x 木业/n 、/x 箱包/n', '现代产业体系'],
    ['begins behind a comma', '建设/v ,/x 体系/n :/x 木业/n 、/x 箱包/n', '体系'],
    ['begins behind a bracket', '行动/vn (/x 体系/n :/x 木业/n 、/x 箱包/n )/x', '体系'],
    ['is missing without a colon', '体系/n ,/x 木业/n 、/x 箱包/n', null],
    ['is missing where nothing stands in front of the colon', ':/x 木业/n 、/x 箱包/n', null],
  ])('%s', (_, source, lead) => {
    expect(lists(source).map((list) => list.lead)).toEqual([lead]);
  });
});

describe('the lists of any text', () => {
  const segmenter = createIntlSegmenter();
  const texts = fc.string({
    unit: fc.constantFrom(
      '、',
      '、',
      '木业',
      '箱包',
      '等',
      '的',
      '和',
      '以及',
      ',',
      ':',
      '“',
      '”',
      '(',
      ')',
      '各类',
      'a',
    ),
  });

  it('stand in order, and their items in them, apart and not empty', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let listEnd = 0;
        for (const list of findEnumerations(text, segmenter.cut(text))) {
          expect(list.start).toBeGreaterThanOrEqual(listEnd);
          expect(list.items.length).toBeGreaterThanOrEqual(2);
          let position = list.start;
          for (const { start, end } of list.items) {
            expect(start).toBeGreaterThanOrEqual(position);
            expect(end).toBeGreaterThan(start);
            position = end;
          }
          expect(list.end).toBeGreaterThanOrEqual(position);
          expect(list.end).toBeLessThanOrEqual(text.length);
          listEnd = list.end;
        }
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';

import { unwrap } from '../../src/import/unwrap.ts';

const WRAPPED = [
  '關於停水的公告',
  '主旨：公告本市板橋區及中和區部分地區自',
  '六月三日起辦理污水下水道用戶接管工程，',
  '請配合拆除違建。',
  '公告事項：',
  '一、施工範圍為板橋區文化路一段至二段、',
  '中和區景平路二〇〇號至四五〇號。',
  '二、住戶應於五月三十一日前自行拆除後巷',
  '違建，並預留七十五公分以上之施工空間。',
  '局長　宋德仁',
];

describe('a text that is wrapped at one width', () => {
  it('is put together again, item by item', () => {
    expect(unwrap(WRAPPED)).toEqual([
      '關於停水的公告',
      '主旨：公告本市板橋區及中和區部分地區自六月三日起辦理污水下水道用戶接管工程，請配合拆除違建。',
      '公告事項：',
      '一、施工範圍為板橋區文化路一段至二段、中和區景平路二〇〇號至四五〇號。',
      '二、住戶應於五月三十一日前自行拆除後巷違建，並預留七十五公分以上之施工空間。',
      '局長　宋德仁',
    ]);
  });

  it('keeps a space between Latin words', () => {
    const paragraph = [
      'Water supply will be suspended in',
      'Wenhua Road from the third to the',
      'fifth of June.',
    ];
    expect(unwrap(['Title', 'To all users:', ...paragraph, ...paragraph])).toEqual([
      'Title',
      'To all users:',
      paragraph.join(' '),
      paragraph.join(' '),
    ]);
  });
});

describe('another text stays as it is:', () => {
  it.each([
    [
      'paragraphs',
      ['停水通知', ...Array.from({ length: 6 }, () => '因管网改造，定于六月三日对下列区域停水。')],
    ],
    [
      'a list without sentences',
      ['名单', ...Array.from({ length: 8 }, (_, i) => `桐乡市梧桐街道庆丰南路社区居委会${i}`)],
    ],
    [
      'rows of a table',
      ['表', ...Array.from({ length: 8 }, (_, i) => `${i} | 桐乡市梧桐街道庆丰南路 | 八时至十二时`)],
    ],
    ['long paragraphs', ['通知', ...Array.from({ length: 5 }, () => `${'因管网改造'.repeat(12)}，停水`)]],
    ['nothing', []],
  ])('%s', (_, lines) => {
    expect(unwrap(lines)).toEqual(lines);
  });
});

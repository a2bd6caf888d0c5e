import { describe, expect, it } from 'vitest';

import { createExtractor, loadExtractor } from '../../../src/answer/extraction/extractor.ts';
import { EXTRACTION_FEATURES } from '../../../src/answer/extraction/features.ts';
import { parseQuestion } from '../../../src/answer/question/question.ts';
import { createLexicon } from '../../../src/lexicon/lexicon.ts';
import { jiebaOrNone } from '../../lexicon/segmenters.ts';
import { noticeOf } from '../../support/answerers.ts';

const jieba = jiebaOrNone();

/** A tree that likes cells, and nothing else. */
const features = EXTRACTION_FEATURES.map(({ name }) => name);
const likesCells = {
  features,
  bias: 0,
  trees: [
    {
      feature: [features.indexOf('is cell'), -1, -1],
      threshold: [0.5, 0, 0],
      value: [0, -3, 3],
      right: [2, 0, 0],
    },
  ],
};

describe.runIf(jieba !== undefined)('the short answer in a sentence', () => {
  /** The extracted of the last line of a notice. */
  function extracted(
    extractor: ReturnType<typeof loadExtractor>,
    question: string,
    ...lines: readonly string[]
  ) {
    const segmenter = jieba ?? { name: 'intl', cut: () => [] };
    const lexicon = createLexicon([noticeOf('n', '通知', '发布日期：2021-03-16', ...lines)], segmenter);
    const cut = lexicon.sentences.at(-1);
    if (cut === undefined) throw new Error('the notice has a sentence');
    return extractor
      .extract(parseQuestion(question, lexicon), cut, lexicon, [])
      .map(({ start, end }) => cut.folded.slice(start, end));
  }

  it('is the likeliest candidate where that is likely enough', () => {
    const extractor = createExtractor({ trees: likesCells, threshold: 0.9 });
    expect(extracted(extractor, '招多少人', '学校 | 计划', '华舍小学 | 450')).toEqual(['华舍小学']);
    expect(extracted(extractor, '招多少人', '计划招收450人。')).toEqual([]);
  });

  it.each([
    ['招标控制价是多少', '2351万元'],
    ['招标控制价改成多少', '2351万元'],
    ['更正前招标控制价是多少', '2386万元'],
    ['招标控制价原来是多少', '2386万元'],
  ])('is in the column of what is now, unless what was is asked for: %s', (question, answer) => {
    const rows = ['事项 | 更正前 | 更正后', '招标控制价 | 2386万元 | 2351万元'];
    expect(extracted(loadExtractor(), question, ...rows)).toEqual([answer]);
  });

  it.each([
    [
      '罚款上限是多少',
      '将第十条的“市建设局”修改为“市执法局”，罚款上限由“3000元”修改为“5000元”。',
      '“5000元”',
    ],
    [
      '原来的罚款上限是多少',
      '将第十条的“市建设局”修改为“市执法局”，罚款上限由“3000元”修改为“5000元”。',
      '3000元',
    ],
    ['非居民用气价格多少', '非居民用气价格由4.08元调整为4.65元。', '4.65元'],
    ['非居民用气以前价格多少', '非居民用气价格由4.08元调整为4.65元。', '4.08元'],
  ])('is what is now in a sentence that tells a change: %s', (question, line, answer) => {
    expect(extracted(loadExtractor(), question, line)).toEqual([answer]);
  });

  it('is in the column of last year where last year is asked for', () => {
    const rows = ['项目 | 去年票价 | 新票价', '成人 | 40元 | 60元'];
    expect(extracted(loadExtractor(), '去年成人票价多少钱', ...rows)).toEqual(['40元']);
    expect(extracted(loadExtractor(), '成人票价多少钱', ...rows)).toEqual(['60元']);
  });

  it('is left to rules that have found several', () => {
    const extractor = createExtractor({ trees: likesCells, threshold: 0 });
    const lexicon = createLexicon([noticeOf('n', '通知', '巩固优势、壮大产业。')], jieba ?? never());
    const cut = lexicon.sentences.at(-1) ?? never();
    const ruled = [
      { start: 2, end: 4 },
      { start: 7, end: 9 },
    ];
    expect(extractor.extract(parseQuestion('巩固什么、壮大什么', lexicon), cut, lexicon, ruled)).toBe(ruled);
  });

  it.each([
    [
      'the cell under the header that is asked for',
      '华舍小学计划招多少人',
      ['学校 | 班级数 | 招生计划', '华舍小学 | 10 | 450'],
      '450',
    ],
    [
      'the telephone number behind its label',
      '咨询电话是多少',
      ['联系人：沈工，咨询电话：0573-88021100。'],
      '0573-88021100',
    ],
    ['the sum', '每台补助多少钱', ['每台补助15万元。'], '15万元'],
  ])('of the trained extractor is %s', (_, question, lines, answer) => {
    expect(extracted(loadExtractor(), question, ...lines)).toEqual([answer]);
  });
});

it('trees that were trained on other features are refused, with the command that trains them anew', () => {
  expect(() =>
    createExtractor({ trees: { ...likesCells, features: features.slice(1) }, threshold: 0.5 }),
  ).toThrow('npm run train:extractor');
});

function never(): never {
  throw new Error('there is one');
}

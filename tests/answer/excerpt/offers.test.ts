import { describe, expect, it } from 'vitest';

import { offersOf, type OfferKind } from '../../../src/answer/excerpt/offers.ts';
import { createLexicon } from '../../../src/lexicon/lexicon.ts';
import { jiebaOrNone } from '../../lexicon/segmenters.ts';
import { noticeOf } from '../../support/answerers.ts';

/** Where a list begins depends on which words are verbs. */
const jieba = jiebaOrNone();

describe.runIf(jieba !== undefined)('what a sentence offers as an answer', () => {
  /** The offers of a kind in the last line of a notice. */
  function offered(kind: OfferKind, ...lines: readonly string[]): string[] {
    const segmenter = jieba ?? { name: 'intl', cut: () => [] };
    const lexicon = createLexicon([noticeOf('n', '通知', '发布日期：2021-03-16', ...lines)], segmenter);
    const cut = lexicon.sentences.at(-1);
    if (cut === undefined) throw new Error('the notice has a sentence');
    return offersOf(cut, lexicon.standingOf(cut), lexicon.home, [])
      .filter(({ kinds }) => kinds.has(kind))
      .map(({ start, end }) => cut.folded.slice(start, end));
  }

  it('is each cell of a row', () => {
    expect(offered('cell', '学校 | 计划', '华舍小学 | 450')).toEqual(['华舍小学', '450']);
  });

  it('is what stands behind a label, to the end of the sentence', () => {
    expect(offered('value', '联系人:沈工,电话:0573-88021100。')).toEqual([
      '沈工,电话:0573-88021100',
      '0573-88021100',
    ]);
  });

  it('is a list without the verb in front of it, and each of its items', () => {
    expect(offered('list', '审核时须携带户口簿、房产证、预防接种证。')).toContain(
      '户口簿、房产证、预防接种证',
    );
    expect(offered('item', '审核时须携带户口簿、房产证、预防接种证。')).toEqual([
      '户口簿',
      '房产证',
      '预防接种证',
    ]);
  });

  it('is the first and the last moment of a period', () => {
    const line = '报名时间为7月4日至8月31日。';
    expect(offered('time', line)).toEqual(['7月4日至8月31日']);
    expect(offered('beginning', line)).toEqual(['7月4日']);
    expect(offered('end', line)).toEqual(['8月31日']);
  });

  it('is a title with its marks and without', () => {
    expect(offered('quoted', '根据《养犬管理条例》制定本办法。')).toEqual([
      '《养犬管理条例》',
      '养犬管理条例',
    ]);
  });

  it('is what follows a verb, with the verb and without', () => {
    expect(offered('tail', '已下载的投标人须重新下载答疑文件。')).toEqual(
      expect.arrayContaining(['下载答疑文件', '答疑文件']),
    );
  });
});

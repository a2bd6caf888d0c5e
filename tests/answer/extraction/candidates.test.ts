import { describe, expect, it } from 'vitest';

import { spanCandidatesOf, type CandidateKind } from '../../../src/answer/extraction/candidates.ts';
import { createLexicon } from '../../../src/lexicon/lexicon.ts';
import { jiebaOrNone } from '../../lexicon/segmenters.ts';
import { noticeOf } from '../../support/answerers.ts';

/** Where a list begins depends on which words are verbs. */
const jieba = jiebaOrNone();

describe.runIf(jieba !== undefined)('what a sentence candidates as an answer', () => {
  /** The candidates of a kind in the last line of a notice. */
  function candidatesOf(kind: CandidateKind, ...lines: readonly string[]): string[] {
    const segmenter = jieba ?? { name: 'intl', cut: () => [] };
    const lexicon = createLexicon([noticeOf('n', '通知', '发布日期：2021-03-16', ...lines)], segmenter);
    const cut = lexicon.sentences.at(-1);
    if (cut === undefined) throw new Error('the notice has a sentence');
    return spanCandidatesOf(cut, lexicon.standingOf(cut), lexicon.home, [])
      .filter(({ kinds }) => kinds.has(kind))
      .map(({ start, end }) => cut.folded.slice(start, end));
  }

  it('is each cell of a row', () => {
    expect(candidatesOf('cell', '学校 | 计划', '华舍小学 | 450')).toEqual(['华舍小学', '450']);
  });

  it('is what stands behind a label, to the end of the sentence', () => {
    expect(candidatesOf('value', '联系人:沈工,电话:0573-88021100。')).toEqual([
      '沈工,电话:0573-88021100',
      '0573-88021100',
    ]);
  });

  it('ends where another label begins', () => {
    expect(candidatesOf('value', '签发：李强　制作：陈晨')).toEqual(['李强', '陈晨']);
    expect(candidatesOf('clause', '签发：李强　制作：陈晨')).toEqual(['签发', '李强', '制作', '陈晨']);
  });

  it('is a clause with the marks inside its numbers', () => {
    expect(candidatesOf('clause', '每月2,800元，8:30开门。')).toEqual(['每月2,800元', '8:30开门']);
    expect(candidatesOf('value', '时间：8:30开门')).toEqual(['8:30开门']);
  });

  it('is a list without the verb in front of it, and each of its items', () => {
    expect(candidatesOf('list', '审核时须携带户口簿、房产证、预防接种证。')).toContain(
      '户口簿、房产证、预防接种证',
    );
    expect(candidatesOf('item', '审核时须携带户口簿、房产证、预防接种证。')).toEqual([
      '户口簿',
      '房产证',
      '预防接种证',
    ]);
  });

  it('is the first and the last moment of a period', () => {
    const line = '报名时间为7月4日至8月31日。';
    expect(candidatesOf('time', line)).toEqual(['7月4日至8月31日']);
    expect(candidatesOf('beginning', line)).toEqual(['7月4日']);
    expect(candidatesOf('end', line)).toEqual(['8月31日']);
  });

  it('is a title with its marks and without', () => {
    expect(candidatesOf('quoted', '根据《养犬管理条例》制定本办法。')).toEqual([
      '《养犬管理条例》',
      '养犬管理条例',
    ]);
  });

  it('is what follows a verb, with the verb and without', () => {
    expect(candidatesOf('tail', '已下载的投标人须重新下载答疑文件。')).toEqual(
      expect.arrayContaining(['下载答疑文件', '答疑文件']),
    );
  });
});

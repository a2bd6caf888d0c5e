import { describe, expect, it } from 'vitest';

import { findAsked, typeOf } from '../../../src/answer/question/asked.ts';
import { findInterrogatives } from '../../../src/answer/question/interrogatives.ts';
import { findStrangers, findSubjects } from '../../../src/answer/question/subjects.ts';
import { findTerms, kindOf, NOTICE_WORD, withoutAsides } from '../../../src/answer/question/terms.ts';
import { createLexicon } from '../../../src/lexicon/lexicon.ts';
import { createDictionarySegmenter } from '../../lexicon/tagged.ts';
import { noticeOf } from '../../support/answerers.ts';

/** The dictionary is the tests' own, so that what is read does not hang on a segmenter's. */
const segmenter = createDictionarySegmenter(
  '嘉兴/ns 海宁/ns 平湖/ns 平湖市长/n 杭州/ns 经编/n 箱包/n 产业/n 特色/n 重点/n 人口/n 小城/n 工作/vn 模式/n ' +
    '确定/v 为/p 是/v 的/uj 做/v 生产/v 起来/v 厂/n 食品/n 停水/v 先行/v 港区/n 四/m 三有/x 推进/v 原则/n 全面/n ' +
    '2021/m 十个/m 红火/a 机器/n',
);
const lexicon = createLexicon(
  [
    noticeOf(
      'n',
      '嘉兴确定产业',
      '发布日期：2021-03-16',
      '将平湖箱包、海宁经编、嘉兴港区食品，确定为重点特色产业。',
      '“三有”工作模式先行。按原则推进。',
    ),
  ],
  segmenter,
);

const notTaken = () => false;

function terms(folded: string): (readonly [string, string])[] {
  const interrogatives = findInterrogatives(folded, notTaken);
  const subjects = findSubjects(folded, segmenter.cut(folded), lexicon);
  return findTerms(folded, [...subjects, ...interrogatives], lexicon).map(({ text, kind }) => [text, kind]);
}

describe('the terms of a question', () => {
  it.each<[string, string, [string, string][]]>([
    [
      'are its content words with their kinds',
      '海宁确定什么产业',
      [
        ['确定', 'other'],
        ['产业', 'noun'],
      ],
    ],
    ['are values of facts, whole', '哪里做经编', [['经编', 'noun']]],
    [
      'are years and counts',
      '2021的十个产业',
      [
        ['2021', 'number'],
        ['十个', 'number'],
        ['产业', 'noun'],
      ],
    ],
    ['have a suffix that no notice has with the noun before', '海宁的食品厂', [['食品厂', 'noun']]],
    ['have a word of an asking verb as one', '海宁生产什么', [['生产', 'other']]],
    ['have no fillers', '海宁的是做起来', []],
    ['have no marks', '海宁,产业!', [['产业', 'noun']]],
    ['are none of an empty question', '', []],
  ])('%s', (_, folded, expected) => {
    expect(terms(folded)).toEqual(expected);
  });

  it.each<[string, string, string]>([
    ['产业', 'n', 'noun'],
    ['推进', 'v', 'other'],
    ['红火', 'a', 'other'],
    ['2021', 'm', 'number'],
    ['30%', 'x', 'number'],
    ['gdp', 'eng', 'noun'],
    ['厂', 'n', 'noun'],
    ['厂', 'x', 'other'],
    ['摩天轮', 'x', 'noun'],
    ['县', 'n', 'other'],
    ['全面', 'n', 'other'],
  ])('%s tagged %s is of the kind %s', (text, tag, kind) => {
    expect(kindOf(text, tag)).toBe(kind);
  });

  it.each(['这篇文章', '本通知', '文章', '该公告'])('call the notice %s', (words) => {
    expect(NOTICE_WORD.exec(words)?.[0]).toBe(words);
  });
});

describe('what is said by the way', () => {
  function kept(folded: string): string[] {
    const interrogatives = findInterrogatives(folded, notTaken);
    const subjects = findSubjects(folded, segmenter.cut(folded), lexicon);
    const found = findTerms(folded, [...subjects, ...interrogatives], lexicon);
    const asked = findAsked(folded, interrogatives[0], found, lexicon);
    return withoutAsides(found, asked, interrogatives, lexicon).map(({ text }) => text);
  }

  it.each<[string, string, string[]]>([
    ['is dropped where it is common, unknown and tells nothing', '海宁的机器是做什么产业', ['产业']],
    ['stays where it is what is asked for', '海宁的人口是什么', ['人口']],
    ['stays where a notice has it', '海宁的原则是做什么产业', ['原则', '产业']],
    ['stays where nothing else is known', '机器的人口', ['机器', '人口']],
  ])('%s', (_, folded, expected) => {
    expect(kept(folded)).toEqual(expected);
  });
});

describe('the subjects of a question', () => {
  const subjects = (folded: string) =>
    findSubjects(folded, segmenter.cut(folded), lexicon).map(({ start, end }) => folded.slice(start, end));

  it.each<[string, string, string[]]>([
    ['are the names in it', '海宁和平湖', ['海宁', '平湖']],
    ['are a zone with its division', '嘉兴港区做什么', ['嘉兴港区']],
    ['are not in a word of the dictionary', '平湖市长是谁', []],
    ['are an initiative by its name', '三有工作模式', ['三有工作模式']],
    ['are an initiative by its kind alone', '工作模式是什么', ['工作模式']],
    ['are not one by its kind behind a word that says which', '食品工作模式', []],
    ['are none where nothing is named', '什么产业', []],
  ])('%s', (_, folded, expected) => {
    expect(subjects(folded)).toEqual(expected);
  });

  it('leave strangers: the places that no notice mentions', () => {
    const folded = '杭州和海宁';
    const words = segmenter.cut(folded);
    const strangers = findStrangers(folded, words, lexicon, ({ start }) => start === 3);
    expect(strangers).toEqual([{ start: 0, end: 2 }]);
    expect(findStrangers(folded, words, lexicon, () => true)).toEqual([]);
  });
});

describe('what a question asks for', () => {
  function asked(folded: string) {
    const interrogatives = findInterrogatives(folded, notTaken);
    const subjects = findSubjects(folded, segmenter.cut(folded), lexicon);
    const found = findTerms(folded, [...subjects, ...interrogatives], lexicon);
    return findAsked(folded, interrogatives[0], found, lexicon);
  }

  it.each<[string, string, string, boolean]>([
    ['is the noun behind the interrogative', '海宁是什么产业', '产业', true],
    ['is the last noun of its phrase', '海宁是什么特色产业', '产业', true],
    ['is the noun behind 什么样的', '是什么样的产业', '产业', true],
    ['is the noun in front of it', '海宁的产业是什么', '产业', false],
    ['is the last noun of a fragment', '海宁的产业', '产业', false],
    ['is the last noun behind 列出', '列出重点产业', '产业', true],
  ])('%s', (_, folded, noun, follows) => {
    const found = asked(folded);
    expect([found?.term.text, found?.follows]).toEqual([noun, follows]);
  });

  it.each([
    ['only a place is named', '海宁'],
    ['only the interrogative is left', '海宁是什么'],
    ['the noun stands too far away', '人口在平湖和海宁以及嘉兴是多少'],
  ])('is nothing where %s', (_, folded) => {
    expect(asked(folded)).toBeUndefined();
  });

  it('is someone, where what is asked for is an office', () => {
    const term = { text: '部门', kind: 'noun', isName: false, start: 0, end: 2 } as const;
    const what = { type: 'what', start: 3, end: 5 } as const;
    expect(typeOf(what, { term, follows: false })).toBe('who');
    expect(typeOf({ ...what, type: 'when' }, { term, follows: false })).toBe('when');
    expect(typeOf(what, { term: { ...term, text: '产业' }, follows: false })).toBe('what');
    expect(typeOf(undefined, { term, follows: false })).toBe('fragment');
  });
});

import { describe, expect, it } from 'vitest';

import type { Expectation } from '../../src/cli/evaluate/golden-set.ts';
import { judge, judgeVariant } from '../../src/cli/evaluate/judge.ts';
import type { Reply } from '../../src/answer/index.ts';
import { abstained, answered, sentence } from './replies.ts';

function expectSentences(words: string[], ...answer: string[]): Expectation {
  return { status: 'answered', sentences: words.map(sentence), answer };
}

function expectAbstention(...missing: string[]): Expectation {
  return { status: 'abstained', missing };
}

describe('a reply', () => {
  it.each<[string, Expectation, Reply]>([
    ['the sentence', expectSentences(['甲縣']), answered(null, '甲縣')],
    ['one of two right sentences', expectSentences(['甲縣', '乙縣']), answered(null, '乙縣')],
    ['both right sentences', expectSentences(['甲縣', '乙縣']), answered(null, '乙縣', '甲縣')],
    ['the short answer in another script', expectSentences(['乙縣'], '养蚕'), answered('養蠶', '乙縣')],
    ['a longer short answer', expectSentences(['甲縣'], '茶'), answered('種茶', '甲縣')],
    ['all words of the short answer', expectSentences(['甲縣'], '茶', '種'), answered('種茶', '甲縣')],
    ['an abstention', expectAbstention(), abstained()],
    ['an abstention with more missing', expectAbstention('GDP'), abstained('人口', 'gdp總量')],
  ])('passes with %s', (_, expected, reply) => {
    expect(judge(expected, reply).passed).toBe(true);
  });

  it.each<[string, Expectation, Reply]>([
    ['another sentence', expectSentences(['甲縣']), answered('種茶', '乙縣')],
    ['a wrong sentence beside the right one', expectSentences(['甲縣']), answered(null, '甲縣', '乙縣')],
    ['no short answer where one is expected', expectSentences(['甲縣'], '茶'), answered(null, '甲縣')],
    ['half of the short answer', expectSentences(['甲縣'], '種', '稻'), answered('種茶', '甲縣')],
    ['an abstention where there is an answer', expectSentences(['甲縣']), abstained()],
    ['an answer where there is none', expectAbstention(), answered(null, '甲縣')],
    ['an abstention that names something else', expectAbstention('GDP'), abstained('人口')],
    ['an abstention that names nothing', expectAbstention('GDP'), abstained()],
  ])('fails with %s', (_, expected, reply) => {
    expect(judge(expected, reply).passed).toBe(false);
  });

  it.each<[string, Expectation, Reply, boolean]>([
    ['with another short answer', expectSentences(['甲縣'], '茶'), answered('蠶', '甲縣'), true],
    ['with a wrong one beside it', expectSentences(['甲縣']), answered(null, '甲縣', '乙縣'), false],
    ['that is not quoted', expectSentences(['甲縣']), abstained(), false],
    ['where nothing answers', expectAbstention(), abstained(), false],
  ])('has the right sentence or not: one %s', (_, expected, reply, isRight) => {
    expect(judge(expected, reply).quotesRight).toBe(isRight);
  });

  it('is told in words that show what differs', () => {
    expect(judge(expectSentences(['甲縣', '乙縣'], '茶', '蠶'), abstained('丁縣'))).toEqual({
      passed: false,
      quotesRight: false,
      expected: '[茶、蠶] 甲縣種茶。 or 乙縣養蠶。',
      got: 'no answer, missing 丁縣 (no-match)',
    });
    expect(judge(expectAbstention('GDP'), answered('茶', '甲縣'))).toEqual({
      passed: false,
      quotesRight: false,
      expected: 'no answer, missing GDP',
      got: '[茶] 甲縣種茶。',
    });
  });
});

describe('the reply to a variant', () => {
  it.each<[string, Reply, Reply, boolean]>([
    ['the same sentence', answered('茶', '甲縣'), answered(null, '甲縣'), true],
    ['another sentence', answered('茶', '甲縣'), answered('茶', '乙縣'), false],
    ['one sentence more', answered(null, '甲縣'), answered(null, '甲縣', '乙縣'), false],
    ['an abstention for an answer', answered(null, '甲縣'), abstained(), false],
    ['an answer for an abstention', abstained(), answered(null, '甲縣'), false],
    ['another abstention', abstained('GDP'), abstained('人口'), true],
  ])('with %s', (_, original, reply, passed) => {
    expect(judgeVariant(original, reply).passed).toBe(passed);
  });
});

import { describe, expect, it } from 'vitest';

import { parseQuestion } from '../../../src/answer/question/question.ts';
import { findInitiative } from '../../../src/answer/strategies/initiatives.ts';
import { segmenters } from '../../lexicon/segmenters.ts';
import { noticeOf } from '../../support/answerers.ts';
import { industries, outage } from '../notices.ts';
import { highlighted, knowledgeOf, told } from './knowledge.ts';

const labelled = noticeOf(
  'labelled',
  '平安社区建设通知',
  '发布日期：2021-05-01',
  '“多方共治”建设平安社区。综合安全、卫生、交通等因素，逐步推进。',
);

describe.each(segmenters())('with $name, an initiative', (segmenter) => {
  const { lexicon } = knowledgeOf([industries, outage, labelled], segmenter);
  const ask = (question: string) => findInitiative(parseQuestion(question, lexicon));

  it.each([
    ['三有是什么', '立標準、建機構、籌資金'],
    ['「三有」工作模式有哪些內容？', '立標準、建機構、籌資金'],
    ['三有工作模式', '立標準、建機構、籌資金'],
    ['工作模式是什么', '立標準、建機構、籌資金'],
    ['3有包括哪些', '立標準、建機構、籌資金'],
    ['三有工作模式包括哪三个方面', '立標準、建機構、籌資金'],
    ['清风行动是什么', '「清風」行動'],
    ['什么是一县一品', '「一縣一品」原則'],
    ['多方共治有哪些因素', '安全、卫生、交通'],
  ])('answers %s with %s', (question, answer) => {
    expect(told(ask(question))).toMatchObject({ answer });
  });

  it('is quoted by its definition, with its parts highlighted', () => {
    const result = ask('三有是什么');
    expect(told(result)?.quoted).toEqual([expect.stringMatching(/^提出「立標準/u)]);
    expect(highlighted(result)).toEqual([['立標準、建機構、籌資金']]);
  });

  it.each([
    ['十项工作模式是什么', 'it names another one'],
    ['清风行动什么时候开始', 'it asks when'],
    ['清风行动的人口是什么', 'it asks for something else'],
    ['三有和清风行动有什么区别', 'it names two'],
    ['海宁的三有是什么', 'it names a place that has facts'],
    ['杭州的三有是什么', 'it names a place that no notice mentions'],
    ['停水是什么', 'it names none'],
  ])('does not answer %s: %s', (question) => {
    expect(ask(question)).toBeUndefined();
  });
});

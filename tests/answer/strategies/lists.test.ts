import { describe, expect, it } from 'vitest';

import { parseQuestion } from '../../../src/answer/question/question.ts';
import { findByLabel } from '../../../src/answer/strategies/lists.ts';
import { jiebaOrNone } from '../../lexicon/segmenters.ts';
import { noticeOf } from '../../support/answerers.ts';
import { industries, outage } from '../notices.ts';
import { highlighted, knowledgeOf, told } from './knowledge.ts';

const chains = noticeOf(
  'chains',
  '现代产业体系建设通知',
  '发布日期：2021-05-01',
  '建设现代产业体系：纺织、食品、化工，全面推进。',
  '评选范围综合安全、卫生、交通等因素。住建会同公安、消防等单位负责检查。',
);

/** The kinds of words tell where a label ends. */
const jieba = jiebaOrNone();

describe.runIf(jieba !== undefined)('a list', () => {
  const { lexicon, knowledge, candidates } = knowledgeOf(
    [industries, outage, chains],
    jieba ?? { name: 'intl', cut: () => [] },
  );
  const ask = (question: string, among = candidates) =>
    findByLabel(parseQuestion(question, lexicon), knowledge, among);

  it.each([
    ['by the word behind 等', '有哪些因素', '安全、卫生、交通'],
    ['by the noun in front of its colon', '产业体系有哪些', '纺织、食品、化工'],
    [
      'of titles, by what they end with',
      '行动方案有哪些',
      '《嘉興市傳統產業提升行動方案》《嘉興市家具產業提升行動方案》',
    ],
    [
      'of places, by what is stated of them',
      '重点特色产业有哪些',
      '平湖箱包、海寧經編、桐鄉羊毛衫、南湖特殊鋼',
    ],
    ['by their number too', '四个重点特色产业是哪些', '平湖箱包、海寧經編、桐鄉羊毛衫、南湖特殊鋼'],
    ['of who acts, with the word for them', '哪些部门联合推进改造提升', '經信、科技等部門'],
    ['of who acts, with the one that leads', '哪些单位负责检查', '住建会同公安、消防等单位'],
  ])('answers %s: %s', (_, question, answer) => {
    const result = ask(question);
    expect(told(result)).toMatchObject({ answer });
    expect(highlighted(result)).toEqual([[answer]]);
  });

  it.each([
    ['哪个部门推进改造提升', 'it asks for one'],
    ['海宁的重点产业有哪些', 'it names a place that has facts'],
    ['杭州的重点产业有哪些', 'it names a place that no notice mentions'],
    ['什么时候推进', 'it asks when'],
    ['有哪些学校', 'no list is of that kind'],
    ['五个重点特色产业是哪些', 'the list has another number'],
  ])('does not answer %s: %s', (question) => {
    expect(ask(question)).toBeUndefined();
  });

  it('is looked for among the candidates alone', () => {
    expect(ask('有哪些因素', [])).toBeUndefined();
  });
});

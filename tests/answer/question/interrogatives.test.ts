import { describe, expect, it } from 'vitest';

import { findInterrogatives, type QuestionType } from '../../../src/answer/question/interrogatives.ts';

const nothingTaken = () => false;

function found(folded: string): [QuestionType, string][] {
  return findInterrogatives(folded, nothingTaken).map(({ type, start, end }) => [
    type,
    folded.slice(start, end),
  ]);
}

describe('what a question asks for is', () => {
  it.each<[QuestionType, string, string]>([
    ['when', '什么时候停水?', '什么时候'],
    ['when', '何时开始', '何时开始'],
    ['when', '公交专线几号开通', '几号'],
    ['when', '报名时间是几号', '几号'],
    ['how-many', '电话是几号', '几号'],
    ['how-many', '人事室电话号码是几号?', '几号'],
    ['when', '哪一年发布的', '哪一年'],
    ['when', '哪个月开始', '哪个月开始'],
    ['when', '几月几号停水', '几月几号'],
    ['when', '几点前提交', '几点前'],
    ['how-long', '停水多久', '多久'],
    ['how-long', '工期多长时间', '多长时间'],
    ['how-long', '要几个月', '几个月'],
    ['who', '谁负责', '谁'],
    ['who', '联系人是哪位', '哪位'],
    ['who', '哪个部门负责', '哪个'],
    ['who', '哪些单位参加', '哪些'],
    ['where', '在哪里停水', '在哪里'],
    ['where', '哪个县做经编', '哪个县'],
    ['where', '哪些地方停水', '哪些地方'],
    ['where', '窗口在哪', '在哪'],
    ['why', '为什么停水', '为什么'],
    ['why', '停水的目的是什么', '目的是什么'],
    ['why', '这样做有什么用', '有什么用'],
    ['how-many', '停水影响多少户', '多少户'],
    ['how-many', '有几个产业', '几个'],
    ['how-many', '票价多少钱', '多少钱'],
    ['how-many', '风力多大', '多大'],
    ['list', '有哪些产业', '有哪些'],
    ['list', '包括什么', '包括什么'],
    ['list', '列出产业', '列出'],
    ['list', '海宁和平湖分别是什么产业', '分别是什么'],
    ['list', '哪五个产业', '哪五个'],
    ['how', '怎么申请', '怎么'],
    ['how', '如何推进', '如何'],
    ['how', '通过什么推进', '通过什么'],
    ['what', '海宁是什么产业', '什么'],
    ['what', '海宁做啥', '啥'],
    ['what', '何谓一县一业一策', '何谓'],
    ['what', '哪个产业', '哪个'],
    ['what', '海宁的产业为何?', '为何'],
    ['yes-no', '海宁做经编吗', '吗'],
    ['yes-no', '是不是停水', '是不是'],
    ['yes-no', '有没有停水', '有没有'],
  ])('%s in %s', (type, question, words) => {
    expect(found(question)[0]).toEqual([type, words]);
  });

  it.each(['海宁的产业', '停水通知', '', '5大新兴产业', '谢谢'])('nothing in %j, a fragment', (question) => {
    expect(found(question)).toEqual([]);
  });

  it.each<[string, QuestionType, string]>([
    ['确定为什么产业', 'why', 'the 为 belongs to the verb'],
    ['评为什么等级', 'why', 'the 为 belongs to the verb'],
    ['几号线停运', 'when', 'a line of the underground is no day'],
    ['几月新娘', 'how-many', '几月 is a month'],
    ['哪个部门负责', 'what', 'an office is someone'],
    ['在哪些行业推进', 'where', '在 belongs to the verb'],
  ])('%s does not ask for %s: %s', (question, type) => {
    expect(found(question).map(([first]) => first)).not.toContain(type);
  });

  it('each of several, the more telling form first', () => {
    expect(found('谁在什么时候做什么')).toEqual([
      ['when', '什么时候'],
      ['who', '谁'],
      ['what', '什么'],
    ]);
  });

  it('all of one form, in the order of the question', () => {
    expect(findInterrogatives('巩固什么、壮大什么', nothingTaken).map(({ start }) => start)).toEqual([2, 7]);
  });

  it('nothing where its words belong to a name', () => {
    const name = { start: 0, end: 4 };
    expect(
      findInterrogatives('如何行动是什么', ({ start, end }) => start < name.end && name.start < end).map(
        ({ type }) => type,
      ),
    ).toEqual(['what']);
  });

  it('never in words that overlap', () => {
    for (const question of [
      '哪些地方在什么时候停水多少个小时',
      '为什么什么都没有什么用',
      '谁是不是有没有怎么样',
    ]) {
      const ranges = findInterrogatives(question, nothingTaken).sort((a, b) => a.start - b.start);
      for (const [i, { start }] of ranges.entries()) {
        expect(start).toBeGreaterThanOrEqual(ranges[i - 1]?.end ?? 0);
      }
    }
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { createAnswerer } from '../../../src/answer/index.ts';
import { readGoldenSet } from '../../../src/cli/evaluate/golden-set.ts';
import { judge } from '../../../src/cli/evaluate/judge.ts';
import { loadNotices } from '../../../src/notice/load.ts';
import { createSegmenter } from '../../../src/text/segmenter.ts';

const ID = '000_4955d98262385171';
const FILE = `tests/golden/${ID}.yaml`;

const own = await loadNotices('data/notices');
const others = await loadNotices('tests/fixtures/notices');
const notices = [...own.notices, ...others.notices];
const segmenter = createSegmenter(() => undefined);
const answerer = createAnswerer({ notices, segmenter });
const questions = readGoldenSet(FILE, readFileSync(FILE, 'utf8'), notices);

/** What the first notice does not say and others do, or are taken to. */
const ANSWERED_BY_OTHERS = new Map([
  ['申报条件是什么', 'the conditions of the subsidy for lifts'],
  ['截止日期是哪天？', 'the dates of the tender'],
  ['聯繫方式', 'telephone numbers'],
  ['投訴電話', 'telephone numbers'],
  ['桐乡市政府电话是多少', 'the telephone number of an office of 桐乡'],
  ['六個一是哪六個', 'wrong: children of six months'],
  ['1+1等于几', 'wrong: figures'],
  ['附件在哪裡下載？', 'where the documents of the tender are'],
  ['碳達峰行動方案的目標', 'wrong: the aims of another plan of action'],
]);

describe.runIf(segmenter.name === 'jieba')('with the notices of the fixtures beside it', () => {
  it('the first notice still answers its questions to somebody who reads it', () => {
    const failed = questions
      .filter(({ expected }) => expected.status === 'answered')
      .filter(({ question, expected }) => !judge(expected, answerer.ask(question, { reading: ID })).passed);
    expect(failed.map(({ question }) => question)).toEqual([]);
  });

  it('it answers all but those about the notice itself to anybody', () => {
    const failed = questions
      .filter(({ expected }) => expected.status === 'answered')
      .filter(({ question, expected }) => !judge(expected, answerer.ask(question)).passed);
    expect(failed.filter(({ why }) => !/title|date/u.test(why)).map(({ question }) => question)).toEqual([]);
  });

  it('what no notice says is still abstained from', () => {
    const answered = questions
      .filter(({ expected }) => expected.status === 'abstained')
      .filter(({ question }) => answerer.ask(question, { reading: ID }).status === 'answered');
    const unforeseen = answered.filter(({ question }) => !ANSWERED_BY_OTHERS.has(question));
    expect(unforeseen.map(({ question }) => question)).toEqual([]);
  });
});

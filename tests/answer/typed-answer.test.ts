import { describe, expect, it } from 'vitest';

import { parseQuestion } from '../../src/answer/question/question.ts';
import { typedAnswer } from '../../src/answer/typed-answer.ts';
import { createLexicon } from '../../src/lexicon/lexicon.ts';
import { jiebaOrNone } from '../lexicon/segmenters.ts';
import { noticeOf } from '../support/answerers.ts';

/** Which words are nouns decides what is counted and asked for. */
const jieba = jiebaOrNone();

describe.runIf(jieba !== undefined)('what in a sentence is of the kind that is asked for', () => {
  /** The spans of the one sentence, and whether it fits. */
  function typed(question: string, sentence: string): [string[], boolean] {
    const segmenter = jieba ?? { name: 'intl', cut: () => [] };
    const notice = noticeOf('n', '通知', '发布日期：2021-03-16', sentence);
    const lexicon = createLexicon([notice], segmenter);
    const cut = lexicon.sentences.at(-1);
    if (cut === undefined) throw new Error('the notice has a sentence');
    const { spans, fits } = typedAnswer(parseQuestion(question, lexicon), cut, lexicon.home);
    return [spans.map(({ start, end }) => cut.folded.slice(start, end)), fits];
  }

  it.each([
    ['when', '什么时候停水', '将在5月12日8:30停水。', '5月12日8:30'],
    ['when, nearest to what is asked', '什么时候开标', '4月1日报名,4月22日开标。', '4月22日'],
    ['how long', '施工要多久', '施工工期为6个月。', '6个月'],
    ['who, by office', '谁负责监督', '交通运输局负责监督。', '交通运输局'],
    ['who, by name', '联系人是谁', '联系人:汪先生,电话0572-5031618。', '汪先生'],
    ['where, by address', '窗口在哪里', '窗口位于青年路58号。', '窗口位于青年路58号'],
    ['which province', '在哪个省', '浙江省嘉兴市召开会议。', '浙江省'],
    ['which county', '在哪个县', '浙江省嘉善县召开会议。', '嘉善县'],
    ['why', '为什么停水', '因管网改造施工需要,计划停水。', '因管网改造施工需要,计划停水'],
    ['how many', '停水影响多少户', '停水影响用户约3200户,共5个村。', '3200户'],
    ['how many of what follows', '有多少所学校停水', '停水影响用户约3200户,共5所学校。', '5所'],
    ['how much', '票价多少钱', '单趟票价20元,每15分钟一班。', '20元'],
    ['a telephone number', '服务热线是什么', '供水服务热线:0573-87290000。', '0573-87290000'],
    ['a telephone number, by how many', '热线电话是多少', '供水热线电话:0573-87290000。', '0573-87290000'],
  ])('%s: %s', (_, question, sentence, answer) => {
    expect(typed(question, sentence)).toEqual([[answer], true]);
  });

  it.each([
    ['when', '什么时候停水', '部分区域计划停水。'],
    ['how long', '停水多久', '定于5月12日停水。'],
    ['who', '谁负责监督', '负责监督并检查。'],
    ['where', '在哪里停水', '计划停水。'],
    ['which town', '哪个镇停水', '浙江省嘉兴市停水。'],
    ['why', '为什么停水', '5月12日停水。'],
    ['how many', '多少户停水', '部分区域停水。'],
    ['how much', '票价多少钱', '票价另行通知。'],
    ['what a thing is', '经编是什么', '海宁发展经编和皮革。'],
  ])('%s is not answered by a sentence without it: %s', (_, question, sentence) => {
    expect(typed(question, sentence)).toEqual([[], false]);
  });

  it('is never what the question itself says', () => {
    expect(typed('5月12日什么时候停水', '5月12日停水,5月13日恢复。')[0]).toEqual(['5月13日']);
    expect(typed('交通运输局和谁负责', '交通运输局和公安局负责。')[0]).not.toEqual(['交通运输局']);
  });

  it('is the definition where one is asked for', () => {
    expect(typed('什么是经编', '经编是指一种针织工艺。')[1]).toBe(true);
    expect(typed('什么是经编', '海宁重点发展经编。')[1]).toBe(false);
  });

  it('may be anything for yes or no, and for a fragment', () => {
    expect(typed('停水吗', '部分区域计划停水。')).toEqual([[], true]);
    expect(typed('停水', '部分区域计划停水。')).toEqual([[], true]);
  });

  it('is of the kind of the noun that a fragment names', () => {
    expect(typed('服务热线', '供水服务热线:0573-87290000。')).toEqual([['0573-87290000'], true]);
  });
});

import { describe, expect, it } from 'vitest';

import { parseQuestion } from '../../../src/answer/question/question.ts';
import { findAboutNotice } from '../../../src/answer/strategies/about.ts';
import type { Notice } from '../../../src/notice/notice.ts';
import { createIntlSegmenter } from '../../../src/text/segmenter.ts';
import { noticeOf } from '../../support/answerers.ts';
import { industries, outage } from '../notices.ts';
import { highlighted, knowledgeOf, told } from './knowledge.ts';

const segmenter = createIntlSegmenter();

function ask(question: string, notices: readonly Notice[]) {
  const { lexicon, knowledge, candidates } = knowledgeOf(notices, segmenter);
  return findAboutNotice(parseQuestion(question, lexicon), knowledge, candidates);
}

describe('of the notice itself', () => {
  it.each(['标题是什么', '这篇文章的标题', '題目是什麼？', '这篇通知叫什么名字'])(
    '%s: the title',
    (question) => {
      expect(told(ask(question, [industries]))).toEqual({
        answer: '嘉興市確定重點產業',
        quoted: ['嘉興市確定重點產業'],
      });
    },
  );

  it.each(['这篇通知是什么时候发布的', '什么时候发布的？', '发布日期', '發布時間是什麼', '这篇文章的日期'])(
    '%s: the date, in the words of the notice',
    (question) => {
      const result = ask(question, [industries]);
      expect(told(result)).toEqual({ answer: '2021-03-16', quoted: ['發布日期：2021-03-16'] });
      expect(highlighted(result)).toEqual([['2021-03-16']]);
    },
  );

  it.each(['这篇文章讲了什么', '主要内容是什么', '主旨是什么', '这篇文章的主题'])(
    '%s: the title and the first sentence',
    (question) => {
      expect(told(ask(question, [industries]))).toEqual({
        answer: '嘉興市確定重點產業',
        quoted: ['嘉興市確定重點產業', '近年來，浙江省嘉興市推進質量提升工作。'],
      });
    },
  );

  it.each(['作者是谁', '这篇文章的来源', '发布单位是谁'])(
    '%s: what no notice says is missing',
    (question) => {
      const result = told(ask(question, [industries]));
      expect(result).toHaveProperty('missing');
      expect(JSON.stringify(result)).toMatch(/作者|来源|发布单位/u);
    },
  );

  it.each([
    '海宁是什么产业',
    '海宁的标题',
    '杭州的发布日期',
    '需要提交什么材料',
    '招标文件是什么',
    '什么时候开始公布',
    '时间从什么时候开始',
    '什么时候停水',
    '公示到什么时候',
    '公告至哪天',
    '谁负责整治河道',
    '标题党是什么',
  ])('%s: nothing, as it asks for something else', (question) => {
    expect(ask(question, [industries])).toBeUndefined();
  });

  it('the newest notice is meant, in whatever order they stand', () => {
    for (const notices of [
      [industries, outage],
      [outage, industries],
    ]) {
      expect(told(ask('标题是什么', notices))).toMatchObject({ answer: outage.title });
      expect(told(ask('什么时候发布的', notices))).toMatchObject({ answer: '2022-05-09' });
    }
  });

  it('a date in Chinese is answered as it is written', () => {
    const notice = noticeOf('n', '通知', '二〇二一年三月十六日', '海宁停水。', '完。');
    expect(told(ask('什么时候发布的', [notice]))).toMatchObject({ answer: '二〇二一年三月十六日' });
  });

  it('nothing is made up where the text has no title line and no date line', () => {
    const bare = noticeOf('n', '---', 'title: 停水', 'date: 2022-05-09', '---', '海宁停水。', '平湖不停水。');
    expect(ask('标题是什么', [bare])).toBeUndefined();
    expect(ask('什么时候发布的', [bare])).toBeUndefined();
    expect(ask('标题是什么', [])).toBeUndefined();
  });
});

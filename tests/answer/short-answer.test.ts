import { describe, expect, it } from 'vitest';

import { parseQuestion } from '../../src/answer/question/question.ts';
import { shortAnswers } from '../../src/answer/short-answer.ts';
import { createLexicon } from '../../src/lexicon/lexicon.ts';
import { createDictionarySegmenter } from '../lexicon/tagged.ts';
import { noticeOf } from '../support/answerers.ts';

/** The dictionary is the tests' own, so that what is a noun does not hang on a segmenter's. */
const segmenter = createDictionarySegmenter(
  '全市/n 推进/v 传统/n 制造业/n 改造/vn 提升/v 按照/p 高起点/n 规划/n 要求/n 原则/n 坚持/v 统筹/v 兼顾/v ' +
    '巩固/v 支柱/n 行业/n 壮大/v 优势/n 产业/n 分类/v 分批/d 集成/v 建设/v 建立/v 了/ul 标准/n 质量/n 体系/n ' +
    '什么/r 的/uj 怎样/r 如何/r 是/v',
);

/** What a sentence says to a question, by its place in it. */
function answers(question: string, sentence: string): string[] {
  const notice = noticeOf('n', '通知', '发布日期：2021-03-16', sentence);
  const lexicon = createLexicon([notice], segmenter);
  const cut = lexicon.sentences.at(-1);
  if (cut === undefined) throw new Error('the notice has a sentence');
  return shortAnswers(parseQuestion(question, lexicon), cut).map(({ start, end }) =>
    cut.folded.slice(start, end),
  );
}

describe('the words that stand where the question asks', () => {
  it.each([
    ['follow the verb in front of 什么', '推进什么', '全市推进传统制造业改造,成效明显。', ['传统制造业改造']],
    ['follow the verb and its 了', '建立了什么', '全市建立了标准体系。', ['标准体系']],
    ['end with their clause', '建设什么', '建设标准体系(见附件)。', ['标准体系']],
    ['are one for each 什么', '巩固什么、壮大什么', '巩固支柱行业、壮大优势产业。', ['支柱行业', '优势产业']],
    ['end with the noun that is asked for', '按照什么原则', '全市按照统筹兼顾原则推进。', ['统筹兼顾原则']],
    ['go on to the end of the noun phrase', '建立什么标准', '全市建立标准质量体系。', ['标准质量体系']],
    ['stand in front of what is asked how', '怎样推进改造', '分类分批推进制造业改造。', ['分类分批']],
  ])('%s: %s', (_, question, sentence, expected) => {
    expect(answers(question, sentence)).toEqual(expected);
  });

  it.each([
    ['the sentence has no such verb', '推进什么', '全市建设标准体系。'],
    ['nothing follows the verb', '推进什么', '传统制造业改造要推进。'],
    ['nothing stands in front of what is asked how', '怎样推进改造', '推进制造业改造。'],
    ['the noun stands alone', '什么原则', '原则。'],
    ['no verb stands in front of 什么', '什么', '全市推进制造业改造。'],
  ])('are not sure where %s', (_, question, sentence) => {
    expect(answers(question, sentence)).toEqual([]);
  });
});

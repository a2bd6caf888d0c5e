import { describe, expect, it } from 'vitest';

import { createPassageIndex } from '../../src/answer/passage-index.ts';
import { isLarge, rarestTerms } from '../../src/answer/ranking/search-terms.ts';
import { cutSentences } from '../../src/lexicon/cut-sentence.ts';
import { fold } from '../../src/text/script.ts';
import { createIntlSegmenter } from '../../src/text/segmenter.ts';
import { noticeOf } from '../support/answerers.ts';

const segmenter = createIntlSegmenter();
const DIGITS = '零一二三四五六七八九';

/** Half of the paragraphs speak of tea, a third of silk; all are different, and the last has all that is asked. */
function manyParagraphs(count: number): string[] {
  return Array.from({ length: count }, (_, i) => {
    const number = Array.from(String(i), (digit) => DIGITS.charAt(Number(digit))).join('');
    const subject = i % 2 === 0 ? '茶农应当申请补助' : '渔民应当注意安全';
    return `${subject}${i % 3 === 0 ? '和养蚕技术' : ''}，编号${number}。`;
  });
}

function search(paragraphs: readonly string[], question: string, budget?: number) {
  const notice = noticeOf('many', '通知', '发布日期：2021-03-16', ...paragraphs);
  const index = createPassageIndex(cutSentences(notice, segmenter), {
    choose: (terms, size, frequency) => rarestTerms(terms, size, frequency, budget),
  });
  return index.search(segmenter.cut(fold(question)), 5);
}

describe('in a large collection', () => {
  const paragraphs = [...manyParagraphs(3100), '罕见的茶农应当申请补助和养蚕技术。', '罕见的渔民。'];
  const question = '罕见的茶农申请什么补助和养蚕技术？';

  it('what the rarest terms find is weighed by every term', () => {
    expect(isLarge(paragraphs.length)).toBe(true);
    const byRarest = search(paragraphs, question);
    const byAll = search(paragraphs, question, Infinity);
    const [first] = byRarest.hits;
    expect(byRarest.terms).toEqual(byAll.terms);
    expect(first?.passage.folded).toBe('罕见的茶农应当申请补助和养蚕技术。');
    expect(first?.matchedTerms).toBe(byAll.hits[0]?.matchedTerms);
    expect(first?.score).toBeCloseTo(byAll.hits[0]?.score ?? NaN, 6);
  });
});

describe('in a small collection', () => {
  it('the rarest terms alone count', () => {
    const paragraphs = manyParagraphs(100);
    const question = '茶农申请补助养蚕技术编号五七';
    const { terms } = search(paragraphs, question);
    expect(isLarge(paragraphs.length)).toBe(false);
    expect(terms.length).toBeLessThan(search(paragraphs, question, Infinity).terms.length);
  });
});

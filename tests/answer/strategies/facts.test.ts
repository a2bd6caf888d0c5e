import { describe, expect, it } from 'vitest';

import { parseQuestion } from '../../../src/answer/question/question.ts';
import { findByPlace, findByValue } from '../../../src/answer/strategies/facts.ts';
import { createIntlSegmenter } from '../../../src/text/segmenter.ts';
import { segmenters } from '../../lexicon/segmenters.ts';
import { elsewhere, industries, outage, subsidies } from '../notices.ts';
import { highlighted, knowledgeOf, told } from './knowledge.ts';

describe.each(segmenters())('with $name', (segmenter) => {
  const { lexicon, knowledge } = knowledgeOf([industries, outage, elsewhere], segmenter);
  const byPlace = (question: string) => findByPlace(parseQuestion(question, lexicon), knowledge);
  const byValue = (question: string) => findByValue(parseQuestion(question, lexicon), knowledge);

  describe('what is stated of a place', () => {
    it.each([
      ['海寧是什麼產業？', '經編'],
      ['海宁', '經編'],
      ['海宁市的特色产业是什么', '經編'],
      ['海宁生产什么', '經編'],
      ['海宁做经编吗', '經編'],
      ['南湖区的产业', '特殊鋼'],
      ['晋江有哪些产业', '鞋服'],
      ['嘉兴海宁是什么产业', '經編'],
      ['海宁和平湖分别是什么产业', '平湖箱包、海寧經編'],
    ])('answers %s with %s', (question, answer) => {
      const result = byPlace(question);
      const parts = answer.split('、');
      if (parts.length === 1) expect(told(result)).toMatchObject({ answer });
      else expect(told(result)?.answer?.split('、').sort()).toEqual(parts.sort());
      expect(told(result)?.quoted).toHaveLength(1);
    });

    it('highlights the values', () => {
      expect(highlighted(byPlace('海宁和平湖分别是什么产业'))).toEqual([['箱包', '經編']]);
    });

    it('quotes two sentences for places of two notices', () => {
      const result = byPlace('海宁和晋江分别是什么产业');
      expect(told(result)?.answer).toBe('海寧經編、晋江鞋服');
      expect(told(result)?.quoted).toHaveLength(2);
      expect(highlighted(result)).toEqual([['經編'], ['鞋服']]);
    });

    it.each([
      ['海宁的人口', 'another attribute'],
      ['海宁什么时候停水', 'a time'],
      ['嘉兴是什么产业', 'a region of which nothing is stated'],
      ['什么产业', 'no place'],
      ['杭州是什么产业', 'a place that no notice mentions'],
    ])('does not answer %s, which asks for %s', (question) => {
      expect(byPlace(question)).toBeUndefined();
    });
  });

  describe('the places of which something is stated', () => {
    it.each([
      ['哪里做羊毛衫', '桐鄉'],
      ['哪个地方生产经编？', '海寧'],
      ['羊毛衫是哪里的产业', '桐鄉'],
      ['特殊钢在哪里', '南湖'],
      ['哪里做鞋服', '晋江'],
      ['哪些地方做箱包和经编', '平湖、海寧'],
    ])('answer %s with %s', (question, answer) => {
      expect(told(byValue(question))).toMatchObject({ answer });
    });

    it('highlight the places', () => {
      expect(highlighted(byValue('哪里做羊毛衫'))).toEqual([['桐鄉']]);
    });

    it('stand with their values where no place is asked for', () => {
      expect(told(byValue('经编'))).toMatchObject({ answer: '海寧經編' });
    });

    it.each([
      ['哪里做核电', 'nothing of the kind is stated'],
      ['海宁做什么', 'it names a place with facts'],
      ['经编什么时候开始', 'it asks when'],
      ['经编的产值是什么', 'it asks for something else of the value'],
      ['', 'nothing is asked'],
    ])('do not answer %j: %s', (question) => {
      expect(byValue(question)).toBeUndefined();
    });
  });
});

describe('of sums instead of industries', () => {
  const { lexicon, knowledge } = knowledgeOf([subsidies], createIntlSegmenter());

  it('what is stated of a place is found by the noun that the notice uses', () => {
    expect(told(findByPlace(parseQuestion('海宁的补助标准是什么', lexicon), knowledge))).toMatchObject({
      answer: '150万元',
    });
  });

  it('no industry is made of them', () => {
    expect(findByPlace(parseQuestion('海宁是什么产业', lexicon), knowledge)).toBeUndefined();
  });

  it('the place is found by its sum', () => {
    expect(told(findByValue(parseQuestion('哪里的补助标准是120万元', lexicon), knowledge))).toMatchObject({
      answer: '桐乡',
    });
  });
});

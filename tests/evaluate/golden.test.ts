import { describe, expect, it } from 'vitest';

import type { GoldenQuestion } from '../../src/cli/evaluate/golden-set.ts';
import { evaluateGolden, figuresOf, reaches } from '../../src/cli/evaluate/golden.ts';
import { abstained, answered, answererThat, sentence } from './replies.ts';

const ASKED: GoldenQuestion = {
  notice: 'spring',
  question: '甲縣種什麼？',
  expected: { status: 'answered', sentences: [sentence('甲縣')], answer: [] },
  why: 'said so',
};
const UNSAID: GoldenQuestion = {
  notice: 'spring',
  question: '丁縣種什麼？',
  expected: { status: 'abstained', missing: [] },
  why: 'another county',
};

describe('the evaluation of golden questions', () => {
  it('passes all of an answerer that is right however it is asked', () => {
    const right = answererThat((question) =>
      /甲|jia|jiǎ/.test(question) ? answered('茶', '甲縣') : abstained(),
    );
    const outcomes = [...evaluateGolden(right, [ASKED, UNSAID])];
    expect(outcomes.filter(({ passed }) => !passed)).toEqual([]);
    const figures = figuresOf(outcomes);
    expect(figures.golden).toEqual({ passed: 1, total: 1 });
    expect(figures.sentences).toEqual({ passed: 1, total: 1 });
    expect(figures.mustAbstain).toEqual({ passed: 1, total: 1 });
    expect(figures.variants.total).toBe(outcomes.length - 2);
    expect(figures.variants.passed).toBe(figures.variants.total);
  });

  it('asks in the light of the notice where others are loaded beside it, and then misses no word', () => {
    const reading = new Set<unknown>();
    const answerer = answererThat((question) =>
      /甲|jia|jiǎ/.test(question) ? answered('茶', '甲縣') : abstained(),
    );
    const listening = {
      ...answerer,
      ask: (question: string, context?: unknown) => {
        reading.add(JSON.stringify(context));
        return answerer.ask(question);
      },
    };
    const unsaid: GoldenQuestion = { ...UNSAID, expected: { status: 'abstained', missing: ['丁縣'] } };
    const outcomes = [...evaluateGolden(listening, [ASKED, unsaid], true)];
    expect(outcomes.filter(({ passed }) => !passed)).toEqual([]);
    expect([...reading]).toEqual(['{"reading":"spring"}']);
  });

  it('finds the kind of variant that an answerer does not understand', () => {
    const noSimplified = answererThat((question) =>
      question.includes('县') ? abstained() : answered('茶', '甲縣'),
    );
    const { golden, variants, byVariant } = figuresOf([...evaluateGolden(noSimplified, [ASKED])]);
    expect(golden).toEqual({ passed: 1, total: 1 });
    expect(byVariant.simplified).toEqual({ passed: 0, total: 1 });
    expect(variants.total - variants.passed).toBe(1);
  });

  it('spells in pinyin only questions that name a place and have an answer', () => {
    const outcomes = [
      ...evaluateGolden(
        answererThat(() => abstained()),
        [ASKED, { ...ASKED, question: '種什麼？' }, { ...UNSAID, question: '甲縣的面積' }],
      ),
    ];
    expect(outcomes.filter(({ group }) => group === 'pinyin').map(({ question }) => question)).toEqual([
      'jia xian zhong shen me',
      'jiǎ xiàn zhǒng shén me',
    ]);
  });

  it('tells of a variant which question it asks again', () => {
    const [first, second] = evaluateGolden(
      answererThat(() => abstained()),
      [UNSAID],
    );
    expect(first).toMatchObject({ group: 'must abstain', why: 'another county' });
    expect(second?.why).toBe('asks as "丁縣種什麼？"');
  });
});

describe('the floors', () => {
  const none = { passed: 0, total: 0 };
  const figures = {
    golden: { passed: 19, total: 20 },
    sentences: { passed: 19, total: 20 },
    mustAbstain: none,
    variants: { passed: 99, total: 100 },
    byVariant: figuresOf([]).byVariant,
  };

  it('are reached by figures that equal them, and by a group without questions', () => {
    expect(reaches(figures, { golden: 95, mustAbstain: 100, variants: 99 })).toBe(true);
  });

  it.each([
    ['golden', { golden: 95.1, mustAbstain: 100, variants: 99 }],
    ['variants', { golden: 95, mustAbstain: 100, variants: 99.5 }],
  ])('are missed when %s is below its own', (_, floors) => {
    expect(reaches(figures, floors)).toBe(false);
  });
});

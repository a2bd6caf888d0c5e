import { beforeAll, describe, expect, it } from 'vitest';

import { createAppraiser } from '../../src/answer/appraisal/appraiser.ts';
import { APPRAISAL_FEATURES } from '../../src/answer/appraisal/features.ts';
import type { Matcher } from '../../src/answer/matching/matcher.ts';
import type { Pairing } from '../../src/answer/matching/network.ts';
import { symbolTable } from '../../src/answer/matching/symbols.ts';
import { createSegmenter } from '../../src/text/segmenter.ts';
import { prepareAppraisals, type AppraisalExample, type NoticeQuestion } from '../../src/train/appraisals.ts';
import { appraiserFigures, trainAppraiser, type AppraisedAnswer } from '../../src/train/train-appraiser.ts';
import { noticeOf } from '../support/answerers.ts';

const notice = noticeOf(
  'outage',
  '停水通知',
  '發布日期：2022-05-09',
  '長安鎮5月12日停水。',
  '服務熱線：0573-87290000。',
);
const hotline = notice.passages[1]?.sentences[0]?.id ?? '';
const notices = [notice];
const question = (text: string, ...golds: string[]): NoticeQuestion => ({
  text,
  notices,
  golds: new Set(golds),
  weight: 1,
  source: text,
  isServed: false,
});

describe('a question that is prepared for the appraiser', () => {
  const segmenter = createSegmenter(() => undefined);
  const [answerable, unanswerable, chat] = prepareAppraisals(
    [question('服務熱線是多少？', hotline), question('賠償多少錢？'), question('你好')],
    segmenter,
    symbolTable(['服', '务']),
  );

  it('has a row for every sentence of a short notice, and the right one marked', () => {
    expect(answerable?.rows).toHaveLength(2);
    expect(answerable?.rows[0]).toHaveLength(APPRAISAL_FEATURES.length);
    expect([...(answerable?.labels ?? [])].sort()).toEqual([0, 1]);
    expect(answerable?.pairing.sentences).toHaveLength(2);
    expect(answerable?.pairing.question.ids).toContain(1);
    expect(unanswerable?.labels).toEqual([0, 0]);
  });

  it('has only numbers', () => {
    expect(answerable?.rows.flatMap((row) => [...row]).every(Number.isFinite)).toBe(true);
  });

  it('is left out where it is no question', () => {
    expect(chat).toBeUndefined();
  });
});

/** What the matcher can tell nothing of. */
const wordless = (sentences: number): Pairing => ({
  question: NO_WORDS,
  sentences: Array.from({ length: sentences }, () => ({
    symbols: NO_WORDS,
    role: 0,
    evidence: new Float64Array(0),
  })),
});
const NO_WORDS = { ids: new Int32Array(0), ends: new Int32Array(0) };

describe('a training', () => {
  const column = APPRAISAL_FEATURES.findIndex(({ name }) => name === 'here');
  /** Right is the sentence that has most of the words, where it has more than half of them. */
  const examples = Array.from({ length: 120 }, (_, i): AppraisalExample => {
    const isAnswerable = i % 3 > 0;
    const rows = [isAnswerable ? 0.9 : 0.4, 0.1 + (i % 5) / 20].map((here) => {
      const row = new Float64Array(APPRAISAL_FEATURES.length);
      row[column] = here;
      return row;
    });
    const text = `question ${i}`;
    return {
      question: isAnswerable ? question(text, 'gold') : question(text),
      rows,
      pairing: wordless(rows.length),
      labels: [Number(isAnswerable), 0],
    };
  });
  const train = () =>
    trainAppraiser(
      examples,
      () => true,
      1,
      1,
      () => undefined,
    );
  const matcher: Matcher = { match: (_, sentences) => new Float64Array(sentences.length) };
  let trained: ReturnType<typeof train>;
  beforeAll(() => {
    trained = train();
  });

  it('gives the same trees again', () => {
    expect(JSON.stringify(train().data)).toBe(JSON.stringify(trained.data));
  });

  it('learns which sentences answer, also of questions that it has not seen', () => {
    const answers = trained.answers.filter((answer) => answer !== undefined);
    const figures = appraiserFigures(answers, trained.data.threshold);
    expect(figures).toMatchObject({ answerable: 80, unanswerable: 40, best: 1 });
    expect(figures.right).toBeGreaterThan(0.95);
    expect(figures.falselyAnswered).toBeLessThan(0.1);
  });

  it('makes an appraiser whose probabilities tell the two apart', () => {
    const { threshold } = createAppraiser(trained.data, matcher);
    expect(threshold).toBeGreaterThan(0);
    expect(threshold).toBeLessThan(1);
  });

  it('is refused where its features are others than the code has', () => {
    const { trees, threshold } = trained.data;
    const data = { threshold, trees: { ...trees, features: ['another', ...trees.features.slice(1)] } };
    expect(() => createAppraiser(data, matcher)).toThrow('trained on other features');
  });
});

describe('the figures of an appraiser', () => {
  const answer = (probability: number, isRight: boolean, isAnswerable: boolean): AppraisedAnswer => ({
    probability,
    isRight,
    isAnswerable,
  });

  it('count what reaches the threshold, right, wrong and without need', () => {
    const answers = [
      answer(0.9, true, true),
      answer(0.6, true, true),
      answer(0.9, false, true),
      answer(0.2, true, true),
      answer(0.6, false, false),
      answer(0.5, false, false),
    ];
    expect(appraiserFigures(answers, 0.6)).toEqual({
      answerable: 4,
      unanswerable: 2,
      best: 0.75,
      right: 0.5,
      wrong: 0.25,
      falselyAnswered: 0.5,
    });
  });

  it('are none of no questions', () => {
    expect(appraiserFigures([], 0.5)).toMatchObject({ answerable: 0, best: 0, falselyAnswered: 0 });
  });
});

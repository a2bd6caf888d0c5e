import { describe, expect, it } from 'vitest';

import { createExtractor } from '../../src/answer/extraction/extractor.ts';
import { EXTRACTION_FEATURES } from '../../src/answer/extraction/features.ts';
import { createSegmenter } from '../../src/text/segmenter.ts';
import { nearness, prepareExtractions, type ExtractionExample } from '../../src/train/extractions.ts';
import { extractorFigures, thresholdFor, trainExtractor } from '../../src/train/train-extractor.ts';
import { noticeOf } from '../support/answerers.ts';

const notice = noticeOf(
  'outage',
  '停水通知',
  '發布日期：2022-05-09',
  '長安鎮5月12日停水，電話0573-87290000。',
);
const sentence = notice.passages[0]?.sentences[0]?.id ?? '';
const question = (text: string, ...answers: string[]) => ({
  text,
  notice,
  golds: new Set([sentence]),
  answers: answers.length === 0 ? [] : [answers],
  weight: 1,
});

describe('how near a stretch is to the answer', () => {
  it.each([
    ['the answer itself', '5月12日', [['5月12日']], 1],
    ['the answer with a little more', '自5月12日', [['5月12日']], 5 / 6],
    ['much more than the answer', '長安鎮5月12日停水', [['5月12日']], 0.5],
    ['a sentence', '長安鎮將於5月12日起停水一天', [['5月12日']], 0],
    ['nearly all of the answer', '22年5月12日', [['2022年5月12日']], 0.5],
    ['half of it', '5月12', [['2022年5月12日']], 0],
    ['all parts', '甲、乙', [['甲', '乙']], 1],
    ['one of the parts', '甲', [['甲', '乙']], 0],
    ['one of two answers', '12日', [['5月12日'], ['12日']], 1],
    ['anything, where there is no short answer', '5月12日', [], 0],
  ])('%s', (_, text, answers, near) => {
    expect(nearness(text, answers)).toBeCloseTo(near, 1);
  });
});

describe('a question that is prepared for the extractor', () => {
  const [[known], [whole], chat] = [
    ...prepareExtractions(
      [question('幾號停水？', '5月12日'), question('怎麼停水？'), question('你好', '5月12日')],
      createSegmenter(() => undefined),
    ),
  ] as [ExtractionExample[], ExtractionExample[], ExtractionExample[]];

  it('has a row for every candidate, and the right one marked', () => {
    expect(known?.rows[0]).toHaveLength(EXTRACTION_FEATURES.length);
    const best = known?.labels.indexOf(Math.max(...known.labels)) ?? -1;
    const { start = 0, end = 0 } = known?.candidates[best] ?? {};
    expect(notice.passages[0]?.sentences[0]?.text.slice(start, end)).toBe('5月12日');
    expect(known?.rows.flatMap((row) => [...row]).every(Number.isFinite)).toBe(true);
  });

  it('has no right one where only the whole sentence answers', () => {
    expect(Math.max(...(whole?.labels ?? [1]))).toBe(0);
  });

  it('is left out where it is no question', () => {
    expect(chat).toEqual([]);
  });
});

/** Three candidates, of which the first is the answer, and the last what rules take. */
const example = (
  rows: readonly Float64Array[],
  parts: Partial<ExtractionExample> = {},
): ExtractionExample => ({
  question: question('幾號'),
  candidates: (['time', 'clause', 'ruled'] as const).map((kind, start) => ({
    start,
    end: start + 1,
    kinds: new Set([kind]),
  })),
  rows,
  labels: [1, 0, 0],
  ruled: undefined,
  ...parts,
});

describe('a training', () => {
  const column = EXTRACTION_FEATURES.findIndex(({ name }) => name === 'is time');
  const examples = Array.from({ length: 100 }, (_, i) =>
    example(
      [1, 0, 0].map((isTime) => {
        const row = new Float64Array(EXTRACTION_FEATURES.length);
        row[column] = isTime;
        return row;
      }),
      { question: { ...question('幾號'), notice: { ...notice, id: `notice ${i}` } } },
    ),
  );
  const train = () =>
    trainExtractor(
      examples,
      () => true,
      1,
      () => undefined,
    );

  it('finds what tells the answer, on notices that it has not seen', () => {
    expect(train().figures).toEqual({ sentences: 100, held: 1, best: 1, byRules: 0, given: 1, right: 1 });
  });

  it('gives what the code can read, and the same each time', () => {
    const { data } = train();
    expect(train().data).toEqual(data);
    expect(() => createExtractor(data)).not.toThrow();
  });
});

it('the threshold is the lowest at which enough of what is given is right', () => {
  const judged = [0.9, 0.8, 0.5, 0.2].map((probability, i) => ({ probability, isRight: i < 2 }));
  expect(thresholdFor(judged, 0.66)).toBe(0.21);
  expect(thresholdFor(judged, 1)).toBe(0.51);
  expect(thresholdFor([{ probability: 0.9, isRight: false }], 0.5)).toBe(1);
});

it('the figures are of what the extractor gives: the likeliest, or else what rules take', () => {
  const sure = { ...example([]), probabilities: [0.9, 0.1, 0.1] };
  const byRules = { ...example([], { labels: [0, 0, 1], ruled: 1 }), probabilities: [0.2, 0.3, 0.1] };
  const unsure = { ...example([]), probabilities: [0.2, 0.1, 0.01] };
  const wrong = { ...example([], { labels: [0, 0, 0] }), probabilities: [0.6, 0.1, 0.1] };
  expect(extractorFigures([sure, byRules, unsure, wrong], 0.5)).toEqual({
    sentences: 4,
    held: 0.75,
    best: 0.5,
    byRules: 0.25,
    given: 0.75,
    right: 0.5,
  });
});

import { describe, expect, it } from 'vitest';

import { createExcerptor } from '../../src/answer/excerpt/excerptor.ts';
import { EXCERPT_FEATURES } from '../../src/answer/excerpt/features.ts';
import { createSegmenter } from '../../src/text/segmenter.ts';
import { nearness, prepareExcerpts, type ExcerptExample } from '../../src/train/excerpts.ts';
import { excerptorFigures, thresholdFor, trainExcerptor } from '../../src/train/train-excerptor.ts';
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

describe('a question that is prepared for the excerptor', () => {
  const [[known], [whole], chat] = [
    ...prepareExcerpts(
      [question('幾號停水？', '5月12日'), question('怎麼停水？'), question('你好', '5月12日')],
      createSegmenter(() => undefined),
    ),
  ] as [ExcerptExample[], ExcerptExample[], ExcerptExample[]];

  it('has a row for every offer, and the right one marked', () => {
    expect(known?.rows[0]).toHaveLength(EXCERPT_FEATURES.length);
    const best = known?.labels.indexOf(Math.max(...known.labels)) ?? -1;
    expect(known?.views[best]?.text).toBe('5月12日');
    expect(known?.rows.flatMap((row) => [...row]).every(Number.isFinite)).toBe(true);
  });

  it('has no right one where only the whole sentence answers', () => {
    expect(Math.max(...(whole?.labels ?? [1]))).toBe(0);
  });

  it('is left out where it is no question', () => {
    expect(chat).toEqual([]);
  });
});

describe('a training', () => {
  const column = EXCERPT_FEATURES.findIndex(({ name }) => name === 'is time');
  const examples = Array.from({ length: 100 }, (_, i): ExcerptExample => {
    const rows = [1, 0, 0].map((isTime) => {
      const row = new Float64Array(EXCERPT_FEATURES.length);
      row[column] = isTime;
      return row;
    });
    const about = { ...notice, id: `notice ${i}` };
    return {
      question: { ...question('幾號'), notice: about },
      views: [],
      rows,
      labels: [1, 0, 0],
      ruled: undefined,
    };
  });
  const train = () =>
    trainExcerptor(
      examples,
      () => true,
      1,
      () => undefined,
    );

  it('finds what tells the answer, on notices that it has not seen', () => {
    expect(train().figures).toMatchObject({ sentences: 100, best: 1, right: 1 });
  });

  it('gives what the code can read, and the same each time', () => {
    const { data } = train();
    expect(train().data).toEqual(data);
    expect(() => createExcerptor(data)).not.toThrow();
  });
});

it('the threshold is the lowest at which enough of what is given is right', () => {
  const judged = [0.9, 0.8, 0.5, 0.2].map((probability, i) => ({ probability, isRight: i < 2 }));
  expect(thresholdFor(judged, 0.66)).toBe(0.21);
  expect(thresholdFor(judged, 1)).toBe(0.51);
  expect(thresholdFor([{ probability: 0.9, isRight: false }], 0.5)).toBe(1);
  expect(excerptorFigures(judged, 0.51)).toEqual({ sentences: 4, best: 0.5, given: 0.5, right: 0.5 });
});

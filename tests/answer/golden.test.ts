import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

import { createAnswerer } from '../../src/answer/index.ts';
import { readGoldenSet, type GoldenQuestion } from '../../src/cli/evaluate/golden-set.ts';
import { judge } from '../../src/cli/evaluate/judge.ts';
import { loadNotices } from '../../src/notice/load.ts';
import { createIntlSegmenter, createSegmenter } from '../../src/text/segmenter.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const goldenFolder = join(root, 'tests/golden');

const { notices } = await loadNotices(join(root, 'data/notices'));
const questions = readdirSync(goldenFolder)
  .filter((file) => file.endsWith('.yaml'))
  .sort()
  .flatMap((file) => readGoldenSet(file, readFileSync(join(goldenFolder, file), 'utf8'), notices));
const answerable = questions.filter(({ expected }) => expected.status === 'answered');
const unanswerable = questions.filter(({ expected }) => expected.status === 'abstained');

const segmenter = createSegmenter(() => undefined);
const answerer = createAnswerer({ notices, segmenter });

function check({ question, expected }: GoldenQuestion): void {
  const { passed, expected: wanted, got } = judge(expected, answerer.ask(question));
  expect(passed, `expected ${wanted}, got ${got}`).toBe(true);
}

describe('the golden questions', () => {
  it('are as many as promised', () => {
    expect(answerable.length).toBeGreaterThanOrEqual(110);
    expect(unanswerable.length).toBeGreaterThanOrEqual(70);
  });
});

describe.runIf(segmenter.name === 'jieba')('the notices answer', () => {
  it.each(answerable)('$question ($why)', check);
});

describe.runIf(segmenter.name === 'jieba')('the notices do not say', () => {
  it.each(unanswerable)('$question ($why)', check);
});

describe('without jieba', () => {
  const withoutJieba = createAnswerer({ notices, segmenter: createIntlSegmenter() });

  it.each([
    ['answerable', answerable],
    ['unanswerable', unanswerable],
  ])('95 %% of the %s questions are still replied to as expected', (_, asked) => {
    const failed = asked.filter(
      ({ question, expected }) => !judge(expected, withoutJieba.ask(question)).passed,
    );
    expect(
      failed.length / asked.length,
      failed.map(({ question }) => question).join('\n'),
    ).toBeLessThanOrEqual(0.05);
  });
});

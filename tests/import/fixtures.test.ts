import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

import { readGoldenSet } from '../../src/cli/evaluate/golden-set.ts';
import { loadNotices } from '../../src/notice/load.ts';
import { NOTICES } from './fixtures.ts';

const { notices, problems } = await loadNotices(NOTICES);

it('are notices without anything refused', () => {
  expect(notices.length).toBeGreaterThanOrEqual(12);
  expect(problems.filter(({ severity }) => severity === 'refused')).toEqual([]);
});

it.each(notices.map(({ id }) => id))('have questions, a third of which must be abstained from: %s', (id) => {
  const golden = readGoldenSet(id, readFileSync(`tests/fixtures/golden/${id}.yaml`, 'utf8'), notices);
  const abstained = golden.filter(({ expected }) => expected.status === 'abstained');
  expect(golden.length).toBeGreaterThanOrEqual(15);
  expect(abstained.length / golden.length).toBeGreaterThan(0.3);
});

it('expect short answers that stand in one of the expected sentences each', () => {
  for (const { id } of notices) {
    for (const { question, expected } of readGoldenSet(
      id,
      readFileSync(`tests/fixtures/golden/${id}.yaml`, 'utf8'),
      notices,
    )) {
      if (expected.status === 'abstained') continue;
      const texts = expected.sentences.map(({ text }) => text);
      const astray = expected.answer.filter((words) => !texts.some((text) => text.includes(words)));
      expect({ question, astray }).toEqual({ question, astray: [] });
    }
  }
});

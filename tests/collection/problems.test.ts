import { expect, it } from 'vitest';

import { describeProblems } from '../../src/collection/collection.ts';
import type { Problem } from '../../src/notice/load.ts';

function problems(count: number): Problem[] {
  return Array.from({ length: count }, (_, index) => ({
    file: `${index}.txt`,
    severity: 'refused',
    message: 'holds no text; write some',
  }));
}

it('reports each file with its remedy', () => {
  expect(describeProblems('data', problems(1))).toEqual(['data/0.txt holds no text; write some']);
});

it('counts the files beyond the tenth instead of naming them', () => {
  expect(describeProblems('data', problems(10))).toHaveLength(10);
  const messages = describeProblems('data', problems(1000));
  expect(messages).toHaveLength(11);
  expect(messages.at(-1)).toBe('990 more files in data have problems like these.');
});

import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';

import { proofsOf } from '../../../src/cli/ask/proof.ts';
import { quickAnswerer } from '../answerer.ts';

const FILE = 'data/notices/000_4955d98262385171.txt';
const fileOf = (id: string) => `data/notices/${id}.txt`;

it('shows the characters of the file that a quotation came from', async () => {
  const answerer = await quickAnswerer();
  const [proof, ...others] = proofsOf(answerer.ask('海寧是什麼產業?'), fileOf);
  expect(others).toEqual([]);
  expect(proof?.file).toBe(FILE);
  expect(proof?.sentence).toMatch(/^按“一縣一業一策”原則.*特色產業。$/u);
  expect(proof?.raw).toMatch(/^按“一縣一業\(yè\)一策”原則,.*特色產\(chǎn\)業\(yè\)。$/u);

  const published = await readFile(FILE, 'utf8');
  expect(published.slice(proof?.start, proof?.end)).toBe(proof?.raw);
});

it('proves nothing where nothing is quoted as an answer', async () => {
  const answerer = await quickAnswerer();
  expect(proofsOf(answerer.ask('海寧的GDP是多少?'), fileOf)).toEqual([]);
});

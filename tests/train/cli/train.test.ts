import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { TrainedRanker } from '../../../src/train/provenance.ts';
import { createSegmenter } from '../../../src/text/segmenter.ts';
import { townBytes } from '../sets.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const hasJieba = createSegmenter(() => undefined).name === 'jieba';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'train-'));
  writeFileSync(join(folder, 'towns.json'), townBytes());
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function train(...args: string[]) {
  const command = ['--import', 'tsx', 'src/cli/train.ts', ...args];
  return spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
}

describe.runIf(hasJieba)('npm run train', () => {
  const trial = (out: string) =>
    train(
      '--squad',
      join(folder, 'towns.json'),
      '--trees',
      '0.02',
      '--folds',
      '2',
      '--out',
      join(folder, out),
    );

  it('writes the same bytes from the same files and seed, with where they come from', () => {
    const { status, stdout, stderr } = trial('a.json');
    expect(stderr).toMatch(/^searching towns\.json\n/);
    expect(stderr).not.toMatch(/Error/);
    expect(status).toBe(0);
    expect(stdout).toMatch(/towns\.json +36 /);
    trial('b.json');
    const written = readFileSync(join(folder, 'a.json'), 'utf8');
    expect(readFileSync(join(folder, 'b.json'), 'utf8')).toBe(written);
    const { provenance } = JSON.parse(written) as TrainedRanker;
    expect(provenance).toMatchObject({
      files: [{ name: 'towns.json', questions: 36 }],
      seed: 7,
      trees: 0.02,
      folds: 2,
    });
    expect(provenance.files[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(provenance.crossValidated['towns.json']?.whole.questions).toBe(36);
  });
});

describe('npm run train, called wrongly', () => {
  it.each([
    ['without a file', [], /give --squad FILE/],
    ['with a file that is not there', ['--squad', 'none.json'], /none\.json/],
  ])('ends with 64 and one message %s', (_, args, message) => {
    const { status, stdout, stderr } = train(...args);
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/See npm run train -- --help\.\n$/);
    expect(stdout).toBe('');
    expect(status).toBe(64);
  });
});

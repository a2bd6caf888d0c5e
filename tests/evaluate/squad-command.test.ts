import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { townBytes } from '../train/sets.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'evaluate-squad-'));
  writeFileSync(join(folder, 'towns.json'), townBytes());
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function evaluate(...args: string[]) {
  const command = ['--import', 'tsx', 'src/cli/evaluate.ts', '--segmenter', 'intl', ...args];
  return spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
}

describe('npm run evaluate -- --squad', () => {
  it('writes nothing but JSON when that is wanted, and the charts into a folder that it makes', () => {
    const charts = join(folder, 'new', 'charts');
    const { status, stdout, stderr } = evaluate(
      '--squad',
      join(folder, 'towns.json'),
      '--json',
      '--charts',
      charts,
    );
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject({
      segmenter: 'intl',
      sets: [{ file: 'towns.json', paragraphs: 12, ranking: { questions: 36 }, isTrainedOn: false }],
    });
    for (const name of ['reliability.svg', 'risk-coverage.svg']) {
      expect(readFileSync(join(charts, name), 'utf8')).toContain('>towns</text>');
    }
    expect(status).toBe(0);
  });

  it('ends with 64 and one message when a file is not of this form', () => {
    writeFileSync(join(folder, 'list.json'), '[]');
    const { status, stdout, stderr } = evaluate('--squad', join(folder, 'list.json'));
    expect(stderr).toMatch(/list\.json: .*in the form of SQuAD/);
    expect(stderr).toMatch(/--help\.\n$/);
    expect(stdout).toBe('');
    expect(status).toBe(64);
  });
});

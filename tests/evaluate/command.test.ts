import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'evaluate-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function evaluate(...args: string[]) {
  const command = ['--import', 'tsx', 'src/cli/evaluate.ts', '--segmenter', 'intl', ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
  return { status, stdout, stderr };
}

function goldenFile(name: string, yaml: string): string {
  const file = join(folder, name);
  writeFileSync(file, yaml);
  return file;
}

describe('npm run evaluate', () => {
  const right = () =>
    goldenFile(
      'right.yaml',
      'notice: 000_4955d98262385171\nabstained:\n  - { question: 👍, why: emoji }\n  - { question: "", why: empty }\n',
    );
  const wrong = () =>
    goldenFile(
      'wrong.yaml',
      'notice: 000_4955d98262385171\nanswered:\n  - { question: 👍, sentence: title, why: wrong on purpose }\n',
    );

  it('asks the questions of the files given, and ends well when all are replied to as expected', () => {
    const { status, stdout, stderr } = evaluate('--golden', right());
    expect(stdout).toMatch(
      /^by intl .*\ngolden +0 +0 +– +100\n {2}sentence +0 +0 +–\nmust abstain +2 +2 +100\.0 +100\n/,
    );
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it('ends with 1 below a floor, and writes nothing but JSON when that is wanted', () => {
    const { status, stdout } = evaluate('--json', '--golden', right(), '--golden', wrong());
    expect(JSON.parse(stdout)).toMatchObject({
      segmenter: 'intl',
      golden: { passed: 0, total: 1 },
      mustAbstain: { passed: 2, total: 2 },
      failures: [{ group: 'golden', question: '👍' }],
    });
    expect(status).toBe(1);
  });

  it('ends well above a floor that was lowered', () => {
    expect(evaluate('--golden', wrong(), '--floor-golden', '0').status).toBe(0);
  });

  it('ends with 64 and one message when it was called wrongly', () => {
    const { status, stdout, stderr } = evaluate('--golden', 'none.yaml');
    expect(stderr).toMatch(/none\.yaml/);
    expect(stderr).toMatch(/--help\.\n$/);
    expect(stderr).not.toMatch(/^ +at /m);
    expect(stdout).toBe('');
    expect(status).toBe(64);
  });
});

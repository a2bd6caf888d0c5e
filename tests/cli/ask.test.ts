import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { run } from './run.ts';

const ASK = 'src/cli/ask.ts';

describe('ask', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'notice-bot-ask-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('answers a thousand lines with a JSON object each, in order, blank ones too, and prints nothing else', async () => {
    const kinds = ['海寧是什么產業?', '', '海寧的GDP是多少?', '  你好\u2028  '];
    const questions = Array.from({ length: 1000 }, (_, index) => kinds[index % kinds.length] ?? '');
    const { code, stdout, stderr } = await run(ASK, {
      args: ['--jsonl'],
      input: `${questions.join('\n')}\n`,
    });
    const lines = stdout.split('\n');
    expect(lines.pop()).toBe('');
    const objects = lines.map((line) => JSON.parse(line) as { question: string; status: string });
    expect(objects.map(({ question }) => question)).toEqual(questions);
    expect(objects.slice(0, 4).map(({ status }) => status)).toEqual([
      'answered',
      'abstained',
      'abstained',
      'abstained',
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('reports a file that is no notice, serves the others, and proves what it quotes', async () => {
    await writeFile(join(folder, 'binary.txt'), Buffer.from([0xff, 0xfe, 0x00]));
    await writeFile(join(folder, 'water.txt'), '平湖停水通知\n發布日期:2022-05-01\n平湖將於5月3日停水。\n');
    const { code, stdout, stderr } = await run(ASK, { args: ['--data', folder, '--proof', '平湖何時停水?'] });
    expect(stderr).toContain('binary.txt is not UTF-8 text; save it as UTF-8');
    expect(stdout).toContain('平湖將於5月3日停水。');
    expect(stdout).toContain(`${join(folder, 'water.txt')}, characters `);
    expect(code).toBe(0);
  });

  it('explains itself where it is called wrongly', async () => {
    const { code, stdout, stderr } = await run(ASK, { args: ['--jason', '海寧'] });
    expect(code).toBe(64);
    expect(stdout).toBe('');
    expect(stderr).toContain("Unknown option '--jason'");
    expect(stderr).toContain('Usage: npm run ask');
  });

  it('says what to do where the folder of the notices is not there', async () => {
    const { code, stdout, stderr } = await run(ASK, { args: ['--data', join(folder, 'nowhere'), '海寧'] });
    expect(code).toBe(78);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/nowhere, cannot be read \(ENOENT\)\. Create it/);
  });
});

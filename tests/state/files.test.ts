import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createFileStorage } from '../../src/state/files.ts';

describe('a storage in a file', () => {
  let root: string;
  let path: string;
  let time: number;
  const warnings: string[] = [];
  const open = (lifetimeMs?: number) =>
    createFileStorage<{ script: string }>(
      path,
      (message) => warnings.push(message),
      lifetimeMs,
      () => time,
    );

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'notice-bot-state-'));
    path = join(root, 'state', 'preferences.jsonl');
    time = 1_000_000;
    warnings.length = 0;
  });
  afterEach(() => rm(root, { recursive: true }));

  it('knows nothing before something is written', async () => {
    expect(await open().read('7')).toBeUndefined();
    expect(warnings).toEqual([]);
  });

  it('still has after a restart what was written, and no longer what was deleted', async () => {
    const storage = open();
    await storage.write('7', { script: 'traditional' });
    await storage.write('8', { script: 'simplified' });
    await storage.delete('8');
    await expect(storage.delete('never written')).resolves.toBeUndefined();
    expect(await open().read('7')).toEqual({ script: 'traditional' });
    expect(await open().read('8')).toBeUndefined();
  });

  it('keeps the last of many writes at once, whole', async () => {
    const storage = open();
    const scripts = Array.from({ length: 50 }, (_, index) => String(index).repeat(index));
    await Promise.all(scripts.map((script) => storage.write('7', { script })));
    expect(await storage.read('7')).toEqual({ script: scripts.at(-1) });
    expect(await open().read('7')).toEqual({ script: scripts.at(-1) });
  });

  it('has it on the disk when a write is done, for the owner alone to read', async () => {
    await open().write('7', { script: 'traditional' });
    expect(await readFile(path, 'utf8')).toContain('traditional');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('takes any key', async () => {
    const key = '../../-100:7/..\n"';
    await open().write(key, { script: 'traditional' });
    expect(await open().read(key)).toEqual({ script: 'traditional' });
    expect(await readdir(root)).toEqual(['state']);
  });

  it('does not grow with the number of changes', async () => {
    const storage = open();
    for (let change = 0; change < 3000; change += 100) {
      const scripts = Array.from({ length: 100 }, (_, index) => String(change + index));
      await Promise.all(scripts.map((script) => storage.write('7', { script })));
    }
    expect((await readFile(path, 'utf8')).split('\n').length).toBeLessThan(1300);
    expect(await open().read('7')).toEqual({ script: '2999' });
  });

  it('keeps what stands before a torn line, sets the file aside and says so', async () => {
    await open().write('7', { script: 'traditional' });
    await open().write('8', { script: 'simplified' });
    const torn = (await readFile(path, 'utf8')).slice(0, -5);
    await writeFile(path, torn);
    const storage = open();
    expect(await storage.read('7')).toEqual({ script: 'traditional' });
    expect(await storage.read('8')).toBeUndefined();
    expect(warnings).toEqual([
      expect.stringContaining('preferences.jsonl holds what is not of this program'),
    ]);
    expect(await readFile(`${path}.broken`, 'utf8')).toBe(torn);
    await storage.write('8', { script: 'traditional' });
    expect(await open().read('8')).toEqual({ script: 'traditional' });
    expect(warnings).toHaveLength(1);
  });

  it.each([
    ['JSON of another program', '{"script":"traditional"}'],
    ['of a format to come', '{"format":2,"key":"7","value":{"script":"traditional"}}'],
    ['without a key', '{"format":1,"value":{"script":"traditional"}}'],
    ['a list', '[1,2]'],
    ['null', 'null'],
    ['binary', '\u0000\u0001\ufffd'],
  ])('sets aside what is foreign to it: %s', async (_, text) => {
    await mkdir(join(root, 'state'));
    await writeFile(path, text);
    const storage = open();
    expect(await storage.read('7')).toBeUndefined();
    expect(await readFile(`${path}.broken`, 'utf8')).toBe(text);
    expect(warnings).toHaveLength(1);
    await storage.write('7', { script: 'simplified' });
    expect(await open().read('7')).toEqual({ script: 'simplified' });
  });

  it('sets aside a folder in the place of the file', async () => {
    await mkdir(path, { recursive: true });
    expect(await open().read('7')).toBeUndefined();
    await open().write('7', { script: 'simplified' });
    expect(await open().read('7')).toEqual({ script: 'simplified' });
  });

  it('fails where its folder cannot be made, and carries on when it can', async () => {
    await writeFile(join(root, 'state'), 'a file');
    const storage = open();
    await expect(storage.write('7', { script: 'traditional' })).rejects.toThrow();
    await rm(join(root, 'state'));
    await storage.write('8', { script: 'simplified' });
    expect(await open().read('8')).toEqual({ script: 'simplified' });
  });

  it('catches up with what could not be written', async () => {
    const storage = open();
    await storage.write('7', { script: 'simplified' });
    await rm(join(root, 'state'), { recursive: true });
    await expect(storage.write('8', { script: 'traditional' })).rejects.toThrow();
    await mkdir(join(root, 'state'));
    await storage.write('9', { script: 'traditional' });
    for (const key of ['7', '8', '9']) expect(await open().read(key)).toBeDefined();
  });

  it('keeps a value for its lifetime after it was last written, also through a restart', async () => {
    await open(1000).write('7', { script: 'traditional' });
    await open(1000).write('8', { script: 'traditional' });
    time += 600;
    const storage = open(1000);
    await storage.write('8', { script: 'simplified' });
    time += 400;
    expect(await storage.read('7')).toBeUndefined();
    expect(await open(1000).read('7')).toBeUndefined();
    expect(await open(1000).read('8')).toEqual({ script: 'simplified' });
  });

  it('leaves nothing in the file of what was swept away', async () => {
    const storage = open(1000);
    await storage.write('7', { script: 'traditional' });
    await storage.sweep();
    expect(await readFile(path, 'utf8')).toContain('traditional');
    time += 1000;
    await storage.sweep();
    expect(await readFile(path, 'utf8')).toBe('');
  });
});

import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createFileStorage } from '../../src/state/files.ts';

describe('a storage of files', () => {
  let root: string;
  let folder: string;
  const warnings: string[] = [];
  const open = () =>
    createFileStorage<{ script: string }>(folder, (message) => {
      warnings.push(message);
    });

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'notice-bot-state-'));
    folder = join(root, 'state', 'preferences');
    warnings.length = 0;
  });
  afterEach(() => rm(root, { recursive: true }));

  it('knows nothing before something is written', async () => {
    expect(await open().read('7')).toBeUndefined();
    expect(warnings).toEqual([]);
  });

  it('still has after a restart what was written, and no longer what was deleted', async () => {
    await open().write('7', { script: 'traditional' });
    await open().write('8', { script: 'simplified' });
    await open().delete('8');
    expect(await open().read('7')).toEqual({ script: 'traditional' });
    expect(await open().read('8')).toBeUndefined();
    await expect(open().delete('never written')).resolves.toBeUndefined();
  });

  it('keeps the last of many writes at once, whole', async () => {
    const storage = open();
    const scripts = Array.from({ length: 50 }, (_, index) => String(index).repeat(index));
    await Promise.all(scripts.map((script) => storage.write('7', { script })));
    expect(await storage.read('7')).toEqual({ script: scripts.at(-1) });
    expect(await readdir(folder)).toEqual(['7.json']);
  });

  it('never leaves its folder, whatever the key', async () => {
    const key = '../../-100:7/..';
    await open().write(key, { script: 'traditional' });
    expect(await open().read(key)).toEqual({ script: 'traditional' });
    expect(await readdir(folder)).toHaveLength(1);
    expect(await readdir(root)).toEqual(['state']);
  });

  it('sets a torn file aside, says so, and begins anew', async () => {
    await open().write('7', { script: 'traditional' });
    await writeFile(join(folder, '7.json'), '{"script":"tradi');
    expect(await open().read('7')).toBeUndefined();
    expect(warnings).toEqual([expect.stringContaining('7.json is not of this program and was set aside')]);
    expect(await readFile(join(folder, '7.json.broken'), 'utf8')).toBe('{"script":"tradi');
    await open().write('7', { script: 'simplified' });
    expect(await open().read('7')).toEqual({ script: 'simplified' });
  });

  it.each([
    ['JSON of another program', '{"script":"traditional"}'],
    ['of a format to come', '{"format":2,"value":{"script":"traditional"}}'],
    ['a list', '[1,2]'],
    ['nothing', ''],
    ['null', 'null'],
  ])('sets aside what is foreign to it: %s', async (_, text) => {
    await open().write('7', { script: 'traditional' });
    await writeFile(join(folder, '7.json'), text);
    expect(await open().read('7')).toBeUndefined();
    expect(await readFile(join(folder, '7.json.broken'), 'utf8')).toBe(text);
    expect(warnings).toHaveLength(1);
  });

  it('sets aside a folder in the place of a file', async () => {
    await mkdir(join(folder, '7.json'), { recursive: true });
    expect(await open().read('7')).toBeUndefined();
    await open().write('7', { script: 'simplified' });
    expect(await open().read('7')).toEqual({ script: 'simplified' });
  });

  it('fails where its folder cannot be made', async () => {
    await writeFile(join(root, 'state'), 'a file');
    await expect(open().write('7', { script: 'traditional' })).rejects.toThrow();
  });
});

import { chmod, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import writeFileAtomic from 'write-file-atomic';

import { IndexFileError, readIndex, writeIndex } from '../../src/collection/index-file.ts';

vi.mock('write-file-atomic', async (original) => {
  const { default: write } = await original<{ default: typeof writeFileAtomic }>();
  return { default: vi.fn(write) };
});

const [A, B] = ['a'.repeat(64), 'b'.repeat(64)] as const;
const VALUE = { words: Uint32Array.of(1, 2, 70_000), text: '海宁', grams: new Set(['茶']) };

let state: string;
let folder: string;
beforeEach(async () => {
  state = await mkdtemp(join(tmpdir(), 'notice-bot-index-'));
  folder = join(state, 'index');
});
afterEach(() => rm(state, { recursive: true }));

describe('a file with an index', () => {
  it('is read as it was written, by its fingerprint alone', async () => {
    await writeIndex(folder, A, VALUE);
    expect(await readIndex(folder, A)).toEqual(VALUE);
    expect(await readIndex(folder, B)).toBeUndefined();
  });

  it('is missing where its folder is, or is none', async () => {
    expect(await readIndex(folder, A)).toBeUndefined();
    await writeFile(folder, '');
    expect(await readIndex(folder, A)).toBeUndefined();
  });

  it('is for its owner alone', async () => {
    await writeIndex(folder, A, VALUE);
    expect((await stat(join(folder, A))).mode & 0o777).toBe(0o600);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  it.each([
    ['torn', (bytes: Buffer) => bytes.subarray(0, bytes.length - 5)],
    ['empty', () => Buffer.alloc(0)],
    ['changed in one bit', (bytes: Buffer) => bytes.with(40, (bytes[40] ?? 0) ^ 1)],
    ['foreign', () => Buffer.from('a letter of more than thirty-two bytes, and no index')],
  ])('is refused when it is %s', async (_, damage) => {
    await writeIndex(folder, A, VALUE);
    await writeFile(join(folder, A), damage(await readFile(join(folder, A))));
    await expect(readIndex(folder, A)).rejects.toThrow(IndexFileError);
  });

  it('takes the place of those with other fingerprints and of what a crash left, and of nothing else', async () => {
    await writeIndex(folder, A, VALUE);
    await writeFile(join(folder, `${A}.123`), 'left by a crash');
    await utimes(join(folder, `${A}.123`), 0, 0);
    await writeFile(join(folder, `${B}.456`), 'being written');
    await writeFile(join(folder, 'README'), 'not the program’s');
    await writeIndex(folder, B, VALUE);
    expect((await readdir(folder)).sort()).toEqual(['README', B, `${B}.456`].sort());
  });

  it('is whole after several have written it at once, and alone after the next', async () => {
    await Promise.all(Array.from({ length: 8 }, (_, i) => writeIndex(folder, i % 2 === 0 ? A : B, VALUE)));
    for (const fingerprint of [A, B]) expect(await readIndex(folder, fingerprint)).toEqual(VALUE);
    await writeIndex(folder, B, VALUE);
    expect(await readdir(folder)).toEqual([B]);
  });

  it('cannot be written where there can be no folder, or nothing can be put into it', async () => {
    await writeFile(folder, '');
    await expect(writeIndex(folder, A, VALUE)).rejects.toThrow();
    await rm(folder);
    await writeIndex(folder, A, VALUE);
    await chmod(folder, 0o500);
    // Root may write everywhere.
    if (process.getuid?.() !== 0) await expect(writeIndex(folder, B, VALUE)).rejects.toThrow('EACCES');
    await chmod(folder, 0o700);
  });

  it('is taken away again where the disk was full, of which write-file-atomic does not tell', async () => {
    const write = vi.mocked(writeFileAtomic).getMockImplementation();
    vi.mocked(writeFileAtomic).mockImplementationOnce(async (path, bytes, options) =>
      write?.(path, bytes.slice(0, 50), options),
    );
    await expect(writeIndex(folder, A, VALUE)).rejects.toThrow('the disk is full');
    expect(await readdir(folder)).toEqual([]);
    await writeIndex(folder, A, VALUE);
    expect(await readIndex(folder, A)).toEqual(VALUE);
  });
});

import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { findSources, importNotices, type ImportOptions, type Workshop } from '../../src/import/index.ts';
import { readAs } from '../../src/import/readers.ts';

const NOTICE = '停水通知\n发布日期：2022-05-09\n平湖市将于5月12日停水。\n';
const OTHER = '停水通知\n发布日期：2022-05-09\n平湖市将于5月13日停水。\n';

/** Reads in this thread: what a thread of its own is for has a test of its own. */
const workshop: Workshop = {
  read: ({ format, bytes }) => readAs(format, Uint8Array.from(bytes)),
  close: () => Promise.resolve(),
};

let root: string;
let folder: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'notice-bot-import-'));
  folder = join(root, 'notices');
});
afterEach(() => rm(root, { recursive: true }));

async function put(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(root, name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, content);
  return path;
}

/** What came of each path: its status, and the reason where it is refused. */
async function outcomes(paths: readonly string[], options: Partial<ImportOptions> = {}): Promise<string[]> {
  const { sources } = await findSources(paths);
  const found: string[] = [];
  for await (const outcome of importNotices(sources, {
    folder,
    force: false,
    dryRun: false,
    workshop,
    ...options,
  })) {
    found.push(outcome.status === 'refused' ? `refused: ${outcome.reason}` : outcome.status);
  }
  return found;
}

describe('importNotices', () => {
  it('writes a notice file, makes the folder for it, and leaves nothing else there', async () => {
    expect(await outcomes([await put('in/water.txt', NOTICE)])).toEqual(['imported']);
    expect(await readdir(folder)).toEqual(['water.txt']);
    expect(await readFile(join(folder, 'water.txt'), 'utf8')).toBe(
      `---\ntitle: 停水通知\ndate: 2022-05-09\nsource: water.txt\n---\n${NOTICE}`,
    );
  });

  it('does nothing the second time', async () => {
    const path = await put('in/water.txt', NOTICE);
    await outcomes([path]);
    await chmod(join(folder, 'water.txt'), 0o444);
    expect(await outcomes([path])).toEqual(['unchanged']);
    expect(await outcomes([path], { force: true })).toEqual(['unchanged']);
  });

  it('replaces a notice that differs only when it is told to', async () => {
    await outcomes([await put('in/water.txt', NOTICE)]);
    const path = await put('in/water.txt', OTHER);
    expect(await outcomes([path])).toEqual([
      `refused: differs from ${join(folder, 'water.txt')}; compare them, and give --force to replace that`,
    ]);
    expect(await readFile(join(folder, 'water.txt'), 'utf8')).toContain('5月12日');
    expect(await outcomes([path], { force: true })).toEqual(['replaced']);
    expect(await readFile(join(folder, 'water.txt'), 'utf8')).toContain('5月13日');
  });

  it('writes nothing on a dry run', async () => {
    expect(await outcomes([await put('in/water.txt', NOTICE)], { dryRun: true })).toEqual(['imported']);
    expect(await readdir(root)).toEqual(['in']);
  });

  it('goes on behind a file that it refuses', async () => {
    const paths = [
      await put('in/a.txt', Uint8Array.of(1, 2, 3, 0, 255)),
      await put('in/b.doc', '甲'),
      await put('in/c.pdf', '甲'),
      await put('in/d.txt', '……'),
      await put('in/e.txt', NOTICE),
    ];
    expect(await outcomes(paths)).toEqual([
      'refused: is no text in UTF-8, GB18030, Big5 or UTF-16; save it as UTF-8 text',
      'refused: is in the format of Word 97; open it and save it as .docx',
      'refused: is named .pdf and is none; open it, and save it again in that format',
      'refused: has no paragraph under its title; check that its text is in the file, and not in a picture',
      'imported',
    ]);
  });

  it('tells a format by its content where its name is wrong', async () => {
    const page = `<!DOCTYPE html><html><body><p>停水通知</p><p>${'平湖市将于5月12日停水。'.repeat(5)}</p></body></html>`;
    const word = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
    const paths = [await put('a.txt', page), await put('b.docx', word), await put('c.xyz', NOTICE)];
    expect(await outcomes(paths)).toEqual([
      'imported',
      expect.stringMatching(/Word 97, or protected by a password/u),
      expect.stringMatching(/in no format that is known; import \.txt/u),
    ]);
    expect(await readFile(join(folder, 'a.txt'), 'utf8')).not.toContain('<p>');
  });

  it('refuses a second file that would have the same id', async () => {
    const [first, second] = [await put('a/water.txt', NOTICE), await put('b/water.md', OTHER)];
    expect(await outcomes([first, second], { force: true })).toEqual([
      'imported',
      `refused: would have the same id as ${first}; rename one of them`,
    ]);
    expect(await readFile(join(folder, 'water.txt'), 'utf8')).toContain('5月12日');
  });

  it('refuses a notice whose id another kind of file has already', async () => {
    const twin = await put('notices/water.md', NOTICE);
    expect(await outcomes([await put('in/water.txt', NOTICE)])).toEqual([
      `refused: would have the same id as ${twin}; rename one of them`,
    ]);
  });

  it('does not import a folder into itself', async () => {
    const path = await put('notices/water.txt', NOTICE);
    expect(await outcomes([folder], { force: true })).toEqual([
      expect.stringMatching(/in the folder of the notices already/u),
    ]);
    expect(await readFile(path, 'utf8')).toBe(NOTICE);
  });

  it('does not write through a link, nor over a folder', async () => {
    const secret = await put('secret.txt', 'secret');
    await mkdir(join(folder, 'gas.txt'), { recursive: true });
    await symlink(secret, join(folder, 'water.txt'));
    const paths = [await put('in/water.txt', NOTICE), await put('in/gas.txt', NOTICE)];
    expect(await outcomes(paths, { force: true })).toEqual([
      expect.stringMatching(/which is no plain file; remove what is there/u),
      expect.stringMatching(/which is no plain file; remove what is there/u),
    ]);
    expect(await readFile(secret, 'utf8')).toBe('secret');
  });

  it('never writes outside its folder, whatever a notice calls itself', async () => {
    const path = await put('in/index.txt', `---\ntitle: ../../escaped\n---\n${NOTICE}`);
    expect(await outcomes([path])).toEqual(['imported']);
    expect((await readdir(root)).sort()).toEqual(['in', 'notices']);
    expect(await readdir(folder)).toEqual(['escaped.txt']);
  });
});

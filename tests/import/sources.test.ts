import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

import { findSources } from '../../src/import/index.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'notice-bot-sources-'));
});
afterEach(() => rm(root, { recursive: true }));

async function make(...files: readonly string[]): Promise<void> {
  for (const file of files) {
    await mkdir(join(root, file, '..'), { recursive: true });
    await writeFile(join(root, file), '水');
  }
}

/** The paths below the root, with the reason of those that are refused. */
async function found(...paths: readonly string[]) {
  const { sources, passedOver } = await findSources(paths.map((path) => join(root, path)));
  return {
    passedOver,
    sources: sources.map(
      ({ path, refused }) => relative(root, path) + (refused === undefined ? '' : `: ${refused}`),
    ),
  };
}

it('finds the files of a folder and the folders in it, in the order of their names', async () => {
  await make(
    'in/b.pdf',
    'in/a.txt',
    'in/c/d.HTML',
    'in/c/e.docx',
    'in/photo.jpg',
    'in/.hidden.txt',
    'in/.git/x.txt',
  );
  expect(await found('in')).toEqual({
    sources: ['in/a.txt', 'in/b.pdf', 'in/c/d.HTML', 'in/c/e.docx'],
    passedOver: 1,
  });
});

it('takes a file that is named whatever it is called, and each but once', async () => {
  await make('in/notice', 'in/a.txt');
  expect(await found('in/notice', 'in/a.txt', 'in', 'in/a.txt')).toEqual({
    sources: ['in/notice', 'in/a.txt'],
    passedOver: 1,
  });
});

it('passes over the parts that a browser saves beside a page', async () => {
  await make(
    'in/通知.html',
    'in/通知_files/frame.html',
    'in/old.htm',
    'in/old.files/a.html',
    'in/my_files/b.html',
  );
  expect((await found('in')).sources).toEqual(['in/my_files/b.html', 'in/old.htm', 'in/通知.html']);
});

it('names the files in formats that cannot be read, so that they are refused with a remedy', async () => {
  await make('in/a.doc', 'in/b.mht');
  expect((await found('in')).sources).toEqual(['in/a.doc', 'in/b.mht']);
});

it('refuses links out of a folder, and does not follow those in it', async () => {
  await make('in/a.txt', 'secret/key.txt', 'inside/x.txt');
  await symlink(join(root, 'secret/key.txt'), join(root, 'in/b.txt'));
  await symlink(join(root, 'secret'), join(root, 'in/c'));
  await symlink('../inside/x.txt', join(root, 'in/d.txt'));
  await symlink('a.txt', join(root, 'in/e.txt'));
  await symlink('.', join(root, 'in/f'));
  await symlink('nowhere', join(root, 'in/g'));
  const out = 'leads out of the folder; import what it leads to';
  expect(await found('in')).toEqual({
    sources: ['in/a.txt', ...['b.txt', 'c', 'd.txt', 'g'].map((name) => `in/${name}: ${out}`)],
    passedOver: 0,
  });
});

it('follows a link that is named itself', async () => {
  await make('in/a.txt');
  await symlink(join(root, 'in'), join(root, 'link'));
  expect((await found('link')).sources).toEqual(['link/a.txt']);
});

it('refuses what does not exist, is empty or too large, and goes on', async () => {
  await make('a.txt', 'b.txt', 'c.txt');
  await truncate(join(root, 'a.txt'), 0);
  await truncate(join(root, 'b.txt'), 20_000_001);
  expect((await found('nowhere', 'a.txt', 'b.txt', 'c.txt')).sources).toEqual([
    'nowhere: does not exist; check its path',
    'a.txt: is empty; fetch it again',
    'b.txt: is larger than 20 MB; split it, or take the pictures out of it',
    'c.txt',
  ]);
});

it('refuses what is neither a file nor a folder', async () => {
  const { sources } = await findSources(['/dev/null']);
  expect(sources).toEqual([
    { path: '/dev/null', refused: expect.stringMatching(/neither a file nor a folder/u) as string },
  ]);
});

import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { loadNotices } from '../../src/notice/load.ts';

const GOOD = '種茶通知\n發布日期：2021-03-16\n甲縣種茶。';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'notices-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** Loads a folder with these files beside one good notice. */
async function load(files: Readonly<Record<string, string | Uint8Array>>) {
  for (const [name, content] of Object.entries({ 'good.txt': GOOD, ...files })) {
    await writeFile(join(folder, name), content);
  }
  const { notices, files: served, problems } = await loadNotices(folder);
  return { ids: notices.map(({ id }) => id), notices, served, problems };
}

describe('a folder of notices', () => {
  it('is served by file name, each notice with its file', async () => {
    const { ids, served, problems } = await load({ 'b.txt': GOOD, 'a.md': GOOD });
    expect(ids).toEqual(['a', 'b', 'good']);
    expect(served.get('a')).toBe('a.md');
    expect(problems).toEqual([]);
  });

  it.each<[string, string | Uint8Array, RegExp]>([
    ['is empty', '', /holds no text; write a title line/],
    ['holds white space only', ' \n\u3000\n', /holds no text; write/],
    ['holds signs only', '***', /holds no text; write/],
    [
      'is a title and no more',
      '---\ntitle: 種茶\n---\n種茶\n2021-03-16',
      /no paragraph under its title; write/,
    ],
    ['is binary', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), /not UTF-8 text; save it as UTF-8/],
    ['holds a NUL', '種茶\n甲縣\0種茶。', /not UTF-8 text; save it/],
    // 種茶 in GBK.
    ['is GBK', Uint8Array.from([0xb7, 0x4e, 0xb2, 0xe8, 0xa1, 0xa3]), /not UTF-8 text; save it/],
    ['is UTF-16', Buffer.from('\ufeff種茶。\n甲縣種茶。', 'utf16le'), /not UTF-8 text; save it/],
    ['is larger than a notice gets', '種茶。\n'.repeat(600_000), /larger than 5 MB; split it/],
  ])(
    'refuses a file that %s, names it and the remedy, and serves the others',
    async (_, content, message) => {
      const { ids, problems } = await load({ 'bad.txt': content });
      expect(ids).toEqual(['good']);
      expect(problems).toEqual([
        { file: 'bad.txt', severity: 'refused', message: expect.stringMatching(message) as string },
      ]);
    },
  );

  it.each([
    ['title', '甲縣種茶。\n發布日期：2021-03-16\n乙縣養蠶。', /^has no title that/],
    ['date', '種茶通知\n甲縣種茶。', /^has no date that.*发布日期：2021-03-16/],
    ['title and no date', '甲縣種茶。\n乙縣養蠶。', /^has no title and no date that/],
  ])('serves a file without %s, with a warning that names the remedy', async (_, content, message) => {
    const { ids, problems } = await load({ 'bare.txt': content });
    expect(ids).toEqual(['bare', 'good']);
    expect(problems).toEqual([
      { file: 'bare.txt', severity: 'warning', message: expect.stringMatching(message) as string },
    ]);
  });

  it('never quotes a file in what it reports', async () => {
    const { problems } = await load({ 'bare.txt': '秘密。\n秘密，\n', 'bad.txt': '秘密\0' });
    expect(problems).toHaveLength(2);
    expect(JSON.stringify(problems)).not.toContain('秘密');
  });

  it('serves the first of two files with one id, and names the other', async () => {
    const { ids, served, problems } = await load({ 'good.md': GOOD });
    expect(ids).toEqual(['good']);
    expect(served.get('good')).toBe('good.md');
    expect(problems).toEqual([
      {
        file: 'good.txt',
        severity: 'refused',
        message: expect.stringMatching(/id "good"; rename one/) as string,
      },
    ]);
  });

  it('takes endings in capitals, and links to files', async () => {
    await writeFile(join(folder, 'target'), GOOD);
    await symlink(join(folder, 'target'), join(folder, 'linked.txt'));
    const { ids } = await load({ 'CAPITALS.TXT': GOOD });
    expect(ids).toEqual(['CAPITALS', 'good', 'linked']);
  });

  it('reports a link that leads nowhere, and passes over folders', async () => {
    await mkdir(join(folder, 'folder.txt'));
    await symlink(join(folder, 'nowhere'), join(folder, 'broken.txt'));
    const { ids, problems } = await load({});
    expect(ids).toEqual(['good']);
    expect(problems).toEqual([
      {
        file: 'broken.txt',
        severity: 'refused',
        message: expect.stringMatching(/cannot be read \(ENOENT\)/) as string,
      },
    ]);
  });

  it('passes over files that are no notices', async () => {
    const { ids, problems } = await load({
      '.hidden.txt': '',
      'picture.png': '',
      README: '',
      'notes.json': '{}',
    });
    expect(ids).toEqual(['good']);
    expect(problems).toEqual([]);
  });

  it('reads a byte order mark and Windows line ends', async () => {
    const { notices } = await load({ 'windows.txt': `\ufeff${GOOD.replaceAll('\n', '\r\n')}` });
    expect(notices.map(({ title, publishedOn }) => [title, publishedOn])).toEqual([
      ['種茶通知', '2021-03-16'],
      ['種茶通知', '2021-03-16'],
    ]);
  });

  it('may be empty', async () => {
    expect(await loadNotices(folder)).toMatchObject({ notices: [], problems: [] });
  });

  it('that does not exist is an error with its code', async () => {
    await expect(loadNotices(join(folder, 'none'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

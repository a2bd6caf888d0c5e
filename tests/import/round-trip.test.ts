import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { readGoldenSet } from '../../src/cli/evaluate/golden-set.ts';
import { loadNotices, type LoadedNotices } from '../../src/notice/load.ts';
import { importedBytes, importedFile, NOTICES, PUBLISHED, sentencesOf } from './fixtures.ts';
import { encode, utf16 } from './encode.ts';

let fixtures: LoadedNotices;
beforeAll(async () => {
  fixtures = await loadNotices(NOTICES);
});

function loaded(id: string) {
  const notice = fixtures.notices.find((candidate) => candidate.id === id);
  if (notice === undefined) throw new Error(`there is no fixture ${id}`);
  return notice;
}

const IDS = ['water-outage-haining', 'subsidy-lift-tongxiang', 'recruitment-hsinchu', 'repeal-tongxiang'];
const published = IDS.flatMap((id) => ['html', 'pdf', 'docx'].map((ending) => [id, ending] as const));

describe('a notice in another format', () => {
  it.each(published)('has the same title, paragraphs and sentences: %s as %s', async (id, ending) => {
    const file = await importedFile(`${PUBLISHED}/${id}.${ending}`);
    expect(file.notice.title).toBe(loaded(id).title);
    expect(sentencesOf(file)).toEqual(sentencesOf({ notice: loaded(id) }));
    expect(file.warnings).toEqual([]);
  });

  it.each(published)('has the same date, issuer and number: %s as %s', async (id, ending) => {
    const file = await importedFile(`${PUBLISHED}/${id}.${ending}`);
    const text = await importedFile(`${NOTICES}/${id}.txt`);
    expect(file.notice).toMatchObject({ publishedOn: text.notice.publishedOn, issuer: text.notice.issuer });
    expect(file.notice.publishedOn).not.toBeNull();
    expect(file.notice.issuer).not.toBeNull();
    expect(file.number).toBe(text.number);
  });

  it.each(published)(
    'answers the questions about it with the same sentences: %s as %s',
    async (id, ending) => {
      const { notice } = await importedFile(`${PUBLISHED}/${id}.${ending}`);
      const golden = await readFile(`tests/fixtures/golden/${id}.yaml`, 'utf8');
      // It throws where an expected sentence is not there.
      expect(readGoldenSet(id, golden, [notice]).length).toBeGreaterThanOrEqual(15);
    },
  );
});

describe('a notice in another encoding', () => {
  it.each([
    ['school-enrolment-keqiao', 'GB18030', (text: string) => encode(text, 'gb18030')],
    ['recruitment-hsinchu', 'Big5', (text: string) => encode(text, 'big5')],
    ['tender-anji', 'UTF-16', (text: string) => utf16(text, 'little')],
    ['vaccination-hongkong', 'UTF-16 with a mark', (text: string) => utf16(`\ufeff${text}`, 'big')],
  ])('makes the same notice file: %s in %s', async (id, _, encodeAs) => {
    const text = await readFile(`${NOTICES}/${id}.txt`, 'utf8');
    const file = await importedBytes(`${id}.txt`, encodeAs(text));
    expect(file.content).toBe((await importedFile(`${NOTICES}/${id}.txt`)).content);
  });
});

describe('an imported notice', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'notice-bot-import-'));
    for (const name of await readdir(NOTICES)) {
      const id = name.replace('.txt', '');
      // Some were published as pages.
      const file = await importedFile(IDS.includes(id) ? `${PUBLISHED}/${id}.html` : `${NOTICES}/${name}`);
      await writeFile(join(folder, `${file.id}.txt`), file.content);
    }
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('is loaded with the title, paragraphs and sentences of the text that it came from', async () => {
    const { notices, problems } = await loadNotices(folder);
    expect(problems).toEqual([]);
    expect(notices.map(({ id }) => id)).toEqual(fixtures.notices.map(({ id }) => id));
    for (const notice of notices) {
      expect(notice.title).toBe(loaded(notice.id).title);
      expect(sentencesOf({ notice })).toEqual(sentencesOf({ notice: loaded(notice.id) }));
    }
  });

  it('makes the same file when it is imported again', async () => {
    for (const name of await readdir(folder)) {
      const file = await importedFile(join(folder, name));
      expect(file.content).toBe(await readFile(join(folder, name), 'utf8'));
    }
  });
});

import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { openCollection } from '../../src/collection/collection.ts';
import { readIndex, writeIndex } from '../../src/collection/index-file.ts';
import { FEWEST_SAVED } from '../../src/collection/prepare.ts';
import { createIntlSegmenter, type Segmenter } from '../../src/text/segmenter.ts';

const QUESTIONS = ['第七號茶園的面積是多少？', '甲鎮停水到幾時？', '茶園在哪裡？', '海寧的GDP是多少？'];

let folder: string;
let indexDir: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'notice-bot-prepare-'));
  indexDir = join(folder, 'state', 'index');
});
afterEach(() => rm(folder, { recursive: true }));

function put(name: string, ...lines: readonly string[]): Promise<void> {
  return writeFile(join(folder, name), lines.join('\n'));
}

/** Two notices, together of as many passages as a saved index needs, and one that is there twice. */
async function putLarge(): Promise<void> {
  const fields = Array.from({ length: FEWEST_SAVED }, (_, i) => `第${i}號茶園的面積為${i + 3}畝。`);
  await put('tea.txt', '茶園面積', '2022-06-01', ...fields, '第七號茶園的面積為七百畝。');
  for (const name of ['outage.txt', 'outage-again.txt'])
    await put(name, '甲鎮停水通知', '2022-05-09', '甲鎮停水到8時。請提前儲水，給您帶來不便，敬請諒解。');
}

/** Opens the folder, and says how often a text was cut for it, what it replies and what was wrong. */
async function open(isSaved = true) {
  let cuts = 0;
  const intl = createIntlSegmenter();
  const segmenter: Segmenter = {
    name: intl.name,
    cut(text) {
      cuts++;
      return intl.cut(text);
    },
  };
  const collection = await openCollection({
    folder,
    segmenter: () => segmenter,
    today: () => '2022-12-01',
    ...(isSaved ? { indexDir } : {}),
  });
  return {
    collection,
    cuts,
    problems: collection.problems,
    replies: QUESTIONS.map((question) => collection.answerer.ask(question)),
  };
}

describe('the index of a large collection', () => {
  it('is made once, and gives the same replies afterwards', async () => {
    await putLarge();
    const made = await open();
    const again = await open();
    expect(made.cuts).toBeGreaterThan(FEWEST_SAVED);
    expect(again.cuts).toBe(0);
    expect(again.replies).toEqual(made.replies);
    expect(again.replies).toEqual((await open(false)).replies);
    expect(made.replies[0]).toMatchObject({ status: 'answered', shortAnswer: '七百畝' });
    expect(again.collection.answerer.notices).toHaveLength(2);
    expect([...made.problems, ...again.problems]).toEqual([]);
  });

  it('is made by two processes at once, and is whole', async () => {
    await putLarge();
    const ask = () =>
      promisify(execFile)(
        process.execPath,
        ['--import', 'tsx', 'src/cli/ask.ts', '--json', '--data', folder, QUESTIONS[0] ?? ''],
        { env: { ...process.env, STATE_DIR: join(folder, 'state') } },
      );
    const [first, second] = await Promise.all([ask(), ask()]);
    expect(first.stderr).not.toContain('index');
    expect(second).toEqual(first);
    const files = await readdir(indexDir);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect(await readIndex(indexDir, file)).toHaveProperty('preparation');
  });

  it('is made anew when a notice is another one, and then replaced', async () => {
    await putLarge();
    await open();
    const [before] = await readdir(indexDir);
    await put('outage.txt', '甲鎮停水通知', '2022-05-09', '甲鎮停水到9時。');
    const { replies, problems, cuts } = await open();
    expect(cuts).toBeGreaterThan(FEWEST_SAVED);
    expect(replies[1]).toMatchObject({ status: 'answered' });
    expect(JSON.stringify(replies[1])).toContain('停水到9時');
    expect(problems).toEqual([]);
    const after = await readdir(indexDir);
    expect(after).toHaveLength(1);
    expect(after).not.toContain(before);
  });

  it('is saved again after a reload', async () => {
    await putLarge();
    const { collection } = await open();
    await put('dogs.txt', '養犬通知', '2022-06-01', '養犬須到派出所登記。');
    expect(await collection.reload()).toMatchObject({ changed: 1, problems: [] });
    expect(await readdir(indexDir)).toHaveLength(1);
    expect((await open()).cuts).toBe(0);
  });

  it.each([
    ['is torn', async (path: string) => truncate(path, 5000)],
    [
      'has another form than its fingerprint says',
      (path: string) => writeIndex(indexDir, basename(path), { copies: [], preparation: {} }),
    ],
  ])('is made anew with a warning when it %s', async (_, damage) => {
    await putLarge();
    const made = await open();
    const [name = ''] = await readdir(indexDir);
    await damage(join(indexDir, name));
    const again = await open();
    expect(again.problems).toEqual([expect.stringMatching(/^The saved index in .* it is made anew\.$/u)]);
    expect(again.replies).toEqual(made.replies);
    const third = await open();
    expect([third.cuts, third.problems]).toEqual([0, []]);
  });

  it('is done without, with a warning, where it cannot be written', async () => {
    await putLarge();
    await writeFile(join(folder, 'state'), 'a file in the folder’s place');
    const { problems, replies, collection } = await open();
    expect(problems).toEqual([expect.stringContaining(`The index cannot be saved in ${indexDir} (E`)]);
    expect(problems[0]).toContain('set STATE_DIR to another folder');
    expect(replies[0]?.status).toBe('answered');
    await put('dogs.txt', '養犬通知', '2022-06-01', '養犬須到派出所登記。');
    expect((await collection.reload()).problems).toHaveLength(1);
    expect(collection.answerer.notices.map(({ id }) => id)).toContain('dogs');
  });

  it('is not kept of a small collection, nor where no folder is given', async () => {
    await put('outage.txt', '甲鎮停水通知', '2022-05-09', '甲鎮停水到8時。');
    expect((await open()).problems).toEqual([]);
    await expect(readdir(indexDir)).rejects.toThrow('ENOENT');
  });
});

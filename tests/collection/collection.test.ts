import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';

import { FolderError, openCollection, type Collection } from '../../src/collection/collection.ts';
import { watchFolder } from '../../src/collection/watch.ts';
import { createSegmenter } from '../../src/text/segmenter.ts';

const segmenter = createSegmenter(() => undefined);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'notice-bot-collection-'));
});
afterEach(() => rm(folder, { recursive: true }));

function open(): Promise<Collection> {
  return openCollection({ folder, segmenter: () => segmenter, today: () => '2022-12-01' });
}

function put(name: string, ...lines: readonly string[]): Promise<void> {
  return writeFile(join(folder, name), lines.join('\n'));
}

function putOutage(hour: number): Promise<void> {
  return put('outage.txt', '長安鎮停水通知', '2022-05-09', `長安鎮停水時間為${hour}時。`);
}

function shortAnswer({ answerer }: Collection, question: string): string | null {
  const reply = answerer.ask(question);
  return reply.status === 'answered' ? (reply.shortAnswer ?? reply.quotes[0].sentence.text) : null;
}

const QUESTION = '長安鎮停水時間是什麼時候？';

describe('a collection', () => {
  it('answers from what its folder holds, and after a reload from what it holds then', async () => {
    await putOutage(8);
    const collection = await open();
    expect(shortAnswer(collection, QUESTION)).toContain('8時');
    await putOutage(9);
    await put('tea.txt', '種茶通知', '2022-06-01', '種茶面積為三百畝。');
    expect(shortAnswer(collection, QUESTION)).toContain('8時');
    expect(await collection.reload()).toEqual({ notices: 2, changed: 2, gone: 0, problems: [] });
    expect(shortAnswer(collection, QUESTION)).toContain('9時');
    expect(shortAnswer(collection, '種茶面積是多少？')).toContain('三百畝');
    await rm(join(folder, 'tea.txt'));
    expect(await collection.reload()).toMatchObject({ notices: 1, changed: 0, gone: 1 });
    expect(shortAnswer(collection, '種茶面積是多少？')).toBeNull();
    expect(collection.fileOf('outage')).toBe(join(folder, 'outage.txt'));
  });

  it('keeps a notice as it is while its file has not changed, with the ids that buttons carry', async () => {
    await putOutage(8);
    await put('tea.txt', '種茶通知', '2022-06-01', '種茶面積為三百畝。');
    const collection = await open();
    const { answerer } = collection;
    const [outage] = answerer.notices;
    const id = outage?.passages[0]?.sentences[0]?.id ?? '';
    await put('tea.txt', '種茶通知', '2022-06-01', '種茶面積為四百畝。');
    expect(await collection.reload()).toMatchObject({ changed: 1 });
    expect(answerer.notices[0]).toBe(outage);
    expect(answerer.sentenceById(id)?.sentence.text).toBe('長安鎮停水時間為8時。');
  });

  it('serves the notice that a broken file was before, and reports the file', async () => {
    await putOutage(8);
    const collection = await open();
    await writeFile(join(folder, 'outage.txt'), Uint8Array.of(0xff, 0xfe, 0x00));
    const { problems, notices } = await collection.reload();
    expect(notices).toBe(1);
    expect(problems).toEqual([expect.stringContaining('outage.txt is not UTF-8 text')]);
    expect(problems[0]).toContain('The notice that it was before is still served.');
    expect(shortAnswer(collection, QUESTION)).toContain('8時');
    await putOutage(10);
    await collection.reload();
    expect(shortAnswer(collection, QUESTION)).toContain('10時');
  });

  it('goes on answering where the folder is gone or empty, and says so', async () => {
    await putOutage(8);
    const collection = await open();
    await rename(folder, `${folder}-away`);
    await expect(collection.reload()).rejects.toThrow(FolderError);
    expect(shortAnswer(collection, QUESTION)).toContain('8時');
    await rename(`${folder}-away`, folder);
    await rm(join(folder, 'outage.txt'));
    await expect(collection.reload()).rejects.toThrow('holds no notice that can be served');
    expect(shortAnswer(collection, QUESTION)).toContain('8時');
  });

  it('does not open without a notice', async () => {
    await expect(open()).rejects.toThrow('holds no notice that can be served');
  });

  it('gives all who ask for a reload during another the same next one', async () => {
    await putOutage(8);
    const collection = await open();
    await putOutage(9);
    const first = collection.reload();
    const [second, third] = [collection.reload(), collection.reload()];
    expect(third).toBe(second);
    expect((await first).changed).toBe(1);
    expect((await second).changed).toBe(0);
  });

  it('loses no question and answers none from half of an index during reloads', async () => {
    const reloads = 20;
    const questions = 1000;
    const hourOf = async (hour: number) => {
      await putOutage(hour);
      for (let i = 0; i < 4; i++) {
        await put(`n${i}.txt`, `第${i}號種茶通知`, '2022-06-01', `第${i}號茶園面積為${hour}00畝。`);
      }
    };
    await hourOf(1);
    const collection = await open();
    const heard: number[] = [];
    let reloading = 0;
    const work = (async () => {
      for (let hour = 2; hour <= reloads + 1; hour++) {
        await hourOf(hour);
        reloading = hour;
        await collection.reload();
      }
      reloading = 0;
    })();
    let during = 0;
    while (heard.length < questions || reloading > 0) {
      if (reloading > 0) during++;
      const { status, ...reply } = collection.answerer.ask(QUESTION);
      expect(status).toBe('answered');
      const text = 'quotes' in reply ? reply.quotes[0].sentence.text : '';
      // All of the notices are of the same hour as the one that answers.
      const hour = Number(/為(\d+)時/u.exec(text)?.[1]);
      expect(
        collection.answerer.notices.map(({ text: whole }) => /為(\d+?)(?:00畝|時)/u.exec(whole)?.[1]),
      ).toEqual(Array.from({ length: 5 }, () => hour.toString()));
      heard.push(hour);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await work;
    expect(heard).toEqual([...heard].sort((a, b) => a - b));
    expect(during).toBeGreaterThan(reloads);
    expect(shortAnswer(collection, QUESTION)).toContain(`${reloads + 1}時`);
  }, 60_000);
});

describe('a watched folder', () => {
  it('is told of once after several files have changed, and no more when nobody watches', async () => {
    await putOutage(8);
    let changes = 0;
    let changed: () => void = () => undefined;
    const told = new Promise<void>((resolve) => (changed = resolve));
    const watching = await watchFolder(
      folder,
      () => {
        changes++;
        changed();
      },
      (error) => {
        throw error;
      },
    );
    onTestFinished(() => watching.stop());
    await putOutage(9);
    await put('tea.txt', '種茶通知', '2022-06-01', '種茶面積為三百畝。');
    await told;
    expect(changes).toBe(1);
    await watching.stop();
    await putOutage(10);
    expect(changes).toBe(1);
  });
});

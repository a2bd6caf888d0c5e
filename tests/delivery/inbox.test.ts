import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Update } from 'grammy/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { openFileInbox } from '../../src/delivery/file-inbox.ts';
import type { Inbox } from '../../src/delivery/inbox.ts';
import { openRedisInbox } from '../../src/delivery/redis-inbox.ts';
import { connectRedis, type Redis } from '../../src/state/redis.ts';
import { HAS_REDIS, startRedis, withRedis, type TestRedis } from '../support/server/redis.ts';

const update = (id: number): Update =>
  ({ update_id: id, message: { message_id: id, text: `question ${id}` } }) as never;
/** What one kind of inbox needs to be tested. */
interface Kind {
  readonly name: string;
  readonly isThere: boolean;
  /** Begins anew, and returns how an inbox is opened after the process that had it before was killed. */
  start(): Promise<(warn: (message: string) => void) => Promise<Inbox>>;
  end(): Promise<void>;
}

let folder: string;
let redis: TestRedis;
let connections: Redis[];

const FILES: Kind = {
  name: 'an inbox of files',
  isThere: true,
  async start() {
    folder = join(await mkdtemp(join(tmpdir(), 'notice-bot-inbox-')), 'inbox');
    return (warn) => openFileInbox(folder, warn);
  },
  end: () => rm(join(folder, '..'), { recursive: true }),
};

const REDIS: Kind = {
  name: withRedis('an inbox in Redis'),
  isThere: HAS_REDIS,
  async start() {
    redis = await startRedis();
    connections = [];
    return async (warn) => {
      // What was claimed by a process that is gone is free after a while.
      const claims = await redis.client.keys('bot:claim:*');
      if (claims.length > 0) await redis.client.del(claims);
      const connection = await connectRedis(redis.url, () => undefined, new AbortController().signal);
      connections.push(connection);
      return openRedisInbox(connection, 'bot:', warn);
    };
  },
  async end() {
    for (const connection of connections) connection.destroy();
    await redis.close();
  },
};

const ids = (updates: readonly Update[]) => updates.map(({ update_id: id }) => id);

describe.each([FILES, REDIS])('$name', (kind) => {
  describe.skipIf(!kind.isThere)('as every inbox', () => {
    const warnings: string[] = [];
    let openWith: Awaited<ReturnType<Kind['start']>>;
    /** As a process does that was started after another was killed. */
    const open = () => openWith((message) => warnings.push(message));
    beforeEach(async () => {
      warnings.length = 0;
      openWith = await kind.start();
    });
    afterEach(() => kind.end());

    it('takes each update once, however often it is delivered', async () => {
      const inbox = await open();
      expect(ids(await inbox.accept([update(1), update(2), update(2)]))).toEqual([1, 2]);
      expect(ids(await inbox.accept([update(2), update(3)]))).toEqual([3]);
      await inbox.done(update(2));
      expect(await inbox.accept([update(2), update(3)])).toEqual([]);
    });

    it('takes an update once that is delivered twice at the same time', async () => {
      const inbox = await open();
      const taken = await Promise.all([1, 2, 3].map(() => inbox.accept([update(7)])));
      expect(ids(taken.flat())).toEqual([7]);
    });

    it('has after a crash what was accepted and not handled, whole and in order', async () => {
      const inbox = await open();
      await inbox.accept([update(1), update(2)]);
      await inbox.accept([update(3)]);
      await inbox.done(update(2));
      expect(await (await open()).reclaim()).toEqual([update(1), update(3)]);
    });

    it('still knows after a crash what was handled', async () => {
      const inbox = await open();
      await inbox.accept([update(1), update(2)]);
      await inbox.done(update(1));
      await inbox.done(update(2));
      const next = await open();
      expect(await next.reclaim()).toEqual([]);
      expect(await next.accept([update(1), update(2)])).toEqual([]);
    });

    it('does not hand out again what it has handed out', async () => {
      await (await open()).accept([update(1)]);
      const next = await open();
      expect(await next.reclaim()).toEqual([update(1)]);
      expect(await next.reclaim()).toEqual([]);
      expect(await next.accept([update(1)])).toEqual([]);
    });

    it('gives an update up that ends every process', async () => {
      await (await open()).accept([update(1)]);
      for (let start = 1; start <= 10; start++) expect(await (await open()).reclaim()).toEqual([update(1)]);
      expect(await (await open()).reclaim()).toEqual([]);
      expect(warnings).toEqual([expect.stringContaining('The update 1 was given up')]);
    });
  });
});

describe('an inbox of files', () => {
  const warnings: string[] = [];
  let openWith: Awaited<ReturnType<Kind['start']>>;
  /** As a process does that was started after another was killed. */
  const open = () => openWith((message) => warnings.push(message));
  beforeEach(async () => {
    warnings.length = 0;
    openWith = await FILES.start();
  });
  afterEach(() => FILES.end());

  const batches = async () => (await readdir(folder)).filter((name) => name.endsWith('.json'));

  it('keeps nobody’s words when they are handled', async () => {
    const inbox = await open();
    await inbox.accept([update(1), update(2)]);
    await inbox.done(update(1));
    await inbox.done(update(2));
    expect(await batches()).toEqual([]);
    for (const name of await readdir(folder)) {
      expect(await readFile(join(folder, name), 'utf8')).not.toContain('question');
    }
  });

  it('sets aside what is not its own, says so, and goes on', async () => {
    await (await open()).accept([update(1)]);
    await writeFile(join(folder, '77.json'), '[{"update_id": 3, "mess');
    await writeFile(join(folder, '78.json'), '{"script":"traditional"}');
    await writeFile(join(folder, 'handled.log'), 'torn\n12\n3');
    const next = await open();
    expect(await next.reclaim()).toEqual([update(1)]);
    expect(warnings).toHaveLength(2);
    expect(await readdir(folder)).toEqual(expect.arrayContaining(['77.json.broken', '78.json.broken']));
    await next.accept([update(5)]);
    await next.done(update(5));
    expect(ids(await (await open()).accept([update(12), update(5), update(6)]))).toEqual([6]);
  });

  it('does not forget the last thousands that were handled, and does not grow for ever', async () => {
    const inbox = await open();
    const all = Array.from({ length: 25_000 }, (_, id) => update(id + 1));
    await inbox.accept(all);
    await Promise.all(all.map((each) => inbox.done(each)));
    const next = await open();
    expect(await next.accept(all.slice(-10_000))).toEqual([]);
    expect((await readdir(folder)).sort()).toEqual(['handled.1.log', 'handled.log']);
  });

  it('writes what comes at once together', async () => {
    const inbox = await open();
    await Promise.all(Array.from({ length: 50 }, (_, id) => inbox.accept([update(id)])));
    expect((await batches()).length).toBeLessThan(5);
  });

  it('fails where its folder cannot be made', async () => {
    await writeFile(folder, 'a file');
    await expect(open()).rejects.toThrow();
  });
});

describe.skipIf(!HAS_REDIS)(withRedis('an inbox in Redis'), () => {
  let openWith: Awaited<ReturnType<Kind['start']>>;
  const open = () => openWith(() => undefined);
  beforeEach(async () => {
    openWith = await REDIS.start();
  });
  afterEach(() => REDIS.end());

  it('takes an update once that is delivered to several instances at the same time', async () => {
    const instances = await Promise.all([open(), open(), open()]);
    const taken = await Promise.all(instances.map((inbox) => inbox.accept([update(7), update(8)])));
    expect(ids(taken.flat()).sort()).toEqual([7, 8]);
    await instances[0].done(update(7));
    expect(await instances[1].accept([update(7)])).toEqual([]);
  });

  it('leaves alone what another instance has in hand, until it stops', async () => {
    const [first, second] = [await open(), await open()];
    await first.accept([update(1)]);
    expect(await second.reclaim()).toEqual([]);
    await first.close();
    expect(await second.reclaim()).toEqual([update(1)]);
    expect(await first.reclaim()).toEqual([]);
  });

  it('hands out once what is left, however many instances ask', async () => {
    await (await open()).accept([update(1), update(2)]);
    const instances = await Promise.all([open(), open()]);
    const taken = await Promise.all(instances.map((inbox) => inbox.reclaim()));
    expect(ids(taken.flat()).sort()).toEqual([1, 2]);
  });

  it('keeps nobody’s words when they are handled', async () => {
    const inbox = await open();
    await inbox.accept([update(1)]);
    await inbox.done(update(1));
    expect(await redis.client.keys('*')).toEqual(['bot:handled:1']);
    expect(await redis.client.ttl('bot:handled:1')).toBeGreaterThan(24 * 3600);
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { ConfigError, type PollingConfig } from '../../src/config.ts';
import { openState, type State } from '../../src/state/open.ts';
import { freePort, HAS_REDIS, startRedis, withRedis, type TestRedis } from '../support/server/redis.ts';

const TOKEN = `123456789:${'A'.repeat(35)}`;

describe.each([
  { name: 'state in files', isThere: true, usesRedis: false },
  { name: withRedis('state in Redis'), isThere: HAS_REDIS, usesRedis: true },
])('$name', ({ isThere, usesRedis }) => {
  describe.skipIf(!isThere)('as it is everywhere', () => {
    let redis: TestRedis | undefined;
    let stateDir: string;
    let states: State[];
    const warnings: string[] = [];

    /** As a process does after a restart, or another instance. */
    async function open(token = TOKEN): Promise<State> {
      const config = { stateDir, redisUrl: redis?.url ?? null, token } as PollingConfig;
      const state = await openState(
        config,
        (message) => warnings.push(message),
        new AbortController().signal,
      );
      states.push(state);
      return state;
    }

    beforeAll(async () => {
      if (usesRedis) redis = await startRedis();
    });
    afterAll(() => redis?.close());
    beforeEach(async () => {
      stateDir = await mkdtemp(join(tmpdir(), 'notice-bot-state-'));
      states = [];
      warnings.length = 0;
      await redis?.client.flushAll();
    });
    afterEach(async () => {
      for (const state of states) await state.close();
      await rm(stateDir, { recursive: true });
    });

    it('knows nothing before something is written', async () => {
      expect(await (await open()).storage('preferences').read('7')).toBeUndefined();
      expect(warnings).toEqual([]);
    });

    it('still has after a restart what was written, and no longer what was deleted', async () => {
      const { storage } = await open();
      await storage('preferences').write('7', { script: 'traditional', many: [1, null, '字'] });
      await storage('preferences').write('8', { script: 'simplified' });
      await storage('preferences').delete('8');
      await storage('preferences').delete('never written');
      const next = (await open()).storage('preferences');
      expect(await next.read('7')).toEqual({ script: 'traditional', many: [1, null, '字'] });
      expect(await next.read('8')).toBeUndefined();
    });

    it('keeps each kind of state apart, whatever the keys are', async () => {
      const { storage } = await open();
      await storage('preferences').write('../a:b/*', 'one');
      await storage('conversations').write('../a:b/*', 'two');
      expect(await storage('preferences').read('../a:b/*')).toBe('one');
      expect(await storage('conversations').read('../a:b/*')).toBe('two');
    });

    it('keeps the last of many writes at once', async () => {
      const preferences = (await open()).storage<number>('preferences');
      await Promise.all(Array.from({ length: 50 }, (_, n) => preferences.write('7', n)));
      expect(await preferences.read('7')).toBe(49);
    });

    it('keeps no value for longer than its lifetime', async () => {
      const questions = (await open()).storage('questions', 300);
      await questions.write('7', 'short-lived');
      expect(await questions.read('7')).toBe('short-lived');
      await expect.poll(() => questions.read('7'), { timeout: 10_000 }).toBeUndefined();
    });

    it('tells that it is there', async () => {
      expect((await open()).isThere()).toBe(true);
    });

    it.runIf(usesRedis)('keeps apart what several bots keep', async () => {
      await (await open('1:a')).storage('preferences').write('7', 'of the first');
      expect(await (await open('2:a')).storage('preferences').read('7')).toBeUndefined();
    });

    it.runIf(usesRedis)('sets aside what is foreign to it, says so, and begins anew', async () => {
      const preferences = (await open()).storage('preferences');
      const name = 'notice-bot:123456789:preferences:7';
      await redis?.client.set(name, '{"script":"tradi');
      expect(await preferences.read('7')).toBeUndefined();
      expect(await redis?.client.get(`${name}:broken`)).toBe('{"script":"tradi');
      await redis?.client.hSet(name, 'script', 'traditional');
      expect(await preferences.read('7')).toBeUndefined();
      expect(warnings).toHaveLength(2);
      await preferences.write('7', 'anew');
      expect(await preferences.read('7')).toBe('anew');
    });
  });
});

describe('opening the state', () => {
  it('says what to do where STATE_DIR cannot be used', async () => {
    const config = { stateDir: '/dev/null/state', redisUrl: null, token: TOKEN } as PollingConfig;
    const opening = openState(config, () => undefined, new AbortController().signal);
    await expect(opening).rejects.toThrow(/^STATE_DIR cannot be used \(\w+\)\. Name a folder/);
  });

  describe.skipIf(!HAS_REDIS)(withRedis('in Redis'), () => {
    const open = (url: string, warn: (message: string) => void, stop = new AbortController()) =>
      openState({ stateDir: '', redisUrl: url, token: TOKEN } as PollingConfig, warn, stop.signal);

    it('waits until Redis is there, and says so without the password', async () => {
      const port = await freePort();
      const warnings: string[] = [];
      const opening = open(`redis://:secret@127.0.0.1:${port}`, (message) => warnings.push(message));
      await expect.poll(() => warnings.length, { timeout: 30_000 }).toBeGreaterThan(1);
      const redis = await startRedis(port);
      await redis.client.configSet('requirepass', 'secret');
      const state = await opening;
      await state.storage('preferences').write('7', 1);
      expect(warnings[0]).toMatch(/^Redis cannot be reached \(.*ECONNREFUSED.*\); trying again\.$/);
      expect(warnings.join()).not.toContain('secret');
      await state.close();
      await redis.close();
    });

    it('refuses at once a password that Redis refuses', async () => {
      const redis = await startRedis();
      await redis.client.configSet('requirepass', 'secret');
      const error = await open(redis.url.replace('://', '://:wrong@'), () => undefined).catch(
        (e: unknown) => e,
      );
      expect(error).toBeInstanceOf(ConfigError);
      expect((error as Error).message).toMatch(/^Redis does not accept REDIS_URL \(WRONGPASS/);
      await redis.close();
    });

    it('stops waiting when it is told to', async () => {
      const stop = new AbortController();
      const opening = open(`redis://127.0.0.1:${await freePort()}`, () => undefined, stop);
      stop.abort();
      await expect(opening).rejects.toThrow('abort');
    });

    it('comes back by itself when Redis was away', async () => {
      const redis = await startRedis();
      const state = await open(redis.url, () => undefined);
      await redis.close();
      await expect.poll(() => state.isThere()).toBe(false);
      const writing = state.storage('preferences').write('7', 'kept');
      const again = await startRedis(Number(new URL(redis.url).port));
      await writing;
      expect(await state.storage('preferences').read('7')).toBe('kept');
      await state.close();
      await again.close();
    });
  });
});

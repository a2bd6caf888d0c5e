import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import type { Answerer } from '../src/answer/index.ts';
import type { WebhookConfig } from '../src/config.ts';
import { runBot } from '../src/run-bot.ts';
import { quickAnswerer } from './cli/answerer.ts';
import { BOT, TOKEN } from './support/fake-telegram.ts';
import { freePort, HAS_REDIS, startRedis, withRedis, type TestRedis } from './support/server/redis.ts';
import { TelegramServer, type TelegramServerOptions } from './support/server/telegram-server.ts';

describe('the bot behind a webhook', () => {
  let answerer: Answerer;
  let stateDir: string;
  let telegram: TelegramServer;
  let stop: AbortController;
  let running: Promise<void>[];
  beforeAll(async () => {
    answerer = await quickAnswerer();
  });
  beforeEach(async () => {
    stateDir = await mkdtemp(join(tmpdir(), 'notice-bot-webhook-'));
    stop = new AbortController();
    running = [];
  });
  afterEach(async () => {
    stop.abort();
    await Promise.all(running);
    await telegram.close();
    await rm(stateDir, { recursive: true });
  });

  async function listen(options: Partial<TelegramServerOptions> = {}): Promise<void> {
    telegram = await TelegramServer.listen({ token: TOKEN, me: BOT, ...options });
  }

  function configOn(port: number, changes: Partial<WebhookConfig> = {}): WebhookConfig {
    return {
      mode: 'webhook',
      dataDir: 'data/notices',
      stateDir,
      logLevel: 'silent',
      token: TOKEN,
      apiRoot: telegram.root,
      redisUrl: null,
      adminIds: [],
      watchNotices: false,
      messagesPerSecond: 30,
      isQuietInGroups: false,
      url: `http://127.0.0.1:${port}/hook`,
      secret: null,
      listen: { host: '127.0.0.1', port },
      ...changes,
    };
  }

  /** Starts an instance, and returns its address when it is ready. */
  async function start(changes: Partial<WebhookConfig> = {}): Promise<string> {
    const port = await freePort();
    const root = `http://127.0.0.1:${port}`;
    running.push(runBot(configOn(port, changes), answerer, stop.signal));
    await vi.waitFor(async () => {
      expect((await fetch(`${root}/readyz`)).status).toBe(200);
    }, 30_000);
    return root;
  }

  const sent = (count: number) =>
    vi.waitFor(() => {
      expect(telegram.sent).toHaveLength(count);
    }, 30_000);

  it('sets it with a secret, and answers what is delivered', async () => {
    await listen();
    telegram.write(42, '海寧是什麼產業?');
    const root = await start();
    await sent(1);
    expect(telegram.webhook?.url).toBe(`${root}/hook`);
    expect(telegram.webhook?.secret).toMatch(/^[0-9a-f]{64}$/);
    expect(telegram.sent[0]?.text).toContain('經編');
    await vi.waitFor(() => {
      expect(telegram.unconfirmed).toBe(0);
    });
  });

  it('takes the secret of the operator', async () => {
    await listen();
    await start({ secret: 'of-the-operator' });
    expect(telegram.webhook?.secret).toBe('of-the-operator');
  });

  it('answers once what is delivered twice', async () => {
    await listen({ isDeliveredTwice: () => true });
    await start();
    telegram.write(42, '海寧是什麼產業?');
    telegram.write(42, '平湖是什麼產業?');
    await vi.waitFor(() => {
      expect(telegram.webhookStatuses).toEqual([200, 200, 200, 200]);
    }, 30_000);
    expect(telegram.sent).toHaveLength(2);
  });

  it('counts for Prometheus what it does, without anybody’s ids and words', async () => {
    await listen();
    const root = await start();
    telegram.write(4242424, '海寧是什麼產業?');
    await sent(1);
    await vi.waitFor(() => {
      expect(telegram.unconfirmed).toBe(0);
    });
    const text = await (await fetch(`${root}/metrics`)).text();
    expect(text).toContain('notice_bot_updates_total{outcome="handled"} 1');
    expect(text).toContain('notice_bot_calls_total{method="sendMessage",status="200"} 1');
    expect(text).toContain('notice_bot_updates_in_hand 0');
    expect(text).not.toMatch(/4242424|海寧/);
  });

  it('says what to do where its port is taken', async () => {
    await listen();
    const root = await start();
    const second = runBot(configOn(Number(new URL(root).port)), answerer, stop.signal);
    await expect(second).rejects.toThrow('cannot listen on HOST and PORT (EADDRINUSE)');
  });

  describe.skipIf(!HAS_REDIS)(withRedis('in two instances'), () => {
    let redis: TestRedis;
    beforeEach(async () => {
      redis = await startRedis();
    });
    afterEach(async () => {
      stop.abort();
      await Promise.all(running);
      await redis.close();
    });

    it('answers once what both get', async () => {
      await listen();
      const roots = [await start({ redisUrl: redis.url }), await start({ redisUrl: redis.url })];
      const message = {
        message_id: 1,
        date: 1_700_000_000,
        chat: { id: 42, type: 'private', first_name: 'A' },
        from: { id: 42, is_bot: false, first_name: 'A' },
        text: '海寧是什麼產業?',
      };
      const secret = telegram.webhook?.secret ?? '';
      const responses = await Promise.all(
        [...roots, ...roots].map((root) =>
          fetch(`${root}/hook`, {
            method: 'POST',
            headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
            body: JSON.stringify({ update_id: 7, message }),
          }),
        ),
      );
      expect(responses.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
      await sent(1);
    });
  });
});

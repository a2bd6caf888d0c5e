import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { BOT, TOKEN } from './support/fake-telegram.ts';
import { startBot, type BotProcess } from './support/server/bot-process.ts';
import { runChaos } from './support/server/chaos.ts';
import { freePort, HAS_REDIS, startRedis, withRedis } from './support/server/redis.ts';
import { TelegramServer, type Fault } from './support/server/telegram-server.ts';

describe('the bot as a process', () => {
  let telegram: TelegramServer;
  let stateDir: string;
  const bots: BotProcess[] = [];
  beforeEach(async () => {
    stateDir = await mkdtemp(join(tmpdir(), 'notice-bot-process-'));
  });
  afterEach(async () => {
    await Promise.all(bots.splice(0).map((bot) => bot.end('SIGKILL')));
    await telegram.close();
    await rm(stateDir, { recursive: true });
  });

  async function listen(fault?: (method: string) => Fault | undefined): Promise<void> {
    telegram = await TelegramServer.listen({
      token: TOKEN,
      me: BOT,
      ...(fault === undefined ? {} : { fault }),
    });
  }
  async function start(env: Record<string, string> = {}): Promise<BotProcess> {
    const bot = startBot({ BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: telegram.root, STATE_DIR: stateDir, ...env });
    bots.push(bot);
    await bot.running;
    return bot;
  }
  const sent = (count: number) =>
    vi.waitFor(() => {
      expect(telegram.sent).toHaveLength(count);
    }, 60_000);

  it('waits for a Telegram that is away, and answers after SIGTERM and SIGKILL what was in hand', async () => {
    let failures = 2;
    let isBroken = true;
    await listen((method) => {
      const isAway = method === 'getMe' ? failures-- > 0 : isBroken && method === 'sendMessage';
      return isAway ? { kind: 'reset' } : undefined;
    });
    const first = await start();
    expect(first.output()).toContain('Telegram cannot be reached; trying again in 1 s.');
    telegram.write(42, '海寧是什麼產業?');
    const tries = async (count: number) => {
      await vi.waitFor(() => {
        expect(telegram.callsOf('sendMessage')).toBeGreaterThan(count);
        expect(telegram.unconfirmed).toBe(0);
      }, 60_000);
    };
    await tries(0);
    expect(await first.end('SIGTERM')).toBe(0);
    const before = telegram.callsOf('sendMessage');
    const second = await start();
    await tries(before);
    await second.end('SIGKILL');
    isBroken = false;
    await start();
    await sent(1);
    expect(telegram.sent[0]?.text).toContain('經編');
  }, 180_000);

  it('finishes what is in hand when it is told to stop, exits with 0, and has logged ids, but neither the token nor anybody’s words', async () => {
    await listen((method) => (method === 'sendMessage' ? { kind: 'slow', milliseconds: 1000 } : undefined));
    const bot = await start({ LOG_LEVEL: 'trace', ADMIN_IDS: '42' });
    telegram.write(42, '海寧是什麼產業?');
    await sent(1);
    telegram.write(42, '/stats');
    await vi.waitFor(() => {
      expect(telegram.callsOf('sendMessage')).toBe(2);
    }, 60_000);
    expect(await bot.end('SIGTERM')).toBe(0);
    expect(telegram.sent[1]?.text).toMatch(/有答案 1，/);
    const line = bot
      .output()
      .split('\n')
      .find((each) => each.includes('Handled an update.'));
    expect(JSON.parse(line ?? '{}')).toMatchObject({
      chatId: 42,
      milliseconds: expect.any(Number) as number,
    });
    expect(bot.output()).not.toMatch(/fake_token|海寧|經編/);
  });

  it('exits with 78 where the token is wrong', async () => {
    await listen();
    const wrong = startBot({ BOT_TOKEN: '1:wrong', TELEGRAM_API_ROOT: telegram.root, STATE_DIR: stateDir });
    bots.push(wrong);
    await expect(wrong.running).rejects.toThrow('ended with 78');
    expect(wrong.output()).toContain('Telegram does not accept BOT_TOKEN (401 Unauthorized)');
  });

  // `npm run bench -- --chaos` is the long form.
  it('loses no question while everything fails', async () => {
    await listen();
    const result = await runChaos({
      questions: 60,
      chats: 6,
      faults: 0.1,
      kills: 1,
      perSecond: 10,
      seed: 7,
    });
    expect(result).toMatchObject({ unanswered: 0, exitCode: 0 });
    expect(result.duplicates.unexplained).toBe(0);
    expect(result.most).toBeLessThanOrEqual(2);
    expect(result.faults.size).toBeGreaterThan(3);
  }, 300_000);

  describe.skipIf(!HAS_REDIS)(withRedis('in two instances over Redis'), () => {
    it('answers what an instance that was killed had in hand, once', async () => {
      const redis = await startRedis();
      let isBroken = true;
      await listen((method) => (isBroken && method === 'sendMessage' ? { kind: 'reset' } : undefined));
      const [port, other] = [await freePort(), await freePort()];
      const env = { REDIS_URL: redis.url, HOST: '127.0.0.1', WEBHOOK_URL: `http://127.0.0.1:${port}/hook` };
      const [first] = await Promise.all([
        start({ ...env, PORT: `${port}` }),
        start({ ...env, PORT: `${other}` }),
      ]);
      telegram.write(42, '海寧是什麼產業?');
      await vi.waitFor(() => {
        expect(telegram.callsOf('sendMessage')).toBeGreaterThan(0);
      }, 60_000);
      await first.end('SIGKILL');
      isBroken = false;
      await sent(1);
      expect(telegram.sent[0]?.text).toContain('經編');
      await Promise.all(bots.map((bot) => bot.end('SIGTERM')));
      await redis.close();
    }, 120_000);
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import type { Answerer } from '../src/answer/index.ts';
import { ConfigError, type PollingConfig } from '../src/config.ts';
import { runBot } from '../src/run-bot.ts';
import { quickAnswerer } from './cli/answerer.ts';
import { BotApiServer, type ApiAnswer, type ApiCall } from './support/bot-api-server.ts';

const TOKEN = `123456789:${'A'.repeat(35)}`;
const ME = { id: 123456789, is_bot: true, first_name: '公告', username: 'notice_bot' };
const QUESTION = {
  update_id: 7,
  message: {
    message_id: 1,
    date: 1_700_000_000,
    chat: { id: 42, type: 'private', first_name: 'A' },
    from: { id: 42, is_bot: false, first_name: 'A', language_code: 'zh-hant' },
    text: '海寧是什麼產業?',
  },
};

/** Delivers the question once; a later call waits for more, and the last one, which has no timeout, finds none. */
function getUpdates({ payload }: ApiCall): ApiAnswer {
  if (payload['timeout'] === undefined) return { result: [] };
  return Number(payload['offset']) > QUESTION.update_id ? 'hang' : { result: [QUESTION] };
}

describe('runBot', () => {
  let answerer: Answerer;
  let stateDir: string;
  let server: BotApiServer;
  let stop: AbortController;
  beforeAll(async () => {
    answerer = await quickAnswerer();
  });
  beforeEach(async () => {
    stateDir = await mkdtemp(join(tmpdir(), 'notice-bot-run-'));
    stop = new AbortController();
  });
  afterEach(async () => {
    stop.abort();
    await server.close();
    await rm(stateDir, { recursive: true });
  });

  async function run(handlers: Record<string, (call: ApiCall) => ApiAnswer>): Promise<void> {
    server = await BotApiServer.listen({ getMe: () => ({ result: ME }), getUpdates, ...handlers });
    const config: PollingConfig = {
      mode: 'polling',
      dataDir: 'data/notices',
      stateDir,
      logLevel: 'silent',
      token: TOKEN,
      apiRoot: server.root,
      redisUrl: null,
      adminIds: [42],
      watchNotices: false,
      listen: null,
      messagesPerSecond: 30,
      isQuietInGroups: false,
    };
    return runBot(config, answerer, stop.signal);
  }
  const sent = () =>
    vi.waitFor(() => {
      expect(server.callsOf('sendMessage')).toHaveLength(1);
    }, 30_000);

  it('waits until Telegram is there, answers, and stops when it is told to', async () => {
    let tries = 0;
    const running = run({
      getMe: () => (++tries === 1 ? { code: 502, description: 'Bad Gateway' } : { result: ME }),
    });
    await vi.waitFor(() => {
      expect(server.callsOf('setMyCommands').length).toBeGreaterThan(0);
    }, 30_000);
    await sent();
    stop.abort();
    await running;
    expect(server.callsOf('sendMessage')[0]?.payload).toMatchObject({ chat_id: 42 });
    expect(server.callsOf('sendMessage')[0]?.payload['text']).toContain('經編');
    expect(server.callsOf('getUpdates').at(-1)?.payload).toMatchObject({ offset: 8 });
    expect(new Set(server.calls.map(({ token }) => token))).toEqual(new Set([TOKEN]));
  });

  it('stops all the same where Telegram does not hear of it', async () => {
    const running = run({
      getUpdates: (call) =>
        call.payload['timeout'] === undefined ? { code: 500, description: 'Internal' } : getUpdates(call),
    });
    await sent();
    stop.abort();
    await expect(running).resolves.toBeUndefined();
  });

  it('stops while it waits for Telegram', async () => {
    const running = run({ getMe: () => ({ code: 502, description: 'Bad Gateway' }) });
    await vi.waitFor(() => {
      expect(server.calls).toHaveLength(1);
    }, 30_000);
    stop.abort();
    await expect(running).resolves.toBeUndefined();
  });

  it.each([
    [401, 'Unauthorized'],
    [404, 'Not Found'],
  ])(
    'says what to do where Telegram answers %i to the token, and keeps the token to itself',
    async (code, description) => {
      const error = await run({ getMe: () => ({ code, description }) }).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(ConfigError);
      expect((error as Error).message).toContain(`does not accept BOT_TOKEN (${code} ${description})`);
      expect(String((error as Error).stack)).not.toContain('AAAA');
    },
  );

  it('says what to do where another process polls with the same token', async () => {
    const running = run({ getUpdates: () => ({ code: 409, description: 'Conflict' }) });
    await expect(running).rejects.toThrow('Another process fetches the updates of this bot');
  });

  it('ends with any other error without the token in it', async () => {
    const error = await run({ getMe: () => ({ code: 400, description: `Bad Request: ${TOKEN}` }) }).catch(
      (thrown: unknown) => thrown,
    );
    expect((error as Error).message).toContain('Bad Request: <token>');
    expect(String((error as Error).stack)).not.toContain('AAAA');
  });
});

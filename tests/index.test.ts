import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';

import { run } from './cli/run.ts';
import { BotApiServer } from './support/bot-api-server.ts';

const INDEX = 'src/index.ts';
const TOKEN = `123456789:${'A'.repeat(35)}`;

describe('npm start', () => {
  it('answers each line of a pipe where there is no token, and ends', async () => {
    const { code, stdout, stderr } = await run(INDEX, { input: '海寧是什麼產業?\n平湖是什麼產業?\n' });
    expect(stdout).toMatch(/^ {2}經編\n.*\n.*\n\n {2}箱包\n.*\n.*\n\n$/);
    expect(stderr).toMatch(/^No BOT_TOKEN is set.*@BotFather.*\n$/);
    expect(code).toBe(0);
  });

  it('names every variable at fault, exits with 78 and keeps the token to itself', async () => {
    const { code, stdout, stderr } = await run(INDEX, {
      env: { BOT_TOKEN: `${TOKEN}wrong`, PORT: 'many', LOG_LEVEL: 'loud' },
    });
    expect(code).toBe(78);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/BOT_TOKEN: expected .*\n.*PORT: expected .*\n.*LOG_LEVEL: expected .*\n$/);
    expect(stderr).not.toContain('AAAA');
  });

  it('refuses to start without a notice, and says what to do', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'notice-bot-empty-'));
    const { code, stderr } = await run(INDEX, { env: { DATA_DIR: folder } });
    await rm(folder, { recursive: true });
    expect(code).toBe(78);
    expect(stderr).toContain('holds no notice that can be served. Put one there');
  });

  it('runs the bot where there is a token, and ends cleanly when it is told to', async () => {
    const server = await BotApiServer.listen({
      getMe: () => ({ result: { id: 1, is_bot: true, first_name: '公告', username: 'notice_bot' } }),
      getUpdates: ({ payload }) => (payload['timeout'] === undefined ? { result: [] } : 'hang'),
    });
    const polling = vi.waitFor(() => {
      expect(server.callsOf('getUpdates')).not.toEqual([]);
    }, 60_000);
    const { code, stdout, stderr } = await run(INDEX, {
      env: { BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: server.root },
      stopAfter: polling,
    });
    await server.close();
    await polling;
    expect(stdout).toContain('The bot is running.');
    expect(stdout).toContain('The bot has stopped.');
    expect(stdout + stderr).not.toContain('AAAA');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});

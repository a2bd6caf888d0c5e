import { describe, expect, it } from 'vitest';

import { ConfigError, parseConfig } from '../src/config.ts';

const TOKEN = `123456789:${'A'.repeat(35)}`;

function errorOf(env: Record<string, string>): string {
  try {
    parseConfig(env);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as ConfigError).message;
  }
  throw new Error('parseConfig accepted it');
}

describe('parseConfig', () => {
  it('runs in the terminal where no token is set', () => {
    expect(parseConfig({})).toEqual({
      mode: 'terminal',
      dataDir: 'data/notices',
      stateDir: 'var',
      logLevel: 'info',
    });
  });

  it('polls Telegram where a token is set', () => {
    expect(parseConfig({ BOT_TOKEN: TOKEN })).toEqual({
      mode: 'polling',
      dataDir: 'data/notices',
      stateDir: 'var',
      logLevel: 'info',
      token: TOKEN,
      apiRoot: null,
      redisUrl: null,
      adminIds: [],
      watchNotices: true,
      listen: null,
      messagesPerSecond: 30,
      isQuietInGroups: false,
    });
  });

  it('has updates delivered where WEBHOOK_URL is set', () => {
    expect(
      parseConfig({
        BOT_TOKEN: TOKEN,
        WEBHOOK_URL: 'https://bot.example/hook',
        WEBHOOK_SECRET: 's_3-cret',
        HOST: '127.0.0.1',
        PORT: '8443',
        REDIS_URL: 'redis://localhost:6379/1',
        ADMIN_IDS: '1, 22  333',
        DATA_DIR: '/data',
        STATE_DIR: '/state',
        MESSAGES_PER_SECOND: '1000',
        QUIET_IN_GROUPS: 'yes',
        LOG_LEVEL: 'debug',
      }),
    ).toEqual({
      mode: 'webhook',
      dataDir: '/data',
      stateDir: '/state',
      logLevel: 'debug',
      token: TOKEN,
      apiRoot: null,
      redisUrl: 'redis://localhost:6379/1',
      adminIds: [1, 22, 333],
      watchNotices: true,
      messagesPerSecond: 1000,
      isQuietInGroups: true,
      url: 'https://bot.example/hook',
      secret: 's_3-cret',
      listen: { host: '127.0.0.1', port: 8443 },
    });
  });

  it('answers probes while it polls only where PORT is set, and always with a webhook', () => {
    expect(parseConfig({ BOT_TOKEN: TOKEN, PORT: '9000' })).toMatchObject({
      mode: 'polling',
      listen: { host: '0.0.0.0', port: 9000 },
    });
    expect(parseConfig({ BOT_TOKEN: TOKEN, WEBHOOK_URL: 'https://bot.example' })).toMatchObject({
      mode: 'webhook',
      secret: null,
      listen: { host: '0.0.0.0', port: 8080 },
    });
  });

  it('takes an empty variable as one that is not set', () => {
    expect(parseConfig({ BOT_TOKEN: ' ', DATA_DIR: '', PORT: '', ADMIN_IDS: '', LOG_LEVEL: '' })).toEqual(
      parseConfig({}),
    );
  });

  it('takes off the slash at the end of the API root and the spaces around a value', () => {
    expect(
      parseConfig({ BOT_TOKEN: ` ${TOKEN}\r`, TELEGRAM_API_ROOT: 'http://localhost:8081/' }),
    ).toMatchObject({
      token: TOKEN,
      apiRoot: 'http://localhost:8081',
    });
  });

  it('takes a short token only from a server that is not Telegram', () => {
    expect(parseConfig({ BOT_TOKEN: '1:test', TELEGRAM_API_ROOT: 'http://localhost:8081' })).toMatchObject({
      token: '1:test',
    });
    expect(errorOf({ BOT_TOKEN: '1:test' })).toContain('BOT_TOKEN');
  });

  it.each([
    ['BOT_TOKEN', 'secret-without-a-colon'],
    ['BOT_TOKEN', `123456789:${'A'.repeat(34)}`],
    ['BOT_TOKEN', `${TOKEN}0`],
    ['TELEGRAM_API_ROOT', 'localhost:8081'],
    ['TELEGRAM_API_ROOT', 'ftp://api.example'],
    ['WEBHOOK_SECRET', 'not allowed!'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '80a'],
    ['REDIS_URL', 'http://localhost'],
    ['ADMIN_IDS', '1,@someone'],
    ['ADMIN_IDS', '1;2'],
    ['MESSAGES_PER_SECOND', '0'],
    ['MESSAGES_PER_SECOND', '1.5'],
    ['LOG_LEVEL', 'loud'],
  ])('refuses %s=%s by its name and without its value', (name, value) => {
    const message = errorOf({ [name]: value });
    expect(message).toContain(`${name}: expected `);
    expect(message).not.toContain(value);
    expect(message.split('\n')).toHaveLength(2);
  });

  it('asks for a token where only WEBHOOK_URL is set', () => {
    expect(errorOf({ WEBHOOK_URL: 'https://bot.example' })).toContain('BOT_TOKEN: expected');
  });

  it('names every variable at fault in one message', () => {
    const wrong = {
      BOT_TOKEN: 'wrong-token',
      TELEGRAM_API_ROOT: 'wrong-root',
      WEBHOOK_URL: 'wrong-url',
      WEBHOOK_SECRET: 'wrong secret',
      PORT: 'wrong-port',
      REDIS_URL: 'wrong-redis',
      ADMIN_IDS: 'wrong-ids',
      MESSAGES_PER_SECOND: 'wrong-number',
      LOG_LEVEL: 'wrong-level',
    };
    const message = errorOf(wrong);
    for (const [name, value] of Object.entries(wrong)) {
      expect(message).toContain(`\n  ${name}: expected `);
      expect(message).not.toContain(value);
    }
  });
});

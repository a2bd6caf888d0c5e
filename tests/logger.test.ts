import { expect, it } from 'vitest';

import { createLogger } from '../src/logger.ts';

const TOKEN = `123456789:${'A'.repeat(35)}`;

function logged(logLevel: 'info' | 'warn', log: (logger: ReturnType<typeof createLogger>) => void): string[] {
  const lines: string[] = [];
  log(createLogger({ logLevel, token: TOKEN }, { write: (line) => lines.push(line) }));
  return lines;
}

it('logs JSON lines with the time, and nothing below its level', () => {
  const [line, ...others] = logged('warn', (logger) => {
    logger.info('quiet');
    logger.warn({ updateId: 7 }, 'loud');
  });
  expect(others).toEqual([]);
  expect(JSON.parse(line ?? '')).toEqual({
    level: 40,
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
    updateId: 7,
    msg: 'loud',
  });
});

it('never logs the token, in a message, a field or an error', () => {
  const cause = new Error(`connect ECONNREFUSED http://localhost/bot${TOKEN}/getMe`);
  const lines = logged('info', (logger) => {
    logger.info(`starting ${TOKEN}`);
    logger.info({ url: `/bot${TOKEN}/getMe` }, 'calling');
    logger.error({ err: new Error(`failed: ${TOKEN}`, { cause }) }, 'failed');
  });
  expect(lines).toHaveLength(3);
  for (const line of lines) {
    expect(line).not.toContain('A'.repeat(35));
    expect(line).toContain('<BOT_TOKEN>');
  }
});

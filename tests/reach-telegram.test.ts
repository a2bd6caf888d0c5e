import { GrammyError, HttpError } from 'grammy';
import { describe, expect, it } from 'vitest';

import { reachTelegram } from '../src/reach-telegram.ts';

const away = () => new HttpError('Network request failed', new Error('ECONNREFUSED'));
const refused = (code: number, retryAfter?: number) =>
  new GrammyError(
    'Call failed',
    {
      ok: false,
      error_code: code,
      description: 'No',
      parameters: retryAfter === undefined ? {} : { retry_after: retryAfter },
    },
    'getMe',
    {},
  );

/** Calls that fail with each of the errors in turn and then succeed, and the waits between them. */
async function tried(errors: readonly Error[]) {
  const failures = [...errors];
  const said: number[] = [];
  const waited: number[] = [];
  const result = await reachTelegram(
    () => {
      const failure = failures.shift();
      return failure === undefined ? Promise.resolve('me') : Promise.reject(failure);
    },
    (seconds) => said.push(seconds),
    (seconds) => {
      waited.push(seconds);
      return Promise.resolve();
    },
  );
  expect(said).toEqual(waited);
  return { result, waited };
}

describe('reachTelegram', () => {
  it('does not wait where Telegram is there', async () => {
    expect(await tried([])).toEqual({ result: 'me', waited: [] });
  });

  it('waits ever longer while Telegram is away, and never longer than half a minute', async () => {
    expect(await tried(Array.from({ length: 7 }, away))).toEqual({
      result: 'me',
      waited: [1, 2, 4, 8, 16, 30, 30],
    });
  });

  it('waits for as long as Telegram asks for, and through its faults', async () => {
    expect((await tried([refused(429, 12), refused(429), refused(502)])).waited).toEqual([12, 2, 4]);
  });

  it.each([401, 404, 400])('gives up at once where Telegram says %i', async (code) => {
    await expect(tried([refused(code)])).rejects.toMatchObject({ error_code: code });
  });

  it('gives up on any other error', async () => {
    await expect(tried([new TypeError('a fault of our own')])).rejects.toThrow(TypeError);
  });

  it('ends where waiting is ended', async () => {
    const stopped = reachTelegram(
      () => Promise.reject(away()),
      () => undefined,
      () => Promise.reject(new Error('stopped')),
    );
    await expect(stopped).rejects.toThrow('stopped');
  });
});

import { Api, GrammyError } from 'grammy';
import { describe, expect, it } from 'vitest';

import { createCalling } from '../../src/delivery/calls.ts';
import type { Gate } from '../../src/delivery/limits.ts';

const TOKEN = `123456789:${'A'.repeat(35)}`;

const OPEN: Gate = { pass: () => Promise.resolve(), hold: () => undefined };

type Answer = { readonly status: number; readonly body: string } | Error;

const ok = (result: unknown): Answer => ({ status: 200, body: JSON.stringify({ ok: true, result }) });
const refused = (code: number, description = 'No', parameters: object = {}): Answer => ({
  status: code,
  body: JSON.stringify({ ok: false, error_code: code, description, parameters }),
});
const broken = (code: string) =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(`read ${TOKEN}`), { code }) });

/** grammY's API over calls that are answered with these answers in turn; the last one is for all others. */
function world(answers: readonly Answer[], gate: Gate = OPEN) {
  const stop = new AbortController();
  const calls: string[] = [];
  const waits: number[] = [];
  const retries: string[] = [];
  const statuses: string[] = [];
  const api = new Api(TOKEN, {
    fetch: createCalling({
      gate,
      signal: stop.signal,
      observer: {
        onResponse: (method, status) => statuses.push(`${method} ${status}`),
        onRetry: (method, reason, code, tries, milliseconds) => {
          retries.push(`${method}: ${reason}, ${code}, ${tries}, ${milliseconds}`);
        },
      },
      clock: {
        now: () => 0,
        sleep: (milliseconds, signal) => {
          waits.push(milliseconds);
          signal.throwIfAborted();
          return Promise.resolve();
        },
      },
      send: (url, { body }) => {
        calls.push(`${url.split('/').at(-1) ?? ''} ${String(body)}`);
        const answer = answers[Math.min(calls.length, answers.length) - 1];
        if (answer === undefined || answer instanceof Error)
          return Promise.reject(answer ?? new Error('none'));
        return Promise.resolve(answer);
      },
    }) as never,
    timeoutSeconds: 1_000_000,
  });
  return { api, calls, waits, retries, statuses, stop };
}

describe('calling Telegram', () => {
  it('calls once where there is an answer', async () => {
    const { api, calls, statuses } = world([ok({ message_id: 1 })]);
    expect(await api.sendMessage(7, 'words')).toEqual({ message_id: 1 });
    expect(calls).toEqual(['sendMessage {"chat_id":7,"text":"words"}']);
    expect(statuses).toEqual(['sendMessage 200']);
  });

  it('waits ever longer through faults of the server, whatever they look like', async () => {
    const page = { status: 502, body: '<html>Bad Gateway</html>' };
    const { api, calls, waits } = world([refused(500), page, page, ok(true)]);
    await api.sendMessage(7, 'words');
    expect(new Set(calls).size).toBe(1);
    expect(waits).toEqual([500, 1000, 2000]);
  });

  it('takes a fault that does not end for an answer', async () => {
    const { api, calls, waits } = world([refused(500, 'Internal')]);
    await expect(api.sendMessage(7, 'words')).rejects.toThrow(GrammyError);
    expect(calls).toHaveLength(15);
    expect(Math.max(...waits)).toBe(30_000);
  });

  it('calls again where a connection broke, for as long as it takes', async () => {
    const { api, calls, waits } = world([
      ...Array.from({ length: 40 }, () => broken('ECONNRESET')),
      ok(true),
    ]);
    await api.sendMessage(7, 'words');
    expect(calls).toHaveLength(41);
    expect(waits.slice(-2)).toEqual([30_000, 30_000]);
  });

  it('holds the chat back for as long as Telegram asks for', async () => {
    const held: [number, number][] = [];
    const gate: Gate = {
      pass: () => Promise.resolve(),
      hold: (chat, milliseconds) => held.push([chat, milliseconds]),
    };
    const { api, calls } = world([refused(429, 'Too Many Requests', { retry_after: 3 }), ok(true)], gate);
    await api.sendMessage(-7, 'words');
    expect(held).toEqual([[-7, 3000]]);
    expect(calls).toHaveLength(2);
  });

  it('waits itself where no chat is written to', async () => {
    const { api, waits } = world([
      refused(429, 'Too Many Requests', { retry_after: 3 }),
      refused(429),
      ok(true),
    ]);
    await api.answerCallbackQuery('1');
    expect(waits).toEqual([3000, 1000]);
  });

  it('does not wait for hours', async () => {
    const { api, calls } = world([refused(429, 'Too Many Requests', { retry_after: 3600 })]);
    await expect(api.sendMessage(7, 'words')).rejects.toMatchObject({ error_code: 429 });
    expect(calls).toHaveLength(1);
  });

  it.each([400, 401, 403, 404, 409])('takes %i for the answer that it is', async (code) => {
    const { api, calls } = world([refused(code)]);
    await expect(api.sendMessage(7, 'words')).rejects.toMatchObject({ error_code: code });
    expect(calls).toHaveLength(1);
  });

  it.each(['getMe', 'getUpdates'] as const)('leaves %s to those who wait for it', async (method) => {
    const { api, calls } = world([refused(502)]);
    await expect(api[method]()).rejects.toThrow();
    expect(calls).toHaveLength(1);
  });

  it('says why it calls again, without the token and the words', async () => {
    const { api, retries } = world([broken('ECONNRESET'), refused(502), new Error(TOKEN), ok(true)]);
    await api.editMessageText(7, 1, 'words');
    expect(retries).toEqual([
      'editMessageText: no response, ECONNRESET, 1, 500',
      'editMessageText: server fault, 502, 2, 1000',
      'editMessageText: no response, Error, 3, 2000',
    ]);
  });

  it('lets what is written to chats through the gate at every try, and nothing else', async () => {
    const passed: number[] = [];
    const gate: Gate = {
      pass: (chat) => {
        passed.push(chat);
        return Promise.resolve();
      },
      hold: () => undefined,
    };
    const { api } = world([refused(500), ok(true)], gate);
    await api.sendMessage(7, 'words');
    await api.editMessageReplyMarkup(8, 1);
    await api.sendChatAction(9, 'typing');
    await api.answerCallbackQuery('1');
    expect(passed).toEqual([7, 7, 8]);
  });

  it('ends where it is told to, also while it waits', async () => {
    const { api, calls, stop } = world([broken('ECONNREFUSED')]);
    const call = api.sendMessage(7, 'words');
    stop.abort();
    await expect(call).rejects.toThrow();
    expect(calls.length).toBeLessThan(3);
  });
});

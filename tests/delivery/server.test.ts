import { Registry } from 'prom-client';
import { afterEach, describe, expect, it } from 'vitest';

import { createServer, type Server, type Webhook } from '../../src/delivery/server.ts';
import { deferred } from './deferred.ts';

const SECRET = 'the-secret';
const UPDATE = { update_id: 7, message: { text: '海寧是什麼產業?' } };

describe('the server', () => {
  let server: Server | undefined;
  afterEach(async () => {
    await server?.close();
    server = undefined;
  });

  async function listen(receive: Webhook['receive'], options: { waitingFor?: string[]; path?: string } = {}) {
    const errors: unknown[] = [];
    const { waitingFor = [], path = '/hook/123:AbC*' } = options;
    server = createServer({
      webhook: { path, secret: SECRET, receive },
      waitingFor: () => waitingFor,
      metrics: new Registry(),
      onError: (error) => errors.push(error),
      answerAfterMs: 50,
    });
    const root = `http://127.0.0.1:${await server.listen('127.0.0.1', 0)}`;
    const post = async (body: string, headers: Record<string, string> = {}, to = path) => {
      const response = await fetch(`${root}${to}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-telegram-bot-api-secret-token': SECRET,
          ...headers,
        },
        body,
      });
      return { status: response.status, text: await response.text() };
    };
    return { root, post, errors };
  }

  it('takes an update and answers when it is handled', async () => {
    const received: unknown[] = [];
    const handled = deferred();
    const { post } = await listen((update) => {
      received.push(update);
      setTimeout(handled.resolve, 5);
      return Promise.resolve({ handled: handled.promise });
    });
    expect(await post(JSON.stringify(UPDATE))).toEqual({ status: 200, text: '{}' });
    expect(received).toEqual([UPDATE]);
  });

  it('answers in time where handling takes long', async () => {
    const { post } = await listen(() => Promise.resolve({ handled: deferred().promise }));
    expect((await post(JSON.stringify(UPDATE))).status).toBe(200);
  });

  it('lets Telegram deliver again what cannot be kept, and tells nobody why', async () => {
    const { post, errors } = await listen(() => Promise.reject(new Error('the disk of 海寧 is full')));
    expect(await post(JSON.stringify(UPDATE))).toEqual({ status: 503, text: '{"error":"try again later"}' });
    expect(errors).toHaveLength(1);
  });

  it('lets Telegram deliver again what takes long to be kept', async () => {
    const { post } = await listen(() => new Promise(() => undefined));
    expect((await post(JSON.stringify(UPDATE))).status).toBe(503);
  });

  it.each([
    ['no secret', ''],
    ['another', 'the-secreT'],
    ['a part of it', 'the-secre'],
    ['more than it', 'the-secret0'],
  ])('lets nobody in with %s', async (_, secret) => {
    let calls = 0;
    const { post } = await listen(() => {
      calls++;
      return Promise.resolve({ handled: Promise.resolve() });
    });
    const { status } = await post(JSON.stringify(UPDATE), { 'x-telegram-bot-api-secret-token': secret });
    expect(status).toBe(401);
    expect(calls).toBe(0);
  });

  it('asks for the secret before it reads what was sent', async () => {
    const { post } = await listen(() => Promise.reject(new Error('never')));
    const headers = { 'x-telegram-bot-api-secret-token': 'wrong' };
    expect((await post('{not JSON', headers)).status).toBe(401);
  });

  it.each([
    ['what is not JSON', '{', 400],
    ['what is no update', '{"message":{}}', 400],
    ['null', 'null', 400],
    ['a list', '[]', 400],
    ['nothing', '', 400],
    ['more than Telegram sends', JSON.stringify({ ...UPDATE, more: 'x'.repeat(1_000_001) }), 413],
  ])('refuses %s', async (_, body, status) => {
    const { post } = await listen(() => Promise.reject(new Error('never')));
    const answer = await post(body);
    expect(answer.status).toBe(status);
    expect(answer.text).not.toContain('never');
  });

  it('has nothing at any other path', async () => {
    const { post, root } = await listen(() => Promise.reject(new Error('never')));
    expect((await post(JSON.stringify(UPDATE), {}, '/hook')).status).toBe(404);
    expect((await post(JSON.stringify(UPDATE), {}, '/healthz')).status).toBe(404);
    expect((await fetch(`${root}/hook/123:AbC*`)).status).toBe(404);
  });

  it('says that it lives, and whether it is ready', async () => {
    const { root } = await listen(() => Promise.reject(new Error('never')), { waitingFor: ['telegram'] });
    const ask = async (path: string) => {
      const response = await fetch(root + path);
      return { status: response.status, body: await response.json() };
    };
    expect(await ask('/healthz')).toEqual({ status: 200, body: { status: 'ok' } });
    expect(await ask('/readyz')).toEqual({ status: 503, body: { ready: false, waitingFor: ['telegram'] } });
    await server?.close();
    const ready = await listen(() => Promise.reject(new Error('never')));
    expect((await fetch(`${ready.root}/readyz`)).status).toBe(200);
  });
});

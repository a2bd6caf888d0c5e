import { GrammyError, HttpError } from 'grammy';
import { describe, expect, it } from 'vitest';

import { isUnreachable, redact, reportError } from '../../src/bot/errors.ts';
import { TOKEN } from '../support/fake-telegram.ts';

describe('redact', () => {
  it.each([
    ['the token', `call to https://api.telegram.org/bot${TOKEN}/sendMessage failed`],
    ['the token as a part of an address', `GET /bot${encodeURIComponent(TOKEN)}/getMe`],
    ['any other token', 'bot987654321:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw'],
  ])('takes out %s', (_, text) => {
    const redacted = redact(text, TOKEN);
    expect(redacted).toContain('<token>');
    expect(redacted).not.toMatch(/AA[\w-]{10}/);
  });

  it('takes out a token of a test server, which has another form', () => {
    expect(redact('http://localhost/bot1:abc/getMe', '1:abc')).toBe('http://localhost/bot<token>/getMe');
  });

  it('takes out what somebody wrote, whole and in parts', () => {
    const words = 'please tell haining 海寧的產業';
    expect(redact(`bad input "${words}"`, TOKEN, [words])).toBe('bad input "<words>"');
    expect(redact('no pinyin for haining', TOKEN, [words])).toBe('no pinyin for <words>');
    expect(redact('Unexpected token 海, "海寧的產業，" is not JSON', TOKEN, [words])).not.toMatch(
      /\p{Script=Han}/u,
    );
  });

  it('leaves an error without secrets as it is', () => {
    expect(redact('Bad Request: message is too long', TOKEN, ['hi'])).toBe(
      'Bad Request: message is too long',
    );
  });
});

describe('the report of an error', () => {
  it('has the class and the message, and the call that failed without what was sent', () => {
    const error = new GrammyError(
      "Call to 'sendMessage' failed!",
      { ok: false, error_code: 400, description: 'Bad Request: chat not found', parameters: {} },
      'sendMessage',
      { chat_id: 1, text: 'a secret question' },
    );
    const report = reportError(error, TOKEN);
    expect(report).toMatchObject({ error: 'GrammyError', method: 'sendMessage', code: 400 });
    expect(report.reason).toContain('chat not found');
    expect(JSON.stringify(report)).not.toContain('secret');
  });

  it('names the cause of a broken connection without the token in it', () => {
    const cause = new TypeError(`request to https://api.telegram.org/bot${TOKEN}/getMe failed`);
    const report = reportError(new HttpError('Network request failed!', cause), TOKEN);
    expect(report.reason).toContain('TypeError: request to https://api.telegram.org/bot<token>/getMe failed');
    expect(JSON.stringify(report)).not.toContain(TOKEN);
  });

  it('reports what was thrown that is no error', () => {
    expect(reportError('nonsense', TOKEN)).toEqual({ error: 'string', reason: 'nonsense' });
  });
});

it('knows a chat that it cannot write to', () => {
  const refused = (code: number, description = '') =>
    new GrammyError('', { ok: false, error_code: code, description, parameters: {} }, 'sendMessage', {});
  expect(isUnreachable(refused(403))).toBe(true);
  expect(isUnreachable(refused(400, 'Bad Request: not enough rights to send text messages'))).toBe(true);
  expect(isUnreachable(refused(400, 'Bad Request: message is too long'))).toBe(false);
  expect(isUnreachable(new Error('403'))).toBe(false);
});

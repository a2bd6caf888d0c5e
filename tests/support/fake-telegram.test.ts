import { describe, expect, it } from 'vitest';

import { FakeTelegram, TOKEN } from './fake-telegram.ts';
import { markedByTelegram } from './telegram-rules.ts';

/** What the fake says to a call. */
async function call(telegram: FakeTelegram, method: string, payload: object) {
  const response = await telegram.fetch(`https://api.telegram.org/bot${TOKEN}/${method}`, {
    body: JSON.stringify(payload),
  });
  return (await response.json()) as { ok: boolean; description?: string; result?: { message_id: number } };
}

function room() {
  const telegram = new FakeTelegram();
  const forum = telegram.openChat(-1, 'supergroup', true);
  forum.topics.add(50);
  telegram.openChat(7, 'private');
  return telegram;
}

const bold = (offset: number, length: number) => ({ type: 'bold', offset, length });
const keyboard = (...buttons: object[]) => ({ reply_markup: { inline_keyboard: [buttons] } });
const button = (data: string, text = 'x') => ({ text, callback_data: data });

describe('the fake Telegram refuses', () => {
  it.each<[string, object]>([
    ['a chat that there is not', { chat_id: 8 }],
    ['an empty text', { text: '' }],
    ['a text of white space', { text: ' \n ' }],
    ['a text that is too long', { text: 'x'.repeat(4097) }],
    ['half of a surrogate pair', { text: 'a\ud83d' }],
    ['a parse mode', { parse_mode: 'HTML' }],
    ['an entity beyond the text', { text: 'abc', entities: [bold(2, 2)] }],
    ['an entity before the text', { text: 'abc', entities: [bold(-1, 2)] }],
    ['an entity of no length', { text: 'abc', entities: [bold(1, 0)] }],
    ['an entity that begins within a pair', { text: '😀a', entities: [bold(1, 2)] }],
    ['an entity that ends within a pair', { text: 'a😀', entities: [bold(0, 2)] }],
    ['an entity that there is not', { text: 'abc', entities: [{ ...bold(0, 1), type: 'blink' }] }],
    [
      'entities that cross each other',
      { text: 'abcd', entities: [bold(0, 2), { ...bold(1, 2), type: 'italic' }] },
    ],
    [
      'a quotation in a quotation',
      {
        text: 'abcd',
        entities: [
          { ...bold(0, 4), type: 'blockquote' },
          { ...bold(0, 2), type: 'blockquote' },
        ],
      },
    ],
    [
      'more than a hundred entities',
      { text: 'x'.repeat(300), entities: Array.from({ length: 101 }, (_, i) => bold(2 * i, 1)) },
    ],
    [
      'a link to nowhere',
      { text: 'abc', entities: [{ ...bold(0, 1), type: 'text_link', url: 'javascript:x' }] },
    ],
    ['data of more than 64 bytes', keyboard(button('海'.repeat(22)))],
    ['a button without data', keyboard({ text: 'x' })],
    ['a button without a label', keyboard(button('x', ' '))],
    ['a row without buttons', keyboard()],
    [
      'more than a hundred buttons',
      { reply_markup: { inline_keyboard: Array.from({ length: 101 }, () => [button('x')]) } },
    ],
    ['a topic in a chat without topics', { message_thread_id: 50 }],
    ['the General topic by its id', { chat_id: -1, message_thread_id: 1 }],
    ['a reply to what is not there', { reply_parameters: { message_id: 1 } }],
  ])('%s', async (_, payload) => {
    const telegram = room();
    const answer = await call(telegram, 'sendMessage', { chat_id: 7, text: 'abc', ...payload });
    expect(answer.ok).toBe(false);
    expect(telegram.refusals).toHaveLength(1);
  });

  it('an edit that changes nothing', async () => {
    const telegram = room();
    const { result } = await call(telegram, 'sendMessage', { chat_id: 7, text: 'abc' });
    const edit = { chat_id: 7, message_id: result?.message_id, text: 'abc' };
    expect((await call(telegram, 'editMessageText', edit)).description).toContain('message is not modified');
  });

  it('an answer to a tap twice', async () => {
    const telegram = room();
    telegram.openTaps.add('t');
    expect((await call(telegram, 'answerCallbackQuery', { callback_query_id: 't' })).ok).toBe(true);
    expect((await call(telegram, 'answerCallbackQuery', { callback_query_id: 't' })).description).toContain(
      'too old',
    );
  });

  it('a language of commands with more than two letters', async () => {
    const commands = [{ command: 'ask', description: 'Ask' }];
    const answer = await call(room(), 'setMyCommands', { commands, language_code: 'zh-hant' });
    expect(answer.ok).toBe(false);
  });

  it('a method that this bot has no business with', async () => {
    expect((await call(room(), 'banChatMember', {})).ok).toBe(false);
  });
});

describe('the fake Telegram', () => {
  it('takes white space from both ends of a text, and moves the entities along', async () => {
    const telegram = room();
    await call(telegram, 'sendMessage', { chat_id: 7, text: '\n abc \n', entities: [bold(2, 5)] });
    const [message] = telegram.chats.get(7)?.messages.values() ?? [];
    expect(message).toMatchObject({ text: 'abc', entities: [bold(0, 3)] });
  });

  it('takes the keyboard away with an edit that has none', async () => {
    const telegram = room();
    const { result } = await call(telegram, 'sendMessage', {
      chat_id: 7,
      text: 'abc',
      ...keyboard(button('x')),
    });
    await call(telegram, 'editMessageText', { chat_id: 7, message_id: result?.message_id, text: 'abcd' });
    const [message] = telegram.chats.get(7)?.messages.values() ?? [];
    expect(message).not.toHaveProperty('reply_markup');
  });

  it('sends a reply to a deleted message where that is allowed', async () => {
    const reply = { message_id: 1, allow_sending_without_reply: true };
    expect((await call(room(), 'sendMessage', { chat_id: 7, text: 'x', reply_parameters: reply })).ok).toBe(
      true,
    );
  });

  it.each([
    ['/help 幫助', ['/help']],
    ['/help幫助', []],
    ['@notice_bot 海寧', ['@notice_bot']],
    ['@notice_bot海寧', []],
    ['海寧@notice_bot', []],
    ['海寧 @notice_bot?', ['@notice_bot']],
    ['/ask@notice_bot 海寧', ['/ask@notice_bot']],
  ])('marks in "%s" what the real one marks', (text, marked) => {
    expect(markedByTelegram(text).map(({ offset, length }) => text.slice(offset, offset + length))).toEqual(
      marked,
    );
  });
});

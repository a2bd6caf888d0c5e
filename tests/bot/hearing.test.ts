import type { Message } from 'grammy/types';
import { describe, expect, it } from 'vitest';

import { hear, type Heard } from '../../src/bot/hearing.ts';
import { BOT } from '../support/fake-telegram.ts';
import { markedByTelegram } from '../support/telegram-rules.ts';

const ANNE = { id: 7, is_bot: false, first_name: 'Anne' };

/** A message by Anne in private, or with its entities as Telegram marks them. */
function message(text: string | undefined, rest: object = {}): Message {
  const words = text === undefined ? {} : { text, entities: markedByTelegram(text) };
  const chat = { id: 7, type: 'private', first_name: 'Anne' };
  return { message_id: 1, date: 1, chat, from: ANNE, ...words, ...rest } as unknown as Message;
}

function inGroup(text: string | undefined, rest: object = {}): Message {
  return message(text, { chat: { id: -100, type: 'supergroup', title: 'G' }, ...rest });
}

const command = (name: string, argument = ''): Heard => ({ kind: 'command', name, argument });
const question = (text: string): Heard => ({ kind: 'question', text });
const overheard = (text: string): Heard => ({ kind: 'overheard', text });
const byBot = { message_id: 5, from: BOT, text: '經編' };
const byOther = { message_id: 5, from: { id: 8, is_bot: false, first_name: 'Bob' }, text: '海寧是什麼產業?' };

describe('in private, the bot hears', () => {
  it.each<[string, string, Heard]>([
    ['any text as a question', '海寧是什麼產業?', question('海寧是什麼產業?')],
    ['a command', '/help', command('help')],
    ['a command with words', '/county 海寧', command('county', '海寧')],
    ['a command in capitals', '/HELP', command('help')],
    ['a command with its name', '/county@notice_bot 海寧', command('county', '海寧')],
    ['a command with its name in capitals', '/county@NOTICE_BOT 海寧', command('county', '海寧')],
    ['a command glued to Han text, which Telegram does not mark', '/help幫助', command('help', '幫助')],
    ['a name glued to Han text', '/ask@notice_bot海寧是什麼產業', command('ask', '海寧是什麼產業')],
    ['a command with a full-width slash', '／county 海寧', command('county', '海寧')],
    ['a command behind what cannot be seen', '\u200b /help', command('help')],
    ['a deep link', '/start from_channel', command('start', 'from_channel')],
    ['a command that there is not', '/weather 海寧', command('weather', '海寧')],
    ['words on several lines', '/ask 海寧\n是什麼產業', command('ask', '海寧\n是什麼產業')],
    ['a slash in the middle as text', '產業/行業是什麼', question('產業/行業是什麼')],
    ['a Han word after a slash as text', '/海寧', question('/海寧')],
    ['its own mention as nothing', '@notice_bot 海寧', question('海寧')],
    ['only its own mention as an empty question', '@notice_bot', question('')],
    ['half of a pair as a sign that stands for it', '海寧\ud83d', question('海寧\ufffd')],
  ])('%s', (_, text, heard) => {
    expect(hear(message(text), BOT)).toEqual(heard);
  });

  it('a caption as text', () => {
    expect(hear(message(undefined, { photo: [], caption: '海寧?' }), BOT)).toEqual(question('海寧?'));
    expect(hear(message(undefined, { document: {}, caption: '/county 海寧' }), BOT)).toEqual(
      command('county', '海寧'),
    );
  });

  it.each(['sticker', 'photo', 'voice', 'video_note', 'location', 'contact', 'poll', 'dice'])(
    'a %s without a caption as wordless',
    (kind) => {
      expect(hear(message(undefined, { [kind]: {} }), BOT)).toEqual({ kind: 'wordless' });
    },
  );

  it('of an album only the caption', () => {
    const album = { photo: [], media_group_id: '1' };
    expect(hear(message(undefined, album), BOT)).toBeUndefined();
    expect(hear(message(undefined, { ...album, caption: '海寧' }), BOT)).toEqual(question('海寧'));
  });

  it('nothing in a service message', () => {
    expect(hear(message(undefined, { pinned_message: {} }), BOT)).toBeUndefined();
  });

  it('nothing in what was sent through it', () => {
    expect(hear(message('經編', { via_bot: BOT }), BOT)).toBeUndefined();
  });

  it('the words that /ask replies to', () => {
    expect(hear(message('/ask', { reply_to_message: byOther }), BOT)).toEqual(command('ask', byOther.text));
    expect(hear(message('/ask 平湖', { reply_to_message: byOther }), BOT)).toEqual(command('ask', '平湖'));
    expect(hear(message('/ask', { reply_to_message: byBot }), BOT)).toEqual(command('ask'));
  });
});

describe('in a group, the bot hears', () => {
  it.each<[string, string, Heard]>([
    ['a command', '/county 海寧', command('county', '海寧')],
    ['a command for it', '/county@notice_bot 海寧', command('county', '海寧')],
    ['a mention in front', '@notice_bot 海寧是什麼產業?', question('海寧是什麼產業?')],
    ['a mention at the end', '海寧是什麼產業? @Notice_Bot', question('海寧是什麼產業?')],
    ['a mention in the middle', '請問@notice_bot海寧是什麼產業?', question('請問 海寧是什麼產業?')],
    ['a mention glued to Han text, which Telegram does not mark', '@notice_bot海寧', question('海寧')],
    ['a mention with a comma', '@notice_bot，海寧是什麼產業?', question('海寧是什麼產業?')],
    ['several mentions', '@notice_bot 平湖 @NOTICE_BOT', question('平湖')],
    ['a mention before a command', '@notice_bot /county 海寧', command('county', '海寧')],
    ['a mention before a command that there is not', '@notice_bot /weather', command('weather')],
    ['only a mention as an empty question', '@notice_bot', question('')],
    ['only a mention and a mark as an empty question', '@notice_bot ??', question('')],
    ['a command that there is not, but for it', '/weather@notice_bot', command('weather')],
    ['talk of others only from afar', '今天吃什麼', overheard('今天吃什麼')],
    ['a longer name from afar', '@notice_bot_2 海寧', overheard('@notice_bot_2 海寧')],
    ['an address from afar', 'mail me@notice_bot.com', overheard('mail me@notice_bot.com')],
  ])('%s', (_, text, heard) => {
    expect(hear(inGroup(text), BOT)).toEqual(heard);
  });

  it.each([
    ['a command for another bot', inGroup('/ask@other_bot 海寧')],
    [
      'a command for another bot, replying to this one',
      inGroup('/ask@other_bot', { reply_to_message: byBot }),
    ],
    ['a command that there is not', inGroup('/weather')],
    ['a sticker', inGroup(undefined, { sticker: {} })],
    ['a thumb up that replies to it', inGroup('👍', { reply_to_message: byBot })],
    ['a sticker that replies to it', inGroup(undefined, { sticker: {}, reply_to_message: byBot })],
    ['another bot', inGroup('@notice_bot 海寧', { from: { id: 9, is_bot: true, first_name: 'B' } })],
    ['what its channel passed on', inGroup('@notice_bot 海寧', { is_automatic_forward: true })],
    ['a new title', inGroup(undefined, { new_chat_title: '@notice_bot' })],
  ])('nothing in %s', (_, heard) => {
    expect(hear(heard, BOT)).toBeUndefined();
  });

  it('a mention that Telegram marks for a bot without writing its name', () => {
    const entities = [{ type: 'text_mention', offset: 0, length: 2, user: BOT }];
    expect(hear(inGroup('公告 海寧?', { entities }), BOT)).toEqual(question('海寧?'));
  });

  it('a mention in the caption of a photo', () => {
    const photo = inGroup(undefined, { photo: [], caption: '@notice_bot 這是海寧嗎' });
    expect(hear(photo, BOT)).toEqual(question('這是海寧嗎'));
  });

  it('a reply to one of its messages', () => {
    expect(hear(inGroup('那平湖呢?', { reply_to_message: byBot }), BOT)).toEqual(question('那平湖呢?'));
  });

  it('a reply to somebody else only from afar', () => {
    expect(hear(inGroup('是嗎', { reply_to_message: byOther }), BOT)).toEqual(overheard('是嗎'));
  });

  it('the words of somebody else that a mere mention replies to', () => {
    expect(hear(inGroup('@notice_bot', { reply_to_message: byOther }), BOT)).toEqual(question(byOther.text));
    expect(hear(inGroup('@notice_bot?', { reply_to_message: byOther }), BOT)).toEqual(question(byOther.text));
    expect(hear(inGroup('/ask', { reply_to_message: byOther }), BOT)).toEqual(command('ask', byOther.text));
  });

  it('of those words only what is quoted, where something is', () => {
    const quoting = { reply_to_message: byOther, quote: { text: '海寧', position: 0 } };
    expect(hear(inGroup('@notice_bot', quoting), BOT)).toEqual(question('海寧'));
  });

  it('the question in a replied command, not the command', () => {
    const replied = { ...byOther, text: '/ask@other_bot 海寧是什麼產業?' };
    expect(hear(inGroup('@notice_bot', { reply_to_message: replied }), BOT)).toEqual(
      question('海寧是什麼產業?'),
    );
  });

  it('nothing to ask in a mere mention that replies to the bot itself', () => {
    expect(hear(inGroup('@notice_bot', { reply_to_message: byBot }), BOT)).toEqual(question(''));
  });

  it('no reply in a topic’s first message, which every message in it carries', () => {
    const root = { message_id: 4, from: BOT, forum_topic_created: { name: 'T', icon_color: 0 } };
    const inTopic = { message_thread_id: 4, is_topic_message: true, reply_to_message: root };
    expect(hear(inGroup('今天吃什麼', inTopic), BOT)).toEqual(overheard('今天吃什麼'));
    expect(hear(inGroup('@notice_bot', inTopic), BOT)).toEqual(question(''));
  });

  it('an anonymous administrator, though Telegram writes for them', () => {
    const anonymous = {
      from: { id: 1087968824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' },
      sender_chat: { id: -100, type: 'supergroup', title: 'G' },
    };
    expect(hear(inGroup('/ask 海寧', anonymous), BOT)).toEqual(command('ask', '海寧'));
  });
});

it('is not confused by entities that reach out of the text', () => {
  const entities = [{ type: 'text_mention', offset: 90, length: 900, user: BOT }];
  expect(hear(inGroup('海寧', { entities }), BOT)).toEqual(question('海寧'));
});

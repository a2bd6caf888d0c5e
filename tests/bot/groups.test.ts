import { describe, expect, it } from 'vitest';

import { answerOf, fakeAnswerer, noticeOf, quoteOf } from '../support/answerers.ts';
import { GENERAL, World } from '../support/world.ts';

const NOTICE = noticeOf('n', '嘉興樹立質量標桿', '2021-03-16', '海寧經編，是特色產業。質量在提升。');
const ANSWER = answerOf(quoteOf(NOTICE, '經編'), { shortAnswer: '經編' });

function setting(options: { isForum?: boolean; type?: 'group' | 'supergroup' } = {}) {
  const answerer = fakeAnswerer({ notices: [NOTICE], replies: { '海寧?': ANSWER } });
  const world = new World(answerer);
  const room = world.group(options);
  return {
    answerer,
    world,
    room,
    anne: world.person('Anne', 'zh-hant'),
    bob: world.person('Bob', 'zh-hant'),
  };
}

describe('in a group, the bot', () => {
  it.each([
    '/ask 海寧?',
    '/ask@notice_bot 海寧?',
    '@notice_bot 海寧?',
    '海寧? @Notice_Bot',
    '@notice_bot海寧?',
  ])('answers "%s" as a reply to it', async (text) => {
    const { anne, room } = setting();
    const asked = await anne.in(room).says(text);
    anne.in(room).hears('經編\n海寧經編');
    expect(anne.in(room).reply.reply_to_message?.message_id).toBe(asked.message_id);
  });

  it.each(['海寧?', '/ask@other_bot 海寧?', '@other_bot 海寧?', '/weather', '你好'])(
    'is silent on "%s"',
    async (text) => {
      const { anne, room, world, answerer } = setting();
      await anne.in(room).says(text);
      expect(world.telegram.calls).toEqual([]);
      expect(answerer.asked).toEqual([]);
    },
  );

  it('answers a reply to one of its messages', async () => {
    const { anne, bob, room } = setting();
    await anne.in(room).says('/ask 海寧?');
    const reply = await bob.in(room).says('海寧?', { replyTo: anne.in(room).reply });
    bob.in(room).hears('經編');
    expect(bob.in(room).reply.reply_to_message?.message_id).toBe(reply.message_id);
  });

  it('answers what somebody else said when it is merely mentioned in a reply to it', async () => {
    const { anne, bob, room, answerer } = setting();
    const asked = await anne.in(room).says('海寧?');
    await bob.in(room).says('@notice_bot', { replyTo: asked });
    bob.in(room).hears('經編');
    expect(answerer.asked).toEqual(['海寧?']);
  });

  it('says how to ask when it is merely mentioned', async () => {
    const { anne, room, answerer } = setting();
    await anne.in(room).says('@notice_bot');
    anne.in(room).hears('請用文字問我一個關於公告的問題');
    expect(anne.in(room).buttons).toEqual(['海寧是什麼產業?']);
    expect(answerer.asked).toEqual([]);
  });

  it('answers though the question was deleted meanwhile', async () => {
    const { anne, room, world } = setting();
    await world.receive({
      message: {
        message_id: 99_999,
        date: 1,
        chat: { id: room.id, type: 'supergroup', title: 'G' },
        from: anne.user,
        text: '/ask 海寧?',
      } as never,
    });
    expect([...room.messages.values()].map(({ text }) => text)).toEqual([expect.stringContaining('經編')]);
  });

  it('answers in a basic group', async () => {
    const { anne, room } = setting({ type: 'group' });
    await anne.in(room).says('/ask 海寧?');
    anne.in(room).hears('經編');
  });
});

describe('in a topic, the bot', () => {
  it('answers there', async () => {
    const { anne, room } = setting({ isForum: true });
    await anne.in(room, 50).says('/ask 海寧?');
    expect(anne.in(room, 50).reply).toMatchObject({ message_thread_id: 50 });
  });

  it('does not take the topic’s first message, which it may have written itself, for a reply', async () => {
    const { anne, room, world } = setting({ isForum: true });
    await anne.in(room, 50).says('海寧?');
    expect(world.telegram.calls).toEqual([]);
  });

  it('answers taps on its buttons there', async () => {
    const { anne, room } = setting({ isForum: true });
    await anne.in(room, 50).says('/ask');
    await anne.in(room, 50).taps('海寧是什麼產業?');
    expect(anne.in(room, 50).reply).toMatchObject({ message_thread_id: 50 });
  });

  it('names no topic in the General one, nor in a group without topics', async () => {
    const { anne, room, world } = setting({ isForum: true });
    await anne.in(room, GENERAL).says('/ask 海寧?');
    const plain = world.group();
    await anne.in(plain).says('/ask 海寧?');
    await anne.in(plain).says('海寧?', { replyTo: anne.in(plain).reply });
    const sent = world.telegram.callsOf('sendMessage').map(({ payload }) => payload['message_thread_id']);
    expect(sent).toEqual([undefined, undefined, undefined]);
  });

  it('names no topic where Telegram gives the General one an id', async () => {
    const { anne, room, world } = setting({ isForum: true });
    const general = { message_thread_id: 1, is_topic_message: true };
    await anne.in(room, GENERAL).says('/ask 海寧?', { extra: general });
    anne.in(room, GENERAL).hears('經編');
    expect(world.telegram.refusals).toEqual([]);
  });
});

describe('what people write in other names', () => {
  const channel = { id: -1_000_000_000_777, type: 'channel', title: 'News' };
  const group = { id: -1_000_000_000_001, type: 'supergroup', title: 'A group' };

  it.each([
    ['an anonymous administrator', { sender_chat: group, from: { id: 1087968824, is_bot: true } }],
    ['a channel', { sender_chat: channel, from: { id: 136817688, is_bot: true } }],
  ])('%s is answered', async (_, extra) => {
    const { anne, room } = setting();
    await anne.in(room).says('/ask 海寧?', { extra });
    anne.in(room).hears('經編');
  });

  it.each([
    ['a bot', { from: { id: 5, is_bot: true, first_name: 'B' } }],
    ['somebody by way of this bot', { via_bot: { id: 123456789, is_bot: true, first_name: '公告' } }],
    ['a linked channel whose post was forwarded', { sender_chat: channel, is_automatic_forward: true }],
  ])('%s is not', async (_, extra) => {
    const { anne, room, world } = setting();
    await anne.in(room).says('/ask 海寧?', { extra });
    expect(world.telegram.calls).toEqual([]);
  });

  it.each(['new_chat_members', 'left_chat_member', 'new_chat_title', 'pinned_message', 'migrate_to_chat_id'])(
    'the service message %s is not answered',
    async (kind) => {
      const { anne, room, world } = setting();
      await anne.in(room).sends({ [kind]: {} });
      await anne.alone.sends({ [kind]: {} });
      expect(world.telegram.calls).toEqual([]);
    },
  );

  it('a comment under a forwarded post is answered', async () => {
    const { anne, room } = setting();
    const post = { message_id: 5, date: 1, chat: group, sender_chat: channel, is_automatic_forward: true };
    await anne.in(room).says('@notice_bot 海寧?', { replyTo: post as never });
    anne.in(room).hears('經編');
  });
});

describe('what is none of the bot’s business', () => {
  it.each<[string, object]>([
    ['an edited message that was not answered', { edited_message: { text: '/ask 海寧?' } }],
    ['a channel post', { channel_post: { text: '/ask 海寧?' } }],
    ['a kind of update that there may be one day', { hologram: {} }],
  ])('%s is left alone', async (_, update) => {
    const { anne, room, world } = setting();
    const [[kind, content] = ['', {}]] = Object.entries(update);
    const message = {
      message_id: 9,
      date: 1,
      from: anne.user,
      chat: { id: room.id, type: 'supergroup' },
      ...(content as object),
    };
    await world.receive({ [kind]: message });
    expect(world.telegram.calls).toEqual([]);
    expect(world.log).toEqual([]);
  });
});

import fc from 'fast-check';

import { BOT } from './fake-telegram.ts';
import { markedByTelegram } from './telegram-rules.ts';

/** The chats that updates come from. */
export const CHATS = [
  { id: 11, type: 'private', isForum: false },
  { id: 12, type: 'private', isForum: false },
  { id: -1_000_000_000_100, type: 'supergroup', isForum: false },
  { id: -1_000_000_000_200, type: 'supergroup', isForum: true },
  { id: -300, type: 'group', isForum: false },
] as const;

const chat = fc.constantFrom(...CHATS).map(({ id, type, isForum }) => ({
  id,
  type,
  ...(type === 'private' ? { first_name: 'Somebody' } : { title: 'A group' }),
  ...(isForum ? { is_forum: true as const } : {}),
}));

const user = fc.record({
  id: fc.constantFrom(11, 12, 13),
  is_bot: fc.constant(false),
  first_name: fc.constant('Somebody'),
  language_code: fc.constantFrom('zh-hant', 'zh-hans', 'zh', 'en', '', 'xx-yy'),
});

/** What people write, what they might, and what nobody would. */
const said = fc.constantFrom(
  '海寧是什麼產業?',
  '那平湖呢',
  '還有呢',
  '為什麼',
  '它的呢',
  '海寧的GDP是多少',
  '五個一',
  'haining shi shenme chanye',
  '海寧',
  '謝謝',
  '/start',
  '/help',
  '/ask',
  '/ask 海寧是什麼產業?',
  '/county',
  '/county 海寧',
  '/initiative',
  '/initiative 555',
  '/source',
  '/latest',
  '/script',
  '/script 簡體',
  '/privacy',
  '/forget',
  '/stats',
  '/cancel',
  '/weather',
  '/ask@other_bot 海寧',
  '/county@notice_bot海寧',
  '@notice_bot 海寧是什麼產業',
  '@notice_bot',
);
const scrap = fc.oneof(
  said,
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '\u202e',
    '\u200b',
    '\ud83d',
    '海'.repeat(2000),
    '\n'.repeat(50),
    '😀',
    '(((((',
    '*_`[',
    '\0',
  ),
);
const text = fc.oneof(
  { weight: 3, arbitrary: said },
  fc.array(scrap, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('').slice(0, 4096)),
);

const DATE = 1_700_000_000;
const ids = fc.integer({ min: 1, max: 60 });
const dates = fc.integer({ min: DATE, max: DATE + 3600 });

/** A message with words or without, in a topic or not, a reply or not, of a person or in another name. */
const message = fc
  .record({
    message_id: ids,
    date: dates,
    chat,
    from: user,
    content: fc.oneof(
      { weight: 6, arbitrary: text.map((words) => ({ text: words, entities: markedByTelegram(words) })) },
      text.map((words) => ({ photo: [], caption: words.slice(0, 1024) })),
      fc
        .constantFrom(
          'sticker',
          'voice',
          'location',
          'new_chat_members',
          'new_chat_title',
          'pinned_message',
          'poll',
        )
        .map((kind) => ({ [kind]: {} })),
    ),
    reply: fc.option(fc.record({ message_id: ids, text, mine: fc.boolean(), from: user }), {
      nil: undefined,
    }),
    topic: fc.constantFrom(undefined, 1, 50, 60),
    name: fc.constantFrom(
      {},
      {},
      {},
      { is_automatic_forward: true },
      { via_bot: BOT },
      'channel',
      'anonymous',
    ),
  })
  .map(({ content, reply, topic, name, ...rest }) => ({
    ...rest,
    ...content,
    ...(reply === undefined
      ? {}
      : {
          reply_to_message: {
            message_id: reply.message_id,
            date: DATE,
            chat: rest.chat,
            from: reply.mine ? BOT : reply.from,
            text: reply.text,
          },
        }),
    ...(topic === undefined || rest.chat.is_forum !== true
      ? {}
      : { message_thread_id: topic, is_topic_message: true }),
    ...(name === 'channel' && rest.chat.type !== 'private'
      ? { sender_chat: { id: -1_000_000_000_777, type: 'channel', title: 'News' } }
      : {}),
    ...(name === 'anonymous' && rest.chat.type !== 'private' ? { sender_chat: rest.chat } : {}),
    ...(typeof name === 'string' ? {} : name),
  }));

const callbackId = fc.uuid();

const letter = (of: string) => fc.constantFrom(...of.split(''));

/** The message that a button stands under, long deleted, or null for one that was sent by way of the bot. */
const under = fc.option(fc.record({ message_id: ids, chat, text }));

/** Data as the bot makes it, and as nobody but a forger does. */
const data = fc.oneof(
  fc.constantFrom(
    's0',
    's1',
    's9',
    'ot0',
    'oT9',
    'at海寧是什麼產業?',
    'kTb:330481',
    'kt0:330481',
    'c',
    'nT',
    'pt0',
  ),
  fc.string({ maxLength: 64 }),
  fc
    .tuple(letter('cqnpakios'), letter('TStse'), fc.string({ unit: 'grapheme', maxLength: 12 }))
    .map((parts) => parts.join('')),
);

const statuses = fc.constantFrom('member', 'administrator', 'left', 'kicked', 'restricted', 'creator');

/** An update of any kind that the bot asks for, and of some that it does not. */
export const anyUpdate: fc.Arbitrary<object> = fc.oneof(
  { weight: 6, arbitrary: message.map((content) => ({ message: content })) },
  message.map((content) => ({ edited_message: { ...content, edit_date: content.date + 1 } })),
  message.map((content) => ({
    channel_post: { ...content, chat: { id: -1, type: 'channel', title: 'News' } },
  })),
  fc
    .record({ id: callbackId, from: user, data, chat_instance: fc.constant('1'), under })
    .map(({ under, ...query }) => ({
      callback_query: {
        ...query,
        ...(under === null
          ? { inline_message_id: 'x' }
          : { message: { ...under, from: BOT, date: DATE, entities: [] } }),
      },
    })),
  fc
    .record({
      id: callbackId,
      from: user,
      query: text.map((words) => words.slice(0, 256)),
      offset: fc.constantFrom('', '10', '-1', 'x'),
    })
    .map((query) => ({ inline_query: query })),
  fc
    .record({ chat, from: user, date: dates, before: statuses, after: statuses })
    .map(({ before, after, ...rest }) => ({
      my_chat_member: {
        ...rest,
        old_chat_member: { status: before, user: BOT },
        new_chat_member: { status: after, user: BOT },
      },
    })),
  fc.constantFrom({ poll: {} }, { hologram: {} }, { message_reaction: {} }, { chat_join_request: {} }),
);

/** An update with one of its fields replaced by something that does not belong there, or taken out. */
export const mutated: fc.Arbitrary<object> = fc
  .record({ update: anyUpdate, at: fc.nat(), value: fc.oneof(fc.jsonValue(), fc.constant(undefined), text) })
  .map(({ update, at, value }) => {
    const copy = structuredClone(update) as Record<string, unknown>;
    const fields: [Record<string, unknown>, string][] = [];
    const collect = (node: unknown) => {
      if (typeof node !== 'object' || node === null) return;
      for (const [key, inner] of Object.entries(node)) {
        fields.push([node as Record<string, unknown>, key]);
        collect(inner);
      }
    };
    for (const content of Object.values(copy)) collect(content);
    const [parent, key] = fields[at % Math.max(1, fields.length)] ?? [copy, ''];
    if (key !== '') parent[key] = value;
    return copy;
  });

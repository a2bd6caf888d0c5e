import type { Message, MessageEntity, UserFromGetMe } from 'grammy/types';

import { isCommandName } from './commands.ts';
import { wellFormed } from './hygiene.ts';
import { topicOf } from './place.ts';

/** What a message means to the bot. */
export type Heard =
  | { readonly kind: 'command'; readonly name: string; readonly argument: string }
  /** Words for the bot; empty where it is called and nothing else is said. */
  | { readonly kind: 'question'; readonly text: string }
  /** Words in a group that are not for the bot, unless it is waiting for them. */
  | { readonly kind: 'overheard'; readonly text: string }
  /** In private: a sticker, a photo, a voice message and the like, without a caption. */
  | { readonly kind: 'wordless' };

/**
 * Understands whether a message is for the bot, and what it says: a command, a question, or nothing in words.
 *
 * Telegram marks no mention in `@notice_bot海寧` and no command in `/help幫助`, since every letter counts as part
 * of the name; so the text is looked at as well as its entities.
 *
 * @param me the bot
 * @returns undefined for what the bot has nothing to do with
 */
export function hear(message: Message, me: UserFromGetMe): Heard | undefined {
  if (isByMachine(message, me)) return undefined;
  const isPrivate = message.chat.type === 'private';
  const { text, isMentioned } = wordsOf(message, me);
  const isCalled = isPrivate || isMentioned || repliedMessage(message)?.from?.id === me.id;

  const command = parseCommand(text);
  if (command !== undefined) {
    const isForMe = command.bot === undefined || command.bot === me.username.toLowerCase();
    if (!isForMe && !isPrivate) return undefined;
    const isKnown = isCommandName(command.name);
    if (!isKnown && !isCalled && command.bot === undefined) return undefined;
    const isAsking = command.name === 'ask' && !hasWords(command.argument);
    const argument = isAsking ? repliedWords(message, me) : command.argument;
    return { kind: 'command', name: command.name, argument };
  }
  if (isPrivate) {
    if (message.text === undefined && message.caption === undefined) {
      // An album is several messages, of which one has the caption; each of the others would be answered too.
      const isMedia = message.media_group_id === undefined && MEDIA.some((kind) => kind in message);
      return isMedia ? { kind: 'wordless' } : undefined;
    }
    return { kind: 'question', text };
  }
  if (!isCalled) return text === '' ? undefined : { kind: 'overheard', text };
  if (hasWords(text)) return { kind: 'question', text };
  // Nobody who replies with a thumb up wants an answer; who calls the bot by its name does.
  return isMentioned ? { kind: 'question', text: repliedWords(message, me) } : undefined;
}

/** What a person sends without words. Service messages, such as a new title, are not among them. */
const MEDIA = [
  'animation',
  'audio',
  'checklist',
  'contact',
  'dice',
  'document',
  'game',
  'location',
  'paid_media',
  'photo',
  'poll',
  'sticker',
  'story',
  'venue',
  'video',
  'video_note',
  'voice',
];

/**
 * Whether no person wrote the message: a bot did, perhaps this one on somebody's behalf, or a channel passed it on
 * to its group. What an anonymous administrator or a channel writes in a group comes from a bot of Telegram's, with
 * `sender_chat`.
 */
function isByMachine(message: Message, me: UserFromGetMe): boolean {
  if (message.via_bot?.id === me.id || message.is_automatic_forward === true) return true;
  return message.from?.is_bot === true && message.sender_chat === undefined;
}

/**
 * The message that `message` replies to. In a topic, one that replies to nothing carries the topic's first
 * message, which is no reply.
 */
export function repliedMessage(message: Message): Message['reply_to_message'] {
  const replied = message.reply_to_message;
  if (replied === undefined || replied.forum_topic_created !== undefined) return undefined;
  return replied.message_id === topicOf(message) ? undefined : replied;
}

/**
 * What the asker said before in the message that `message` replies to, without mentions and command. Undefined
 * where it replies to nothing, or to what somebody else said.
 */
export function ownWordsRepliedTo(message: Message, me: UserFromGetMe): string | undefined {
  const replied = repliedMessage(message);
  if (replied?.from === undefined || replied.from.id !== message.from?.id) return undefined;
  if (replied.sender_chat !== undefined || message.sender_chat !== undefined) return undefined;
  const { text } = wordsOf(replied, me);
  return parseCommand(text)?.argument ?? text;
}

/** The words of the message that is replied to, or of the part of it that is quoted, unless they are the bot's own. */
function repliedWords(message: Message, me: UserFromGetMe): string {
  const replied = repliedMessage(message);
  if (replied?.from?.id === me.id) return '';
  if (message.quote !== undefined) return stripMentions(wellFormed(message.quote.text), [], me).text;
  if (replied === undefined) return '';
  const { text } = wordsOf(replied, me);
  return parseCommand(text)?.argument ?? text;
}

function wordsOf(message: Omit<Message, 'reply_to_message'>, me: UserFromGetMe) {
  const text = wellFormed(message.text ?? message.caption ?? '');
  return stripMentions(text, message.entities ?? message.caption_entities ?? [], me);
}

/** `text` without the mentions of the bot, and whether there were any. */
function stripMentions(
  text: string,
  entities: readonly MessageEntity[],
  me: UserFromGetMe,
): { readonly text: string; readonly isMentioned: boolean } {
  const byName = new RegExp(`(?<![\\w.])@${me.username}(?!\\w)`, 'giu');
  const ranges = Array.from(text.matchAll(byName), ({ index, 0: name }) => [index, index + name.length]);
  for (const entity of entities) {
    if (entity.type !== 'text_mention' || entity.user.id !== me.id) continue;
    ranges.push([entity.offset, entity.offset + entity.length]);
  }
  if (ranges.length === 0) return { text: text.trim(), isMentioned: false };

  const pieces: string[] = [];
  let position = 0;
  for (const [start = 0, end = 0] of ranges.sort(([a = 0], [b = 0]) => a - b)) {
    pieces.push(text.slice(position, Math.max(position, start)));
    position = Math.max(position, end);
  }
  pieces.push(text.slice(position));
  const words = pieces
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .join(' ');
  // "@notice_bot, where…" leaves a comma in front.
  return { text: words.replace(/^[\s,，、:：;；.。!！]+/u, ''), isMentioned: true };
}

/** A command at the head of `text`; people also write it with a full-width slash. */
function parseCommand(text: string) {
  const match = /^[\s\p{Cf}]*[/／](?<name>[a-z0-9_]{1,32})(?:@(?<bot>[a-z0-9_]+))?(?<argument>.*)$/isu.exec(
    text,
  );
  if (match?.groups === undefined) return undefined;
  const { name = '', bot, argument = '' } = match.groups;
  return { name: name.toLowerCase(), bot: bot?.toLowerCase(), argument: argument.trim() };
}

function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

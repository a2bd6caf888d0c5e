import type { Message, UserFromGetMe } from 'grammy/types';

import {
  acceptCards,
  acceptCommands,
  acceptKeyboard,
  acceptText,
  markedByTelegram,
  Refusal,
  type Entity,
  type InlineCard,
} from './telegram-rules.ts';

export const TOKEN = '123456789:AAF-fake_token_of_35_characters_000';

export const BOT: UserFromGetMe = {
  id: 123456789,
  is_bot: true,
  first_name: '公告',
  username: 'Notice_Bot',
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: true,
  can_connect_to_business: false,
  has_main_web_app: false,
} as UserFromGetMe;

/** Some of the emoji that Telegram takes as reactions. */
const REACTIONS = ['👍', '👎', '🤔', '🤷', '🤷‍♂', '🤷‍♀', '👀'];

/** A message as Telegram keeps it. */
export type Kept = Message & { text?: string; entities?: Entity[] };

export interface Chat {
  readonly id: number;
  readonly type: 'private' | 'group' | 'supergroup';
  readonly isForum: boolean;
  readonly topics: Set<number>;
  readonly messages: Map<number, Kept>;
  /** The bot's reactions, by messages. */
  readonly reactions: Map<number, string>;
  /** Whether the bot was blocked or put out. */
  isClosed: boolean;
}

export interface Call {
  readonly method: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** What somebody saw who tapped on a button. */
export interface TapAnswer {
  readonly text: string;
  readonly isAlert: boolean;
}

/**
 * Telegram, as far as a bot can tell at `client.fetch`: it keeps chats and messages, records every call, and
 * refuses what the real one refuses.
 */
export class FakeTelegram {
  readonly chats = new Map<number, Chat>();
  readonly calls: Call[] = [];
  /** What was refused, for tests to see that nothing was. */
  readonly refusals: string[] = [];
  /** Taps that were not answered yet, and what those saw whose taps were. */
  readonly openTaps = new Set<string>();
  readonly tapAnswers = new Map<string, TapAnswer>();
  /** What inline queries were answered with, by their ids. */
  readonly inlineAnswers = new Map<string, InlineAnswer>();
  readonly openQueries = new Set<string>();
  readonly #failures: { method: string; error: Error }[] = [];
  #lastId = 1000;

  /** For `client.fetch` of a bot. */
  readonly fetch = async (url: string | URL, init?: { body?: unknown }): Promise<Response> => {
    const method = String(url).split('/').at(-1) ?? '';
    const payload = JSON.parse(typeof init?.body === 'string' ? init.body : '{}') as Record<string, unknown>;
    this.calls.push({ method, payload });
    await Promise.resolve();
    try {
      this.#failIfPlanned(method);
      return Response.json({ ok: true, result: this.#handle(method, payload) });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (!error.isPlanned) this.refusals.push(`${method}: ${error.message}`);
      return Response.json(
        { ok: false, error_code: error.code, description: error.message },
        { status: error.code },
      );
    }
  };

  /** Lets the next call of a method fail with an error of Telegram's. */
  failNext(method: string, code: number, description: string): void {
    this.#failures.push({ method, error: new Refusal(description, code, true) });
  }

  /** Breaks the connection on the next call of a method, with an error that holds the token. */
  breakNext(method: string): void {
    const error = new TypeError(`request to https://api.telegram.org/bot${TOKEN}/${method} failed`);
    this.#failures.push({ method, error });
  }

  #failIfPlanned(method: string): void {
    const index = this.#failures.findIndex((planned) => planned.method === method);
    const [planned] = index < 0 ? [] : this.#failures.splice(index, 1);
    if (planned !== undefined) throw planned.error;
  }

  nextId(): number {
    return ++this.#lastId;
  }

  openChat(id: number, type: Chat['type'], isForum = false): Chat {
    const chat: Chat = {
      id,
      type,
      isForum,
      topics: new Set(),
      messages: new Map(),
      reactions: new Map(),
      isClosed: false,
    };
    this.chats.set(id, chat);
    return chat;
  }

  callsOf(method: string): Call[] {
    return this.calls.filter((call) => call.method === method);
  }

  #handle(method: string, payload: Record<string, unknown>): unknown {
    switch (method) {
      case 'getMe':
        return BOT;
      case 'sendMessage':
        return this.#send(payload);
      case 'editMessageText':
        return this.#edit(payload, acceptText(payload));
      case 'editMessageReplyMarkup':
        return this.#edit(payload, undefined);
      case 'answerCallbackQuery':
        return this.#answerTap(payload);
      case 'setMessageReaction':
        return this.#react(payload);
      case 'answerInlineQuery':
        return this.#answerQuery(payload);
      case 'setMyCommands':
        acceptCommands(payload);
        return true;
      default:
        throw new Refusal(`Not Found: method ${method} is not expected of this bot`, 404);
    }
  }

  #chatOf({ chat_id: id }: Record<string, unknown>): Chat {
    const chat = this.chats.get(Number(id));
    if (chat === undefined) throw new Refusal('Bad Request: chat not found');
    if (!chat.isClosed) return chat;
    const reason =
      chat.type === 'private' ? 'bot was blocked by the user' : 'bot was kicked from the group chat';
    throw new Refusal(`Forbidden: ${reason}`, 403);
  }

  #send(payload: Record<string, unknown>): Kept {
    const chat = this.#chatOf(payload);
    const { text, entities } = acceptText(payload);
    const keyboard = acceptKeyboard(payload['reply_markup']);
    const thread = payload['message_thread_id'];
    if (thread !== undefined && !chat.topics.has(Number(thread))) {
      throw new Refusal('Bad Request: message thread not found');
    }
    const replyTo = payload['reply_parameters'] as
      { message_id: number; allow_sending_without_reply?: boolean } | undefined;
    const replied = replyTo === undefined ? undefined : chat.messages.get(replyTo.message_id);
    if (replyTo !== undefined && replied === undefined && replyTo.allow_sending_without_reply !== true) {
      throw new Refusal('Bad Request: message to be replied not found');
    }
    const message = {
      message_id: this.nextId(),
      date: 1_700_000_000,
      chat: chatInfo(chat),
      from: BOT,
      text,
      entities: [...entities, ...markedByTelegram(text)],
      ...(keyboard === undefined ? {} : { reply_markup: { inline_keyboard: keyboard } }),
      ...(thread === undefined ? {} : { message_thread_id: Number(thread), is_topic_message: true }),
      ...(replied === undefined ? {} : { reply_to_message: { ...replied, reply_to_message: undefined } }),
    } as unknown as Kept;
    chat.messages.set(message.message_id, message);
    return message;
  }

  /** An edit without a keyboard takes the keyboard away. */
  #edit(payload: Record<string, unknown>, content: { text: string; entities: Entity[] } | undefined): Kept {
    const chat = this.#chatOf(payload);
    const message = chat.messages.get(Number(payload['message_id']));
    if (message === undefined) throw new Refusal('Bad Request: message to edit not found');
    if (message.from?.id !== BOT.id) throw new Refusal("Bad Request: message can't be edited");
    const keyboard = acceptKeyboard(payload['reply_markup']);
    const { reply_markup: before, ...rest } = message;
    const edited = {
      ...rest,
      ...(content === undefined
        ? {}
        : { text: content.text, entities: [...content.entities, ...markedByTelegram(content.text)] }),
      ...(keyboard === undefined ? {} : { reply_markup: { inline_keyboard: keyboard } }),
    } as Kept;
    if (
      JSON.stringify([edited.text, edited.entities, keyboard]) ===
      JSON.stringify([message.text, message.entities, before?.inline_keyboard])
    ) {
      throw new Refusal('Bad Request: message is not modified: specified new message content is the same');
    }
    chat.messages.set(message.message_id, edited);
    return edited;
  }

  #react(payload: Record<string, unknown>): true {
    const chat = this.#chatOf(payload);
    const id = Number(payload['message_id']);
    if (!chat.messages.has(id)) throw new Refusal('Bad Request: message to react not found');
    const [reaction] = payload['reaction'] as [{ type: string; emoji: string }];
    if (reaction.type !== 'emoji' || !REACTIONS.includes(reaction.emoji)) {
      throw new Refusal('Bad Request: REACTION_INVALID');
    }
    chat.reactions.set(id, reaction.emoji);
    return true;
  }

  #answerQuery(payload: Record<string, unknown>): true {
    const id = String(payload['inline_query_id']);
    if (!this.openQueries.delete(id)) {
      throw new Refusal('Bad Request: query is too old and response timeout expired or query ID is invalid');
    }
    acceptCards(payload);
    this.inlineAnswers.set(id, payload as unknown as InlineAnswer);
    return true;
  }

  #answerTap({
    callback_query_id: id,
    text = '',
    show_alert: isAlert = false,
  }: Record<string, unknown>): true {
    if (!this.openTaps.delete(String(id))) {
      throw new Refusal('Bad Request: query is too old and response timeout expired or query ID is invalid');
    }
    if (typeof text !== 'string' || text.length > 200) throw new Refusal('Bad Request: MESSAGE_TOO_LONG');
    this.tapAnswers.set(String(id), { text, isAlert: isAlert === true });
    return true;
  }
}

/** What somebody sees who writes an inline query. */
export interface InlineAnswer {
  readonly results: readonly InlineCard[];
  readonly next_offset: string;
  readonly cache_time: number;
  readonly is_personal: boolean;
}

/** A chat as it stands in messages. */
export function chatInfo({ id, type, isForum }: Chat): Message['chat'] {
  if (type === 'private') return { id, type, first_name: 'Somebody' };
  if (type === 'group') return { id, type, title: 'A group' };
  return { id, type, title: 'A group', ...(isForum ? { is_forum: true } : {}) };
}

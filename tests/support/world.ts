import { expect } from 'vitest';
import type { Bot } from 'grammy';
import type { Message, Update, User } from 'grammy/types';

import type { Answerer } from '../../src/answer/index.ts';
import { createBot, type BotContext, type BotDependencies, type Logger } from '../../src/bot/index.ts';
import {
  BOT,
  chatInfo,
  FakeTelegram,
  TOKEN,
  type Chat,
  type InlineAnswer,
  type Kept,
  type TapAnswer,
} from './fake-telegram.ts';
import { JsonStorages } from './storage.ts';
import { markedByTelegram, type Button } from './telegram-rules.ts';

export interface LogLine {
  readonly level: string;
  readonly fields: Record<string, unknown>;
  readonly message: string;
}

export interface Said {
  /** The message that is replied to. */
  readonly replyTo?: Kept;
  /** Anything else that the message has: a photo with a caption, entities of one's own… */
  readonly extra?: object;
}

/** When everything happens unless a test says otherwise, in seconds since 1970. */
export const NOW = 1_700_000_000;

/** A bot, the Telegram that it talks to, and the people in it. */
export class World {
  readonly telegram = new FakeTelegram();
  readonly storages = new JsonStorages();
  readonly log: LogLine[] = [];
  bot: Bot<BotContext>;
  readonly #dependencies: BotDependencies;
  #updates = 0;

  constructor(answerer: Answerer, dependencies: Partial<BotDependencies> = {}) {
    this.#dependencies = {
      token: TOKEN,
      answerer,
      storage: this.storages.open,
      logger: loggerInto(this.log),
      botInfo: BOT,
      clientOptions: { fetch: this.telegram.fetch as never },
      newErrorId: () => 'e77077',
      clock: () => NOW * 1000,
      pace: { perPerson: Infinity, perGroup: Infinity },
      ...dependencies,
    };
    this.bot = createBot(this.#dependencies);
  }

  /** The bot as it is after its process was stopped and started, on the same state. */
  restart(changes: Partial<BotDependencies> = {}): void {
    this.bot = createBot({ ...this.#dependencies, ...changes });
  }

  person(name: string, languageCode?: string): Person {
    const id = this.telegram.nextId();
    const user: User = {
      id,
      is_bot: false,
      first_name: name,
      ...(languageCode === undefined ? {} : { language_code: languageCode }),
    };
    return new Person(this, user);
  }

  group(options: { readonly type?: 'group' | 'supergroup'; readonly isForum?: boolean } = {}): Chat {
    const { type = 'supergroup', isForum = false } = options;
    return this.telegram.openChat(-1_000_000_000_000 - this.telegram.nextId(), type, isForum);
  }

  /** Puts the bot into a chat, or changes what it may do there. */
  async putInto(
    chat: Chat,
    by: Person,
    status: { readonly from?: string; readonly to?: string; readonly title?: string } = {},
  ): Promise<Kept[]> {
    const { from = 'left', to = 'member', title = 'A group' } = status;
    const before = chat.messages.size;
    await this.receive({
      my_chat_member: {
        chat: { ...chatInfo(chat), title },
        from: by.user,
        date: NOW,
        old_chat_member: { status: from, user: BOT },
        new_chat_member: { status: to, user: BOT },
      } as never,
    });
    return [...chat.messages.values()].slice(before);
  }

  async receive(content: Omit<Update, 'update_id'>): Promise<void> {
    await this.bot.handleUpdate({ update_id: ++this.#updates, ...content });
  }
}

/** Somebody who writes to the bot: in private, or with {@link in} somewhere else. */
export class Person {
  readonly world: World;
  readonly user: User;
  readonly #seats = new Map<string, Seat>();

  constructor(world: World, user: User) {
    this.world = world;
    this.user = user;
  }

  in(chat: Chat, topic?: number): Seat {
    const key = `${chat.id}/${topic ?? ''}`;
    const seat = this.#seats.get(key) ?? new Seat(this.world, this.user, chat, topic);
    this.#seats.set(key, seat);
    return seat;
  }

  /** Writes `@bot query` in some chat, and returns the cards to choose from. */
  async queries(query: string, offset = ''): Promise<InlineAnswer> {
    const { telegram } = this.world;
    const id = telegram.nextId().toString();
    telegram.openQueries.add(id);
    await this.world.receive({ inline_query: { id, from: this.user, query, offset } });
    const answer = telegram.inlineAnswers.get(id);
    if (answer === undefined) throw new Error('the inline query was not answered');
    return answer;
  }

  get alone(): Seat {
    const { telegram } = this.world;
    return this.in(telegram.chats.get(this.user.id) ?? telegram.openChat(this.user.id, 'private'));
  }
}

/** Somebody in a chat. What they do returns when the bot is done with it. */
export class Seat {
  readonly world: World;
  readonly user: User;
  readonly chat: Chat;
  readonly topic: number | undefined;
  /** What the bot sent or changed because of the last thing that was done here. */
  heard: readonly Kept[] = [];
  /** What was seen of the last tap. */
  tapAnswer: TapAnswer | undefined;

  constructor(world: World, user: User, chat: Chat, topic: number | undefined) {
    this.world = world;
    this.user = user;
    this.chat = chat;
    this.topic = topic;
    if (topic !== undefined && topic !== GENERAL) chat.topics.add(topic);
  }

  /** Writes a message, and returns it. */
  async says(text: string, { replyTo, extra = {} }: Said = {}): Promise<Kept> {
    return await this.sends({ text, entities: markedByTelegram(text), ...extra }, replyTo);
  }

  /** Changes the text of a message of one's own. */
  async edits(message: Kept, text: string, extra: object = {}): Promise<Kept> {
    const edited = { ...message, text, entities: markedByTelegram(text), edit_date: NOW, ...extra } as Kept;
    this.chat.messages.set(edited.message_id, edited);
    await this.#watch(() => this.world.receive({ edited_message: edited as never }));
    return edited;
  }

  /** Sends a message of any kind, and returns it. */
  async sends(content: object, replyTo?: Kept): Promise<Kept> {
    const message = {
      message_id: this.world.telegram.nextId(),
      date: NOW,
      chat: chatInfo(this.chat),
      from: this.user,
      ...this.#thread(replyTo),
      ...content,
    } as unknown as Kept;
    this.chat.messages.set(message.message_id, message);
    await this.#watch(() => this.world.receive({ message: message as Message & Update.NonChannel }));
    return message;
  }

  /** Taps on the button with this label, on the given message or the last one that has it. */
  async taps(label: string | RegExp, on?: Kept): Promise<void> {
    const messages = on === undefined ? [...this.chat.messages.values()].reverse() : [on];
    const isMeant = ({ text }: Button) => (typeof label === 'string' ? text === label : label.test(text));
    const message = messages.find((candidate) => buttonsOf(candidate).some(isMeant));
    const data = message === undefined ? undefined : buttonsOf(message).find(isMeant)?.callback_data;
    if (message === undefined || data === undefined)
      throw new Error(`nobody can see a button "${String(label)}"`);
    await this.tapsData(data, message);
  }

  /** Taps on a button with this data, which nobody may have made. */
  async tapsData(data: string, message?: Kept | object): Promise<void> {
    const id = this.world.telegram.nextId().toString();
    this.world.telegram.openTaps.add(id);
    const query = {
      id,
      from: this.user,
      chat_instance: '1',
      data,
      ...(message === undefined ? {} : { message }),
    };
    await this.#watch(() => this.world.receive({ callback_query: query as never }));
    expect(this.world.telegram.openTaps, 'every tap is answered').not.toContain(id);
    this.tapAnswer = this.world.telegram.tapAnswers.get(id);
  }

  /** The one message that the last thing done here brought. */
  get reply(): Kept {
    const [only] = this.heard;
    if (only === undefined || this.heard.length > 1) {
      throw new Error(`expected one message of the bot's, not ${this.heard.length}`);
    }
    return only;
  }

  /** Checks the text of the one message that the last thing done here brought. */
  hears(...expected: readonly (string | RegExp)[]): void {
    for (const part of expected) {
      if (typeof part === 'string') expect(this.reply.text).toContain(part);
      else expect(this.reply.text).toMatch(part);
    }
  }

  hearsNothing(): void {
    expect(this.heard.map(({ text }) => text)).toEqual([]);
  }

  /** The labels of the buttons under the one message. */
  get buttons(): string[] {
    return buttonsOf(this.reply).map(({ text }) => text);
  }

  async #watch(act: () => Promise<void>): Promise<void> {
    const before = new Map(this.chat.messages);
    await act();
    const isNews = (message: Kept) =>
      message.from?.id === BOT.id && before.get(message.message_id) !== message;
    this.heard = [...this.chat.messages.values()].filter(isNews);
  }

  /**
   * In a topic, a message that replies to nothing carries the topic's first message; in a group without topics,
   * a reply carries a thread that nothing can be sent to.
   */
  #thread(replyTo: Kept | undefined): object {
    const replied =
      replyTo === undefined ? {} : { reply_to_message: { ...replyTo, reply_to_message: undefined } };
    if (this.topic === GENERAL || this.topic === undefined) {
      const isThread = replyTo !== undefined && this.chat.type === 'supergroup';
      return { ...replied, ...(isThread ? { message_thread_id: replyTo.message_id } : {}) };
    }
    const root = {
      message_id: this.topic,
      date: 1_700_000_000,
      chat: chatInfo(this.chat),
      from: BOT,
      forum_topic_created: { name: 'A topic', icon_color: 0 },
    };
    return { message_thread_id: this.topic, is_topic_message: true, reply_to_message: root, ...replied };
  }
}

/** The topic of a forum that has no id when it is written to. */
export const GENERAL = 1;

export function buttonsOf(message: Kept): Button[] {
  const markup = (message as { reply_markup?: { inline_keyboard: Button[][] } }).reply_markup;
  return markup?.inline_keyboard.flat() ?? [];
}

/** The words of a message under entities of one type. */
export function formatted(message: Kept, type: string): string[] {
  const { text = '', entities = [] } = message;
  return entities
    .filter((entity) => entity.type === type)
    .map(({ offset, length }) => text.slice(offset, offset + length));
}

function loggerInto(log: LogLine[]): Logger {
  const at = (level: string) => (fields: object, message: string) => {
    log.push({ level, fields: fields as Record<string, unknown>, message });
  };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

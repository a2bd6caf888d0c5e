import type { Context, StorageAdapter } from 'grammy';

import { placeKey } from './place.ts';

/** So long a question can be leaned on by another one of the same asker in the same place. */
export const MEMORY_IN_MINUTES = 15;
/** Of more chats and topics at a time than these, those without a question for the longest time are forgotten. */
const MOST_PLACES = 20;

/** The last question of somebody in a chat and topic. */
export interface LastQuestion {
  readonly text: string;
  /** When it was asked, in seconds since 1970, by Telegram's clock. */
  readonly at: number;
  /** How many next best sentences were shown since. */
  readonly shown: number;
}

/** What is stored of an asker, under the Telegram id: the last question of each place. */
export type Remembered = Readonly<Record<string, LastQuestion>>;

/** Remembers the last question of each person in each chat and topic, for a quarter of an hour. */
export interface Memory {
  /** The last question of the one whom an update comes from, where it was asked in the same place and not long ago. */
  recall(ctx: Context): Promise<LastQuestion | undefined>;
  keep(ctx: Context, question: string, shown?: number): Promise<void>;
  /** Deletes all that is remembered of the person, in whichever chat. */
  forget(person: number): Promise<void>;
}

/**
 * @param now the time in milliseconds since 1970, for updates that carry none
 */
export function createMemory(storage: StorageAdapter<Remembered>, now: () => number): Memory {
  /** The places whose question is not too old, the newest last. */
  const read = async (person: number, time: number) =>
    Object.entries((await storage.read(person.toString())) ?? {})
      .filter(([, { at }]) => time - at < MEMORY_IN_MINUTES * 60)
      .sort(([, a], [, b]) => a.at - b.at);
  return {
    async recall(ctx) {
      const person = personOf(ctx);
      if (person === undefined) return undefined;
      const key = placeKey(ctx);
      return (await read(person, timeOf(ctx, now))).find(([place]) => place === key)?.[1];
    },
    async keep(ctx, text, shown = 0) {
      const person = personOf(ctx);
      const key = placeKey(ctx);
      if (person === undefined || key === undefined) return;
      const at = timeOf(ctx, now);
      const others = (await read(person, at)).filter(([place]) => place !== key);
      const places = [...others, [key, { text, at, shown }] as const].slice(-MOST_PLACES);
      await storage.write(person.toString(), Object.fromEntries(places));
    },
    async forget(person) {
      await storage.delete(person.toString());
    },
  };
}

/** The person whom an update comes from. A group or a channel in whose name somebody writes may be several. */
function personOf(ctx: Context): number | undefined {
  const message = ctx.message ?? ctx.editedMessage;
  return message?.sender_chat === undefined ? ctx.from?.id : undefined;
}

function timeOf(ctx: Context, now: () => number): number {
  const message = ctx.message ?? ctx.editedMessage;
  return message === undefined ? Math.floor(now() / 1000) : (message.edit_date ?? message.date);
}

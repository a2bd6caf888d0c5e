import type { Context, StorageAdapter } from 'grammy';

import { placeKey, timeOf } from './place.ts';

/** So long a question can be leaned on by another one of the same asker in the same place. */
export const MEMORY_IN_MINUTES = 15;
/** Answers to so many questions in a place change when the question is edited. */
const MOST_ANSWERS = 10;
/** Of more chats and topics at a time than these, those without a question for the longest time are forgotten. */
const MOST_PLACES = 20;

/** The last question of somebody in a chat and topic. */
export interface LastQuestion {
  readonly text: string;
  /** When it was asked, in seconds since 1970, by Telegram's clock. */
  readonly at: number;
  /** The id of the notice that answered it, or the one before; missing where none did. */
  readonly reading?: string | undefined;
  /** How many next best sentences were shown since. */
  readonly shown: number;
  /** The question that it was asked after, or null. */
  readonly before: string | null;
  /** The ids of the last few messages there that were answered, each with that of its answer; the newest last. */
  readonly answers: readonly (readonly [asked: number, answer: number])[];
}

/** What is stored of an asker, under the Telegram id: the last question of each place. */
export type Remembered = Readonly<Record<string, LastQuestion>>;

/** Remembers the last question of each person in each chat and topic, for a quarter of an hour. */
export interface Memory {
  /** The last question of the one whom an update comes from, where it was asked in the same place and not long ago. */
  recall(ctx: Context): Promise<LastQuestion | undefined>;
  /**
   * Keeps a question as the last one.
   *
   * @param answer the id of the message that answers it
   * @param reading the id of the notice that it was answered from
   */
  keep(ctx: Context, question: string, answer: number | undefined, reading?: string): Promise<void>;
  /** Changes what is kept of the last question. */
  change(ctx: Context, changes: Partial<LastQuestion>): Promise<void>;
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
  const write = async (ctx: Context, make: (last: LastQuestion | undefined) => LastQuestion | undefined) => {
    const person = personOf(ctx);
    const key = placeKey(ctx);
    if (person === undefined || key === undefined) return;
    const places = await read(person, timeOf(ctx, now));
    const made = make(places.find(([place]) => place === key)?.[1]);
    if (made === undefined) return;
    const kept = [...places.filter(([place]) => place !== key), [key, made] as const].slice(-MOST_PLACES);
    await storage.write(person.toString(), Object.fromEntries(kept));
  };
  return {
    async recall(ctx) {
      const person = personOf(ctx);
      if (person === undefined) return undefined;
      const key = placeKey(ctx);
      return (await read(person, timeOf(ctx, now))).find(([place]) => place === key)?.[1];
    },
    keep(ctx, text, answer, reading) {
      const asked = ctx.message?.message_id;
      return write(ctx, (last) => ({
        text,
        at: timeOf(ctx, now),
        ...reads(reading ?? last?.reading),
        shown: 0,
        before: last?.text ?? null,
        answers: [
          ...(last?.answers ?? []),
          ...(asked === undefined || answer === undefined ? [] : [[asked, answer] as const]),
        ].slice(-MOST_ANSWERS),
      }));
    },
    change(ctx, changes) {
      return write(ctx, (last) => (last === undefined ? undefined : { ...last, ...changes }));
    },
    async forget(person) {
      await storage.delete(person.toString());
    },
  };
}

/** Nothing is stored of what is not read: undefined does not survive JSON. */
function reads(reading: string | undefined): Pick<LastQuestion, 'reading'> {
  return reading === undefined ? {} : { reading };
}

/** The person whom an update comes from. A group or a channel in whose name somebody writes may be several. */
function personOf(ctx: Context): number | undefined {
  const message = ctx.message ?? ctx.editedMessage;
  return message?.sender_chat === undefined ? ctx.from?.id : undefined;
}

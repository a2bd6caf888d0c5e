import type { StorageAdapter } from 'grammy';

/** The conversations of everybody, and which of them are somebody's. */
export interface ConversationsByAsker<T> {
  readonly adapter: StorageAdapter<T>;
  /** Deletes all conversations of somebody, in whichever chat. */
  forget(asker: number): Promise<void>;
}

/**
 * Keeps beside conversations which keys are each asker's, as long as there is a conversation under them: a storage
 * cannot be asked for all that is somebody's.
 */
export function conversationsByAsker<T>(
  storage: StorageAdapter<T>,
  keysOf: StorageAdapter<readonly string[]>,
): ConversationsByAsker<T> {
  const read = async (asker: string) => (await keysOf.read(asker)) ?? [];
  return {
    adapter: {
      read: (key) => storage.read(key),
      async write(key, conversation) {
        const asker = askerIn(key);
        const others = (await read(asker)).filter((other) => other !== key);
        // Also where it is known, so that it is not known for a shorter time than the conversation is kept.
        await keysOf.write(asker, [...others, key]);
        await storage.write(key, conversation);
      },
      async delete(key) {
        await storage.delete(key);
        const asker = askerIn(key);
        const keys = (await read(asker)).filter((other) => other !== key);
        if (keys.length === 0) await keysOf.delete(asker);
        else await keysOf.write(asker, keys);
      },
    },
    async forget(asker) {
      for (const key of await read(asker.toString())) await storage.delete(key);
      await keysOf.delete(asker.toString());
    },
  };
}

/** The asker is the last part of a conversation's key. */
function askerIn(key: string): string {
  return key.slice(key.lastIndexOf(':') + 1);
}

import { join } from 'node:path';

import { ConfigError, type TelegramConfig } from '../config.ts';
import { openFileInbox } from '../delivery/file-inbox.ts';
import type { Inbox } from '../delivery/inbox.ts';
import { openRedisInbox } from '../delivery/redis-inbox.ts';
import { createFileStorage, type FileStorage } from './files.ts';
import { connectRedis, createRedisStorage, RedisRefusal } from './redis.ts';
import type { Storage } from './storage.ts';

/** How often what has outlived its time is deleted from files. */
const SWEEP_MS = 60_000;

/** All that outlives a process. */
export interface State {
  /**
   * Opens the storage of one kind of state; there must be only one of each.
   *
   * @param lifetimeMs how long a value is kept after it was written; for good where it is left out
   */
  readonly storage: <T>(name: string, lifetimeMs?: number) => Storage<T>;
  readonly inbox: Inbox;
  /** Whether it can be read and written at the moment. */
  isThere(): boolean;
  close(): Promise<void>;
}

/**
 * Opens the state in Redis where REDIS_URL names one, and in files in STATE_DIR otherwise. While Redis is away it
 * waits.
 *
 * @param warn told what was set aside, and that Redis is away
 * @param stop ends the waiting
 * @throws ConfigError when STATE_DIR cannot be used or Redis refuses REDIS_URL; the signal's reason
 */
export async function openState(
  { stateDir, redisUrl, token }: TelegramConfig,
  warn: (message: string) => void,
  stop: AbortSignal,
): Promise<State> {
  if (redisUrl !== null) return openRedis(redisUrl, token, warn, stop);
  const inbox = await openFileInbox(join(stateDir, 'inbox'), warn).catch((error: unknown) => {
    throw new ConfigError(
      `STATE_DIR cannot be used (${reasonOf(error)}). Name a folder that the bot may write to.`,
    );
  });
  const opened: FileStorage<unknown>[] = [];
  const sweeping = setInterval(() => {
    for (const storage of opened) {
      storage.sweep().catch((error: unknown) => {
        warn(`What has outlived its time cannot be deleted (${reasonOf(error)}).`);
      });
    }
  }, SWEEP_MS).unref();
  return {
    storage<T>(name: string, lifetimeMs?: number) {
      const storage = createFileStorage<T>(join(stateDir, `${name}.jsonl`), warn, lifetimeMs);
      opened.push(storage);
      return storage;
    },
    inbox,
    isThere: () => true,
    close() {
      clearInterval(sweeping);
      return inbox.close();
    },
  };
}

async function openRedis(
  url: string,
  token: string,
  warn: (message: string) => void,
  stop: AbortSignal,
): Promise<State> {
  const onWait = (error: Error) => {
    warn(`Redis cannot be reached (${error.message}); trying again.`);
  };
  const redis = await connectRedis(url, onWait, stop).catch((error: unknown) => {
    if (!(error instanceof RedisRefusal)) throw error;
    throw new ConfigError(
      `Redis does not accept REDIS_URL (${error.message}). Correct its user and password.`,
    );
  });
  // Several bots may share a Redis.
  const prefix = `notice-bot:${token.split(':', 1).join('')}:`;
  const inbox = openRedisInbox(redis, prefix, warn);
  return {
    storage: (name, lifetimeMs) => createRedisStorage(redis, `${prefix}${name}:`, warn, lifetimeMs),
    inbox,
    isThere: () => redis.isReady,
    async close() {
      if (redis.isReady) await inbox.close();
      redis.destroy();
    },
  };
}

/** Why a file cannot be used, such as ENOSPC. */
function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

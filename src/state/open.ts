import { join } from 'node:path';

import { ConfigError, type TelegramConfig } from '../config.ts';
import { openFileInbox } from '../delivery/file-inbox.ts';
import type { Inbox } from '../delivery/inbox.ts';
import { openRedisInbox } from '../delivery/redis-inbox.ts';
import { createFileStorage } from './files.ts';
import { connectRedis, createRedisStorage, RedisRefusal } from './redis.ts';
import type { Storage } from './storage.ts';

/** All that outlives a process. */
export interface State {
  readonly storage: <T>(name: string) => Storage<T>;
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
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new ConfigError(`STATE_DIR cannot be used (${reason}). Name a folder that the bot may write to.`);
  });
  return {
    storage: (name) => createFileStorage(join(stateDir, name), warn),
    inbox,
    isThere: () => true,
    close: () => inbox.close(),
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
    storage: (name) => createRedisStorage(redis, `${prefix}${name}:`, warn),
    inbox,
    isThere: () => redis.isReady,
    async close() {
      if (redis.isReady) await inbox.close();
      redis.destroy();
    },
  };
}

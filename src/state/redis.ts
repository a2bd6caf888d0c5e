import { createClient } from '@redis/client';

import { pack, unpack, type Storage } from './storage.ts';

/** A connection to Redis that comes back by itself. */
export type Redis = ReturnType<typeof createClient>;

const LONGEST_WAIT_MS = 10_000;
/** Answers of Redis to a wrong name, password or database, which waiting does not change. */
const REFUSALS = /WRONGPASS|NOAUTH|NOPERM|invalid username-password|DB index is out of range/;

/** Redis does not accept REDIS_URL. The message is Redis' own, and holds neither the address nor the password. */
export class RedisRefusal extends Error {
  override readonly name = 'RedisRefusal';
}

/**
 * Connects to Redis, and waits while it is away, now and later: commands are made when it is back.
 *
 * @param onWait told what is wrong, at every try
 * @param stop ends the waiting
 * @throws RedisRefusal, or the signal's reason
 */
export async function connectRedis(
  url: string,
  onWait: (error: Error) => void,
  stop: AbortSignal,
): Promise<Redis> {
  const client: Redis = createClient({
    url,
    socket: {
      reconnectStrategy: (tries, cause) =>
        REFUSALS.test(cause.message)
          ? new RedisRefusal(cause.message)
          : Math.min(100 * 2 ** tries, LONGEST_WAIT_MS),
    },
  });
  client.on('error', (error: Error) => {
    if (!REFUSALS.test(error.message)) onWait(error);
  });
  const giveUp = () => {
    client.destroy();
  };
  stop.addEventListener('abort', giveUp);
  try {
    await client.connect();
    return client;
  } catch (error) {
    stop.throwIfAborted();
    if (error instanceof Error && REFUSALS.test(error.message)) throw new RedisRefusal(error.message);
    throw error;
  } finally {
    stop.removeEventListener('abort', giveUp);
  }
}

/**
 * A storage of one string a key in Redis, under a prefix. Whatever else is found in a value's place is set aside
 * as `<key>:broken`, and its key counts as never written.
 *
 * @param prefix such as `notice-bot:7:preferences:`
 * @param warn called with what was set aside
 * @param lifetimeMs how long a value is kept after it was written; for good where it is left out
 */
export function createRedisStorage<T>(
  redis: Redis,
  prefix: string,
  warn: (message: string) => void,
  lifetimeMs?: number,
): Storage<T> {
  const options = lifetimeMs === undefined ? {} : { expiration: { type: 'PX', value: lifetimeMs } as const };
  async function setAside(name: string): Promise<void> {
    await redis.rename(name, `${name}:broken`);
    warn(
      `The Redis key ${name} is not of this program and was set aside as ${name}:broken; what it kept begins anew`,
    );
  }
  return {
    async read(key) {
      const name = `${prefix}${key}`;
      const json = await redis.get(name).catch((error: unknown) => {
        if (error instanceof Error && error.message.startsWith('WRONGTYPE')) return '';
        throw error;
      });
      if (json === null) return undefined;
      const packed = unpack(json);
      if (packed !== undefined) return packed.value as T;
      await setAside(name);
      return undefined;
    },
    async write(key, value) {
      await redis.set(`${prefix}${key}`, pack(value), options);
    },
    async delete(key) {
      await redis.del(`${prefix}${key}`);
    },
  };
}

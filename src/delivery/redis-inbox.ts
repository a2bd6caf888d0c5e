import { randomUUID } from 'node:crypto';
import type { Update } from 'grammy/types';

import type { Redis } from '../state/redis.ts';
import { MOST_TRIES, type Inbox } from './inbox.ts';

/** Telegram does not deliver an update for longer than a day. */
const REMEMBERED_SECONDS = 2 * 24 * 3600;
/** An instance that has not renewed its claims for so long is gone. */
const CLAIM_MS = 20_000;
const RENEWAL_MS = 5000;

/** Keeps and claims an update unless it is there or was handled. 1 when it did. */
const ACCEPT = `
  if redis.call('EXISTS', KEYS[1]) == 1 then return 0 end
  if redis.call('HSETNX', KEYS[2], ARGV[1], ARGV[2]) == 0 then return 0 end
  redis.call('SET', KEYS[3], ARGV[3], 'PX', ARGV[4])
  return 1`;

/**
 * An inbox in Redis, for several instances of the bot. Each claims what it has in hand for a short time and renews
 * that while it lives; when it is gone, another reclaims it.
 *
 * @param prefix such as `notice-bot:7:`
 * @param warn called with what was given up
 */
export function openRedisInbox(redis: Redis, prefix: string, warn: (message: string) => void): Inbox {
  const instance = randomUUID();
  const inHand = new Set<number>();
  const inbox = `${prefix}inbox`;
  const tries = `${prefix}inbox:tries`;
  const handledKey = (id: number | string) => `${prefix}handled:${id}`;
  const claimKey = (id: number | string) => `${prefix}claim:${id}`;

  const renewal = setInterval(() => {
    // Where Redis is away the claims end, and so does all that could be done about it.
    for (const id of inHand) {
      redis
        .set(claimKey(id), instance, { expiration: { type: 'PX', value: CLAIM_MS } })
        .catch(() => undefined);
    }
  }, RENEWAL_MS).unref();

  async function forget(id: number | string): Promise<void> {
    await redis
      .multi()
      .set(handledKey(id), '1', { expiration: { type: 'EX', value: REMEMBERED_SECONDS } })
      .hDel(inbox, String(id))
      .hDel(tries, String(id))
      .del(claimKey(id))
      .exec();
  }

  return {
    async accept(updates) {
      const accepted = await Promise.all(
        updates.map(async (update) => {
          const id = String(update.update_id);
          const isFresh = await redis.eval(ACCEPT, {
            keys: [handledKey(id), inbox, claimKey(id)],
            arguments: [id, JSON.stringify(update), instance, String(CLAIM_MS)],
          });
          return isFresh === 1;
        }),
      );
      const fresh = updates.filter((_, index) => accepted[index]);
      for (const { update_id: id } of fresh) inHand.add(id);
      return fresh;
    },
    async done({ update_id: id }) {
      inHand.delete(id);
      await forget(id);
    },
    async reclaim() {
      const again: Update[] = [];
      const ids = (await redis.hKeys(inbox)).map(Number).sort((a, b) => a - b);
      for (const id of ids) {
        const claim = { condition: 'NX', expiration: { type: 'PX', value: CLAIM_MS } } as const;
        if (inHand.has(id) || (await redis.set(claimKey(id), instance, claim)) === null) continue;
        const json = await redis.hGet(inbox, String(id));
        // Another instance has handled it since the list was made.
        if (json === null) {
          await redis.del(claimKey(id));
          continue;
        }
        if ((await redis.hIncrBy(tries, String(id), 1)) > MOST_TRIES) {
          warn(`The update ${id} was given up: an instance was ended with it ${MOST_TRIES} times.`);
          await forget(id);
          continue;
        }
        inHand.add(id);
        again.push(JSON.parse(json) as Update);
      }
      return again;
    },
    async close() {
      clearInterval(renewal);
      await Promise.all([...inHand].map((id) => redis.del(claimKey(id))));
    },
  };
}

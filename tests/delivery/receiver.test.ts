import type { Update } from 'grammy/types';
import { describe, expect, it } from 'vitest';

import type { Inbox } from '../../src/delivery/inbox.ts';
import { createReceiver } from '../../src/delivery/receiver.ts';
import { deferred } from './deferred.ts';

const update = (id: number, chat = id): Update =>
  ({ update_id: id, message: { chat: { id: chat } } }) as never;

/** A receiver over an inbox in memory; `handle` is what the bot does. */
function world(handle: (id: number) => Promise<void>, left: readonly Update[] = []) {
  const known = new Set<number>();
  const done: number[] = [];
  const events: string[] = [];
  const halt = new AbortController();
  const inbox: Inbox = {
    accept: (updates) => {
      const fresh = updates.filter(({ update_id: id }) => !known.has(id));
      for (const { update_id: id } of fresh) known.add(id);
      return Promise.resolve(fresh);
    },
    done: ({ update_id: id }) => {
      if (id === 13) return Promise.reject(new Error('the disk is full'));
      done.push(id);
      return Promise.resolve();
    },
    reclaim: () => Promise.resolve([...left]),
    close: () => Promise.resolve(),
  };
  const receiver = createReceiver({
    inbox,
    handle: ({ update_id: id }) => handle(id),
    halt: halt.signal,
    observer: {
      onHandled: ({ update_id: id }, _, error) =>
        events.push(`${id} ${error instanceof Error ? error.message : 'handled'}`),
      onDuplicates: (count) => events.push(`${count} again`),
      onInboxError: (error) => events.push((error as Error).message),
    },
  });
  return { receiver, done, events, halt };
}

describe('the receiver', () => {
  it('handles what is new, says what is not, and notes what is done', async () => {
    const { receiver, done, events } = world(() => Promise.resolve());
    const first = await receiver.receive([update(1), update(2)]);
    await first.handled;
    await (
      await receiver.receive([update(2), update(3)])
    ).handled;
    expect(done).toEqual([1, 2, 3]);
    expect(events).toEqual(['1 handled', '2 handled', '1 again', '3 handled']);
  });

  it('counts a failure as handled, so that it does not come again', async () => {
    const { receiver, done, events } = world(() => Promise.reject(new Error('a fault')));
    await (
      await receiver.receive([update(1)])
    ).handled;
    expect(done).toEqual([1]);
    expect(events).toEqual(['1 a fault']);
  });

  it('goes on where it cannot be noted that an update is done', async () => {
    const { receiver, events } = world(() => Promise.resolve());
    await (
      await receiver.receive([update(13, 1), update(14, 1)])
    ).handled;
    expect(events).toEqual(['13 handled', 'the disk is full', '14 handled']);
    expect(receiver.inHand).toBe(0);
  });

  it('takes over what another process has left', async () => {
    const { receiver, done } = world(() => Promise.resolve(), [update(4), update(5)]);
    await receiver.reclaim();
    await receiver.downTo(0);
    expect(done).toEqual([4, 5]);
  });

  it('leaves undone what the halt has cut short and what had not begun', async () => {
    const { promise, resolve } = deferred();
    const begun: number[] = [];
    const { receiver, done, halt } = world(async (id) => {
      begun.push(id);
      await promise;
    });
    await receiver.receive([update(1, 7), update(2, 7), update(3, 8)]);
    expect(receiver.inHand).toBe(3);
    await new Promise(setImmediate);
    halt.abort();
    resolve();
    await receiver.downTo(0);
    expect(begun).toEqual([1, 3]);
    expect(done).toEqual([]);
  });
});

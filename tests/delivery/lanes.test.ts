import { describe, expect, it } from 'vitest';

import { createLanes, laneOf } from '../../src/delivery/lanes.ts';
import { deferred } from './deferred.ts';

/** A task that ends when it is told to. */
function task(name: string, log: string[]) {
  const { promise, resolve, reject } = deferred();
  const run = async () => {
    log.push(`${name} begins`);
    await promise;
    log.push(`${name} ends`);
  };
  return { run, end: resolve, fail: reject };
}

describe('lanes', () => {
  it('run the tasks of one lane in order and those of others meanwhile', async () => {
    const log: string[] = [];
    const lanes = createLanes();
    const [first, second, other] = [task('first', log), task('second', log), task('other', log)];
    const done = [lanes.run(1, first.run), lanes.run(1, second.run), lanes.run(2, other.run)];
    other.end();
    await done[2];
    second.end();
    first.end();
    await Promise.all(done);
    expect(log).toEqual([
      'first begins',
      'other begins',
      'other ends',
      'first ends',
      'second begins',
      'second ends',
    ]);
  });

  it('go on after a task that fails', async () => {
    const log: string[] = [];
    const lanes = createLanes();
    const [first, second] = [task('first', log), task('second', log)];
    const failing = expect(lanes.run(1, first.run)).rejects.toThrow('a fault');
    const next = lanes.run(1, second.run);
    first.fail(new Error('a fault'));
    second.end();
    await failing;
    await next;
    expect(log.at(-1)).toBe('second ends');
  });
});

describe('the lane of an update', () => {
  const chat = { id: -100, type: 'group', title: 'A' };
  const from = { id: 7, is_bot: false, first_name: 'A' };

  it.each([
    ['a message', { message: { chat, from } }, -100],
    ['an edited channel post', { edited_channel_post: { chat } }, -100],
    ['a tap on a button', { callback_query: { from, message: { chat } } }, -100],
    ['a tap in a chat that the bot is not in', { callback_query: { from, inline_message_id: '1' } }, 7],
    ['a question inline', { inline_query: { from } }, 7],
    ['being put out of a group', { my_chat_member: { chat, from } }, -100],
    ['a reaction', { message_reaction: { chat, user: from } }, -100],
  ])('is for %s its chat, or the person where there is none', (_, update, lane) => {
    expect(laneOf({ update_id: 1, ...update } as never)).toBe(lane);
  });

  it('is one of its own where nothing is known of it', () => {
    expect(laneOf({ update_id: 1 })).not.toBe(laneOf({ update_id: 2 }));
  });
});

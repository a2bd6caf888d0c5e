import { beforeAll, describe, expect, it } from 'vitest';

import type { Answerer } from '../../src/answer/index.ts';
import { firstNoticeAnswerer } from '../support/answerers.ts';
import { World, type Person } from '../support/world.ts';

let answerer: Answerer;
beforeAll(async () => {
  answerer = await firstNoticeAnswerer();
});

/** Somebody of whom everything is kept that can be, in several chats. */
async function wellKnown(world: World, name: string): Promise<Person> {
  const person = world.person(name, 'zh-hant');
  const room = person.in(world.group());
  await person.alone.says('/script 繁體');
  await person.alone.says('海寧是什麼產業?');
  await person.alone.says('/county');
  await room.says('/ask 平湖是什麼產業?');
  await room.says('/initiative');
  return person;
}

describe('/forget', () => {
  it('deletes all that is kept of the asker, in every chat, and says so', async () => {
    const world = new World(answerer);
    const anne = await wellKnown(world, 'Anne');
    expect(world.storages.entries.size).toBeGreaterThan(4);
    await anne.alone.says('/forget');
    anne.alone.hears('已刪除');
    expect([...world.storages.entries]).toEqual([]);
    await anne.alone.says('那桐鄉呢');
    expect(anne.alone.reply.text).not.toContain('理解為');
  });

  it('deletes nothing of anybody else', async () => {
    const world = new World(answerer);
    const anne = await wellKnown(world, 'Anne');
    const before = [...world.storages.entries];
    const bob = await wellKnown(world, 'Bob');
    await bob.alone.says('/forget');
    expect([...world.storages.entries]).toEqual(before);
    await anne.alone.says('海寧');
    anne.alone.hears('經編');
  });

  it('is done to whoever blocks the bot too', async () => {
    const world = new World(answerer);
    const anne = await wellKnown(world, 'Anne');
    await world.putInto(anne.alone.chat, anne, { from: 'member', to: 'kicked' });
    expect([...world.storages.entries]).toEqual([]);
  });
});

describe('which conversations are somebody’s', () => {
  it('is kept only as long as there are any', async () => {
    const world = new World(answerer);
    const anne = world.person('Anne', 'zh-hant');
    const room = anne.in(world.group());
    await anne.alone.says('/county');
    await room.says('/county');
    expect(world.storages.keysOf('conversation-keys')).toHaveLength(1);
    await anne.alone.says('/cancel');
    expect(world.storages.keysOf('conversation-keys')).toHaveLength(1);
    await room.says('/cancel');
    expect([...world.storages.entries]).toEqual([]);
  });
});

it('/privacy says what is kept, for how long, and how to have it deleted', async () => {
  const anne = new World(answerer).person('Anne', 'en').alone;
  await anne.says('/privacy');
  anne.hears(
    'the script that you chose',
    'conversation',
    'your last question',
    'not used any more after 15 minutes',
    'messages that I am still answering',
    '/forget',
  );
});

import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { BotError } from 'grammy';

import type { Answerer } from '../../src/answer/index.ts';
import { firstNoticeAnswerer } from '../support/answerers.ts';
import { BOT } from '../support/fake-telegram.ts';
import { anyUpdate, CHATS, mutated } from '../support/updates.ts';
import { World } from '../support/world.ts';

/** Set FUZZ_UPDATES to 100000 for a long run. */
const UPDATES = Number(process.env['FUZZ_UPDATES'] ?? 600);
/** Updates that one bot gets in a row, so that conversations and memory are reached. */
const IN_A_ROW = 20;

let answerer: Answerer;
beforeAll(async () => {
  answerer = await firstNoticeAnswerer();
});

/** What an update of a well-behaved Telegram may never cause: any error at all. */
async function receive(world: World, update: object): Promise<void> {
  for (const { id } of [update as { id?: string }, ...(Object.values(update) as { id?: string }[])]) {
    if (id === undefined) continue;
    world.telegram.openTaps.add(id);
    world.telegram.openQueries.add(id);
  }
  try {
    await world.receive(update);
  } catch (error) {
    // Its context is too long to print.
    throw error instanceof BotError ? error.error : error;
  }
}

function worldWithChats(): World {
  const world = new World(answerer);
  for (const { id, type, isForum } of CHATS) {
    world.telegram.openChat(id, type, isForum).topics.add(50).add(60);
  }
  return world;
}

it(
  'no update that Telegram may send is refused a reply, or fails',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyUpdate, { minLength: IN_A_ROW, maxLength: IN_A_ROW }), async (updates) => {
        const world = worldWithChats();
        for (const update of updates) await receive(world, update);
        // The messages that the buttons stand under are not there.
        const refusals = world.telegram.refusals.filter((reason) => !reason.includes('to edit not found'));
        expect(refusals).toEqual([]);
        expect(world.log.filter(({ level }) => level === 'error')).toEqual([]);
      }),
      { numRuns: Math.ceil(UPDATES / 2 / IN_A_ROW) },
    );
  },
  60_000 + UPDATES * 100,
);

it(
  'no mangled update is answered beyond Telegram’s limits, or gets out of the bot as an error',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(mutated, { minLength: IN_A_ROW, maxLength: IN_A_ROW }), async (updates) => {
        const world = worldWithChats();
        for (const update of updates) await receive(world, update);
        // What a mangled update names may not be there; no reply may be malformed all the same.
        const isAbout = /chat not found|thread not found|to be replied|to edit|query is too old|to react/;
        expect(world.telegram.refusals.filter((reason) => !isAbout.test(reason))).toEqual([]);
        expect(world.bot.botInfo).toEqual(BOT);
      }),
      { numRuns: Math.ceil(UPDATES / 2 / IN_A_ROW) },
    );
  },
  60_000 + UPDATES * 100,
);

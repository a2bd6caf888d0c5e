import { beforeAll, describe, expect, it } from 'vitest';

import type { Answerer } from '../../src/answer/index.ts';
import { firstNoticeAnswerer } from '../support/answerers.ts';
import { NOW, World } from '../support/world.ts';

let answerer: Answerer;
beforeAll(async () => {
  answerer = await firstNoticeAnswerer();
});

function setting() {
  const world = new World(answerer);
  const anne = world.person('Anne', 'zh-hant');
  return { world, anne, alone: anne.alone, sends: () => world.telegram.callsOf('sendMessage').length };
}

describe('an edited question', () => {
  it('has its answer edited, with the buttons', async () => {
    const { alone, sends } = setting();
    const asked = await alone.says('海寧是什麼產業?');
    const answer = alone.reply;
    await alone.edits(asked, '平湖是什麼產業?');
    alone.hears('箱包');
    expect(alone.reply.message_id).toBe(answer.message_id);
    expect(alone.buttons).toContain('看整段');
    expect(sends()).toBe(1);
  });

  it('may be an earlier one, and one from before a restart', async () => {
    const { alone, world, sends } = setting();
    const asked = await alone.says('海寧是什麼產業?');
    const answer = alone.reply;
    await alone.says('嘉善是什麼產業?');
    world.restart();
    await alone.edits(asked, '平湖是什麼產業?');
    expect(alone.reply.message_id).toBe(answer.message_id);
    expect(sends()).toBe(2);
  });

  it('is completed as before, and is what the next follow-up leans on', async () => {
    const { alone } = setting();
    await alone.says('海寧是什麼產業?');
    const slip = await alone.says('那杭州呢');
    await alone.edits(slip, '那平湖呢');
    alone.hears('箱包', '理解為：平湖是什麼產業?');
    await alone.says('那桐鄉呢');
    alone.hears('羊毛衫', '理解為：桐鄉是什麼產業?');
  });

  it('in a group has the answer edited too', async () => {
    const { anne, world, sends } = setting();
    const seat = anne.in(world.group());
    const asked = await seat.says('/ask 海寧是什麼產業?');
    await seat.edits(asked, '/ask 平湖是什麼產業?');
    seat.hears('箱包');
    expect(sends()).toBe(1);
  });

  it('that says the same as before leaves the answer as it is, without a fault', async () => {
    const { alone, world } = setting();
    const asked = await alone.says('海寧是什麼產業?');
    await alone.edits(asked, '海寧是什麼產業?');
    alone.hearsNothing();
    expect(world.log.filter(({ level }) => level !== 'info')).toEqual([]);
  });

  it('whose answer was deleted is left alone', async () => {
    const { alone, world } = setting();
    const asked = await alone.says('海寧是什麼產業?');
    alone.chat.messages.delete(alone.reply.message_id);
    await alone.edits(asked, '平湖是什麼產業?');
    alone.hearsNothing();
    expect(world.log.filter(({ level }) => level !== 'info')).toEqual([]);
  });
});

describe('an edit does nothing', () => {
  it('of a command, not even of /county, which would ask once more', async () => {
    const { alone, sends } = setting();
    const asked = await alone.says('/county 海寧');
    await alone.edits(asked, '/county 平湖');
    await alone.edits(asked, '/county');
    alone.hearsNothing();
    expect(sends()).toBe(1);
  });

  it('of a message that was not answered', async () => {
    const { anne, world, sends } = setting();
    const seat = anne.in(world.group());
    const said = await seat.says('海寧是什麼產業?');
    await seat.edits(said, '/ask 海寧是什麼產業?');
    seat.hearsNothing();
    expect(sends()).toBe(0);
  });

  it('a quarter of an hour after the last question', async () => {
    const { alone } = setting();
    const asked = await alone.says('海寧是什麼產業?');
    await alone.edits(asked, '平湖是什麼產業?', { edit_date: NOW + 15 * 60 });
    alone.hearsNothing();
  });

  it('to a waiting conversation', async () => {
    const { alone } = setting();
    const asked = await alone.says('海寧是什麼產業?');
    await alone.says('/county');
    await alone.edits(asked, '平湖');
    alone.hears('箱包');
    await alone.says('海寧');
    alone.hears('經編');
  });
});

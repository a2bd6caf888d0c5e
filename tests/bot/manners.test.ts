import { describe, expect, it } from 'vitest';

import { answerOf, fakeAnswerer, noticeOf, quoteOf } from '../support/answerers.ts';
import { BOT } from '../support/fake-telegram.ts';
import { NOW, World } from '../support/world.ts';
import type { BotDependencies } from '../../src/bot/index.ts';

const NOTICE = noticeOf('n', '嘉興樹立質量標桿', '2021-03-16', '海寧經編，是特色產業。');

function setting(changes: Partial<BotDependencies> = {}) {
  const replies = { '海寧?': answerOf(quoteOf(NOTICE, '經編'), { shortAnswer: '經編' }) };
  const world = new World(fakeAnswerer({ notices: [NOTICE], replies }), changes);
  return { world, room: world.group(), anne: world.person('Anne', 'zh-hant'), bob: world.person('Bob') };
}

describe('put into a group, the bot', () => {
  it('says how to ask and what privacy mode keeps from it', async () => {
    const { world, room, anne } = setting();
    const [greeting, ...more] = await world.putInto(room, anne);
    expect(more).toEqual([]);
    expect(greeting?.text).toContain('用 /ask 或者回覆我的訊息');
    expect(greeting?.text).toContain('只提到 @Notice_Bot，我不一定收得到');
  });

  it('does not speak of privacy mode where it hears all', async () => {
    const botInfo = { ...BOT, can_read_all_group_messages: true };
    const { world, room, anne } = setting({ botInfo });
    expect((await world.putInto(room, anne))[0]?.text).not.toContain('Telegram');
    const other = setting();
    const [greeting] = await other.world.putInto(other.room, other.anne, { to: 'administrator' });
    expect(greeting?.text).not.toContain('Telegram');
  });

  it('greets once a group, whoever puts it in again and after a restart', async () => {
    const { world, room, anne, bob } = setting();
    await world.putInto(room, anne);
    world.restart();
    expect(await world.putInto(room, anne, { from: 'member', to: 'left' })).toEqual([]);
    expect(await world.putInto(room, bob, { from: 'kicked' })).toEqual([]);
    expect(await world.putInto(room, bob, { from: 'member', to: 'administrator' })).toEqual([]);
    expect(await world.putInto(world.group(), anne)).toHaveLength(1);
  });

  it('speaks the script of the group’s title, and else the language of who put it in', async () => {
    const { world, anne, bob } = setting();
    expect((await world.putInto(world.group(), bob, { title: '质量小组' }))[0]?.text).toContain(
      '大家好！用 /ask 或者回复',
    );
    expect((await world.putInto(world.group(), anne))[0]?.text).toContain('回覆');
    expect((await world.putInto(world.group(), bob))[0]?.text).toContain('Hello!');
  });

  it('says nothing to a channel or to somebody who opens a private chat', async () => {
    const { world, anne } = setting();
    expect(anne.alone.heard).toEqual([]);
    expect(await world.putInto(anne.alone.chat, anne, { from: 'kicked' })).toEqual([]);
  });

  it('takes it quietly where it may not write', async () => {
    const { world, room, anne } = setting();
    room.isClosed = true;
    await world.putInto(room, anne);
    expect(world.log.filter(({ level }) => level !== 'info')).toEqual([]);
  });
});

describe('who asks too much in a minute', () => {
  const pace = { perPerson: 3, perGroup: 5 };

  it('is told once, and answered again when the minute is over', async () => {
    const { anne } = setting({ pace });
    for (let i = 0; i < 3; i++) {
      await anne.alone.says('海寧?');
      anne.alone.hears('經編');
    }
    await anne.alone.says('海寧?', { extra: { date: NOW + 20 } });
    anne.alone.hears('請過 40 秒再問');
    await anne.alone.says('海寧?', { extra: { date: NOW + 59 } });
    anne.alone.hearsNothing();
    await anne.alone.says('海寧?', { extra: { date: NOW + 60 } });
    anne.alone.hears('經編');
  });

  it('does not take from the others', async () => {
    const { anne, bob, room } = setting({ pace });
    for (let i = 0; i < 10; i++) await anne.in(room).says('/ask 海寧?');
    await bob.in(room).says('/ask 海寧?');
    bob.in(room).hears('經編');
  });

  it('is told on the tap', async () => {
    const { anne } = setting({ pace });
    await anne.alone.says('/start');
    for (let i = 0; i < 2; i++) await anne.alone.taps('海寧是什麼產業?');
    await anne.alone.taps('海寧是什麼產業?');
    expect(anne.alone.tapAnswer).toEqual({
      text: expect.stringContaining('一下子問得太多了') as string,
      isAlert: true,
    });
    await anne.alone.taps('海寧是什麼產業?');
    expect(anne.alone.tapAnswer).toEqual({ text: '', isAlert: false });
  });

  it('may be a whole group; its own talk does not count', async () => {
    const { anne, world, room } = setting({ pace });
    for (let i = 0; i < 20; i++) await anne.in(room).says('海寧?');
    const people = Array.from({ length: 7 }, () => world.person('P', 'zh-hant').in(room));
    for (const seat of people) await seat.says('/ask 海寧?');
    expect(people.map(({ heard }) => heard[0]?.text?.slice(0, 4))).toEqual([
      ...Array<string>(5).fill('經編\n海'),
      '這個群組',
      undefined,
    ]);
  });

  it('may look through inline answers as before', async () => {
    const { anne } = setting({ pace });
    for (let i = 0; i < 10; i++) expect((await anne.queries('海寧?')).results).not.toEqual([]);
  });

  it('is anybody who sends more than forty, unless the operator wants it otherwise', async () => {
    const { world } = setting();
    world.restart({ pace: undefined as never });
    const seat = world.person('A', 'zh-hant').alone;
    for (let i = 0; i < 40; i++) await seat.says('海寧?');
    seat.hears('經編');
    await seat.says('海寧?');
    seat.hears('一下子問得太多了');
  });
});

describe('a quiet bot', () => {
  it('reacts in a group to what the notices do not answer', async () => {
    const { anne, room } = setting({ isQuietInGroups: true });
    const asked = await anne.in(room).says('/ask 天氣?');
    anne.in(room).hearsNothing();
    expect(room.reactions.get(asked.message_id)).toBe('🤷');
    await anne.in(room).says('/ask 海寧?');
    anne.in(room).hears('經編');
  });

  it('answers in words in private, and where a group allows no reactions', async () => {
    const { anne, room, world } = setting({ isQuietInGroups: true });
    await anne.alone.says('天氣?');
    anne.alone.hears('公告沒有回答');
    world.telegram.failNext('setMessageReaction', 400, 'Bad Request: REACTION_INVALID');
    await anne.in(room).says('/ask 天氣?');
    anne.in(room).hears('公告沒有回答');
  });

  it('is only what the operator asks for', async () => {
    const { anne, room } = setting();
    await anne.in(room).says('/ask 天氣?');
    anne.in(room).hears('公告沒有回答');
  });
});

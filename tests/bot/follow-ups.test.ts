import { beforeAll, describe, expect, it } from 'vitest';

import { createAnswerer, type Answerer } from '../../src/answer/index.ts';
import { createSegmenter } from '../../src/text/segmenter.ts';
import { firstNoticeAnswerer, noticeOf } from '../support/answerers.ts';
import { NOW, World } from '../support/world.ts';

let answerer: Answerer;
beforeAll(async () => {
  answerer = await firstNoticeAnswerer();
});

const UNDERSTOOD = '理解為：平湖是什麼產業?';
const MINUTE = 60;

function setting() {
  const world = new World(answerer);
  const anne = world.person('Anne', 'zh-hant');
  const bob = world.person('Bob', 'zh-hant');
  return { world, anne, bob, room: world.group() };
}

describe('a follow-up', () => {
  it('is completed from the asker’s last question, and the reply says how it was understood', async () => {
    const { anne } = setting();
    await anne.alone.says('海寧是什麼產業?');
    await anne.alone.says('那平湖呢?');
    anne.alone.hears('箱包', UNDERSTOOD);
    await anne.alone.says('那桐鄉呢?');
    anne.alone.hears('羊毛衫', '理解為：桐鄉是什麼產業?');
  });

  it('is understood in the asker’s own script', async () => {
    const { anne } = setting();
    await anne.alone.says('海宁是什么产业?');
    await anne.alone.says('那嘉善这边怎么样');
    await anne.alone.says('那海盐呢?');
    anne.alone.hears('理解为：');
  });

  it('is completed after a restart too', async () => {
    const { anne, world } = setting();
    await anne.alone.says('海寧是什麼產業?');
    world.restart();
    await anne.alone.says('那平湖呢?');
    anne.alone.hears(UNDERSTOOD);
  });

  it('leans on a question that a button asked', async () => {
    const { anne } = setting();
    await anne.alone.says('/start');
    await anne.alone.taps(/海寧是什麼產業|嘉善是什麼產業/);
    await anne.alone.says('那平湖呢?');
    anne.alone.hears(UNDERSTOOD);
  });

  it('does not lean on small talk in between', async () => {
    const { anne } = setting();
    await anne.alone.says('海寧是什麼產業?');
    await anne.alone.says('謝謝');
    await anne.alone.says('那平湖呢?');
    anne.alone.hears(UNDERSTOOD);
  });

  it('leans on nothing after a quarter of an hour, of which nothing is then kept', async () => {
    const { anne, world } = setting();
    await anne.alone.says('海寧是什麼產業?');
    const late = { date: NOW + 15 * MINUTE };
    await anne.alone.says('為什麼', { extra: late });
    expect(anne.alone.reply.text).not.toContain('理解為');
    expect(JSON.stringify([...world.storages.entries.values()])).not.toContain('海寧');
  });

  it('still leans on it shortly before', async () => {
    const { anne } = setting();
    await anne.alone.says('海寧是什麼產業?');
    await anne.alone.says('那平湖呢?', { extra: { date: NOW + 15 * MINUTE - 1 } });
    anne.alone.hears(UNDERSTOOD);
  });

  it('never leans on what somebody else has asked', async () => {
    const { anne, bob, room } = setting();
    await anne.in(room).says('/ask 海寧是什麼產業?');
    const answer = anne.in(room).reply;
    for (const options of [{}, { replyTo: answer }]) {
      await bob.in(room).says('@notice_bot 為什麼', options);
      expect(bob.in(room).reply.text).not.toContain('理解為');
      await bob.in(room).says('@notice_bot 還有呢', options);
      expect(bob.in(room).reply.text).not.toContain('另一句');
    }
    await anne.in(room).says('那平湖呢?', { replyTo: answer });
    anne.in(room).hears(UNDERSTOOD);
  });

  it('never leans on what was asked in another chat or topic', async () => {
    const { anne, world, room } = setting();
    const forum = world.group({ isForum: true });
    await anne.in(forum, 50).says('/ask 海寧是什麼產業?');
    for (const seat of [anne.alone, anne.in(room), anne.in(forum, 60)]) {
      await seat.says('/ask 為什麼');
      expect(seat.reply.text).not.toContain('理解為');
    }
    await anne.in(forum, 50).says('/ask 那平湖呢');
    anne.in(forum, 50).hears(UNDERSTOOD);
  });

  it('is completed from the asker’s own older message when it replies to that', async () => {
    const { anne, room } = setting();
    const first = await anne.in(room).says('/ask 海寧是什麼產業?');
    await anne.in(room).says('/ask 五個一是什麼?');
    await anne.in(room).says('@notice_bot 那平湖呢?', { replyTo: first });
    anne.in(room).hears(UNDERSTOOD);
  });

  it('is none of an anonymous administrator’s, who may be several people', async () => {
    const { anne, room } = setting();
    const anonymous = { sender_chat: { id: room.id, type: 'supergroup', title: 'A group' } };
    await anne.in(room).says('/ask 海寧是什麼產業?', { extra: anonymous });
    await anne.in(room).says('/ask 為什麼', { extra: anonymous });
    expect(anne.in(room).reply.text).not.toContain('理解為');
  });
});

describe('"還有呢"', () => {
  it('brings the next best sentence, each once, and says when there are no more', async () => {
    const { anne } = setting();
    await anne.alone.says('海寧是什麼產業?');
    const shown = new Set<string | undefined>();
    for (let i = 1; ; i++) {
      await anne.alone.says('還有呢');
      if (anne.alone.reply.text === '沒有別的可能有關的句子了。') break;
      anne.alone.hears(`另一句可能有關的話（${i}／`);
      expect(shown).not.toContain(anne.alone.reply.text);
      shown.add(anne.alone.reply.text);
    }
    expect(shown.size).toBeGreaterThan(1);
  });

  it('is an ordinary message where nothing was asked before', async () => {
    const { anne } = setting();
    await anne.alone.says('還有呢');
    expect(anne.alone.reply.text).not.toContain('另一句');
  });
});

it('of each asker no more than the last questions of twenty places are kept', async () => {
  const { anne, world } = setting();
  for (let i = 0; i < 25; i++) {
    await anne.in(world.group()).says('/ask 海寧是什麼產業?', { extra: { date: NOW + i } });
  }
  expect(world.storages.keysOf('questions')).toEqual([`questions/${anne.user.id}`]);
  const stored = JSON.parse(world.storages.entries.get(`questions/${anne.user.id}`) ?? '{}') as object;
  expect(Object.keys(stored)).toHaveLength(20);
});

describe('a question about the notice itself', () => {
  it('is about the one that was quoted last', async () => {
    const notices = [
      noticeOf('tea', '甲縣種茶通知', '發布日期：2021-03-16', '種茶面積為三百畝。'),
      noticeOf('silk', '乙縣養蠶通知', '發布日期：2022-03-16', '養蠶戶數為五十戶。'),
    ];
    const world = new World(createAnswerer({ notices, segmenter: createSegmenter(() => undefined) }));
    const [anne, bob] = [world.person('Anne', 'zh-hant'), world.person('Bob', 'zh-hant')];
    await anne.alone.says('種茶面積是多少?');
    anne.alone.hears('三百畝');
    await anne.alone.says('什麼時候發布的?');
    anne.alone.hears('2021-03-16');
    await bob.alone.says('什麼時候發布的?');
    bob.alone.hears('2022-03-16');
  });
});

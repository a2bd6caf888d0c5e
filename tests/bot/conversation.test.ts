import { afterEach, describe, expect, it, vi } from 'vitest';

import type { Answerer, Initiative } from '../../src/answer/index.ts';
import {
  answerOf,
  countyOf,
  fakeAnswerer,
  locate,
  noticeOf,
  quoteOf,
  rangeOf,
} from '../support/answerers.ts';
import { buttonsOf, World } from '../support/world.ts';

const NOTICE = noticeOf(
  'n',
  '嘉興樹立質量標桿',
  '2021-03-16',
  '海寧經編、平湖箱包，是特色產業。',
  '提出了“一個方案、一套標準”的兩個一工作模式。',
);
const HAINING = countyOf(NOTICE, '330481', '海寧', ['特色產業', '經編']);
const PINGHU = countyOf(NOTICE, '330482', '平湖', ['特色產業', '箱包']);
const INITIATIVE: Initiative = {
  id: 'two',
  name: '兩個一',
  title: '“兩個一”工作模式',
  definition: locate(NOTICE, '提出了'),
  parts: [
    {
      ...locate(NOTICE, '提出了'),
      label: null,
      items: [rangeOf(NOTICE, '一個方案'), rangeOf(NOTICE, '一套標準')],
    },
  ],
  mentions: [locate(NOTICE, '提出了')],
};

function world(counties = [HAINING, PINGHU]): World {
  return new World(
    fakeAnswerer({
      notices: [NOTICE],
      counties,
      initiatives: [INITIATIVE],
      replies: { 誰: answerOf(quoteOf(NOTICE, '箱包')) },
    }),
  );
}

/** Finds a name wherever it stands, as the real answerer does. */
function realNames(): Answerer {
  const fake = fakeAnswerer({ notices: [NOTICE], counties: [HAINING, PINGHU] });
  return { ...fake, findCounty: (text) => (/海[寧宁]/.test(text) ? fake.countyById(HAINING.id) : undefined) };
}

const ANSWERED = '海寧經編、平湖箱包，是特色產業。\n2021-03-16';
const WITH_FACT = '特色產業：經編';

afterEach(() => {
  vi.useRealTimers();
});

describe('/county without a name', () => {
  it('shows the counties with their industries, two in a row', async () => {
    const anne = world().person('Anne', 'zh-hant').alone;
    await anne.says('/county');
    anne.hears('請點選一個地方，或輸入它的名稱');
    expect(anne.buttons).toEqual(['海寧 · 經編', '平湖 · 箱包']);
  });

  it('is answered by a tap', async () => {
    const anne = world().person('Anne').alone;
    await anne.says('/county');
    await anne.taps(/海寧/);
    anne.hears('特色產業: 經編');
    expect(anne.tapAnswer).toEqual({ text: '', isAlert: false });
  });

  it('is answered by a typed name, and then is over', async () => {
    const here = world();
    const anne = here.person('Anne', 'zh-hant').alone;
    await anne.says('/county');
    await anne.says('海寧');
    anne.hears(WITH_FACT);
    expect(here.storages.entries.size).toBe(0);
    await anne.says('誰');
    anne.hears(ANSWERED);
  });

  it.each<[string, object]>([
    ['a name that there is not', { text: '杭州' }],
    ['a question', { text: '誰' }],
    ['a sticker', { sticker: {} }],
    ['nothing that can be seen', { text: '\u200b' }],
  ])('asks once more after %s, and ends after two', async (_, content) => {
    const here = world();
    const anne = here.person('Anne', 'zh-hant').alone;
    await anne.says('/county');
    await anne.sends(content);
    anne.hears(/公告裡沒有這個地方|does not mention that place/);
    await anne.sends(content);
    anne.hears(/先到這裡|leave it here/);
    expect(here.storages.entries.size).toBe(0);
    await anne.says('誰');
    anne.hears(ANSWERED);
  });

  it('is answered after a wrong name', async () => {
    const anne = world().person('Anne', 'zh-hant').alone;
    await anne.says('/county');
    await anne.says('杭州');
    await anne.says('海寧');
    anne.hears(WITH_FACT);
  });

  it('answers in the script in which the name is typed', async () => {
    const anne = world().person('Anne', 'en').alone;
    await anne.says('/county');
    await anne.says('杭州是个地方吗');
    anne.hears('公告里没有这个地方');
  });

  it('begins anew when it is sent again', async () => {
    const here = world();
    const anne = here.person('Anne', 'zh-hant').alone;
    await anne.says('/county');
    await anne.says('杭州');
    await anne.says('/county');
    await anne.says('杭州');
    anne.hears('請再試一次');
    expect(here.storages.keysOf('conversations')).toHaveLength(1);
  });

  it('gives way to /initiative', async () => {
    const anne = world().person('Anne', 'zh-hant').alone;
    await anne.says('/county');
    await anne.says('/initiative');
    expect(anne.buttons).toEqual(['兩個一']);
    await anne.says('兩個一');
    anne.hears('“兩個一”工作模式', '1. 一個方案\n2. 一套標準');
  });

  it('is cancelled by /cancel', async () => {
    const here = world();
    const anne = here.person('Anne', 'zh-hant').alone;
    await anne.says('/county');
    await anne.says('/cancel');
    anne.hears('已取消');
    expect(here.storages.entries.size).toBe(0);
    await anne.says('/cancel');
    anne.hears('沒有正在進行的對話');
  });

  it('has buttons that still work when it is over', async () => {
    const anne = world().person('Anne', 'zh-hant').alone;
    await anne.says('/county');
    await anne.taps(/海寧/);
    await anne.taps(/平湖/);
    anne.hears('特色產業：箱包');
  });

  it('says that there is none where the notices mention none', async () => {
    const anne = world([]).person('Anne', 'en').alone;
    await anne.says('/county');
    anne.hears('The notice mentions no place.');
  });

  it('is over for somebody who comes back later: their message is a question again', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1_700_000_000_000 });
    const here = world();
    const anne = here.person('Anne', 'zh-hant').alone;
    await anne.says('/county');
    vi.setSystemTime(1_700_000_000_000 + 16 * 60_000);
    await anne.says('誰');
    anne.hears(ANSWERED);
    expect(here.storages.keysOf('conversations')).toEqual([]);
  });
});

describe('a restart', () => {
  it('in the middle of a conversation is not noticed, and nothing is said twice', async () => {
    const here = world();
    const anne = here.person('Anne', 'zh-hant').alone;
    await anne.says('/county');
    here.restart();
    await anne.says('杭州');
    anne.hears('請再試一次');
    here.restart();
    await anne.says('海寧');
    anne.hears(WITH_FACT);
    expect(here.telegram.callsOf('sendMessage')).toHaveLength(3);
  });

  it('with other notices does not change what was understood before it', async () => {
    const here = world([HAINING]);
    const anne = here.person('Anne', 'zh-hant').alone;
    await anne.says('/county');
    await anne.says('平湖');
    anne.hears('請再試一次');
    here.restart({ answerer: fakeAnswerer({ notices: [NOTICE], counties: [HAINING, PINGHU] }) });
    await anne.says('平湖');
    anne.hears('特色產業：箱包');
    expect(here.log.filter(({ level }) => level !== 'info')).toEqual([]);
  });

  it('that took a county away makes its button outdated', async () => {
    const here = world();
    const anne = here.person('Anne', 'zh-hant').alone;
    await anne.says('/county');
    here.restart({ answerer: fakeAnswerer({ notices: [NOTICE], counties: [PINGHU] }) });
    await anne.taps(/海寧/);
    expect(anne.tapAnswer).toMatchObject({ isAlert: true });
    anne.hearsNothing();
  });

  it('after the conversation changed forgets it, and the message is a question', async () => {
    const here = world();
    const anne = here.person('Anne', 'zh-hant').alone;
    await anne.says('/county');
    for (const key of here.storages.keysOf('conversations')) {
      const json = here.storages.entries.get(key) ?? '';
      const stored = JSON.parse(json) as { version: [number, number] };
      here.storages.entries.set(key, JSON.stringify({ ...stored, version: [stored.version[0], 0] }));
    }
    await anne.says('誰');
    anne.hears(ANSWERED);
  });
});

describe('in a group', () => {
  it('the conversation is asked for in a reply, and says how to answer', async () => {
    const here = world();
    const anne = here.person('Anne', 'zh-hant').in(here.group());
    const asked = await anne.says('/county');
    anne.hears('請點選一個地方，或回覆這則訊息');
    expect(anne.reply.reply_to_message?.message_id).toBe(asked.message_id);
  });

  it('two people have a conversation each', async () => {
    const here = world();
    const room = here.group();
    const anne = here.person('Anne', 'zh-hant').in(room);
    const bob = here.person('Bob', 'zh-hant').in(room);
    await anne.says('/county');
    await bob.says('/county');
    expect(here.storages.keysOf('conversations')).toHaveLength(2);
    await bob.says('平湖');
    bob.hears('特色產業：箱包');
    await anne.says('海寧');
    anne.hears(WITH_FACT);
    expect(here.storages.entries.size).toBe(0);
  });

  it('the buttons are those of the one who asked', async () => {
    const here = world();
    const room = here.group();
    const anne = here.person('Anne', 'zh-hant').in(room);
    const bob = here.person('Bob', 'zh-hant').in(room);
    await anne.says('/county');
    await bob.taps(/海寧/);
    expect(bob.tapAnswer).toEqual({ text: '這些按鈕是別人要的。請自己發一次 /county。', isAlert: true });
    bob.hearsNothing();
    await anne.taps(/海寧/);
    anne.hears(WITH_FACT);
  });

  it('the buttons stay theirs when both have a conversation', async () => {
    const here = world();
    const room = here.group();
    const anne = here.person('Anne', 'zh-hant').in(room);
    const bob = here.person('Bob', 'zh-hant').in(room);
    await anne.says('/county');
    const annes = anne.reply;
    await bob.says('/county');
    await bob.taps(/海寧/, annes);
    expect(bob.tapAnswer).toMatchObject({ isAlert: true });
    await bob.taps(/平湖/);
    bob.hears('特色產業：箱包');
  });

  it('talk that is not for the bot is let by', async () => {
    const here = world();
    const anne = here.person('Anne', 'zh-hant').in(here.group());
    await anne.says('/county');
    await anne.says('你們今天吃什麼');
    anne.hearsNothing();
    await anne.says('@notice_bot 誰');
    anne.hears(ANSWERED);
    await anne.says('海寧');
    anne.hears(WITH_FACT);
  });

  it.each(['海寧', '海宁市', '「海寧」'])('a mere name is an answer, said to nobody: %s', async (text) => {
    const here = new World(realNames());
    const anne = here.person('Anne', 'zh-hant').in(here.group());
    await anne.says('/county');
    await anne.says(text);
    anne.hears('經編');
  });

  it.each(['我住海寧', '海寧不錯', '海寧？平湖？'])('a name in talk is none: %s', async (text) => {
    const here = new World(realNames());
    const anne = here.person('Anne', 'zh-hant').in(here.group());
    await anne.says('/county');
    await anne.says(text);
    anne.hearsNothing();
    await anne.says(`@notice_bot ${text}`);
    expect(anne.heard).toHaveLength(1);
  });

  it('a wrong name in a reply is asked about once more', async () => {
    const here = world();
    const anne = here.person('Anne', 'zh-hant').in(here.group());
    await anne.says('/county');
    const prompt = anne.reply;
    await anne.says('杭州', { replyTo: prompt });
    anne.hears('請再試一次');
    await anne.says('還是杭州', { replyTo: anne.reply });
    anne.hears('先到這裡');
  });

  it('the same person has one conversation a topic', async () => {
    const here = world();
    const forum = here.group({ isForum: true });
    const anne = here.person('Anne', 'zh-hant');
    await anne.in(forum, 50).says('/county');
    await anne.in(forum, 60).says('海寧');
    anne.in(forum, 60).hearsNothing();
    await anne.in(forum, 50).says('海寧');
    anne.in(forum, 50).hears(WITH_FACT);
    expect(anne.in(forum, 50).reply.message_thread_id).toBe(50);
  });

  it('an anonymous administrator’s buttons are anybody’s, since Telegram names who taps', async () => {
    const here = world();
    const room = here.group();
    const anne = here.person('Anne', 'zh-hant').in(room);
    await anne.says('/county', {
      extra: {
        from: { id: 1087968824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' },
        sender_chat: { id: room.id, type: 'supergroup', title: 'A group' },
      },
    });
    expect(buttonsOf(anne.reply)).toHaveLength(2);
    await anne.taps(/海寧/);
    anne.hears('經編');
  });
});

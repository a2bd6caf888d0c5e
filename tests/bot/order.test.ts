import type { StorageAdapter } from 'grammy';
import { describe, expect, it } from 'vitest';

import type { BotDependencies, OpenStorage, StateName } from '../../src/bot/index.ts';
import { answerOf, countyOf, fakeAnswerer, noticeOf, quoteOf } from '../support/answerers.ts';
import { JsonStorages } from '../support/storage.ts';
import { World } from '../support/world.ts';

const NOTICE = noticeOf('n', '嘉興樹立質量標桿', '2021-03-16', '海寧經編，是特色產業。質量在提升。');
const HAINING = countyOf(NOTICE, '330481', '海寧', ['特色產業', '經編']);

/** A world that writes down what happens to an update, in the order in which it happens. */
function traced(changes: Partial<BotDependencies> = {}) {
  const trace: string[] = [];
  const answerer = fakeAnswerer({
    notices: [NOTICE],
    counties: [HAINING],
    replies: {
      海寧是什麼產業: () => {
        trace.push('ask');
        return answerOf(quoteOf(NOTICE, '經編'), { shortAnswer: '經編' });
      },
      壞: () => {
        throw new Error('broken');
      },
    },
  });
  const storages = new JsonStorages();
  const storage: OpenStorage = <T>(name: StateName): StorageAdapter<T> => {
    const inner = storages.open<T>(name);
    return {
      read: (key) => {
        trace.push(`read ${name}`);
        return inner.read(key);
      },
      write: (key, value) => inner.write(key, value),
      delete: (key) => inner.delete(key),
    };
  };
  const now = () => {
    trace.push('journal');
    return 0;
  };
  const world = new World(answerer, { storage, now, ...changes });
  const called = () => world.telegram.calls.map(({ method }) => method);
  return { world, trace, storages, called, anne: world.person('Anne', 'zh-hant').alone };
}

describe('an update', () => {
  it('is heard, has its conversations read, then the voice, and only then is answered', async () => {
    const { anne, trace } = traced();
    await anne.says('海寧是什麼產業');
    expect(trace).toEqual([
      'journal',
      'read conversations',
      'read preferences',
      'read questions',
      'ask',
      'read questions',
      'journal',
    ]);
  });

  it('that is not for the bot ends at the hearing: nothing is read for it', async () => {
    const { world, trace } = traced();
    const anne = world.person('Anne').in(world.group());
    await anne.says('/ask@other_bot 海寧是什麼產業');
    expect(trace).toEqual(['journal']);
    anne.hearsNothing();
  });

  it('that is a group’s own talk ends after the conversations: nobody’s preferences are read for it', async () => {
    const { world, trace } = traced();
    const anne = world.person('Anne').in(world.group());
    await anne.says('海寧是什麼產業');
    expect(trace).toEqual(['journal', 'read conversations']);
    anne.hearsNothing();
  });
});

describe('a command that works at any time', () => {
  it.each(['/help', '/source', '/privacy', '/script'])(
    '%s is answered while a conversation waits',
    async (text) => {
      const { anne } = traced();
      await anne.says('/county');
      await anne.says(text);
      expect(anne.heard).toHaveLength(1);
      await anne.says('海寧');
      anne.hears('特色產業：經編');
    },
  );

  it.each(['/cancel', '/start', '/ask 海寧是什麼產業', '/county 海寧', '/initiative 五個一'])(
    '%s ends the conversation',
    async (text) => {
      const { anne, storages } = traced();
      await anne.says('/county');
      expect(storages.keysOf('conversations')).toHaveLength(1);
      await anne.says(text);
      expect(anne.heard).toHaveLength(1);
      expect(storages.keysOf('conversations')).toEqual([]);
    },
  );
});

describe('a conversation', () => {
  it('takes what it waits for before questions do', async () => {
    const { anne, trace } = traced();
    await anne.says('/county');
    await anne.says('海寧是什麼產業');
    anne.hears('公告裡沒有這個地方');
    expect(trace).not.toContain('ask');
  });

  it('leaves to the others what it does not wait for', async () => {
    const { anne, called } = traced();
    await anne.says('海寧是什麼產業');
    await anne.says('/county');
    await anne.taps('看整段');
    expect(called().slice(-2)).toEqual(['editMessageText', 'answerCallbackQuery']);
    await anne.says('海寧');
    anne.hears('特色產業：經編');
  });
});

describe('an error', () => {
  it('of a handler becomes an apology, and is in the journal', async () => {
    const { anne, world } = traced();
    await anne.says('壞');
    anne.hears('e77077');
    expect(world.log.map(({ level, fields }) => [level, fields['outcome']])).toEqual([
      ['error', undefined],
      ['info', 'failed'],
    ]);
  });

  it('of a storage becomes an apology too', async () => {
    const broken: OpenStorage = () => ({
      read: () => {
        throw new Error('disk full');
      },
      write: () => undefined,
      delete: () => undefined,
    });
    const { anne } = traced({ storage: broken });
    await anne.says('海寧是什麼產業');
    anne.hears('e77077');
  });

  it('after a tap does not keep the tap from being answered, with the apology', async () => {
    const { anne } = traced();
    await anne.tapsData('at壞', await anne.says('海寧是什麼產業'));
    expect(anne.tapAnswer).toMatchObject({ isAlert: true });
    expect(anne.tapAnswer?.text).toContain('e77077');
  });
});

it('what nobody has handled comes to the last feature', async () => {
  const { anne } = traced();
  await anne.sends({ sticker: {} });
  anne.hears('我只讀文字');
  await anne.says('/weather');
  anne.hears('我不認得這個指令');
  await anne.tapsData('whatever');
  expect(anne.tapAnswer).toEqual({ text: '這個按鈕已經失效，請重新提問。', isAlert: true });
});

import { describe, expect, it } from 'vitest';

import { answerOf, countyOf, fakeAnswerer, noticeOf, quoteOf } from '../support/answerers.ts';
import { TOKEN } from '../support/fake-telegram.ts';
import { World } from '../support/world.ts';

const NOTICE = noticeOf('n', '嘉興樹立質量標桿', '2021-03-16', '海寧經編，是特色產業。');
const QUESTION = 'secret question 海寧的祕密';

function world() {
  const answerer = fakeAnswerer({
    notices: [NOTICE],
    counties: [countyOf(NOTICE, '330481', '海寧', ['特色產業', '經編'])],
    replies: {
      [QUESTION]: () => {
        throw new RangeError(`cannot cut "${QUESTION}" for https://api.telegram.org/bot${TOKEN}/x`);
      },
      海寧: answerOf(quoteOf(NOTICE, '經編')),
    },
  });
  return new World(answerer);
}

/** Everything that was logged. */
const logged = ({ log }: World) => JSON.stringify(log);

describe('when a handler fails', () => {
  it('the asker gets an apology in their language with an id, and the log has the same id', async () => {
    const here = world();
    const anne = here.person('Anne', 'en').alone;
    await anne.says(QUESTION);
    anne.hears('抱歉', 'e77077');
    const [line] = here.log;
    expect(line?.level).toBe('error');
    expect(line?.fields).toMatchObject({
      errorId: 'e77077',
      updateId: 1,
      chatId: anne.chat.id,
      error: 'RangeError',
    });
  });

  it('neither the words nor the token are logged', async () => {
    const here = world();
    await here.person('Anne').alone.says(QUESTION);
    expect(logged(here)).toContain('cannot cut');
    expect(logged(here)).not.toMatch(/secret|question|海寧|祕密/);
    expect(logged(here)).not.toContain(TOKEN);
  });

  it('in a group, the one who asked gets the apology as a reply', async () => {
    const here = world();
    const anne = here.person('Anne').in(here.group());
    const asked = await anne.says(`@notice_bot ${QUESTION}`);
    expect(anne.reply.reply_to_message?.message_id).toBe(asked.message_id);
  });

  it('the bot goes on', async () => {
    const here = world();
    const anne = here.person('Anne').alone;
    await anne.says(QUESTION);
    await anne.says('海寧');
    anne.hears('海寧經編');
  });
});

describe('when Telegram fails', () => {
  it('an apology is tried, and its failing too is only logged', async () => {
    const here = world();
    here.telegram.failNext('sendMessage', 500, 'Internal Server Error');
    here.telegram.breakNext('sendMessage');
    const anne = here.person('Anne').alone;
    await anne.says('海寧');
    anne.hearsNothing();
    expect(here.log.map(({ level }) => level)).toEqual(['error', 'warn', 'info']);
    expect(logged(here)).not.toContain(TOKEN);
  });

  it('nobody is apologised to who has blocked the bot', async () => {
    const here = world();
    const anne = here.person('Anne').alone;
    anne.chat.isClosed = true;
    await anne.says('海寧');
    expect(here.telegram.callsOf('sendMessage')).toHaveLength(1);
    expect(here.log.map(({ level, fields }) => [level, fields['outcome']])).toEqual([
      ['info', undefined],
      ['info', 'unreachable'],
    ]);
  });

  it('who has blocked the bot is forgotten', async () => {
    const here = world();
    const anne = here.person('Anne').alone;
    await anne.says('/script 繁體');
    await anne.says('海寧是什麼產業?');
    expect(here.storages.entries.size).toBeGreaterThan(1);
    anne.chat.isClosed = true;
    await anne.says('平湖是什麼產業?');
    expect([...here.storages.entries]).toEqual([]);
  });

  it('nobody is forgotten who asks in a group that has put the bot out', async () => {
    const here = world();
    const anne = here.person('Anne');
    const room = anne.in(here.group());
    await anne.alone.says('/script 繁體');
    room.chat.isClosed = true;
    await room.says('/ask 海寧是什麼產業?');
    expect(here.storages.keysOf('preferences')).toHaveLength(1);
  });

  it('a tap that can no longer be answered is no fault', async () => {
    const here = world();
    await here.receive({
      callback_query: { id: 'old', from: here.person('Anne').user, chat_instance: '1', data: 'x' },
    });
    expect(here.log.map(({ level }) => level)).toEqual(['info']);
  });

  it('the connection breaking in a conversation ends it with an apology', async () => {
    const here = world();
    const anne = here.person('Anne').alone;
    here.telegram.breakNext('sendMessage');
    await anne.says('/county');
    anne.hears('e77077');
    await anne.says('海寧');
    expect(anne.reply.text).toMatch(/^海寧經編/);
  });
});

describe('the log', () => {
  it('has a line for an answered question, with ids, outcome and duration, and nothing else', async () => {
    let time = 1000;
    const here = new World(fakeAnswerer({ notices: [NOTICE] }), { now: () => (time += 2.26) });
    const anne = here.person('Anne').alone;
    await anne.says('海寧的祕密');
    expect(here.log).toEqual([
      {
        level: 'info',
        fields: { updateId: 1, chatId: anne.chat.id, outcome: 'abstained: no-match', milliseconds: 2.3 },
        message: 'Handled an update.',
      },
    ]);
  });

  it('has nothing of what a group says to nobody', async () => {
    const here = world();
    await here.person('Anne').in(here.group()).says('今天吃什麼');
    expect(here.log).toEqual([]);
  });
});

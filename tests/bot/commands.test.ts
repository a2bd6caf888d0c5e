import { describe, expect, it } from 'vitest';

import { installCommands } from '../../src/bot/index.ts';
import { fakeAnswerer, noticeOf } from '../support/answerers.ts';
import { World } from '../support/world.ts';

const NOTICE = noticeOf('n', '嘉興樹立質量標桿', '2021-03-16', '海寧經編，是特色產業。');

describe('installing the commands', () => {
  it('tells Telegram those of private chats and of groups, in Chinese and for everybody else', async () => {
    const world = new World(fakeAnswerer({ notices: [NOTICE] }));
    await installCommands(world.bot.api);
    expect(world.telegram.refusals).toEqual([]);
    const calls = world.telegram.callsOf('setMyCommands').map(({ payload }) => payload);
    expect(calls.map(({ scope, language_code: language }) => [scope, language])).toEqual([
      [{ type: 'all_private_chats' }, 'zh'],
      [{ type: 'all_group_chats' }, 'zh'],
      [{ type: 'all_private_chats' }, undefined],
      [{ type: 'all_group_chats' }, undefined],
    ]);
    const [chinese, , english] = calls.map(
      ({ commands }) => commands as { command: string; description: string }[],
    );
    expect(chinese?.find(({ command }) => command === 'ask')?.description).toBe('提问');
    expect(english?.find(({ command }) => command === 'ask')?.description).toBe('Ask a question');
  });

  it('offers only commands that are answered', async () => {
    const world = new World(fakeAnswerer({ notices: [NOTICE] }));
    await installCommands(world.bot.api);
    const offered = world.telegram
      .callsOf('setMyCommands')
      .flatMap(({ payload }) => payload['commands'] as { command: string }[]);
    const anne = world.person('Anne', 'en').alone;
    for (const { command } of offered) {
      await anne.says(`/${command}`);
      expect(anne.reply.text).not.toContain('I do not know that command');
    }
  });
});

describe('a page', () => {
  const anne = () => new World(fakeAnswerer({ notices: [NOTICE] })).person('Anne', 'en').alone;

  it.each([
    ['/start', 'I answer with the notice'],
    ['/start from_channel', 'I answer with the notice'],
    ['/help', 'mention @Notice_Bot'],
    ['/source', '嘉興樹立質量標桿\n2021-03-16 · one paragraph, 11 characters'],
    ['/privacy', 'Your questions are not logged'],
    ['/ask', 'Write your question after the command, for example: /ask 海寧是什麼產業?'],
  ])('is what %s shows', async (command, text) => {
    const seat = anne();
    await seat.says(command);
    seat.hears(text);
  });

  it('ends with questions to tap on', async () => {
    const seat = anne();
    await seat.says('/start');
    expect(seat.buttons).toEqual(['海寧是什麼產業?']);
  });

  it('lists many notices in pages that turn in the same message', async () => {
    const notices = Array.from({ length: 25 }, (_, i) =>
      noticeOf(`n${i}`, `${'題'.repeat(60)}${i}`, '一段話。'),
    );
    const world = new World(fakeAnswerer({ notices }));
    const seat = world.person('Anne', 'en').alone;
    await seat.says('/source');
    seat.hears('I answer from 25 notices', 'Page 1 of 3');
    expect(seat.buttons).toEqual(['Next page ›']);
    await seat.taps('Next page ›');
    expect(seat.buttons).toEqual(['‹ Page before', 'Next page ›']);
    world.restart();
    await seat.taps('Next page ›');
    seat.hears('Page 3 of 3');
    expect(seat.buttons).toEqual(['‹ Page before']);
    const list = seat.reply;
    await seat.tapsData('oe9', list);
    expect(seat.tapAnswer?.isAlert).toBe(true);
    expect(world.telegram.callsOf('sendMessage')).toHaveLength(1);
    expect(world.telegram.refusals).toEqual([]);
  });

  it('shows the notices that were published last, with their first sentences', async () => {
    const notices = [
      noticeOf('a', '甲公告', '2020-01-01', '舊的一句。'),
      noticeOf('b', '乙公告', '2022-05-01', '新的一句。第二句。'),
      noticeOf('c', '丙公告', '沒有日期的一句。'),
      noticeOf('d', '丁公告', '2021-02-03', '中間的一句。'),
    ];
    const seat = new World(fakeAnswerer({ notices })).person('Anne', 'en').alone;
    await seat.says('/latest');
    seat.hears(/^The 3 latest notices:\n\n乙公告\n2022-05-01.*\n新的一句。\n[^]*丁公告[^]*甲公告/);
    expect(seat.reply.text).not.toContain('丙');
  });
});

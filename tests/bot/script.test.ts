import { describe, expect, it } from 'vitest';

import { answerOf, fakeAnswerer, noticeOf, quoteOf } from '../support/answerers.ts';
import { formatted, World } from '../support/world.ts';

const NOTICE = noticeOf('n', '嘉興樹立質量標桿', '2021-03-16', '海寧經編，是特色產業。質量在提升。');

function setting(languageCode = 'zh-hant') {
  const answer = answerOf(quoteOf(NOTICE, '經編'), { shortAnswer: '經編' });
  const world = new World(fakeAnswerer({ notices: [NOTICE], replies: { '海寧?': answer, '海宁?': answer } }));
  return { world, anne: world.person('Anne', languageCode) };
}

describe('/script', () => {
  it('offers the choices, the present one ticked', async () => {
    const { anne } = setting();
    await anne.alone.says('/script');
    anne.alone.hears('引文用哪種字體？目前：自動。');
    expect(anne.alone.buttons).toEqual(['繁體', '簡體', '按原文', '✓ 自動']);
  });

  it('makes everything Simplified by a tap: what is quoted and what is said', async () => {
    const { anne } = setting();
    await anne.alone.says('/script');
    await anne.alone.taps('簡體');
    expect(anne.alone.tapAnswer).toEqual({ text: '已改为：简体。', isAlert: false });
    expect(anne.alone.buttons).toEqual(['繁体', '✓ 简体', '按原文', '自动']);
    await anne.alone.says('海寧?');
    anne.alone.hears('经编\n海宁经编，是特色产业。\n2021-03-16 · 嘉兴树立质量标杆 · 第 1 段');
    expect(formatted(anne.alone.reply, 'bold')).toEqual(['经编', '经编']);
    expect(anne.alone.buttons).toEqual(['看整段']);
  });

  it.each([
    ['/script 簡體', 'simplified'],
    ['/script 简', 'simplified'],
    ['/script Simplified', 'simplified'],
    ['/script繁體', 'traditional'],
    ['/script traditional', 'traditional'],
    ['/script 原文', 'as-published'],
  ])('understands "%s"', async (text, choice) => {
    const { anne, world } = setting();
    await anne.alone.says(text);
    expect([...world.storages.entries.values()]).toEqual([JSON.stringify({ script: choice })]);
    anne.alone.hears(/已改[為为]：/);
  });

  it('asks again where the word means nothing', async () => {
    const { anne, world } = setting();
    await anne.alone.says('/script 草書');
    anne.alone.hears('引文用哪種字體？');
    expect(world.storages.keysOf('preferences')).toEqual([]);
  });

  it('stores nothing of those who leave it automatic, and deletes what it stored', async () => {
    const { anne, world } = setting();
    await anne.alone.says('海寧?');
    expect(world.storages.keysOf('preferences')).toEqual([]);
    await anne.alone.says('/script 簡體');
    expect(world.storages.keysOf('preferences')).toEqual([`preferences/${anne.user.id}`]);
    await anne.alone.taps('自动');
    expect(world.storages.keysOf('preferences')).toEqual([]);
  });

  it('leaves quotations as published for those who choose so, and speaks their script', async () => {
    const { anne } = setting();
    await anne.alone.says('/script 原文');
    await anne.alone.says('海宁?');
    anne.alone.hears('海寧經編');
    expect(anne.alone.buttons).toEqual(['看整段']);
  });

  it('is remembered over a restart, and in every chat', async () => {
    const { anne, world } = setting();
    await anne.alone.says('/script 簡體');
    world.restart();
    const inGroup = anne.in(world.group());
    await inGroup.says('/ask 海寧?');
    inGroup.hears('海宁经编');
  });

  it('in a group is everybody’s own: the message stays, the tapper chooses', async () => {
    const { anne, world } = setting();
    const bob = world.person('Bob', 'zh-hant');
    const room = world.group();
    await anne.in(room).says('/script');
    await bob.in(room).taps('簡體');
    bob.in(room).hearsNothing();
    expect(bob.in(room).tapAnswer?.text).toBe('已改为：简体。');
    expect(world.storages.keysOf('preferences')).toEqual([`preferences/${bob.user.id}`]);
  });

  it('takes what it does not understand in its storage for no choice', async () => {
    const { anne, world } = setting();
    for (const foreign of ['"x"', '{"script":"klingon"}', '[]', 'null']) {
      world.storages.entries.set(`preferences/${anne.user.id}`, foreign);
      await anne.alone.says('海寧?');
      anne.alone.hears('海寧經編');
    }
  });
});

describe('the language of what the bot says', () => {
  it.each([
    ['zh-hans', '您好！请直接问我'],
    ['zh-hant', '您好！請直接問我'],
    ['fr', 'Hello! Ask me'],
  ])('for a command follows the device: %s', async (languageCode, greeting) => {
    const { anne } = setting(languageCode);
    await anne.alone.says('/start');
    anne.alone.hears(greeting);
  });

  it('for a question in Chinese is Chinese, also on an English device', async () => {
    const { anne } = setting('en');
    await anne.alone.says('海宁?');
    anne.alone.hears('第 1 段');
    await anne.alone.says('/help');
    anne.alone.hears('Just send me your question');
  });
});

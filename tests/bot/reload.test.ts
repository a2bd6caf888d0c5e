import { describe, expect, it } from 'vitest';

import type { Answerer } from '../../src/answer/index.ts';
import type { Reload } from '../../src/bot/features/reload.ts';
import { createLiveAnswerer } from '../../src/collection/live-answerer.ts';
import { answerOf, fakeAnswerer, noticeOf, quoteOf } from '../support/answerers.ts';
import { World } from '../support/world.ts';

const NOTICE = noticeOf('n', '嘉興樹立質量標桿', '2021-03-16', '海寧經編，是特色產業。質量在提升。');
const COUNTS = { notices: 3, changed: 2, gone: 1 };

function answererOf(words: string): Answerer {
  const replies = { '海寧?': answerOf(quoteOf(NOTICE, words), { shortAnswer: words }) };
  return fakeAnswerer({ notices: [{ ...NOTICE }], replies });
}

function setting(reload?: Reload, answerer = answererOf('經編')) {
  const world = new World(answerer);
  const [admin, other] = [world.person('Admin', 'en'), world.person('Other', 'en')];
  world.restart({ adminIds: [admin.user.id], ...(reload === undefined ? {} : { reload }) });
  return { world, admin, other };
}

describe('/reload', () => {
  it('tells an administrator what it came to', async () => {
    const { admin } = setting(() => Promise.resolve({ ...COUNTS, problems: ['a.txt is not UTF-8 text'] }));
    await admin.alone.says('/reload');
    admin.alone.hears('Read again: 3 notices, 2 new or changed, 1 gone.\na.txt is not UTF-8 text');
  });

  it('says why it could not be done', async () => {
    const { admin } = setting(() => Promise.reject(new Error('The folder cannot be read.')));
    await admin.alone.says('/reload');
    admin.alone.hears('Not read again', 'The folder cannot be read.');
  });

  it('is no command to anybody else, nor where nothing can be read again', async () => {
    let reloads = 0;
    const { other, world } = setting(() => {
      reloads++;
      return Promise.resolve({ ...COUNTS, problems: [] });
    });
    await other.alone.says('/reload');
    other.alone.hears('I do not know that command');
    const seat = other.in(world.group());
    await seat.says('/reload');
    seat.hearsNothing();
    expect(reloads).toBe(0);
    const { admin } = setting();
    await admin.alone.says('/reload');
    admin.alone.hears('I do not know that command');
  });
});

describe('after the notices were exchanged', () => {
  it('questions are answered from the new ones, and buttons of before still work', async () => {
    const live = createLiveAnswerer(answererOf('經編'));
    const { other } = setting(undefined, live.answerer);
    await other.alone.says('海寧?');
    other.alone.hears('經編');
    live.exchange(answererOf('質量'));
    await other.alone.taps(/整段/u);
    other.alone.hears('海寧經編，是特色產業。');
    await other.alone.says('海寧?');
    other.alone.hears('質量在提升。');
  });
});

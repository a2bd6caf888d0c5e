import { describe, expect, it } from 'vitest';

import { createCounters } from '../../src/bot/index.ts';
import { answerOf, fakeAnswerer, noticeOf, quoteOf } from '../support/answerers.ts';
import { World } from '../support/world.ts';

const NOTICE = noticeOf('n', '嘉興樹立質量標桿', '2021-03-16', '海寧經編，是特色產業。質量在提升。');

function setting() {
  let time = 1_700_000_000_000;
  const replies = { '海寧?': answerOf(quoteOf(NOTICE, '經編'), { shortAnswer: '經編' }) };
  const world = new World(fakeAnswerer({ notices: [NOTICE], replies }));
  const [admin, other] = [world.person('Admin', 'en'), world.person('Other', 'en')];
  const pass = (seconds: number) => {
    time += seconds * 1000;
  };
  world.restart({ adminIds: [admin.user.id], clock: () => time });
  return { world, admin, other, pass };
}

describe('/stats', () => {
  it('tells an administrator how the bot does', async () => {
    const { admin, other, pass } = setting();
    for (const question of ['海寧?', '海寧?', '天氣?']) await other.alone.says(question);
    pass(90_061);
    await admin.alone.says('/stats');
    admin.alone.hears('Answered 2, abstained 1, failed 0', 'Up for 1d 1h 1m', 'notices 1, sentences 2');
    admin.alone.hears(/Median [\d.]+ ms/);
  });

  it('is no command to anybody else', async () => {
    const { other, world } = setting();
    await other.alone.says('/stats');
    other.alone.hears('I do not know that command');
    const seat = other.in(world.group());
    await seat.says('/stats');
    seat.hearsNothing();
  });
});

describe('the counters', () => {
  it('give quantiles of the last thousand updates only', () => {
    const counters = createCounters(() => 0);
    expect(counters.tally()).toMatchObject({ medianMs: null, p99Ms: null });
    for (let i = 0; i < 500; i++) counters.count('help', 1_000_000);
    for (let i = 1; i <= 1000; i++) counters.count('help', i);
    expect(counters.tally()).toMatchObject({ medianMs: 500, p99Ms: 990, answered: 0 });
  });

  it('count questions however they came', () => {
    const counters = createCounters(() => 0);
    const outcomes = [
      'answered',
      'edited: answered',
      'inline: abstained',
      'abstained: chat',
      'failed',
      'help',
    ];
    for (const outcome of outcomes) counters.count(outcome, 1);
    expect(counters.tally()).toMatchObject({ answered: 2, abstained: 2, failed: 1 });
  });
});

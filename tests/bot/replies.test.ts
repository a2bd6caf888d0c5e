import { expect, it, vi } from 'vitest';

import type { Answerer } from '../../src/answer/index.ts';
import { rememberReplies } from '../../src/bot/replies.ts';
import { firstNoticeAnswerer } from '../support/answerers.ts';

async function watched() {
  const answerer = await firstNoticeAnswerer();
  const ask = vi.fn<Answerer['ask']>((...asked) => answerer.ask(...asked));
  let time = Date.UTC(2022, 4, 9);
  const remembering = rememberReplies({ ...answerer, ask }, () => time);
  return { ask, remembering, wait: (milliseconds: number) => (time += milliseconds) };
}

it('gives the reply to a question that was asked before without answering it anew', async () => {
  const { ask, remembering } = await watched();
  const first = remembering.ask('海寧是什麼產業?');
  expect(remembering.ask('海寧是什麼產業?')).toEqual(first);
  expect(remembering.ask('平湖是什麼產業?')).not.toEqual(first);
  expect(ask).toHaveBeenCalledTimes(2);
});

it('answers anew what may have changed with the date', async () => {
  const { ask, remembering, wait } = await watched();
  remembering.ask('海寧是什麼產業?');
  wait(10 * 60_000 + 1);
  remembering.ask('海寧是什麼產業?');
  expect(ask).toHaveBeenCalledTimes(2);
});

it('forgets the question that nobody has asked for the longest time', async () => {
  const { ask, remembering } = await watched();
  remembering.ask('海寧是什麼產業?');
  for (let n = 0; n < 499; n++) remembering.ask(`${n}`);
  remembering.ask('海寧是什麼產業?');
  expect(ask).toHaveBeenCalledTimes(500);
  remembering.ask('one more');
  remembering.ask('0');
  expect(ask).toHaveBeenCalledTimes(502);
});

it('reads the beginning of what is longer than any question', async () => {
  const { ask, remembering } = await watched();
  expect(remembering.ask(`海寧是什麼產業?${' '.repeat(600)}`).status).toBe('answered');
  remembering.ask(`${'海'.repeat(499)}😀`);
  expect(ask.mock.calls.map(([question]) => question.length)).toEqual([500, 499]);
});

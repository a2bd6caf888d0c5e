import { describe, expect, it } from 'vitest';

import { createGate, telegramLimits } from '../../src/delivery/limits.ts';
import { TestClock } from './test-clock.ts';

const LIMITS = telegramLimits(30);

describe('the gate of outgoing messages', () => {
  /** When each of the messages passes, in milliseconds from now. `chats` says where each one goes. */
  async function passed(chats: readonly number[], clock = new TestClock(), gate = createGate(LIMITS, clock)) {
    const start = clock.now();
    const { signal } = new AbortController();
    const times = chats.map(async (chat) => {
      await gate.pass(chat, signal);
      return clock.now() - start;
    });
    await clock.run();
    return Promise.all(times);
  }

  /** The most messages that passed within any so many milliseconds. */
  function most(times: readonly number[], milliseconds: number): number {
    return Math.max(
      ...times.map((start) => times.filter((time) => time >= start && time < start + milliseconds).length),
    );
  }

  it('lets a few messages pass at once to one chat, and then about one a second', async () => {
    const times = await passed(Array.from({ length: 9 }, () => 7));
    expect(times.slice(0, 3)).toEqual([0, 0, 0]);
    expect(most(times, 3000)).toBe(3);
    expect(times.at(-1)).toBeLessThan(7000);
  });

  it('lets no more than 20 pass in any minute to a group', async () => {
    const times = await passed(Array.from({ length: 50 }, () => -100));
    expect(most(times, 60_000)).toBe(20);
    expect(times.at(-1)).toBeLessThan(150_000);
  });

  it('lets no more than 30 pass in any second to all chats, and not many fewer', async () => {
    const times = await passed(Array.from({ length: 300 }, (_, chat) => chat + 1));
    expect(most(times, 1000)).toBe(30);
    expect(times.at(-1)).toBeLessThan(10_000);
  });

  it('does not let a busy group hold up other chats', async () => {
    const chats = [...Array.from({ length: 60 }, () => -100), 1, 2, 3];
    expect((await passed(chats)).slice(-3)).toEqual([0, 0, 0]);
  });

  it('keeps the order of what goes to one chat', async () => {
    const times = await passed([1, 1, 1, 1, 2, 1, 1]);
    const ofOne = times.filter((_, index) => index !== 4);
    expect(ofOne).toEqual([...ofOne].sort((a, b) => a - b));
  });

  it('holds a chat back for as long as it is told to, and no other', async () => {
    const clock = new TestClock();
    const gate = createGate(LIMITS, clock);
    gate.hold(1, 5000);
    expect(await passed([1, 2], clock, gate)).toEqual([5000, 0]);
  });

  it('stops waiting when the signal is aborted', async () => {
    const gate = createGate(LIMITS);
    const stop = new AbortController();
    gate.hold(1, 60_000);
    const waiting = gate.pass(1, stop.signal);
    stop.abort();
    await expect(waiting).rejects.toThrow('abort');
  });

  it('still keeps to the limits of a chat after thousands of others were written to', async () => {
    const clock = new TestClock();
    const gate = createGate({ ...LIMITS, overall: { calls: 100_000, milliseconds: 1 } }, clock);
    await passed([7, 7, 7], clock, gate);
    const others = Array.from({ length: 3000 }, (_, chat) => chat + 10);
    await passed(others, clock, gate);
    const [time] = await passed([7], clock, gate);
    expect(time).toBeGreaterThan(2000);
  });
});

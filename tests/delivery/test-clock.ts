import type { Clock } from '../../src/delivery/clock.ts';

/** A clock whose time passes only while it runs, as fast as it can. */
export class TestClock implements Clock {
  #time = 0;
  readonly #sleepers: { readonly until: number; readonly wake: () => void }[] = [];

  now(): number {
    return this.#time;
  }

  sleep(milliseconds: number): Promise<void> {
    return new Promise((wake) => this.#sleepers.push({ until: this.#time + milliseconds, wake }));
  }

  /** Lets time pass until nobody sleeps. */
  async run(): Promise<void> {
    for (;;) {
      await new Promise(setImmediate);
      this.#sleepers.sort((a, b) => a.until - b.until);
      const first = this.#sleepers.shift();
      if (first === undefined) return;
      this.#time = first.until;
      first.wake();
    }
  }
}

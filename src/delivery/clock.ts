import { setTimeout as sleep } from 'node:timers/promises';

/** Time as it passes for the delivery of messages. */
export interface Clock {
  /** Milliseconds from any origin. */
  now(): number;
  /** @throws when the signal is aborted meanwhile */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
}

export const REAL_TIME: Clock = {
  now: () => performance.now(),
  sleep: (milliseconds, signal) => sleep(milliseconds, undefined, { signal }),
};

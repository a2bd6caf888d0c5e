/** Work that takes long, in steps: whoever runs it may do something else between two of them. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Does all of it at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** So long may a process be busy with it before others get a turn, in milliseconds. */
const LONGEST_TURN = 8;

/**
 * Does it turn by turn, so that whatever else the process does goes on meanwhile.
 *
 * @throws what the work throws, and the reason of `signal` when that is aborted
 */
export async function finishInTurns<T>(steps: Steps<T>, signal?: AbortSignal): Promise<T> {
  let start = performance.now();
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    if (performance.now() - start < LONGEST_TURN) continue;
    await new Promise((resolve) => setImmediate(resolve));
    signal?.throwIfAborted();
    start = performance.now();
  }
}

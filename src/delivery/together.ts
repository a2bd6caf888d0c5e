/**
 * Does what is asked for while something is being done together in one go afterwards: writing a hundred things
 * costs hardly more than writing one.
 *
 * @returns takes an item, and returns when it was done; rejects with whatever `act` did
 */
export function together<T>(act: (items: readonly T[]) => Promise<void>): (item: T) => Promise<void> {
  let waiting: T[] = [];
  let next: Promise<void> | undefined;
  let running: Promise<unknown> = Promise.resolve();
  return (item) => {
    waiting.push(item);
    next ??= running.then(() => {
      const items = waiting;
      waiting = [];
      next = undefined;
      const acting = act(items);
      running = acting.catch(() => undefined);
      return acting;
    });
    return next;
  };
}

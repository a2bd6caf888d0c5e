import type { Update } from 'grammy/types';

/** Runs tasks: those of one lane one after the other, those of different lanes at once. */
export interface Lanes {
  /** @returns when the task has ended, and with what it throws */
  run(lane: number, task: () => Promise<void>): Promise<void>;
}

export function createLanes(): Lanes {
  const tails = new Map<number, Promise<void>>();
  return {
    run(lane, task) {
      const running = (tails.get(lane) ?? Promise.resolve()).then(task);
      const tail = running
        .catch(() => undefined)
        .then(() => {
          if (tails.get(lane) === tail) tails.delete(lane);
        });
      tails.set(lane, tail);
      return running;
    },
  };
}

/** Whatever an update can be about, as far as it tells where it belongs. */
interface Content {
  readonly chat?: { readonly id: number };
  readonly message?: { readonly chat?: { readonly id: number } };
  readonly from?: { readonly id: number };
  readonly user?: { readonly id: number };
}

/** The id of the chat that an update belongs to, or of the person where there is no chat: an inline query. */
export function laneOf(update: Update): number {
  const { update_id: id, ...kinds } = update;
  const [content] = Object.values(kinds) as (Content | undefined)[];
  // An update of an unknown kind has a lane of its own.
  return (
    content?.chat?.id ?? content?.message?.chat?.id ?? content?.from?.id ?? content?.user?.id ?? id + 0.5
  );
}

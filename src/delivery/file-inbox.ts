import { appendFile, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Update } from 'grammy/types';

import { writeWhole } from '../state/whole-file.ts';
import { MOST_TRIES, type Inbox } from './inbox.ts';
import { together } from './together.ts';

/** How many handled updates a log lists before a new one is begun; the last two are kept. */
const LOG_LENGTH = 10_000;

/** Updates that came together, in one file until the last of them is handled. */
interface Batch {
  readonly path: string;
  readonly open: Set<number>;
}

/**
 * An inbox of files in a folder: one for all updates that come together, and logs of the ids of what was handled.
 *
 * @param folder made when it is not there
 * @param warn called with what was set aside or given up
 * @throws NodeJS.ErrnoException from here and from every method when the folder cannot be used
 */
export async function openFileInbox(folder: string, warn: (message: string) => void): Promise<Inbox> {
  await mkdir(folder, { recursive: true });
  const log = await openLog(folder);
  const left = await readBatches(folder, warn);
  const batches = new Map<number, Batch>();
  let files = Math.max(0, ...left.map(({ number }) => number));

  async function keep(updates: readonly Update[]): Promise<void> {
    const path = join(folder, `${++files}.json`);
    const batch = { path, open: new Set(updates.map(({ update_id: id }) => id)) };
    await writeWhole(path, JSON.stringify(updates));
    for (const id of batch.open) batches.set(id, batch);
  }

  async function forget(id: number): Promise<void> {
    await log.add(id);
    const batch = batches.get(id);
    batches.delete(id);
    batch?.open.delete(id);
    if (batch?.open.size === 0) await rm(batch.path, { force: true });
  }

  const keepTogether = together((lists: readonly (readonly Update[])[]) => keep(lists.flat()));
  /** The updates that are being kept, with the promise that they are. */
  const coming = new Map<number, Promise<void>>();

  return {
    async accept(updates) {
      const fresh: Update[] = [];
      const others: Promise<void>[] = [];
      for (const update of updates) {
        const { update_id: id } = update;
        const kept = coming.get(id);
        if (kept !== undefined) others.push(kept);
        else if (!log.has(id) && !batches.has(id) && fresh.every((other) => other.update_id !== id))
          fresh.push(update);
      }
      if (fresh.length > 0) {
        const kept = keepTogether(fresh);
        for (const { update_id: id } of fresh) coming.set(id, kept);
        try {
          await kept;
        } finally {
          for (const { update_id: id } of fresh) coming.delete(id);
        }
      }
      // Telegram may forget what comes twice only when it is safe for the first time.
      await Promise.all(others);
      return fresh;
    },
    done: ({ update_id: id }) => forget(id),
    async reclaim() {
      const again: Update[] = [];
      for (const { path, updates } of left.splice(0)) {
        const open = updates.filter(({ update_id: id }) => !log.has(id) && !batches.has(id));
        const batch = { path, open: new Set(open.map(({ update_id: id }) => id)) };
        for (const update of open) {
          batches.set(update.update_id, batch);
          if (log.triesOf(update.update_id) < MOST_TRIES) {
            await log.addTry(update.update_id);
            again.push(update);
          } else {
            warn(
              `The update ${update.update_id} was given up: the bot was ended with it ${MOST_TRIES} times.`,
            );
            await forget(update.update_id);
          }
        }
        if (open.length === 0) await rm(path, { force: true });
      }
      return again.sort((a, b) => a.update_id - b.update_id);
    },
    close: () => Promise.resolve(),
  };
}

async function readBatches(folder: string, warn: (message: string) => void) {
  const batches: { readonly path: string; readonly number: number; readonly updates: readonly Update[] }[] =
    [];
  for (const name of await readdir(folder)) {
    if (!/^\d+\.json$/.test(name)) continue;
    const path = join(folder, name);
    const updates = readUpdates(await readFile(path, 'utf8'));
    if (updates !== undefined) {
      batches.push({ path, number: Number.parseInt(name), updates });
      continue;
    }
    await rename(path, `${path}.broken`);
    warn(`${path} does not hold updates and was set aside as ${path}.broken`);
  }
  return batches;
}

function readUpdates(json: string): Update[] | undefined {
  try {
    const value: unknown = JSON.parse(json);
    const isUpdate = (entry: unknown): entry is Update =>
      typeof entry === 'object' &&
      entry !== null &&
      'update_id' in entry &&
      Number.isSafeInteger(entry.update_id);
    return Array.isArray(value) && value.every(isUpdate) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The log of what was handled: a line is an id, or an id with `+` for having been begun once more. */
async function openLog(folder: string) {
  const path = join(folder, 'handled.log');
  const oldPath = join(folder, 'handled.1.log');
  const tries = new Map<number, number>();
  const readIds = async (file: string) => {
    const text = await readFile(file, 'utf8').catch(() => '');
    const ids = new Set<number>();
    for (const [, digits, again] of text.matchAll(/^(\d+)(\+?)$/gm)) {
      const id = Number(digits);
      if (again === '') ids.add(id);
      else tries.set(id, (tries.get(id) ?? 0) + 1);
    }
    return ids;
  };
  let old = await readIds(oldPath);
  let ids = await readIds(path);
  // A line that a crash has torn must not run into the next.
  await appendFile(path, '\n', { mode: 0o600 });

  const append = together(async (lines: readonly string[]) => {
    await appendFile(path, lines.join(''));
    if (ids.size < LOG_LENGTH) return;
    await rename(path, oldPath);
    old = ids;
    ids = new Set();
    tries.clear();
  });

  return {
    has: (id: number) => ids.has(id) || old.has(id),
    triesOf: (id: number) => tries.get(id) ?? 0,
    async add(id: number) {
      ids.add(id);
      await append(`${id}\n`);
    },
    async addTry(id: number) {
      await append(`${id}+\n`);
    },
  };
}

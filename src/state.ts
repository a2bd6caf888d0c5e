import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';

/** Keeps JSON values by their keys, in the shape that grammY's plugins expect of a storage adapter. */
export interface Storage<T> {
  read(key: string): Promise<T | undefined>;
  write(key: string, value: T): Promise<void>;
  delete(key: string): Promise<void>;
}

/**
 * A storage of one JSON file a key in a folder. A value is on the disk in full before it takes the place of the
 * one before, so that a crash leaves one or the other. A file that is not JSON all the same is set aside as
 * `<file>.broken`, and its key counts as never written.
 *
 * @param folder made when it is first written to
 * @param warn called with what was set aside
 * @throws NodeJS.ErrnoException from every method when the folder cannot be used
 */
export function createFileStorage<T>(folder: string, warn: (message: string) => void): Storage<T> {
  const pathOf = (key: string) => join(folder, `${encodeURIComponent(key)}.json`);
  const inTurn = createTurns();
  return {
    async read(key) {
      const path = pathOf(key);
      const json = await readIfThere(path);
      if (json === undefined) return undefined;
      try {
        return JSON.parse(json) as T;
      } catch {
        await rename(path, `${path}.broken`);
        warn(`${path} is not JSON and was set aside as ${path}.broken; what it kept begins anew`);
        return undefined;
      }
    },
    write: (key, value) =>
      inTurn(key, async () => {
        await mkdir(folder, { recursive: true });
        await writeFileAtomic(pathOf(key), JSON.stringify(value), { mode: 0o600 });
      }),
    delete: (key) => inTurn(key, () => rm(pathOf(key), { force: true })),
  };
}

/** Runs the changes of one key one after the other, in the order in which they were asked for. */
function createTurns(): (key: string, change: () => Promise<void>) => Promise<void> {
  const last = new Map<string, Promise<void>>();
  return (key, change) => {
    const turn = (last.get(key) ?? Promise.resolve()).then(change, change);
    last.set(key, turn);
    const forget = () => {
      if (last.get(key) === turn) last.delete(key);
    };
    turn.then(forget, forget);
    return turn;
  };
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

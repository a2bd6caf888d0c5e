import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { pack, unpack, type Storage } from './storage.ts';
import { writeWhole } from './whole-file.ts';

/** What is known of so many keys is not read again. */
const MOST_KNOWN = 10_000;

/**
 * A storage of one JSON file a key in a folder, of which this process is the only writer. A value is on the disk in
 * full before it takes the place of the one before, so that a crash leaves one or the other. Whatever else is found
 * in a value's place is set aside as `<file>.broken`, and its key counts as never written.
 *
 * @param folder made when it is first written to
 * @param warn called with what was set aside
 * @throws NodeJS.ErrnoException from every method when the folder cannot be used
 */
export function createFileStorage<T>(folder: string, warn: (message: string) => void): Storage<T> {
  const pathOf = (key: string) => join(folder, `${encodeURIComponent(key)}.json`);
  /** What the files hold or are about to; null for no file. */
  const known = new Map<string, string | null>();
  /** The keys whose files are being changed, with the promise that they have been. */
  const changing = new Map<string, Promise<void>>();

  function know(key: string, json: string | null): void {
    known.delete(key);
    known.set(key, json);
    if (known.size <= MOST_KNOWN) return;
    for (const other of known.keys()) {
      if (changing.has(other)) continue;
      known.delete(other);
      return;
    }
  }

  async function load(key: string): Promise<string | null> {
    const path = pathOf(key);
    const json = await readIfThere(path);
    if (json === undefined) return null;
    if (unpack(json) !== undefined) return json;
    await rename(path, `${path}.broken`);
    warn(`${path} is not of this program and was set aside as ${path}.broken; what it kept begins anew`);
    return null;
  }

  /** Brings the file to what is known, one change after the other; changes that come meanwhile become one. */
  async function change(key: string): Promise<void> {
    await changing.get(key)?.catch(() => undefined);
    const running = changing.get(key);
    if (running !== undefined) return running;
    const write = save(key).finally(() => changing.delete(key));
    changing.set(key, write);
    return write;
  }

  async function save(key: string): Promise<void> {
    const json = known.get(key);
    try {
      if (typeof json !== 'string') await rm(pathOf(key), { force: true });
      else {
        await mkdir(folder, { recursive: true });
        await writeWhole(pathOf(key), json);
      }
    } catch (error) {
      known.delete(key);
      throw error;
    }
  }

  return {
    async read(key) {
      let json = known.get(key);
      if (json === undefined) {
        json = await load(key);
        // It may have been written meanwhile.
        const written = known.get(key);
        if (written === undefined) know(key, json);
        else json = written;
      }
      return json === null ? undefined : (unpack(json)?.value as T);
    },
    async write(key, value) {
      know(key, pack(value));
      await change(key);
    },
    async delete(key) {
      know(key, null);
      await change(key);
    },
  };
}

/** @returns the text, undefined where there is no file, and none where something else lies in its place */
async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return undefined;
    if (code === 'EISDIR') return '';
    throw error;
  }
}

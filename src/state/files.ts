import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';

import { pack, unpack, type Storage } from './storage.ts';

/**
 * A storage of one JSON file a key in a folder. A value is on the disk in full before it takes the place of the
 * one before, so that a crash leaves one or the other. Whatever else is found in a value's place is set aside as
 * `<file>.broken`, and its key counts as never written.
 *
 * @param folder made when it is first written to
 * @param warn called with what was set aside
 * @throws NodeJS.ErrnoException from every method when the folder cannot be used
 */
export function createFileStorage<T>(folder: string, warn: (message: string) => void): Storage<T> {
  const pathOf = (key: string) => join(folder, `${encodeURIComponent(key)}.json`);
  let making: Promise<unknown> | undefined;
  /** Made once, since writes that each wait for the file system could overtake each other. */
  async function makeFolder(): Promise<void> {
    making ??= mkdir(folder, { recursive: true });
    try {
      await making;
    } catch (error) {
      making = undefined;
      throw error;
    }
  }
  return {
    async read(key) {
      const path = pathOf(key);
      const json = await readIfThere(path);
      if (json === undefined) return undefined;
      const packed = unpack(json);
      if (packed !== undefined) return packed.value as T;
      await rename(path, `${path}.broken`);
      warn(`${path} is not of this program and was set aside as ${path}.broken; what it kept begins anew`);
      return undefined;
    },
    async write(key, value) {
      await makeFolder();
      await writeFileAtomic(pathOf(key), pack(value), { mode: 0o600 });
    },
    async delete(key) {
      await rm(pathOf(key), { force: true });
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

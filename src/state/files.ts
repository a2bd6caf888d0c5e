import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

import { together } from '../delivery/together.ts';
import { FORMAT, isOfFormat, type Storage } from './storage.ts';
import { writeWhole } from './whole-file.ts';

/** A storage in a file. */
export interface FileStorage<T> extends Storage<T> {
  /** Deletes what has outlived its time, from the file too. */
  sweep(): Promise<void>;
}

/** What a value is kept as. */
interface Entry {
  readonly json: string;
  /** When it is deleted, in milliseconds since 1970. */
  readonly until: number | null;
}

/** A file is written anew when this many of its lines, and half of them, say what no longer holds. */
const MOST_OLD_LINES = 1000;

/**
 * A storage in one file, of which this process is the only writer: a line of JSON for each change, the last of a key
 * holds. Changes that come together are on the disk together before any of them counts as made, so that a crash tears
 * at most the last of them. Lines that this program has not written are set aside with the file as `<file>.broken`;
 * the others still hold.
 *
 * @param path its folder is made when it is first used
 * @param warn called with what was set aside
 * @param lifetimeMs how long a value is kept after it was written; for good where it is left out
 * @param now the time in milliseconds since 1970
 * @throws NodeJS.ErrnoException from every method when the file cannot be used
 */
export function createFileStorage<T>(
  path: string,
  warn: (message: string) => void,
  lifetimeMs?: number,
  now: () => number = () => Date.now(),
): FileStorage<T> {
  const entries = new Map<string, Entry>();
  let loading: Promise<void> | undefined;
  let lines = 0;
  /** Whether the file lacks something that it should have. */
  let isBehind = false;

  const isOver = ({ until }: Entry) => until !== null && until <= now();

  /** The file is read when it is first needed; a second try is made after a failure. */
  function ready(): Promise<void> {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  }

  async function load(): Promise<void> {
    await mkdir(dirname(path), { recursive: true });
    const text = await readIfThere(path);
    if (text === '') return;
    const found = text?.split('\n').filter((line) => line !== '') ?? [''];
    const changes = found.map(readLine);
    for (const change of changes) {
      if (change === undefined) continue;
      if (change.entry === undefined || isOver(change.entry)) entries.delete(change.key);
      else entries.set(change.key, change.entry);
    }
    if (changes.includes(undefined)) {
      await rename(path, `${path}.broken`);
      warn(
        `${path} holds what is not of this program or was torn, and was set aside as ${path}.broken; ` +
          'what could be read of it still holds',
      );
    }
    await rewrite();
  }

  async function rewrite(): Promise<void> {
    lines = entries.size;
    await writeWhole(path, [...entries].map(([key, entry]) => lineOf(key, entry)).join(''));
  }

  const append = together(async (changes: readonly string[]) => {
    const isTooLong = lines > 2 * entries.size + MOST_OLD_LINES;
    try {
      if (isBehind || isTooLong) await rewrite();
      else await appendWhole(path, changes.join(''));
      lines += changes.length;
      isBehind = false;
    } catch (error) {
      isBehind = true;
      throw error;
    }
  });

  async function change(key: string, entry: Entry | undefined): Promise<void> {
    await ready();
    if (entry === undefined) entries.delete(key);
    else entries.set(key, entry);
    await append(lineOf(key, entry));
  }

  return {
    async read(key) {
      await ready();
      const entry = entries.get(key);
      return entry === undefined || isOver(entry) ? undefined : (JSON.parse(entry.json) as T);
    },
    write: (key, value) =>
      change(key, {
        json: JSON.stringify(value),
        until: lifetimeMs === undefined ? null : now() + lifetimeMs,
      }),
    async delete(key) {
      await ready();
      if (entries.has(key)) await change(key, undefined);
    },
    async sweep() {
      await ready();
      const over = [...entries].filter(([, entry]) => isOver(entry)).map(([key]) => key);
      if (over.length === 0) return;
      for (const key of over) entries.delete(key);
      // The lines before would still tell what was deleted.
      isBehind = true;
      await append('');
    },
  };
}

function lineOf(key: string, entry: Entry | undefined): string {
  const rest = entry === undefined ? '' : `,"until":${entry.until ?? 'null'},"value":${entry.json}`;
  return `{"format":${FORMAT},"key":${JSON.stringify(key)}${rest}}\n`;
}

/** @returns undefined for a line that {@link lineOf} has not made; without an entry where its key was deleted */
function readLine(line: string): { readonly key: string; readonly entry: Entry | undefined } | undefined {
  let made: unknown;
  try {
    made = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (!isOfFormat(made) || !('key' in made) || typeof made.key !== 'string') return undefined;
  if (!('value' in made)) return { key: made.key, entry: undefined };
  const until = 'until' in made && typeof made.until === 'number' ? made.until : null;
  return { key: made.key, entry: { json: JSON.stringify(made.value), until } };
}

/** @returns the text, an empty one where there is no file, and undefined where something else lies in its place */
async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return '';
    if (code === 'EISDIR') return undefined;
    throw error;
  }
}

/** Only the owner can read what is appended, and it is on the disk when this returns. */
async function appendWhole(path: string, text: string): Promise<void> {
  const file = await open(path, 'a', 0o600);
  try {
    await file.writeFile(text);
    await file.datasync();
  } finally {
    await file.close();
  }
}

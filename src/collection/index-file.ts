import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import writeFileAtomic from 'write-file-atomic';

/** A name that a file of this folder has: a fingerprint, and behind it what write-file-atomic adds meanwhile. */
const NAME = /^[\da-f]{64}(?:\.\d+)?$/u;
/** The bytes of the SHA-256 that a file begins with. */
const CHECKSUM = 32;
/** What is being written by another process is left alone, and what a crash has left for so long is not. */
const LONGEST_WRITING_MS = 3_600_000;

/** A file is not what was or should have been written. */
export class IndexFileError extends Error {
  override readonly name = 'IndexFileError';
}

/**
 * Reads what was written under a fingerprint.
 *
 * The checksum tells what is torn or foreign. What has the right fingerprint and checksum is trusted to be the
 * program's own, as is all in the folder, which only its owner can write to; its parts are not looked through.
 *
 * @returns undefined where nothing was
 * @throws IndexFileError when it is torn or foreign; NodeJS.ErrnoException when it cannot be read
 */
export async function readIndex(folder: string, fingerprint: string): Promise<unknown> {
  const bytes = await readFile(join(folder, fingerprint)).catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  if (bytes === undefined) return undefined;
  const body = bytes.subarray(CHECKSUM);
  if (!bytes.subarray(0, CHECKSUM).equals(checksumOf(body))) throw new IndexFileError('it is damaged');
  return deserialize(body);
}

/**
 * Writes a value under a fingerprint, whole or not at all, for the owner alone to read, and deletes what was there
 * under others. Processes may write at the same time.
 *
 * @param value what the structured clone algorithm takes
 * @throws IndexFileError when the disk is full; NodeJS.ErrnoException when it cannot be written for another reason
 */
export async function writeIndex(folder: string, fingerprint: string, value: unknown): Promise<void> {
  const body = serialize(value);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const before = await readdir(folder);
  const path = join(folder, fingerprint);
  await writeFileAtomic(path, Buffer.concat([checksumOf(body), body]), { mode: 0o600 });
  // It writes once and does not ask how much was written, which on a full disk is less.
  if ((await stat(path)).size < CHECKSUM + body.length) {
    await rm(path, { force: true });
    throw new IndexFileError('the disk is full');
  }
  for (const name of before) {
    if (name !== fingerprint && NAME.test(name) && (await isLeft(join(folder, name), name))) {
      await rm(join(folder, name), { force: true });
    }
  }
}

/** Whether there is no such file, or no such folder that it could be in. */
function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

async function isLeft(path: string, name: string): Promise<boolean> {
  if (!name.includes('.')) return true;
  const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
  return Date.now() - mtimeMs > LONGEST_WRITING_MS;
}

function checksumOf(body: Uint8Array): Buffer {
  return createHash('sha256').update(body).digest();
}

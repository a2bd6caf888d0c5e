import { lstat, mkdir, readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';

import type { NoticeFile } from './notice-file.ts';
import { Refusal } from './reading.ts';

/** What putting a notice into its folder came to. */
export type Put = 'imported' | 'replaced' | 'unchanged';

/**
 * Writes a notice file into the folder of the notices, whole or not at all, and never to another place.
 *
 * @param options.force replace a file that differs
 * @param options.dryRun only say what would be done
 * @throws Refusal where something else stands in its place
 */
export async function putNotice(
  folder: string,
  { id, content }: NoticeFile,
  options: { readonly force: boolean; readonly dryRun: boolean },
): Promise<Put> {
  const path = join(folder, `${id}.txt`);
  const twin = join(folder, `${id}.md`);
  if ((await kindOf(twin)) !== 'nothing') {
    throw new Refusal(`would have the same id as ${twin}; rename one of them`);
  }
  const kind = await kindOf(path);
  if (kind === 'something else') {
    throw new Refusal(`would be written to ${path}, which is no plain file; remove what is there`);
  }
  if (kind === 'file') {
    const existing = await readFile(path);
    if (existing.equals(Buffer.from(content))) return 'unchanged';
    if (!options.force) {
      throw new Refusal(`differs from ${path}; compare them, and give --force to replace that`);
    }
  }
  if (!options.dryRun) {
    await mkdir(folder, { recursive: true });
    await writeFileAtomic(path, content);
  }
  return kind === 'file' ? 'replaced' : 'imported';
}

/** A link is something else, for what is written to it ends in another place. */
async function kindOf(path: string): Promise<'nothing' | 'file' | 'something else'> {
  try {
    return (await lstat(path)).isFile() ? 'file' : 'something else';
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'nothing';
    throw error;
  }
}

/** Whether a file stands in the folder of the notices already. */
export async function isShelved(file: string, folder: string): Promise<boolean> {
  try {
    const [path, shelf] = await Promise.all([realpath(file), realpath(folder)]);
    return join(path, '..') === shelf;
  } catch {
    return false;
  }
}

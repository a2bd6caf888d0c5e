import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

import { formatOf } from './format.ts';
import { noticeFile, type NoticeFile } from './notice-file.ts';
import { Refusal } from './reading.ts';
import { isShelved, putNotice, type Put } from './shelf.ts';
import { unreadable, type Source } from './sources.ts';
import type { Workshop } from './workshop.ts';

export { findSources, type Source, type Sources } from './sources.ts';
export { createWorkshop, type Workshop } from './workshop.ts';
export type { NoticeFile } from './notice-file.ts';

/** What came of a file. */
export type Outcome =
  | { readonly path: string; readonly status: Put; readonly file: NoticeFile }
  /** The reason is to be read behind the path, and names the remedy. */
  | { readonly path: string; readonly status: 'refused'; readonly reason: string };

export interface ImportOptions {
  /** The folder of the notices. */
  readonly folder: string;
  /** Replace notices that differ. */
  readonly force: boolean;
  /** Only say what would be done. */
  readonly dryRun: boolean;
  readonly workshop: Workshop;
}

/**
 * Imports files one by one and yields what came of each as soon as it is known. A file that cannot be imported does
 * not stop the others.
 */
export async function* importNotices(
  sources: readonly Source[],
  options: ImportOptions,
): AsyncGenerator<Outcome, void> {
  /** The file that each id of this run came from. */
  const taken = new Map<string, string>();
  for (const { path, refused } of sources) {
    try {
      if (refused !== undefined) throw new Refusal(refused);
      const file = await read(path, options);
      const other = taken.get(file.id);
      if (other !== undefined) throw new Refusal(`would have the same id as ${other}; rename one of them`);
      const status = await putNotice(options.folder, file, options);
      taken.set(file.id, path);
      yield { path, status, file };
    } catch (error) {
      yield { path, status: 'refused', reason: error instanceof Refusal ? error.message : unreadable(error) };
    }
  }
}

async function read(path: string, { folder, workshop }: ImportOptions): Promise<NoticeFile> {
  if (await isShelved(path, folder)) {
    throw new Refusal('is in the folder of the notices already; import it from another, as it was published');
  }
  const bytes = await readFile(path);
  const name = basename(path);
  const reading = await workshop.read({ format: formatOf(name, bytes), bytes });
  return noticeFile(name, reading);
}

import { join } from 'node:path';

import type { Answerer } from '../answer/index.ts';
import { FolderError, openCollection, type Collection } from '../collection/collection.ts';
import { ConfigError } from '../config.ts';
import { createSegmenter } from '../text/segmenter.ts';

/** An answerer over the notices of a folder. */
export interface OpenAnswerer {
  readonly answerer: Answerer;
  /** The path of the file that holds the notice with this id. */
  readonly fileOf: (noticeId: string) => string;
  /** The folder, to be read again. */
  readonly collection: Collection;
}

/**
 * Reads a folder's notices and makes them ready to be asked about, which takes about three seconds, and longer for
 * thousands of notices that are opened for the first time.
 *
 * @param stateDir where the index of a large collection is kept
 * @param warn called with everything that is wrong but leaves something to serve
 * @throws ConfigError when the folder holds no notice that can be served
 */
export async function openAnswerer(
  dataDir: string,
  stateDir: string,
  warn: (message: string) => void,
): Promise<OpenAnswerer> {
  const collection = await open(dataDir, join(stateDir, 'index'), warn);
  for (const problem of collection.problems) warn(problem);
  return { answerer: collection.answerer, fileOf: (id) => collection.fileOf(id), collection };
}

async function open(folder: string, indexDir: string, warn: (message: string) => void): Promise<Collection> {
  try {
    return await openCollection({ folder, segmenter: () => createSegmenter(warn), today, indexDir });
  } catch (error) {
    throw error instanceof FolderError ? new ConfigError(error.message) : error;
  }
}

/** Where the process runs, since 去年 is said there. */
function today(): string {
  const now = new Date();
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${now.getFullYear()}-${month ?? ''}-${day ?? ''}`;
}

import { join } from 'node:path';

import { createAnswerer, type Answerer } from '../answer/index.ts';
import { ConfigError } from '../config.ts';
import { loadNotices, type LoadedNotices, type Problem } from '../notice/load.ts';
import { createSegmenter } from '../text/segmenter.ts';

/** An answerer over the notices of a folder. */
export interface OpenAnswerer {
  readonly answerer: Answerer;
  /** The path of the file that holds the notice with this id. */
  readonly fileOf: (noticeId: string) => string;
}

/** More warnings than this would hide what else is said at the start. */
const MOST_WARNINGS = 10;

/**
 * Reads a folder's notices and makes them ready to be asked about, which takes about three seconds.
 *
 * @param warn called with everything that is wrong but leaves something to serve
 * @throws ConfigError when the folder holds no notice that can be served
 */
export async function openAnswerer(dataDir: string, warn: (message: string) => void): Promise<OpenAnswerer> {
  const { notices, files, problems } = await readFolder(dataDir);
  for (const message of describeProblems(dataDir, problems)) warn(message);
  if (notices.length === 0) {
    throw new ConfigError(
      `${dataDir} holds no notice that can be served. Put one there as a UTF-8 text file (.txt or .md) with ` +
        'a title line, a date line and paragraphs, or set DATA_DIR to the folder that has them.',
    );
  }
  const answerer = createAnswerer({ notices, segmenter: createSegmenter(warn) });
  return { answerer, fileOf: (id) => join(dataDir, files.get(id) ?? id) };
}

async function readFolder(dataDir: string): Promise<LoadedNotices> {
  try {
    return await loadNotices(dataDir);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new ConfigError(
      `The folder of the notices, ${dataDir}, cannot be read (${code}). Create it and put notices into it, or ` +
        'set DATA_DIR to the folder that has them.',
    );
  }
}

/** One message a problem, and one in place of all beyond the tenth. */
export function describeProblems(dataDir: string, problems: readonly Problem[]): string[] {
  const shown = problems
    .slice(0, MOST_WARNINGS)
    .map(({ file, message }) => `${join(dataDir, file)} ${message}`);
  const rest = problems.length - shown.length;
  return rest === 0 ? shown : [...shown, `${rest} more files in ${dataDir} have problems like these.`];
}

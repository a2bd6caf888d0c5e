import { join } from 'node:path';

import { answererFrom, type Answerer } from '../answer/index.ts';
import { loadNotices, type LoadedNotices, type Problem } from '../notice/load.ts';
import type { Segmenter } from '../text/segmenter.ts';
import { createLiveAnswerer } from './live-answerer.ts';
import { prepare } from './prepare.ts';

/** What reading the folder again came to. */
export interface Reloaded {
  /** How many notices are served now, how many of them are new or have changed, and how many are gone. */
  readonly notices: number;
  readonly changed: number;
  readonly gone: number;
  /** What is wrong with files and the saved index, each with its remedy; never words of a file. */
  readonly problems: readonly string[];
}

/** A folder of notices that is answered from, and read again when it changes. */
export interface Collection {
  /** Answers from the notices as they were read last. */
  readonly answerer: Answerer;
  /** The path of the file that holds the notice with this id. */
  fileOf(noticeId: string): string;
  /** What was wrong with files when they were read first, and with the saved index. */
  readonly problems: readonly string[];
  /**
   * Reads the folder again and puts the result in place in one step; until then, and where it fails, the one before
   * answers. While one reload is under way, all who ask for another get the same next one.
   *
   * @throws FolderError when the folder cannot be read, or no notice is left; the message names the remedy
   */
  reload(): Promise<Reloaded>;
}

export interface CollectionOptions {
  readonly folder: string;
  /** Made when there are notices to be cut: a dictionary takes two seconds to load. */
  readonly segmenter: () => Segmenter;
  /** The date that 去年 counts from, as `YYYY-MM-DD`. */
  readonly today: () => string;
  /** The folder in which the index of a large collection is saved; without it none is. */
  readonly indexDir?: string;
}

/**
 * Reads a folder of notices and makes them ready to be asked about.
 *
 * @throws FolderError when the folder cannot be read, or holds no notice that can be served; the message names the remedy
 */
export async function openCollection(options: CollectionOptions): Promise<Collection> {
  const { folder, today, indexDir } = options;
  let loaded = await readFolder(folder);
  const segmenter = options.segmenter();
  const first = await prepare(loaded.notices, segmenter, indexDir);
  const live = createLiveAnswerer(answererFrom(first.prepared, segmenter, today));
  const problems = [...describeProblems(folder, loaded.problems), ...first.problems, ...(await first.save())];

  async function reload(): Promise<Reloaded> {
    const next = await readFolder(folder, loaded);
    const before = new Set(loaded.notices);
    const ids = new Set(next.notices.map(({ id }) => id));
    const changed = next.notices.filter((notice) => !before.has(notice)).length;
    const gone = loaded.notices.filter(({ id }) => !ids.has(id)).length;
    const counts = { notices: next.notices.length, changed, gone };
    const wrong = describeProblems(folder, next.problems);
    if (changed === 0 && gone === 0) {
      loaded = next;
      return { ...counts, problems: wrong };
    }
    const { prepared, problems, save } = await prepare(next.notices, segmenter, indexDir);
    live.exchange(answererFrom(prepared, segmenter, today));
    loaded = next;
    return { ...counts, problems: [...wrong, ...problems, ...(await save())] };
  }
  return {
    answerer: live.answerer,
    fileOf: (id) => join(folder, loaded.files.get(id) ?? id),
    problems,
    reload: oneByOne(reload),
  };
}

/** Whoever calls while a call is under way gets the result of the next one, which begins when that is done. */
function oneByOne<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<unknown> | undefined;
  let next: Promise<T> | undefined;
  const run = (): Promise<T> => {
    const result = work().finally(() => {
      if (running === result) running = undefined;
    });
    running = result;
    return result;
  };
  return () => {
    if (running === undefined) return run();
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        return run();
      });
    return next;
  };
}

/** The folder cannot be served. The message names the remedy. */
export class FolderError extends Error {
  override readonly name = 'FolderError';
}

async function readFolder(folder: string, before?: LoadedNotices): Promise<LoadedNotices> {
  const loaded = await load(folder, before);
  if (loaded.notices.length > 0) return loaded;
  const problems = describeProblems(folder, loaded.problems).map((problem) => `${problem}\n`);
  throw new FolderError(
    `${problems.join('')}${folder} holds no notice that can be served. Put one there as a UTF-8 text file (.txt or ` +
      '.md) with a title line, a date line and paragraphs, or set DATA_DIR to the folder that has them.',
  );
}

async function load(folder: string, before: LoadedNotices | undefined): Promise<LoadedNotices> {
  try {
    return await loadNotices(folder, before);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new FolderError(
      `The folder of the notices, ${folder}, cannot be read (${code}). Create it and put notices into it, or set ` +
        'DATA_DIR to the folder that has them.',
      { cause: error },
    );
  }
}

/** More problems than this would hide what else is said. */
const MOST_PROBLEMS = 10;

/** One message a problem, and one in place of all beyond the tenth. */
export function describeProblems(folder: string, problems: readonly Problem[]): string[] {
  const shown = problems
    .slice(0, MOST_PROBLEMS)
    .map(({ file, message }) => `${join(folder, file)} ${message}`);
  const rest = problems.length - shown.length;
  return rest === 0 ? shown : [...shown, `${rest} more files in ${folder} have problems like these.`];
}

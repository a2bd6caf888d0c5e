import { readdir, readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';

import type { Notice } from './notice.ts';
import { parseNotice } from './parse.ts';

/** What is wrong with a file in the notices' folder, and what to do about it. */
export interface Problem {
  readonly file: string;
  /** A refused file is not served; one with a warning is. */
  readonly severity: 'refused' | 'warning';
  /** Names the remedy; never quotes the file. */
  readonly message: string;
}

export interface LoadedNotices {
  /** By file name. */
  readonly notices: readonly Notice[];
  /** The name of each notice's file, by the notice's id. */
  readonly files: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

/** The endings of files that hold a notice; other files in the folder are passed over. */
const EXTENSIONS = new Set(['.txt', '.md']);
const LARGEST_FILE = 5_000_000;

/**
 * Reads every notice in a folder. A file that cannot be read as a notice is reported, and the others are
 * still served.
 *
 * @param before what was read of the folder before: a file that has not changed gives the same notice, and one that
 * can no longer be read as a notice the one that it was
 * @throws NodeJS.ErrnoException when the folder itself cannot be read
 */
export async function loadNotices(folder: string, before?: LoadedNotices): Promise<LoadedNotices> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries
    .filter((entry) => (entry.isFile() || entry.isSymbolicLink()) && isNoticeName(entry.name))
    .map((entry) => entry.name)
    .sort();

  const notices: Notice[] = [];
  const problems: Problem[] = [];
  const files = new Map<string, string>();
  const noticeBefore = new Map(before?.notices.map((notice) => [before.files.get(notice.id), notice]));
  for (const file of names) {
    const { notice, problem } = keep(
      noticeBefore.get(file),
      await loadNotice(folder, file, noticeBefore.get(file)),
    );
    if (problem !== undefined) problems.push(problem);
    if (notice === undefined) continue;
    if (files.has(notice.id)) {
      problems.push(refused(file, `another file has the id "${notice.id}"; rename one of them`));
      continue;
    }
    files.set(notice.id, file);
    notices.push(notice);
  }
  return { notices, files, problems };
}

function isNoticeName(name: string): boolean {
  return !name.startsWith('.') && EXTENSIONS.has(extname(name).toLowerCase());
}

interface Loaded {
  readonly notice?: Notice;
  readonly problem?: Problem;
}

/** The notice that a broken file was before, where it was one. */
function keep(before: Notice | undefined, loaded: Loaded): Loaded {
  const { notice, problem } = loaded;
  if (before === undefined || problem === undefined || notice !== undefined) return loaded;
  const message = `${problem.message}. The notice that it was before is still served.`;
  return { notice: before, problem: { ...problem, message } };
}

async function loadNotice(folder: string, file: string, before: Notice | undefined): Promise<Loaded> {
  let bytes: Buffer;
  try {
    bytes = await readFile(join(folder, file));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    return { problem: refused(file, `cannot be read (${code}); check its permissions`) };
  }
  if (bytes.length > LARGEST_FILE) {
    return { problem: refused(file, `is larger than ${LARGEST_FILE / 1e6} MB; split it into notices`) };
  }
  const raw = decode(bytes);
  if (raw === undefined) {
    return { problem: refused(file, 'is not UTF-8 text; save it as UTF-8, or take it out of the folder') };
  }
  const notice = raw === before?.raw ? before : parseNotice(basename(file, extname(file)), raw);
  if (notice === undefined) {
    return { problem: refused(file, 'holds no text; write a title line, a date line and the paragraphs') };
  }
  if (notice.passages.length === 0) {
    return {
      problem: refused(file, 'has no paragraph under its title; write the text below the title line'),
    };
  }
  return { notice, ...warningFor(file, notice) };
}

function warningFor(file: string, notice: Notice): Loaded {
  const missing: string[] = [];
  if (notice.title === notice.id) missing.push('title');
  if (notice.publishedOn === null) missing.push('date');
  if (missing.length === 0) return {};
  const message =
    `has no ${missing.join(' and no ')} that could be found; add a first line with the title and a second ` +
    `like "发布日期：2021-03-16", or front matter with ${missing.join(' and ')}. It is served without.`;
  return { problem: { file, severity: 'warning', message } };
}

function refused(file: string, message: string): Problem {
  return { file, severity: 'refused', message };
}

/** UTF-8 without bytes that no text holds, or undefined. */
function decode(bytes: Buffer): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

import type { Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';

import { mayHoldNotice } from './format.ts';

/** A file that was asked for, or found in a folder that was. */
export interface Source {
  readonly path: string;
  /** Why it is not even opened, and what to do; to be read behind its path. */
  readonly refused?: string;
}

/** What is found where notices are looked for. */
export interface Sources {
  readonly sources: readonly Source[];
  /** How many files in the folders are of kinds that hold no notice, such as pictures. */
  readonly passedOver: number;
}

/** Larger files hold more than a notice, in bytes. */
const LARGEST = 20_000_000;

/**
 * The files to import: those that are named, and those in the folders that are named and in the folders in these, in
 * the order of their names. Hidden files, and what a browser saves beside a page, are passed over; a link that leads
 * out of its folder is refused.
 */
export async function findSources(paths: readonly string[]): Promise<Sources> {
  const sources: Source[] = [];
  let passedOver = 0;
  const seen = new Set<string>();
  const add = (source: Source) => {
    if (!seen.has(source.path)) sources.push(source);
    seen.add(source.path);
  };

  const walk = async (folder: string, root: string): Promise<void> => {
    const entries = await readdir(folder, { withFileTypes: true });
    const names = new Set(entries.map(({ name }) => name));
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name);
      if (entry.name.startsWith('.') || isPartsOfPage(entry.name, names)) continue;
      if (entry.isSymbolicLink()) {
        if (await leadsOut(path, root))
          add({ path, refused: 'leads out of the folder; import what it leads to' });
      } else if (entry.isDirectory()) {
        await walk(path, root);
      } else if (entry.isFile() && mayHoldNotice(entry.name)) {
        add(sized(path, await stat(path)));
      } else {
        passedOver++;
      }
    }
  };

  for (const path of paths) {
    try {
      const stats = await stat(path);
      if (stats.isDirectory()) await walk(path, await realpath(path));
      else if (stats.isFile()) add(sized(path, stats));
      else add({ path, refused: 'is neither a file nor a folder; copy its content into a file' });
    } catch (error) {
      add({ path, refused: unreadable(error) });
    }
  }
  return { sources, passedOver };
}

function sized(path: string, { size }: Stats): Source {
  if (size === 0) return { path, refused: 'is empty; fetch it again' };
  return size <= LARGEST
    ? { path }
    : { path, refused: `is larger than ${LARGEST / 1e6} MB; split it, or take the pictures out of it` };
}

/** Why a file cannot be opened, by the error of the file system. */
export function unreadable(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  return code === 'ENOENT'
    ? 'does not exist; check its path'
    : `cannot be read (${code}); check its permissions`;
}

/** Whether a folder holds the scripts and pictures of a page that was saved beside it. */
function isPartsOfPage(name: string, neighbours: ReadonlySet<string>): boolean {
  const page = /^(?<page>.+)(?:_files|\.files|_文件)$/u.exec(name)?.groups?.['page'];
  return page !== undefined && ['.html', '.htm', '.xhtml'].some((ending) => neighbours.has(page + ending));
}

async function leadsOut(link: string, root: string): Promise<boolean> {
  try {
    const target = await realpath(link);
    return target !== root && !target.startsWith(root.endsWith(sep) ? root : root + sep);
  } catch {
    // It leads nowhere.
    return true;
  }
}

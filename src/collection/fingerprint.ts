import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Notice } from '../notice/notice.ts';
import type { Segmenter } from '../text/segmenter.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** The code that makes an index and the words that it goes by; whatever changes there may change the index. */
const MAKERS = ['src/text', 'src/notice', 'src/lexicon', 'src/answer', 'src/collection', 'data/lexicon'];
/** The packages that are installed, with their versions, jieba's and its dictionary's among them. */
const PACKAGES = ['node_modules/.package-lock.json', 'package-lock.json', 'package.json'];

/**
 * A SHA-256 in hexadecimal digits of all that an index depends on: Node with its V8 and ICU, the packages, the
 * project's code and words, the segmenter, and each notice's id and file.
 */
export function fingerprintOf(notices: readonly Notice[], segmenter: Segmenter['name']): string {
  const hash = createHash('sha256');
  const add = (text: string) => hash.update(`${text.length}:`).update(text);
  add(JSON.stringify(process.versions));
  add(segmenter);
  for (const path of [...MAKERS.flatMap(filesIn), ...PACKAGES]) {
    add(path);
    add(textOf(path));
  }
  for (const { id, raw } of notices) {
    add(id);
    add(raw);
  }
  return hash.digest('hex');
}

/** The paths of all files of a folder of the project, in an order that does not depend on the disk. */
function filesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length))
    .sort();
}

/** Which of the files with the packages' versions are there depends on how the project was installed. */
function textOf(path: string): string {
  try {
    return readFileSync(join(ROOT, path), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}

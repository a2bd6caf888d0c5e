import { readFileSync } from 'node:fs';

import { noticeFile, type NoticeFile } from '../../src/import/notice-file.ts';
import { readAs } from '../../src/import/readers.ts';
import type { Format } from '../../src/import/reading.ts';

export const NOTICES = 'tests/fixtures/notices';
export const PUBLISHED = 'tests/fixtures/published';

const FORMATS: Readonly<Record<string, Format>> = {
  txt: 'text',
  md: 'markdown',
  html: 'html',
  pdf: 'pdf',
  docx: 'docx',
};

/** A file's bytes, and not those of Node's pool around them. */
export function bytesOf(path: string): Uint8Array {
  return Uint8Array.from(readFileSync(path));
}

/** A file of the fixtures as the notice file that importing it makes. */
export async function importedFile(path: string): Promise<NoticeFile> {
  return importedBytes(path.slice(path.lastIndexOf('/') + 1), bytesOf(path));
}

/** The same for a file that a test has made. */
export async function importedBytes(name: string, bytes: Uint8Array): Promise<NoticeFile> {
  const format = FORMATS[name.slice(name.lastIndexOf('.') + 1)] ?? 'text';
  return noticeFile(name, await readAs(format, bytes));
}

/** What is asked about and quoted: the paragraphs of a notice, each as its sentences. */
export function sentencesOf({ notice }: Pick<NoticeFile, 'notice'>): string[][] {
  return notice.passages.map(({ sentences }) => sentences.map(({ text }) => text));
}

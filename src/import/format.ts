import { extname } from 'node:path';

import { Refusal, type Format } from './reading.ts';

const BY_EXTENSION: Readonly<Record<string, Format>> = {
  '.txt': 'text',
  '.text': 'text',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.shtml': 'html',
  '.pdf': 'pdf',
  '.docx': 'docx',
};

/** Formats that notices come in and that cannot be read, each with what to do. */
const REMEDIES: Readonly<Record<string, string>> = {
  '.doc': 'is in the format of Word 97; open it and save it as .docx',
  '.wps': 'is in the format of WPS; open it and save it as .docx',
  '.rtf': 'is rich text; open it and save it as .docx',
  '.odt': 'is in the format of OpenDocument; open it and save it as .docx',
  '.ofd': 'is in the format OFD; open it and print it to PDF',
  '.xls': 'is a spreadsheet; copy the notice out of it into a .docx or .txt file',
  '.xlsx': 'is a spreadsheet; copy the notice out of it into a .docx or .txt file',
  '.mht': 'is a page saved with all its parts; save it again as "Webpage, HTML only"',
  '.mhtml': 'is a page saved with all its parts; save it again as "Webpage, HTML only"',
  '.zip': 'is an archive; unpack it and import what is in it',
  '.rar': 'is an archive; unpack it and import what is in it',
};

/** Whether a file's name says that it may hold a notice: it can be read, or there is a remedy to tell. */
export function mayHoldNotice(name: string): boolean {
  const extension = extname(name).toLowerCase();
  return extension in BY_EXTENSION || extension in REMEDIES;
}

/**
 * The format of a file, by its first bytes where they tell and otherwise by its name.
 *
 * @throws Refusal where it is none that can be read
 */
export function formatOf(name: string, bytes: Uint8Array): Format {
  const extension = extname(name).toLowerCase();
  const remedy = REMEDIES[extension];
  if (remedy !== undefined) throw new Refusal(remedy);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  if (head.startsWith('\xd0\xcf\x11\xe0')) {
    throw new Refusal(
      'is in the format of Word 97, or protected by a password; open it and save it as .docx',
    );
  }
  if (/^.{0,512}%PDF-/su.test(head)) return 'pdf';
  if (head.startsWith('PK\x03\x04')) return 'docx';
  const format = BY_EXTENSION[extension];
  if (format === undefined) {
    throw new Refusal('is in no format that is known; import .txt, .md, .html, .pdf or .docx files');
  }
  if (format === 'pdf' || format === 'docx') {
    throw new Refusal(`is named ${extension} and is none; open it, and save it again in that format`);
  }
  return format === 'text' && /^\s*(?:<!doctype html|<html[\s>])/iu.test(head) ? 'html' : format;
}

import mammoth from 'mammoth';

import { linesOfPage } from '../html/blocks.ts';
import { parsePage } from '../html/dom.ts';
import { Refusal, type Reading } from '../reading.ts';
import { pack, unpack } from './archive.ts';
import { writeNumbers } from './numbering.ts';

/**
 * Reads a Word document. Pictures, macros and what it links to are left alone.
 *
 * @throws Refusal where it is protected, broken or no DOCX file
 */
export async function readDocx(bytes: Uint8Array): Promise<Reading> {
  const parts = unpack(bytes);
  const numbering = parts.get('word/numbering.xml');
  if (numbering !== undefined) {
    const document = writeNumbers(
      parts.get('word/document.xml') ?? '',
      numbering,
      parts.get('word/styles.xml'),
    );
    parts.set('word/document.xml', document);
    // The numbers are text now; as lists they would be counted once more.
    parts.delete('word/numbering.xml');
  }
  const html = await toHtml(pack(parts));
  return { lines: linesOfPage(parsePage(html)), fields: {}, warnings: [] };
}

async function toHtml(document: Buffer): Promise<string> {
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: document },
      {
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
        externalFileAccess: false,
      },
    );
    return value;
  } catch {
    throw new Refusal('is a broken DOCX file; fetch it again, or open it and save it again');
  }
}

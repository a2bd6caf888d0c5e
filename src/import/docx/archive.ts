import { strFromU8, unzipSync, zipSync, type Zippable } from 'fflate';

import { Refusal } from '../reading.ts';

/** The parts of a document that its text is made of. Pictures, fonts and macros are not unpacked. */
const PARTS = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:_rels\/)?[\w.-]+\.(?:xml|rels))$/u;
/** What a document's parts may come to when they are unpacked, in bytes: many times that of a long one. */
const LARGEST = 50_000_000;
const MOST_ENTRIES = 5_000;

/**
 * Unpacks the parts of a DOCX file that hold its text. What the archive says that it unpacks to is checked before it
 * is unpacked, and no part can become larger than it says.
 *
 * @throws Refusal where it is a zip bomb, broken, or no DOCX file
 */
export function unpack(bytes: Uint8Array): Map<string, string> {
  let size = 0;
  let entries = 0;
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        entries++;
        if (entries > MOST_ENTRIES) throw tooLarge();
        if (!PARTS.test(name)) return false;
        size += originalSize;
        if (size > LARGEST) throw tooLarge();
        return true;
      },
    });
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('is a broken DOCX file; fetch it again, or open it and save it again');
  }
  const parts = new Map(Object.entries(files).map(([name, content]) => [name, strFromU8(content)]));
  if (!parts.has('word/document.xml')) {
    throw new Refusal('is an archive and no DOCX file; unpack it and import what is in it');
  }
  return parts;
}

/** A DOCX file with the given parts. */
export function pack(parts: ReadonlyMap<string, string>): Buffer {
  const files: Zippable = {};
  for (const [name, content] of parts) files[name] = [Buffer.from(content), { level: 0 }];
  return Buffer.from(zipSync(files));
}

function tooLarge(): Refusal {
  return new Refusal(
    `unpacks to more than ${LARGEST / 1e6} MB, as an archive does that is made to fill a disk; copy its text into a ` +
      'new document',
  );
}

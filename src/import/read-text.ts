import { decodeText, type DecodedText } from './encoding.ts';
import { partFrontMatter } from './front-matter.ts';
import { linesOfText, rowLine, visible } from './lines.ts';
import { Refusal, type Reading } from './reading.ts';
import { unwrap } from './unwrap.ts';

/**
 * Reads plain text. Its lines stay as they are published, damage included: it is repaired when the notice is loaded.
 *
 * @throws Refusal where the bytes are no text
 */
export function readText(bytes: Uint8Array): Reading {
  const decoded = textOf(bytes);
  const { fields, further, body } = partFrontMatter(decoded.text);
  return {
    lines: unwrap(linesOfText(visible(body)).map(withCells)),
    fields,
    further,
    warnings: warningsOf(decoded),
  };
}

/** Cells that tabs part, as browsers copy the rows of a table. */
function withCells(line: string): string {
  return line.includes('\t') ? rowLine(line.split('\t')) : line;
}

/**
 * The text that bytes hold.
 *
 * @throws Refusal where they are no text in any encoding that is known
 */
export function textOf(bytes: Uint8Array, declared?: string): DecodedText {
  const decoded = decodeText(bytes, declared);
  if (decoded === undefined) {
    throw new Refusal('is no text in UTF-8, GB18030, Big5 or UTF-16; save it as UTF-8 text');
  }
  return decoded;
}

/** What to say about a text that could not be read whole. */
export function warningsOf({ encoding, unreadable }: DecodedText): string[] {
  if (unreadable === 0) return [];
  return [
    `has ${unreadable} characters that cannot be read as ${encoding}; correct them where they stand as \ufffd`,
  ];
}

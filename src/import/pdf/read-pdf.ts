import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type * as PdfJs from 'pdfjs-dist';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';

import { Refusal, type Reading } from '../reading.ts';
import { paragraphsOf, type PrintedPage } from './paragraphs.ts';
import { linesOfPieces, type Piece } from './piece.ts';
import { rulingsOf } from './rulings.ts';
import { findTables } from './tables.ts';

/** More pages than a notice has. */
const MOST_PAGES = 300;
/** A document with fewer characters is one of pictures. */
const FEWEST_CHARACTERS = 10;
/** Of the characters, at most this share may be unknown. */
const MOST_UNKNOWN = 0.1;

/**
 * Reads the text layer of a PDF file. Nothing in it is run, drawn or fetched.
 *
 * @throws Refusal where it is protected, broken or without text
 */
export async function readPdf(bytes: Uint8Array): Promise<Reading> {
  const pdfjs = await loadPdfJs();
  const task = pdfjs.getDocument({
    data: bytes,
    // The tables of Chinese character sets, which fonts that are not part of the file need.
    cMapUrl: join(packageFolder(), 'cmaps/'),
    cMapPacked: true,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  try {
    return await readDocument(await task.promise, pdfjs);
  } catch (error) {
    throw refusalOf(error);
  } finally {
    await task.destroy();
  }
}

async function readDocument(document: PDFDocumentProxy, pdfjs: typeof PdfJs): Promise<Reading> {
  if (document.numPages > MOST_PAGES) {
    throw new Refusal(`has ${document.numPages} pages; split it into notices of at most ${MOST_PAGES}`);
  }
  const pages: PrintedPage[] = [];
  const empty: number[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const pieces = await piecesOf(page);
    if (pieces.length === 0) empty.push(number);
    const { tables, rest } = findTables(pieces, await rulingsOf(page, pdfjs.OPS));
    const { width, height } = page.getViewport({ scale: 1 });
    pages.push({ width, height, lines: linesOfPieces(rest), tables });
    page.cleanup();
  }
  const lines = paragraphsOf(pages);
  checkText(lines.join(''));
  const warnings =
    empty.length === 0 ? [] : [`has no text on page ${empty.join(', ')}; read the picture there`];
  return { lines, fields: {}, warnings };
}

/** pdf.js names these when it is loaded, to draw with. Nothing is drawn here, so that they may be empty. */
const DRAWING = ['DOMMatrix', 'ImageData', 'Path2D'];

async function loadPdfJs(): Promise<typeof PdfJs> {
  const globals = globalThis as Record<string, unknown>;
  for (const name of DRAWING) globals[name] ??= Object;
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

function packageFolder(): string {
  return dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
}

async function piecesOf(page: PDFPageProxy): Promise<Piece[]> {
  const [a, b, c, d, e, f] = page.getViewport({ scale: 1 }).transform as [
    ...[number, number, number, number, number, number],
  ];
  const { items } = await page.getTextContent();
  const pieces: Piece[] = [];
  for (const item of items) {
    if (!('str' in item) || item.str.trim() === '') continue;
    const [ia = 0, ib = 0, ic = 0, id = 0, x = 0, y = 0] = item.transform as number[];
    // Type that runs upwards or aslant is a stamp or a watermark.
    const [run, rise] = [a * ia + c * ib, b * ia + d * ib];
    if (run <= 0 || Math.abs(rise) > 0.1 * run) continue;
    pieces.push({
      text: plain(item.str),
      x: a * x + c * y + e,
      baseline: b * x + d * y + f,
      width: item.width,
      size: Math.hypot(a * ic + c * id, b * ic + d * id),
    });
  }
  return pieces;
}

/** Radicals, compatibility forms and ligatures, which fonts give in place of the characters that they look like. */
function plain(text: string): string {
  return text.replace(/[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06]/gu, (character) =>
    character.normalize('NFKC'),
  );
}

function checkText(text: string): void {
  if (text.length < FEWEST_CHARACTERS) {
    throw new Refusal(
      'holds pictures of pages and no text; recognise the text (OCR) and save it with a text layer',
    );
  }
  const unknown = text.match(/[\ufffd\p{Co}\p{Cn}\p{Cc}]/gu)?.length ?? 0;
  if (unknown > text.length * MOST_UNKNOWN) {
    throw new Refusal(
      'has fonts that do not say which characters they show; copy the text from another edition, or recognise it (OCR)',
    );
  }
}

/** What an error of pdf.js means for the one who has the file. */
function refusalOf(error: unknown): unknown {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') {
    return new Refusal('is protected by a password; save a copy without one');
  }
  if (/^(?:InvalidPDF|Format|MissingPDF|UnknownErr|XRef|Parser)/u.test(name)) {
    return new Refusal('is a broken PDF file; fetch it again, or open it and print it to PDF');
  }
  return error;
}

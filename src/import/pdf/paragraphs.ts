import { rowLine, startsItem, tidyLine } from '../lines.ts';
import { joined, type Line } from './piece.ts';
import type { Table } from './tables.ts';

/** What is printed on a page. */
export interface PrintedPage {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly Line[];
  readonly tables: readonly Table[];
}

/** Parts of a page's height in which page numbers and running heads stand. */
const HEAD = 0.09;
const FOOT = 0.89;
const PAGE_NUMBER =
  /^[-—–―·\s]*(?:第\s*)?\d{1,4}(?:\s*[页頁])?(?:\s*[/／,，]?\s*(?:共\s*)?\d{1,4}\s*[页頁]?)?[-—–―·\s]*$/u;

/** In characters: how far a line may end from the margin and be full, and how far an indent begins. */
const RAGGED = 2;
const INDENT = 0.9;
/** Type that is larger than the text's by this factor is a headline. */
const HEADLINE = 1.15;
/** Lines that are farther apart than usual by this factor are not of one paragraph. */
const WIDE_LEADING = 1.5;

/**
 * The paragraphs of a document: its lines put together again, and the rows of its tables. A line goes on in the next
 * where it is full and the next is not indented, or hangs below the label of an item; a headline goes on in lines of
 * its size.
 */
export function paragraphsOf(pages: readonly PrintedPage[]): string[] {
  const repeated = runningLines(pages);
  const bodies = pages.map((page) => ({
    ...page,
    lines: page.lines.filter((line) => !isFurniture(line, page, repeated)),
  }));
  const width = Math.max(...pages.map((page) => page.width));
  const layout = layoutOf(
    bodies.flatMap(({ lines }) => lines),
    width,
  );
  const paragraphs: string[] = [];
  let open: Line | undefined;
  let first: Line | undefined;
  for (const { lines, tables } of bodies) {
    let tablesLeft = tables;
    for (const line of lines) {
      const above = tablesLeft.filter(({ top }) => top < line.baseline);
      tablesLeft = tablesLeft.slice(above.length);
      paragraphs.push(...above.flatMap(rowsOf));
      if (above.length > 0) open = undefined;
      const last = paragraphs.at(-1);
      if (open !== undefined && last !== undefined && goesOn(open, line, layout, first)) {
        paragraphs.splice(-1, 1, joined(last, line.text));
      } else {
        paragraphs.push(line.text);
        first = line;
      }
      open = line;
    }
    paragraphs.push(...tablesLeft.flatMap(rowsOf));
    if (tablesLeft.length > 0) open = undefined;
  }
  return paragraphs.map(tidyLine).filter((paragraph) => paragraph !== '');
}

function rowsOf({ rows }: Table): string[] {
  return rows.map(rowLine).filter((row) => /[\p{L}\p{N}]/u.test(row));
}

/** What stands at the head or foot of more than half of the pages, digits aside. */
function runningLines(pages: readonly PrintedPage[]): Set<string> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const texts = new Set(
      page.lines.filter((line) => isAtEdge(line, page)).map(({ text }) => withoutDigits(text)),
    );
    for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const isRunning = (count: number) => count > 1 && count > pages.length / 2;
  return new Set([...counts].filter(([, count]) => isRunning(count)).map(([text]) => text));
}

function isFurniture(line: Line, page: PrintedPage, repeated: ReadonlySet<string>): boolean {
  if (!isAtEdge(line, page)) return false;
  return PAGE_NUMBER.test(line.text) || repeated.has(withoutDigits(line.text));
}

function isAtEdge({ baseline }: Line, { height }: PrintedPage): boolean {
  return baseline < HEAD * height || baseline > FOOT * height;
}

function withoutDigits(text: string): string {
  return text.replace(/\d+/gu, '#');
}

interface Layout {
  readonly left: number;
  readonly right: number;
  readonly size: number;
  readonly leading: number;
}

/** Where lines begin and end, how large most type is, and how far most lines are apart. */
function layoutOf(lines: readonly Line[], width: number): Layout {
  const size = commonest(lines.flatMap((line) => Array<number>(line.text.length).fill(line.size)));
  const body = lines.filter((line) => Math.abs(line.size - size) < 1);
  const distances = body.slice(1).map((line, i) => line.baseline - (body[i]?.baseline ?? 0));
  const left = Math.min(...body.map((line) => line.left));
  const farthest = Math.max(...body.map((line) => line.right));
  const full = body.filter((line) => line.right >= farthest - RAGGED * size);
  return {
    left,
    // A line that alone reaches so far is no measure of the others; then both margins are taken to be as wide.
    right: full.length > 1 ? farthest : Math.max(farthest, width - left),
    size,
    leading: commonest(distances.filter((distance) => distance > 0)),
  };
}

/** The commonest of some numbers, to a point; NaN of none. */
function commonest(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(Math.round(number), (counts.get(Math.round(number)) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? NaN;
}

/** @param first the line with which the paragraph of `line` begins */
function goesOn(line: Line, next: Line, layout: Layout, first = line): boolean {
  const sameSize = Math.abs(line.size - next.size) < 1;
  const distance = next.baseline - line.baseline;
  if (!sameSize || distance > WIDE_LEADING * Math.max(layout.leading, 1.2 * line.size)) return false;
  if (line.size > HEADLINE * layout.size) return distance > 0;
  const isFull = line.right >= layout.right - RAGGED * line.size;
  const isIndented = (one: Line) => one.left >= layout.left + INDENT * line.size;
  // What goes on below the label of an item may hang: 主旨：… and its next lines further in.
  const hangs = !isIndented(first) && startsItem(first.text) && !startsItem(next.text);
  return isFull && (hangs || !isIndented(next));
}

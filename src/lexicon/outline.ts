import type { Passage } from '../notice/notice.ts';
import { overlap, type Range } from '../text/range.ts';
import type { CutSentence } from './cut-sentence.ts';

/** What a line is to its notice. */
export type Role = 'title' | 'heading' | 'lead-in' | 'header' | 'row' | 'item' | 'prose' | 'signature';

/** Where a sentence stands in the structure of its notice. */
export interface Standing {
  readonly role: Role;
  /** The headings above it, the highest first, and the line that leads in the list or table that it belongs to. */
  readonly above: readonly CutSentence[];
  /** Of a row, its cells; of `X：Y`, the label and the value. Ranges of the folded sentence. */
  readonly cells: readonly Range[];
  /** The cells of the header above a row; none where there is no header. */
  readonly header: readonly string[];
  /** The folded text of all that stands above it, the header included. */
  readonly context: string;
}

/** The standing of what is in no notice's outline. */
export const NOWHERE: Standing = { role: 'prose', above: [], cells: [], header: [], context: '' };

/** The marks that number headings and items, the highest first. */
const LEVELS: readonly RegExp[] = [
  /^第[一二三四五六七八九十百\d]+[章条]/u,
  /^[一二三四五六七八九十]{1,3}[、.]/u,
  /^\([一二三四五六七八九十]{1,3}\)/u,
  /^\d{1,2}[、.](?!\d)/u,
  /^\d{1,2}\.\d{1,2}(?!\d)/u,
  /^\(\d{1,2}\)/u,
  /^[①-⑳]/u,
];
const BULLET = /^[‧•·●○■◆▪*-]\s*/u;
/** Longer than this, a numbered line is a paragraph, and a line that ends with a colon; in characters. */
const LONGEST_HEADING = 32;
const LONGEST_LEAD_IN = 120;

interface Line {
  readonly sentences: readonly CutSentence[];
  readonly folded: string;
}

/**
 * Where each sentence of a notice stands.
 *
 * @param sentences all of one notice, in order, folded: brackets and colons are half-width
 */
export function outlineOf(sentences: readonly CutSentence[]): ReadonlyMap<CutSentence, Standing> {
  const standings = new Map<CutSentence, Standing>();
  for (const sentence of sentences) {
    if (sentence.passage === null) standings.set(sentence, standing('title', [], [], []));
  }
  const lines = linesOf(sentences);
  const headings: { level: number; sentence: CutSentence }[] = [];
  let leadIn: { level: number; sentence: CutSentence } | undefined;
  const signed = signatureStart(lines);
  let table: { columns: number; header: readonly string[] } | undefined;
  lines.forEach((line, at) => {
    const first = line.sentences[0];
    const last = line.sentences.at(-1);
    if (first === undefined || last === undefined) return;
    const cells = cellsOf(line.folded);
    if (cells.length > 1) {
      const texts = cells.map(({ start, end }) => line.folded.slice(start, end));
      const isHeader = table?.columns !== cells.length && isHeaderRow(texts, lines[at + 1]);
      if (table?.columns !== cells.length) table = { columns: cells.length, header: isHeader ? texts : [] };
      const above = aboveOf(headings, leadIn);
      const header = isHeader ? [] : table.header;
      let start = 0;
      for (const sentence of line.sentences) {
        const end = start + sentence.folded.length;
        standings.set(sentence, ofRow(isHeader ? 'header' : 'row', above, cells, header, { start, end }));
        start = end;
      }
      return;
    }
    table = undefined;
    const level = LEVELS.findIndex((mark) => mark.test(line.folded));
    const isItem = level >= 0 || BULLET.test(line.folded);
    if (level >= 0) {
      while ((headings.at(-1)?.level ?? -1) >= level) headings.pop();
      if (leadIn !== undefined && leadIn.level >= level) leadIn = undefined;
    } else if (!isItem) {
      leadIn = undefined;
    }
    const above = aboveOf(headings, leadIn);
    const isHeading = level >= 0 && line.folded.length <= LONGEST_HEADING && !/[。;,:]/u.test(line.folded);
    const leadsIn = line.folded.endsWith(':') && last.folded.length <= LONGEST_LEAD_IN;
    const label = labelOf(line.folded);
    for (const sentence of line.sentences) {
      const role =
        at >= signed
          ? 'signature'
          : isHeading
            ? 'heading'
            : leadsIn && sentence === last
              ? 'lead-in'
              : isItem
                ? 'item'
                : 'prose';
      standings.set(
        sentence,
        standing(
          role,
          sentence === first || !isItem ? above : [...above, first],
          sentence === first ? label : [],
          [],
        ),
      );
    }
    if (isHeading || (leadsIn && level >= 0)) headings.push({ level, sentence: isHeading ? first : last });
    else if (leadsIn) leadIn = { level: Math.max(level, headings.at(-1)?.level ?? -1), sentence: last };
  });
  return standings;
}

/** A signature is no longer than so many lines of so many characters. */
const SIGNATURE_LINES = 4;
const LONGEST_SIGNATURE = 30;

/** The line from which on a notice is only signed and dated. */
function signatureStart(lines: readonly Line[]): number {
  let start = lines.length;
  while (start > 1 && lines.length - start < SIGNATURE_LINES && isSigned(lines[start - 1]?.folded ?? ''))
    start--;
  return start;
}

function isSigned(line: string): boolean {
  return (
    line.length <= LONGEST_SIGNATURE && !/[。;:|]/u.test(line) && !LEVELS.some((mark) => mark.test(line))
  );
}

function standing(
  role: Role,
  above: readonly CutSentence[],
  cells: readonly Range[],
  header: readonly string[],
): Standing {
  return { role, above, cells, header, context: [...above.map(({ folded }) => folded), ...header].join(' ') };
}

/**
 * The standing of one sentence of a row, which a full stop in a cell ends.
 *
 * @param cells of the whole row
 * @param part of the row that the sentence is
 */
function ofRow(
  role: Role,
  above: readonly CutSentence[],
  cells: readonly Range[],
  header: readonly string[],
  part: Range,
): Standing {
  const first = cells.findIndex((cell) => overlap(cell, part));
  const own = cells.filter((cell) => overlap(cell, part));
  return {
    ...standing(role, above, [], header),
    cells: own.map(({ start, end }) => ({
      start: Math.max(start, part.start) - part.start,
      end: Math.min(end, part.end) - part.start,
    })),
    header: header.slice(first, first + own.length),
  };
}

function linesOf(sentences: readonly CutSentence[]): Line[] {
  const byPassage = new Map<Passage, CutSentence[]>();
  for (const sentence of sentences) {
    if (sentence.passage === null) continue;
    const line = byPassage.get(sentence.passage);
    if (line === undefined) byPassage.set(sentence.passage, [sentence]);
    else line.push(sentence);
  }
  return [...byPassage.values()].map((inLine) => ({
    sentences: inLine,
    folded: inLine.map(({ folded }) => folded).join(''),
  }));
}

function aboveOf(
  headings: readonly { sentence: CutSentence }[],
  leadIn: { sentence: CutSentence } | undefined,
): CutSentence[] {
  return [...headings.map(({ sentence }) => sentence), ...(leadIn === undefined ? [] : [leadIn.sentence])];
}

/** The cells of a table's row, without the white space around them; a line without bars has none. */
function cellsOf(folded: string): Range[] {
  if (!/[|\t]/u.test(folded)) return [];
  return Array.from(folded.matchAll(/[^|\t]+/gu), ({ index, 0: cell }) => {
    const start = index + (cell.length - cell.trimStart().length);
    return { start, end: start + cell.trim().length };
  }).filter(({ start, end }) => end > start);
}

/** A header names its columns: no cell of it holds a figure, and a row of as many cells stands below that does. */
function isHeaderRow(cells: readonly string[], below: Line | undefined): boolean {
  if (below === undefined || cellsOf(below.folded).length !== cells.length) return false;
  if (cells.length === 2 && !/[\d一二三四五六七八九十]/u.test(below.folded)) return false;
  return cells.every((cell) => cell.length <= 16 && !/\d{2,}/u.test(cell));
}

/** `X：Y`: the label and what stands behind it, where the label is short. */
function labelOf(folded: string): Range[] {
  const match =
    /^(?<mark>(?:[一二三四五六七八九十\d]{1,3}[、.]|\([一二三四五六七八九十\d]{1,3}\))?)(?<label>[^:,。;|]{2,16}):(?<value>.+)$/u.exec(
      folded,
    );
  const { mark = '', label = '' } = match?.groups ?? {};
  if (match === null) return [];
  const start = mark.length;
  const end = start + label.length;
  return [
    { start, end },
    { start: end + 1, end: folded.length },
  ];
}

/** Text set in one go: where it stands on its page, in points from the top left. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  /** Of the line that it stands on. */
  readonly baseline: number;
  readonly width: number;
  /** Of the type. */
  readonly size: number;
}

/** Pieces that stand on one line. */
export interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
}

const CHINESE = /[\p{Script=Han}\u3000-\u303f\uff00-\uff65“”‘’…—]/u;
const WORD = /[\p{Script=Latin}\d]/u;

/** Parts of the type's size: a gap as wide as a character, and one between two words. */
const WIDE_GAP = 0.8;
const WORD_GAP = 0.15;

/** Puts pieces together to lines, from the top down and from left to right. */
export function linesOfPieces(pieces: readonly Piece[]): Line[] {
  const rows: Piece[][] = [];
  for (const piece of pieces.toSorted((a, b) => a.baseline - b.baseline)) {
    const row = rows.at(-1);
    const [first] = row ?? [];
    const isSame =
      first !== undefined && piece.baseline - first.baseline < 0.5 * Math.min(first.size, piece.size);
    if (isSame) row?.push(piece);
    else rows.push([piece]);
  }
  return rows.map(lineOf);
}

function lineOf(row: readonly Piece[]): Line {
  const pieces = row.toSorted((a, b) => a.x - b.x);
  let text = '';
  let right = Math.min(...pieces.map(({ x }) => x));
  const left = right;
  for (const piece of pieces) {
    text += text === '' ? piece.text : gap(text, piece, (piece.x - right) / piece.size) + piece.text;
    right = Math.max(right, piece.x + piece.width);
  }
  const longest = pieces.reduce((best, piece) => (piece.width > best.width ? piece : best));
  return { text, left, right, baseline: longest.baseline, size: longest.size };
}

/** What a gap stands for between what was set before and a piece, by its width in characters. */
function gap(before: string, { text }: Piece, width: number): string {
  const [last = '', first = ''] = [before.at(-1), text.at(0)];
  if (width > WIDE_GAP) return CHINESE.test(last) && CHINESE.test(first) ? '\u3000' : ' ';
  return width > WORD_GAP && WORD.test(last) && WORD.test(first) ? ' ' : '';
}

/** Two lines of a paragraph or a cell as one: only between words is a space lost at the end of a line. */
export function joined(first: string, second: string): string {
  const isBetweenWords = /\p{Script=Latin}$/u.test(first) && /^\p{Script=Latin}/u.test(second);
  return first + (isBetweenWords ? ' ' : '') + second;
}

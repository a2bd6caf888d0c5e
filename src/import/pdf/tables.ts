import { joined, linesOfPieces, type Piece } from './piece.ts';
import type { Ruling } from './rulings.ts';

/** A ruled table on a page. */
export interface Table {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** The texts of the cells by rows. One that spans rows stands in each, one that spans columns once. */
  readonly rows: readonly (readonly string[])[];
}

/** Lines that are no farther apart meet, in points. */
const NEAR = 3;
/** More lines or cells than this are a drawing. */
const MOST_RULINGS = 5000;
const MOST_CELLS = 10_000;

/**
 * Finds the tables that a page's lines rule, and the pieces of text in their cells.
 *
 * @returns the tables from the top down, and the pieces that stand in none of them
 */
export function findTables(
  pieces: readonly Piece[],
  rulings: readonly Ruling[],
): { readonly tables: Table[]; readonly rest: Piece[] } {
  if (rulings.length > MOST_RULINGS) return { tables: [], rest: [...pieces] };
  let rest = [...pieces];
  const tables: Table[] = [];
  for (const group of connected(rulings)) {
    const grid = gridOf(group);
    if (grid === undefined) continue;
    const inside = rest.filter((piece) => isIn(grid, piece));
    if (inside.length === 0) continue;
    rest = rest.filter((piece) => !isIn(grid, piece));
    tables.push(tableOf(grid, inside));
  }
  return { tables: tables.sort((a, b) => a.top - b.top), rest };
}

interface Grid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly rulings: readonly Ruling[];
}

/** Groups of lines that touch each other, directly or through others. */
function connected(rulings: readonly Ruling[]): Ruling[][] {
  const groups: Ruling[][] = [];
  const left = new Set(rulings);
  for (const start of rulings) {
    if (!left.delete(start)) continue;
    const group = [start];
    // The group grows while it is gone through.
    for (const current of group) {
      for (const other of left) {
        if (!touches(current, other)) continue;
        left.delete(other);
        group.push(other);
      }
    }
    groups.push(group);
  }
  return groups;
}

function touches(a: Ruling, b: Ruling): boolean {
  if (a.direction === b.direction) {
    return Math.abs(a.at - b.at) <= NEAR && a.from <= b.to + NEAR && b.from <= a.to + NEAR;
  }
  return covers(a, b.at) && covers(b, a.at);
}

function covers(ruling: Ruling, position: number): boolean {
  return ruling.from - NEAR <= position && position <= ruling.to + NEAR;
}

/** The edges of rows and columns, or undefined where there are not two columns. */
function gridOf(rulings: readonly Ruling[]): Grid | undefined {
  const horizontals = rulings.filter(({ direction }) => direction === 'horizontal');
  const verticals = rulings.filter(({ direction }) => direction === 'vertical');
  if (horizontals.length < 2 || verticals.length === 0) return undefined;
  // Tables may be open at their sides: there the horizontal lines end.
  const ends = horizontals.flatMap(({ from, to }) => [from, to]);
  const xs = distinct([...verticals.map(({ at }) => at), Math.min(...ends), Math.max(...ends)]);
  const ys = distinct(horizontals.map(({ at }) => at));
  const isTable = xs.length >= 3 && ys.length >= 2 && xs.length * ys.length <= MOST_CELLS;
  return isTable ? { xs, ys, rulings } : undefined;
}

function distinct(positions: readonly number[]): number[] {
  const found: number[] = [];
  for (const position of positions.toSorted((a, b) => a - b)) {
    if (position - (found.at(-1) ?? -Infinity) > NEAR) found.push(position);
  }
  return found;
}

function isIn({ xs, ys }: Grid, piece: Piece): boolean {
  return bandOf(xs, middleX(piece)) !== undefined && bandOf(ys, middleY(piece)) !== undefined;
}

function middleX({ x, width }: Piece): number {
  return x + width / 2;
}

function middleY({ baseline, size }: Piece): number {
  return baseline - size * 0.35;
}

/** The row or column that a position lies in. */
function bandOf(edges: readonly number[], position: number): number | undefined {
  const band = edges.findLastIndex((edge) => edge <= position);
  return band < 0 || band >= edges.length - 1 ? undefined : band;
}

function tableOf(grid: Grid, pieces: readonly Piece[]): Table {
  const { xs, ys } = grid;
  const texts = new Map<number, Piece[]>();
  const cells = mergedCells(grid);
  for (const piece of pieces) {
    const [row, column] = [bandOf(ys, middleY(piece)), bandOf(xs, middleX(piece))];
    const cell = cells[row ?? 0]?.[column ?? 0] ?? 0;
    texts.set(cell, [...(texts.get(cell) ?? []), piece]);
  }
  const textOf = (cell: number) =>
    linesOfPieces(texts.get(cell) ?? []).reduce((text, line) => joined(text, line.text), '');
  return {
    left: xs[0] ?? 0,
    right: xs.at(-1) ?? 0,
    top: ys[0] ?? 0,
    bottom: ys.at(-1) ?? 0,
    rows: cells.map((row) => [...new Set(row)].map(textOf)),
  };
}

/** For each row and column the number of the cell there; where no line parts two, they are one cell. */
function mergedCells({ xs, ys, rulings }: Grid): number[][] {
  const columns = xs.length - 1;
  const cells = Array.from({ length: ys.length - 1 }, (_, row) =>
    Array.from({ length: columns }, (__, column) => row * columns + column),
  );
  const isParted = (direction: Ruling['direction'], at: number, along: number) =>
    rulings.some(
      (ruling) => ruling.direction === direction && Math.abs(ruling.at - at) <= NEAR && covers(ruling, along),
    );
  for (const [row, numbers] of cells.entries()) {
    const middle = ((ys[row] ?? 0) + (ys[row + 1] ?? 0)) / 2;
    for (let column = 0; column < columns; column++) {
      const center = ((xs[column] ?? 0) + (xs[column + 1] ?? 0)) / 2;
      const above = cells[row - 1]?.[column];
      const before = numbers[column - 1];
      if (above !== undefined && !isParted('horizontal', ys[row] ?? 0, center)) numbers[column] = above;
      else if (before !== undefined && !isParted('vertical', xs[column] ?? 0, middle))
        numbers[column] = before;
    }
  }
  return cells;
}

import { DIMENSIONS } from '../../answer/matching/network.ts';
import type { Symbols } from '../../answer/matching/symbols.ts';
import { dot } from '../../answer/matching/vectors.ts';

/** A vector v became v / |v|: what goes along with it changes nothing. */
export function addThroughLength(
  to: Float64Array,
  slopes: Float64Array,
  unit: Float64Array,
  at: number,
  length: number,
): void {
  const along = dot(slopes, at, unit, at, DIMENSIONS);
  for (let d = at; d < at + DIMENSIONS; d++)
    to[d] = (to[d] ?? 0) + ((slopes[d] ?? 0) - along * (unit[d] ?? 0)) / length;
}

/** A row of numbers was multiplied by a matrix: the slopes of the matrix and of the row. */
export function multiplyBack(
  row: Float64Array,
  rowFrom: number,
  matrix: Float64Array,
  slopes: Float64Array,
  slopesFrom: number,
  rows: number,
  columns: number,
  toMatrix: Float64Array,
  toRow: Float64Array,
  toRowFrom: number,
): void {
  for (let r = 0; r < rows; r++) {
    const factor = row[rowFrom + r] ?? 0;
    let sum = 0;
    for (let c = 0; c < columns; c++) {
      const slope = slopes[slopesFrom + c] ?? 0;
      const at = r * columns + c;
      toMatrix[at] = (toMatrix[at] ?? 0) + factor * slope;
      sum += slope * (matrix[at] ?? 0);
    }
    toRow[toRowFrom + r] = (toRow[toRowFrom + r] ?? 0) + sum;
  }
}

/** Adds a row of {@link DIMENSIONS} numbers times a factor. */
export function addRow(
  to: Float64Array,
  toFrom: number,
  row: Float64Array,
  rowFrom: number,
  factor: number,
): void {
  if (factor === 0) return;
  for (let d = 0; d < DIMENSIONS; d++)
    to[toFrom + d] = (to[toFrom + d] ?? 0) + factor * (row[rowFrom + d] ?? 0);
}

/** The sum of rows of `columns` numbers each. */
export function sumOfRows(rows: Float64Array, columns: number): Float64Array {
  const sum = new Float64Array(columns);
  rows.forEach((value, at) => (sum[at % columns] = (sum[at % columns] ?? 0) + value));
  return sum;
}

/** Nothing goes back through numbers that a layer or dropout made 0. */
export function dropped(slopes: Float64Array, values: Float64Array, kept: number): Float64Array {
  for (let i = 0; i < slopes.length; i++) slopes[i] = values[i] === 0 ? 0 : (slopes[i] ?? 0) * kept;
  return slopes;
}

/** Each symbol of a word has its share in the word. */
export function embedBack(table: Float64Array, { ids, ends }: Symbols, slopes: Float64Array): void {
  let start = 0;
  ends.forEach((end, word) => {
    for (let at = start; at < end; at++)
      addRow(table, (ids[at] ?? 0) * DIMENSIONS, slopes, word * DIMENSIONS, 1 / (end - start));
    start = end;
  });
}

/** @returns the sum of the products of `length` numbers of `a` and of `b` from places on; `length` is a multiple of 4 */
export function dot(a: Float64Array, aFrom: number, b: Float64Array, bFrom: number, length: number): number {
  // Four sums that do not wait for each other.
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  for (let d = 0; d < length; d += 4) {
    const at = aFrom + d;
    const to = bFrom + d;
    first += (a[at] ?? 0) * (b[to] ?? 0);
    second += (a[at + 1] ?? 0) * (b[to + 1] ?? 0);
    third += (a[at + 2] ?? 0) * (b[to + 2] ?? 0);
    fourth += (a[at + 3] ?? 0) * (b[to + 3] ?? 0);
  }
  return first + second + third + fourth;
}

/** Adds the product of a row of `rows` numbers and a matrix of that many rows and `columns` columns. */
export function multiplyInto(
  to: Float64Array,
  toFrom: number,
  row: Float64Array,
  rowFrom: number,
  matrix: Float64Array,
  rows: number,
  columns: number,
): void {
  let r = 0;
  // Four rows at a time: a number is read and written once for them.
  for (; r + 4 <= rows; r += 4) {
    const from = rowFrom + r;
    const first = row[from] ?? 0;
    const second = row[from + 1] ?? 0;
    const third = row[from + 2] ?? 0;
    const fourth = row[from + 3] ?? 0;
    for (let c = 0, at = r * columns; c < columns; c++, at++) {
      to[toFrom + c] =
        (to[toFrom + c] ?? 0) +
        first * (matrix[at] ?? 0) +
        second * (matrix[at + columns] ?? 0) +
        third * (matrix[at + 2 * columns] ?? 0) +
        fourth * (matrix[at + 3 * columns] ?? 0);
    }
  }
  for (; r < rows; r++) {
    const factor = row[rowFrom + r] ?? 0;
    for (let c = 0; c < columns; c++)
      to[toFrom + c] = (to[toFrom + c] ?? 0) + factor * (matrix[r * columns + c] ?? 0);
  }
}

/** Adds `values` times a factor. */
export function addTo(to: Float64Array, values: Float64Array, factor: number): void {
  for (let i = 0; i < to.length; i++) to[i] = (to[i] ?? 0) + factor * (values[i] ?? 0);
}

/** Puts 0 for what is less. */
export function rectify(values: Float64Array): void {
  for (let i = 0; i < values.length; i++) if ((values[i] ?? 0) < 0) values[i] = 0;
}

/** Makes `length` numbers shares of one, the greater by more the sharper. */
export function softmax(values: Float64Array, from: number, length: number, sharpness: number): void {
  let most = -Infinity;
  for (let i = from; i < from + length; i++) most = Math.max(most, sharpness * (values[i] ?? 0));
  let sum = 0;
  for (let i = from; i < from + length; i++) {
    const e = Math.exp(sharpness * (values[i] ?? 0) - most);
    values[i] = e;
    sum += e;
  }
  for (let i = from; i < from + length; i++) values[i] = (values[i] ?? 0) / sum;
}

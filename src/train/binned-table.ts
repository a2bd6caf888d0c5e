/** Feature values put into at most {@link BINS} bins, column by column. */
export interface BinnedTable {
  readonly bins: readonly Uint8Array[];
  /** The upper bound of each bin but the last. */
  readonly cuts: readonly Float64Array[];
  readonly rows: number;
}

export const BINS = 64;

/** Bins by quantiles; a feature with few values gets a bin for each. */
export function binTable(columns: readonly Float32Array[]): BinnedTable {
  const rows = columns[0]?.length ?? 0;
  const cuts = columns.map((column) => cutsOf(column));
  const bins = columns.map((column, f) => {
    const bounds = cuts[f] ?? new Float64Array(0);
    return Uint8Array.from(column, (value) => binOf(value, bounds));
  });
  return { bins, cuts, rows };
}

/** The rows of a table, by their numbers. */
export function selectRows({ bins, cuts }: BinnedTable, rows: readonly number[]): BinnedTable {
  return {
    bins: bins.map((column) => Uint8Array.from(rows, (row) => column[row] ?? 0)),
    cuts,
    rows: rows.length,
  };
}

function binOf(value: number, bounds: Float64Array): number {
  let low = 0;
  let high = bounds.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= (bounds[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function cutsOf(column: Float32Array): Float64Array {
  const sorted = Float32Array.from(column).sort();
  const values = [...new Set(sorted)];
  if (values.length <= BINS) {
    return boundsOf(values.slice(1).map((value, i) => (value + (values[i] ?? 0)) / 2));
  }
  const quantiles = Array.from(
    { length: BINS - 1 },
    (_, b) => sorted[Math.floor((sorted.length * (b + 1)) / BINS)] ?? 0,
  );
  return boundsOf(quantiles);
}

/** Rounded as the file has them, so that a row falls to the same side in training and afterwards. */
function boundsOf(values: readonly number[]): Float64Array {
  return Float64Array.from(new Set(values.map((value) => Number(value.toPrecision(6)))));
}

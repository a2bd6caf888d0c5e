import { binTable, selectRows, type BinnedTable } from './binned-table.ts';
import type { Group } from './losses.ts';

/** Rows of features in groups, each group with the number of the example that it came from. */
export interface GroupedRows {
  readonly table: BinnedTable;
  readonly labels: Float32Array;
  readonly weights: Float32Array;
  readonly groups: readonly (Group & { readonly example: number })[];
}

/** Collects rows group by group. */
export interface RowCollector {
  /** Adds a group; `labels` and `weights` go with `rows`. */
  add(
    example: number,
    rows: readonly Float64Array[],
    labels: readonly number[],
    weights?: readonly number[],
  ): void;
  finish(): GroupedRows;
}

export function collectRows(features: number): RowCollector {
  const collected: Float32Array[] = [];
  const allLabels: number[] = [];
  const allWeights: number[] = [];
  const groups: (Group & { example: number })[] = [];
  return {
    add(example, rows, labels, weights = labels.map(() => 1)) {
      groups.push({ example, start: collected.length, end: collected.length + rows.length });
      for (const row of rows) collected.push(Float32Array.from(row));
      allLabels.push(...labels);
      allWeights.push(...weights);
    },
    finish() {
      const columns = Array.from({ length: features }, (_, f) =>
        Float32Array.from(collected, (row) => row[f] ?? 0),
      );
      return {
        table: binTable(columns),
        labels: Float32Array.from(allLabels),
        weights: Float32Array.from(allWeights),
        groups,
      };
    },
  };
}

/** The groups of the examples that are kept, closed up. */
export function selectGroups(
  { table, labels, weights, groups }: GroupedRows,
  keep: (example: number) => boolean,
): GroupedRows {
  const kept: number[] = [];
  const selected = groups
    .filter(({ example }) => keep(example))
    .map(({ example, start, end }) => {
      const at = kept.length;
      for (let row = start; row < end; row++) kept.push(row);
      return { example, start: at, end: kept.length };
    });
  return {
    table: selectRows(table, kept),
    labels: Float32Array.from(kept, (row) => labels[row] ?? 0),
    weights: Float32Array.from(kept, (row) => weights[row] ?? 1),
    groups: selected,
  };
}

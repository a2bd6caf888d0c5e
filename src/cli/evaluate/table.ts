import type { Floors, GoldenFigures, Outcome, Score } from './golden.ts';

/** All that is shown of one evaluation. */
export interface GoldenReport {
  /** The name of the segmenter that was measured with. */
  readonly segmenter: string;
  readonly figures: GoldenFigures;
  readonly floors: Floors;
  readonly failures: readonly Outcome[];
}

/** The figures as a table for a terminal, with the failures below it. */
export function goldenTable({ segmenter, figures, floors, failures }: GoldenReport): string {
  const rows = [
    [`by ${segmenter}`, 'passed', 'of', '%', 'floor'],
    row('golden', figures.golden, floors.golden),
    row('  sentence', figures.sentences),
    row('must abstain', figures.mustAbstain, floors.mustAbstain),
    row('variants', figures.variants, floors.variants),
    ...Object.entries(figures.byVariant).map(([kind, score]) => row(`  ${kind}`, score)),
  ];
  return table(rows) + failureList(failures);
}

/** The same as JSON, with one object for every failure. */
export function goldenJson({ segmenter, figures, floors, failures }: GoldenReport): string {
  return `${JSON.stringify({ segmenter, ...figures, floors, failures }, null, 2)}\n`;
}

function row(name: string, { passed, total }: Score, floor?: number): string[] {
  return [
    name,
    String(passed),
    String(total),
    percent({ passed, total }),
    floor === undefined ? '' : String(floor),
  ];
}

/** With one decimal, rounded down, so that 100.0 means every one; a dash where there are none. */
function percent({ passed, total }: Score): string {
  return total === 0 ? '–' : (Math.floor((passed * 1000) / total) / 10).toFixed(1);
}

/** The first column to the left, the others to the right, as wide as their widest cell. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((cells) => (cells[column] ?? '').length)),
  );
  return rows
    .map((cells) =>
      cells
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
    .concat('\n');
}

function failureList(failed: readonly Outcome[]): string {
  if (failed.length === 0) return '';
  const entries = failed.map(
    ({ group, question, why, expected, got }) =>
      `${group}: ${JSON.stringify(question)} (${why})\n  expected  ${expected}\n  got       ${got}\n`,
  );
  return `\nFailures\n\n${entries.join('\n')}`;
}

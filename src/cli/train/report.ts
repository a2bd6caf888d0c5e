import type { RankingFigures } from '../../train/cross-validation.ts';
import type { Provenance } from '../../train/provenance.ts';

const COLUMNS: readonly (readonly [string, (figures: RankingFigures) => string])[] = [
  ['questions', ({ questions }) => String(questions)],
  ['R@1', ({ recallAt1 }) => fixed(recallAt1)],
  ['hit', ({ sentenceHit }) => fixed(sentenceHit)],
  ['in paragraph', ({ sentenceHitGivenParagraph }) => fixed(sentenceHitGivenParagraph)],
  ['length', ({ meanLength }) => meanLength.toFixed(1)],
  ['AUROC', ({ abstention }) => fixed(abstention.auroc)],
  ['kept at 1 %', ({ abstention }) => fixed(abstention.keptAt['1%'])],
  ['5 %', ({ abstention }) => fixed(abstention.keptAt['5%'])],
  ['10 %', ({ abstention }) => fixed(abstention.keptAt['10%'])],
  ['ECE', ({ abstention }) => fixed(abstention.ece)],
];

/** The features of each model that are named. */
const NAMED_FEATURES = 12;

/** What a training came to, for a terminal. */
export function trainingReport({ folds, crossValidated, gains }: Provenance): string {
  const how = folds === 'files' ? 'each file by a model of the others' : `${folds} folds by article`;
  const rows = Object.entries(crossValidated).flatMap(([name, { whole, small }]) => [
    [name, ...COLUMNS.map(([, of]) => of(whole))],
    [`${name}, 3 to 8 passages`, ...COLUMNS.map(([, of]) => of(small))],
  ]);
  const features = Object.entries(gains).map(
    ([model, all]) =>
      `${model}: ${all
        .slice(0, NAMED_FEATURES)
        .map(({ feature, share }) => `${feature} ${(share * 100).toFixed(1)}`)
        .join(', ')}`,
  );
  return [
    `Cross-validated: ${how}`,
    aligned([['', ...COLUMNS.map(([name]) => name)], ...rows]),
    'Per cent of the gain by feature',
    ...features,
    '',
  ].join('\n');
}

function fixed(value: number): string {
  return value.toFixed(4);
}

/** The first column to the left, the others to the right, as wide as their widest cell. */
function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((cells) => (cells[column] ?? '').length)),
  );
  return rows
    .map((cells) =>
      cells
        .map((cell, column) => {
          const width = widths[column] ?? 0;
          return column === 0 ? cell.padEnd(width) : cell.padStart(width);
        })
        .join('  ')
        .concat('\n'),
    )
    .join('');
}

import type { RankerData } from '../answer/ranking/ranker.ts';
import type { RankingFigures } from './cross-validation.ts';
import type { FeatureGain, ModelName } from './models.ts';

/** Where a trained ranker comes from: kept in data/ranker.json beside its trees. */
export interface Provenance {
  readonly files: readonly { readonly name: string; readonly sha256: string; readonly questions: number }[];
  readonly seed: number;
  /** The share of the usual number of trees: below 1 for a trial. */
  readonly trees: number;
  /** How the questions were divided: in so many folds by article, or file by file. */
  readonly folds: number | 'files';
  /** By models that had not seen the questions: for each file, and for all questions together. */
  readonly crossValidated: Readonly<
    Record<string, { readonly whole: RankingFigures; readonly small: RankingFigures }>
  >;
  /** The features that brought most. */
  readonly gains: Readonly<Record<ModelName, readonly FeatureGain[]>>;
}

/** The content of data/ranker.json. */
export interface TrainedRanker extends RankerData {
  readonly provenance: Provenance;
}

/** Figures with four digits, so that the file stays readable and small. */
export function rankerJson({ provenance, ...ranker }: TrainedRanker): string {
  const rounded: unknown = JSON.parse(
    JSON.stringify(provenance, (_, value: unknown) =>
      typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value,
    ),
  );
  return `${JSON.stringify({ provenance: rounded, ...ranker })}\n`;
}

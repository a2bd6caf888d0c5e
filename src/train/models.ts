import { ANSWER_FEATURES, PASSAGE_FEATURES } from '../answer/ranking/passage-features.ts';
import { SENTENCE_FEATURES } from '../answer/ranking/sentence-features.ts';
import { createTrees, type Trees } from '../answer/ranking/trees.ts';
import { boost, type Boosted, type BoostingOptions } from './boosting.ts';
import { logisticLoss, softmaxLoss } from './losses.ts';
import { selectGroups, type GroupedRows } from './rows.ts';

/** How each of the three models is grown. */
export interface TrainingOptions {
  /** The seed of the sentence ranker; the others' follow from it. */
  readonly seed: number;
  /** The share of the usual number of trees: 1, or less for a trial. */
  readonly trees: number;
}

/** @param fraction how far the stage is, from 0 to 1 */
export type OnProgress = (stage: string, fraction: number) => void;

/** The ranker's three models. */
export type ModelName = 'sentences' | 'passages' | 'answers';

export interface FeatureGain {
  readonly feature: string;
  readonly share: number;
}

/** What a model looks at, what it minimises, and how it is grown. */
export interface Model {
  readonly features: readonly { readonly name: string }[];
  readonly loss: 'softmax' | 'logistic';
  readonly options: BoostingOptions;
}

export function modelsOf({ seed, trees }: TrainingOptions): Record<ModelName, Model> {
  const shared = { featureShare: 0.4, groupShare: 0.7 };
  const count = (usual: number) => Math.max(1, Math.round(usual * trees));
  return {
    sentences: {
      features: SENTENCE_FEATURES,
      loss: 'softmax',
      options: {
        ...shared,
        trees: count(300),
        leaves: 12,
        learningRate: 0.06,
        minimumRows: 40,
        regularisation: 5,
        seed,
      },
    },
    passages: {
      features: PASSAGE_FEATURES,
      loss: 'softmax',
      options: {
        ...shared,
        trees: count(150),
        leaves: 8,
        learningRate: 0.06,
        minimumRows: 30,
        regularisation: 8,
        seed: seed + 4,
      },
    },
    answers: {
      features: ANSWER_FEATURES,
      loss: 'logistic',
      options: {
        ...shared,
        trees: count(200),
        leaves: 8,
        learningRate: 0.05,
        minimumRows: 30,
        regularisation: 8,
        seed: seed + 6,
      },
    },
  };
}

/** A model for every fold, trained on the others, and one of all examples. */
export function trainFolds(
  stage: string,
  { features, loss, options }: Model,
  rows: GroupedRows,
  foldOfExample: readonly number[],
  folds: number,
  onProgress: OnProgress,
): { ofFold: (fold: number) => Trees; final: Boosted } {
  const names = features.map(({ name }) => name);
  const fit = (run: number, keep: (example: number) => boolean) => {
    const { table, labels, weights, groups } = selectGroups(rows, keep);
    const lossOf = loss === 'softmax' ? softmaxLoss(groups, labels) : logisticLoss(labels, weights);
    return boost(table, lossOf, groups, names, options, (trees) => {
      onProgress(`training ${stage}`, (run + trees / options.trees) / (folds + 1));
    });
  };
  const ofFolds = Array.from({ length: folds }, (_, fold) =>
    createTrees(fit(fold, (example) => foldOfExample[example] !== fold).trees, names),
  );
  const final = fit(folds, () => true);
  const whole = createTrees(final.trees, names);
  return { ofFold: (fold) => ofFolds[fold] ?? whole, final };
}

/** The features of a model by what they brought, the most first. */
export function gainsOf({ features }: Model, { gains }: Boosted): FeatureGain[] {
  const all = gains.reduce((sum, gain) => sum + gain, 0);
  return features
    .map(({ name }, f) => ({ feature: name, share: (gains[f] ?? 0) / Math.max(1e-9, all) }))
    .sort((a, b) => b.share - a.share);
}

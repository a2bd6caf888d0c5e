import { probabilityOf } from '../answer/ranking/trees.ts';

/** Rows that belong together: the candidates of one question. Half-open, in order, without gaps. */
export interface Group {
  readonly start: number;
  readonly end: number;
}

/** Writes the first and second derivatives of a loss at `scores`, one for each row. */
export type Loss = (scores: Float64Array, gradient: Float64Array, hessian: Float64Array) => void;

/**
 * The loss −log of the probability that a softmax over a group's scores gives its good rows. A row is good by
 * `labels`, from 0 to 1; where several are, the model may prefer any.
 */
export function softmaxLoss(groups: readonly Group[], labels: Float32Array): Loss {
  return (scores, gradient, hessian) => {
    for (const { start, end } of groups) {
      let most = -Infinity;
      for (let i = start; i < end; i++) most = Math.max(most, scores[i] ?? 0);
      let sum = 0;
      let good = 0;
      for (let i = start; i < end; i++) {
        const e = Math.exp((scores[i] ?? 0) - most);
        gradient[i] = e;
        sum += e;
        good += e * (labels[i] ?? 0);
      }
      for (let i = start; i < end; i++) {
        const e = gradient[i] ?? 0;
        const p = e / sum;
        gradient[i] = p - (good > 0 ? (e * (labels[i] ?? 0)) / good : p);
        hessian[i] = Math.max(p * (1 - p), 1e-4);
      }
    }
  };
}

/** The log loss of a probability. @param weights what each row counts */
export function logisticLoss(labels: Float32Array, weights: Float32Array): Loss {
  return (scores, gradient, hessian) => {
    for (let i = 0; i < labels.length; i++) {
      const p = probabilityOf(scores[i] ?? 0);
      const weight = weights[i] ?? 1;
      gradient[i] = (p - (labels[i] ?? 0)) * weight;
      hessian[i] = Math.max(p * (1 - p), 1e-6) * weight;
    }
  };
}

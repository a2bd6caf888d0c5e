import type { Levels, SentenceView } from './view.ts';

/** Shares of the question's weight, where what few candidates have weighs most. From 0 to 1. */
export interface Rare {
  /** Of the terms and subjects, in the sentence. */
  readonly here: number;
  /** In it, or in the headings and the header above it. */
  readonly near: number;
  /** Of the pairs of characters, in the sentence, and in it or above it. */
  readonly pairsHere: number;
  readonly pairsNear: number;
  /** Of the sayings, in the sentence or above it. */
  readonly sayings: number;
}

/** Of a sentence that has nothing of the question. */
export const NOTHING_RARE: Rare = { here: 0, near: 0, pairsHere: 0, pairsNear: 0, sayings: 0 };

export const RARE_PARTS = ['here', 'near', 'pairsHere', 'pairsNear', 'sayings'] as const;

/** For each candidate what it has of the question, weighed by how few others have it. */
export function rareSharesOf(views: readonly SentenceView[]): Rare[] {
  const words = ({ levels, subjects }: SentenceView) => [...levels, ...subjects];
  const near = ({ here, above }: Levels) => Math.max(here, above);
  const stands = (word: string, ...where: readonly string[]) =>
    Number(where.some((text) => text.includes(word)));
  const here = weighedByRarity(views.map((view) => words(view).map((levels) => levels.here)));
  const nearby = weighedByRarity(views.map((view) => words(view).map(near)));
  const pairsHere = weighedByRarity(
    views.map(({ inquiry, sentence }) => inquiry.pairs.map((pair) => stands(pair, sentence.folded))),
  );
  const pairsNear = weighedByRarity(
    views.map(({ inquiry, sentence, standing }) =>
      inquiry.pairs.map((pair) => stands(pair, sentence.folded, standing.context)),
    ),
  );
  const sayings = weighedByRarity(
    views.map(({ inquiry, sentence, standing }) =>
      inquiry.sayings.map(({ written }) =>
        Math.max(0, ...written.map((word) => stands(word, sentence.folded, standing.context))),
      ),
    ),
  );
  return views.map((_, i) => ({
    here: here[i] ?? 0,
    near: nearby[i] ?? 0,
    pairsHere: pairsHere[i] ?? 0,
    pairsNear: pairsNear[i] ?? 0,
    sayings: sayings[i] ?? 0,
  }));
}

/**
 * For each row the sum of its levels, each weighed by the logarithm of how few rows have it (the inverse document
 * frequency of the row's column), as a share of what it could be.
 *
 * @param rows of levels from 0 to 1, all of one length
 */
export function weighedByRarity(rows: readonly (readonly number[])[]): number[] {
  const weights = (rows[0] ?? []).map((_, column) => {
    const having = rows.reduce((sum, row) => sum + (row[column] ?? 0), 0);
    return Math.log((rows.length + 1) / (having + 0.5));
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return rows.map((row) =>
    total === 0 ? 0 : row.reduce((sum, level, column) => sum + level * (weights[column] ?? 0), 0) / total,
  );
}

/** For each value the greatest of the others, at least 0. */
export function greatestOfOthers(values: readonly number[]): number[] {
  const most = Math.max(0, ...values);
  const at = values.indexOf(most);
  const second = Math.max(0, ...values.filter((_, i) => i !== at));
  return values.map((_, i) => (i === at ? second : most));
}

import { abstentionFigures, quantile, type AbstentionFigures } from '../../train/figures.ts';
import type { RankingOutcome } from './squad-ranking.ts';
import type { ReplyOutcome } from './squad-replies.ts';

/** What search and ranker come to on a set, before anything is decided. */
export interface RankingFigures {
  readonly questions: number;
  /** The shares of the answerable questions whose gold paragraph comes first, or among the first five. */
  readonly recallAt1: number;
  readonly recallAt5: number;
  /** The mean of 1 / rank of the gold paragraph, 0 beyond the tenth. */
  readonly reciprocalRank: number;
  /** The shares whose best sentence holds a gold answer: of the pool, and of the gold paragraph. */
  readonly sentenceHit: number;
  readonly sentenceHitGivenParagraph: number;
  readonly meanLength: number;
  readonly meanGoldLength: number;
  /** Hits in 100 characters returned: a longer sentence must not buy a hit. */
  readonly hitsPer100Characters: number;
  readonly abstention: AbstentionFigures;
}

/** What the replies come to. */
export interface ReplyFigures {
  readonly answerable: number;
  readonly unanswerable: number;
  /** The share of the answerable that was answered, and of the unanswerable: the chosen operating point. */
  readonly answered: number;
  readonly falselyAnswered: number;
  /** The share of the answers to answerable questions whose first sentence holds a gold answer. */
  readonly rightOfAnswered: number;
  /** The same for the first sentence shown, as the answer or as the nearest to one, over all answerable. */
  readonly sentenceHit: number;
  readonly meanLength: number;
  readonly hitsPer100Characters: number;
  /** How many of the answers have a short answer, and how good those are. */
  readonly shortGiven: number;
  readonly shortExact: number;
  readonly shortF1: number;
  readonly abstention: AbstentionFigures;
  readonly milliseconds: { readonly p50: number; readonly p95: number; readonly p99: number };
}

export function rankingFigures(outcomes: readonly RankingOutcome[]): RankingFigures {
  const answerable = outcomes.filter(({ hasAnswer }) => hasAnswer);
  const share = (isCounted: (outcome: RankingOutcome) => boolean) => shareOf(answerable, isCounted);
  const withGold = answerable.filter(({ goldLength }) => goldLength > 0);
  const length = sum(answerable.map((outcome) => outcome.length));
  return {
    questions: answerable.length,
    recallAt1: share(({ goldRank }) => goldRank === 1),
    recallAt5: share(({ goldRank }) => goldRank >= 1 && goldRank <= 5),
    reciprocalRank: mean(
      answerable.map(({ goldRank }) => (goldRank >= 1 && goldRank <= 10 ? 1 / goldRank : 0)),
    ),
    sentenceHit: share(({ isHit }) => isHit),
    sentenceHitGivenParagraph: share(({ isHitInParagraph }) => isHitInParagraph),
    meanLength: length / answerable.length,
    meanGoldLength: mean(withGold.map(({ goldLength }) => goldLength)),
    hitsPer100Characters: (100 * answerable.filter(({ isHit }) => isHit).length) / length,
    abstention: abstentionFigures(
      answerable.map(({ confidence }) => confidence),
      unanswerableConfidences(outcomes, ({ confidenceWithout }) => confidenceWithout),
    ),
  };
}

export function replyFigures(outcomes: readonly ReplyOutcome[]): ReplyFigures {
  const answerable = outcomes.filter(({ hasAnswer }) => hasAnswer);
  const answered = answerable.filter(({ isAnswered }) => isAnswered);
  const unanswerable = outcomes.map(({ hasAnswer, isAnswered, confidence, without }) =>
    hasAnswer ? without : { isAnswered, confidence },
  );
  const asked = unanswerable.filter((one) => one !== null);
  const shorts = answered.flatMap(({ short }) => short ?? []);
  const times = outcomes.map(({ milliseconds }) => milliseconds);
  const length = sum(answerable.map((outcome) => outcome.length));
  return {
    answerable: answerable.length,
    unanswerable: asked.length,
    answered: answered.length / answerable.length,
    falselyAnswered: shareOf(asked, ({ isAnswered }) => isAnswered),
    rightOfAnswered: shareOf(answered, ({ isHit }) => isHit),
    sentenceHit: shareOf(answerable, ({ isHit }) => isHit),
    meanLength: length / answerable.length,
    hitsPer100Characters: (100 * answerable.filter(({ isHit }) => isHit).length) / length,
    shortGiven: shorts.length / answered.length,
    shortExact: mean(shorts.map(({ exact }) => exact)),
    shortF1: mean(shorts.map(({ f1 }) => f1)),
    abstention: abstentionFigures(
      answerable.map(({ confidence }) => confidence),
      unanswerableConfidences(outcomes, ({ without }) => without?.confidence ?? null),
    ),
    milliseconds: { p50: quantile(times, 0.5), p95: quantile(times, 0.95), p99: quantile(times, 0.99) },
  };
}

/** Of questions without an answer as they are, and of the others when their paragraph is not there. */
export function unanswerableConfidences<Outcome extends { hasAnswer: boolean; confidence: number }>(
  outcomes: readonly Outcome[],
  without: (outcome: Outcome) => number | null,
): number[] {
  return outcomes.flatMap((outcome) => (outcome.hasAnswer ? (without(outcome) ?? []) : outcome.confidence));
}

function shareOf<T>(items: readonly T[], isCounted: (item: T) => boolean): number {
  return items.filter(isCounted).length / items.length;
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

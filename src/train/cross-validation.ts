import { abstentionFigures, type AbstentionFigures } from './figures.ts';
import type { SettingKind } from './settings.ts';
import { PASSAGE_WEIGHT, type Verdict } from './train-ranker.ts';

/** How well models do on questions that they were not trained on. */
export interface RankingFigures {
  readonly questions: number;
  /** The share of the questions whose best sentence stands in the gold paragraph. */
  readonly recallAt1: number;
  /** The share whose best sentence is a hit: over the pool, and among the sentences of the gold paragraph. */
  readonly sentenceHit: number;
  readonly sentenceHitGivenParagraph: number;
  /** The mean length of the best sentence, in characters. */
  readonly meanLength: number;
  readonly abstention: AbstentionFigures;
}

/** The figures of some verdicts, in whole sets or in small collections. */
export function rankingFigures(verdicts: readonly Verdict[], size: 'whole' | 'small'): RankingFigures {
  const of = (kind: SettingKind) => verdicts.filter(({ setting }) => setting.kind === kind);
  const answerable = of(size);
  const bests = answerable.map(best);
  const share = (isCounted: (verdict: Verdict, index: number) => boolean) =>
    answerable.filter(isCounted).length / answerable.length;
  return {
    questions: answerable.length,
    recallAt1: share(({ example }, i) => example.isGold(bests[i]?.place ?? -1)),
    sentenceHit: share(({ example }, i) => example.isHit(bests[i]?.place ?? -1, bests[i]?.sentence ?? -1)),
    sentenceHitGivenParagraph: share(isHitInParagraph),
    meanLength:
      answerable.reduce(
        (sum, { example }, i) => sum + example.lengthOf(bests[i]?.place ?? -1, bests[i]?.sentence ?? -1),
        0,
      ) / answerable.length,
    abstention: abstentionFigures(
      answerable.map(({ confidence }) => confidence),
      of(`${size} without`).map(({ confidence }) => confidence),
    ),
  };
}

/** The best sentence, as the ranker chooses it. */
function best({ setting, passageScores, sentenceScores }: Verdict) {
  const all = sentenceScores.flatMap((scores, p) =>
    scores.map((score, sentence) => ({
      place: setting.found[p]?.place ?? -1,
      sentence,
      score: score + PASSAGE_WEIGHT * (passageScores[p] ?? 0),
    })),
  );
  return all.reduce<(typeof all)[number] | undefined>(
    (a, b) => (a === undefined || b.score > a.score ? b : a),
    undefined,
  );
}

function isHitInParagraph({ example, setting, sentenceScores }: Verdict): boolean {
  const all = setting.found.flatMap(({ place }, p) =>
    example.isGold(place)
      ? (sentenceScores[p] ?? []).map((score, sentence) => ({ place, sentence, score }))
      : [],
  );
  const [first] = all.sort((a, b) => b.score - a.score);
  return first !== undefined && example.isHit(first.place, first.sentence);
}

import { join } from 'node:path';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import * as v from 'valibot';

import { createRanker, type Ranker, type RankerData } from '../../answer/ranking/ranker.ts';
import type { Segmenter } from '../../text/segmenter.ts';
import type { Judged } from '../../train/figures.ts';
import type { Provenance } from '../../train/provenance.ts';
import { readQuestionSet, type QuestionSet } from '../../train/question-set.ts';
import { withProgress, type ProgressOutput } from './progress.ts';
import { reliabilityDiagram, riskCoverageCurve, type ChartSeries } from './squad-charts.ts';
import { rankingFigures, replyFigures } from './squad-figures.ts';
import { rankQuestions, type RankingOutcome } from './squad-ranking.ts';
import { askQuestions } from './squad-replies.ts';
import type { SquadReport } from './squad-table.ts';

/** The shipped ranker, and where it comes from as far as its file says. */
export interface ShippedRanker {
  readonly ranker: Ranker;
  readonly provenance: Pick<Provenance, 'files' | 'crossValidated'>;
}

/** What one set came to. */
export interface SquadResult {
  readonly report: SquadReport;
  readonly ranking: readonly RankingOutcome[];
}

/** @throws Error that says what is wrong with a file */
export async function readQuestionSets(files: readonly string[]): Promise<QuestionSet[]> {
  return Promise.all(files.map(async (file) => readQuestionSet(file, await readFile(file))));
}

const WithProvenance = v.object({
  provenance: v.object({
    files: v.array(v.looseObject({ sha256: v.string() })),
    crossValidated: v.record(v.string(), v.looseObject({ whole: v.looseObject({}) })),
  }),
});

/** @param text the content of data/ranker.json */
export function readShippedRanker(text: string): ShippedRanker {
  const data: unknown = JSON.parse(text);
  const known = v.is(WithProvenance, data);
  return {
    ranker: createRanker(data as RankerData),
    provenance: known
      ? (data as unknown as { provenance: Provenance }).provenance
      : { files: [], crossValidated: {} },
  };
}

/** Measures search, ranker and replies on a set. */
export function measureSet(
  set: QuestionSet,
  segmenter: Segmenter,
  { ranker, provenance }: ShippedRanker,
  now: () => number,
  output: ProgressOutput,
): SquadResult {
  const ranking = [...withProgress(rankQuestions(set, segmenter, ranker), `${set.name}: ranked`, output)];
  const replies = [...withProgress(askQuestions(set, segmenter, now), `${set.name}: asked`, output)];
  const trainedOn = provenance.files.find(({ sha256 }) => sha256 === set.sha256);
  return {
    ranking,
    report: {
      file: set.name,
      paragraphs: set.notices.reduce((sum, { passages }) => sum + passages.length, 0),
      ranking: rankingFigures(ranking),
      replies: replyFigures(replies),
      isTrainedOn: trainedOn !== undefined,
      crossValidated:
        trainedOn === undefined ? null : (provenance.crossValidated[trainedOn.name]?.whole ?? null),
    },
  };
}

/** Writes reliability.svg and risk-coverage.svg into a folder, which is made where there is none. */
export async function writeCharts(folder: string, results: readonly SquadResult[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  const series = (judge: (outcome: RankingOutcome) => Judged[]): ChartSeries[] =>
    results.map(({ report, ranking }) => ({ name: report.file, judged: ranking.flatMap(judge) }));
  const reliability = reliabilityDiagram('Is there an answer?', series(judgeAnswerable));
  const riskCoverage = riskCoverageCurve('What answering more would cost', series(judgeSentence));
  await writeFile(join(folder, 'reliability.svg'), reliability);
  await writeFile(join(folder, 'risk-coverage.svg'), riskCoverage);
}

/** The confidence is right when there is an answer. */
function judgeAnswerable({ hasAnswer, confidence, confidenceWithout }: RankingOutcome): Judged[] {
  const without = confidenceWithout === null ? [] : [{ confidence: confidenceWithout, isRight: false }];
  return [{ confidence, isRight: hasAnswer }, ...without];
}

/** A reply is right when its sentence holds the answer; to a question without one it is wrong. */
function judgeSentence(outcome: RankingOutcome): Judged[] {
  return judgeAnswerable(outcome).map(({ confidence, isRight }) => ({
    confidence,
    isRight: isRight && outcome.isHit,
  }));
}

import type { Provenance } from '../../train/provenance.ts';
import type { RankingFigures, ReplyFigures } from './squad-figures.ts';
import { table } from './table.ts';

/** All that is shown of one set. */
export interface SquadReport {
  readonly file: string;
  readonly paragraphs: number;
  readonly ranking: RankingFigures;
  readonly replies: ReplyFigures;
  /** Whether the shipped ranker was trained on this very file. */
  readonly isTrainedOn: boolean;
  /** What models that had not seen the file's questions reached on them; null where it is not in the provenance. */
  readonly crossValidated: Provenance['crossValidated'][string]['whole'] | null;
}

/** The figures of each set, column by column. */
export function squadTable(reports: readonly SquadReport[], segmenter: string): string {
  const row = (name: string, of: (report: SquadReport) => string) => [name, ...reports.map(of)];
  const validated =
    (of: (figures: NonNullable<SquadReport['crossValidated']>) => number) =>
    ({ crossValidated }: SquadReport) =>
      crossValidated === null ? '–' : share(of(crossValidated));
  const rows = [
    row(`by ${segmenter}`, ({ file }) => file),
    row('paragraphs', ({ paragraphs }) => String(paragraphs)),
    row('questions, answerable', ({ replies }) => String(replies.answerable)),
    row('questions, unanswerable', ({ replies }) => String(replies.unanswerable)),
    row('ranker was trained on this file', ({ isTrainedOn }) => (isTrainedOn ? 'yes' : 'no')),
    row('Search and ranker', () => ''),
    row('  passage R@1', ({ ranking }) => share(ranking.recallAt1)),
    row('  passage R@5', ({ ranking }) => share(ranking.recallAt5)),
    row('  passage MRR@10', ({ ranking }) => share(ranking.reciprocalRank)),
    row('  sentence hit, pool', ({ ranking }) => share(ranking.sentenceHit)),
    row('  sentence hit, gold paragraph', ({ ranking }) => share(ranking.sentenceHitGivenParagraph)),
    row('  mean length, returned', ({ ranking }) => ranking.meanLength.toFixed(1)),
    row('  mean length, gold', ({ ranking }) => ranking.meanGoldLength.toFixed(1)),
    row('  hits per 100 characters', ({ ranking }) => share(ranking.hitsPer100Characters)),
    ...abstentionRows(row, ({ ranking }) => ranking.abstention),
    row('Replies', () => ''),
    row('  answered, of answerable', ({ replies }) => share(replies.answered)),
    row('  answered, of unanswerable', ({ replies }) => share(replies.falselyAnswered)),
    row('  answers whose sentence is right', ({ replies }) => share(replies.rightOfAnswered)),
    row('  sentence hit, answer or nearest', ({ replies }) => share(replies.sentenceHit)),
    row('  mean length', ({ replies }) => replies.meanLength.toFixed(1)),
    row('  hits per 100 characters', ({ replies }) => share(replies.hitsPer100Characters)),
    row('  answers with a short answer', ({ replies }) => share(replies.shortGiven)),
    row('  short answer, exact match', ({ replies }) => share(replies.shortExact)),
    row('  short answer, character F1', ({ replies }) => share(replies.shortF1)),
    ...abstentionRows(row, ({ replies }) => replies.abstention),
    row('  ms a question, p50', ({ replies }) => replies.milliseconds.p50.toFixed(2)),
    row('  ms a question, p95', ({ replies }) => replies.milliseconds.p95.toFixed(2)),
    row('  ms a question, p99', ({ replies }) => replies.milliseconds.p99.toFixed(2)),
    row('Cross-validated at training', () => ''),
    row(
      '  passage R@1',
      validated(({ recallAt1 }) => recallAt1),
    ),
    row(
      '  sentence hit, pool',
      validated(({ sentenceHit }) => sentenceHit),
    ),
    row(
      '  sentence hit, gold paragraph',
      validated(({ sentenceHitGivenParagraph: hit }) => hit),
    ),
    row(
      '  AUROC',
      validated(({ abstention }) => abstention.auroc),
    ),
    row(
      '  kept at 5 % false answers',
      validated(({ abstention }) => abstention.keptAt['5%']),
    ),
    row(
      '  expected calibration error',
      validated(({ abstention }) => abstention.ece),
    ),
  ];
  return table(rows) + trainedOnNote(reports);
}

function abstentionRows(
  row: (name: string, of: (report: SquadReport) => string) => string[],
  of: (report: SquadReport) => RankingFigures['abstention'],
): string[][] {
  return [
    row('  AUROC', (report) => share(of(report).auroc)),
    row('  kept at 1 % false answers', (report) => share(of(report).keptAt['1%'])),
    row('  kept at 5 % false answers', (report) => share(of(report).keptAt['5%'])),
    row('  kept at 10 % false answers', (report) => share(of(report).keptAt['10%'])),
    row('  expected calibration error', (report) => share(of(report).ece)),
  ];
}

function trainedOnNote(reports: readonly SquadReport[]): string {
  const files = reports.filter(({ isTrainedOn }) => isTrainedOn).map(({ file }) => file);
  if (files.length === 0) return '';
  return (
    `\nThe ranker in data/ranker.json was trained on ${files.join(' and ')}: the figures of search, ranker and\n` +
    'replies are better than those on new questions will be. The cross-validated ones are by models that had not\n' +
    'seen the questions.\n'
  );
}

/** The same as JSON. */
export function squadJson(reports: readonly SquadReport[], segmenter: string): string {
  return `${JSON.stringify({ segmenter, sets: reports }, null, 2)}\n`;
}

function share(value: number): string {
  return Number.isFinite(value) ? value.toFixed(4) : '–';
}

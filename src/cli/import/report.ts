import { join } from 'node:path';

import type { NoticeFile, Outcome } from '../../import/index.ts';
import type { Notice } from '../../notice/notice.ts';

/** How many files may be shown with all that was understood; of more, each has a line. */
const MOST_PREVIEWS = 20;
const MOST_LISTED = 12;
/** The width of the longest label. */
const LABEL = 11;

/** What the bot finds in a notice, as it is shown. */
export interface Findings {
  readonly places: readonly string[];
  readonly initiatives: readonly string[];
  /** Such as `海寧: 經編`. */
  readonly facts: readonly string[];
}

/**
 * What is shown of each file as soon as it is imported; refused ones come at the end.
 *
 * @param findingsIn looks into a notice that is shown with all that was understood
 */
export function outcomeView(
  outcome: Outcome,
  folder: string,
  fileCount: number,
  findingsIn: (notice: Notice) => Findings,
): string {
  if (outcome.status === 'refused') return '';
  const { path, status, file } = outcome;
  const head = `${status.padEnd(9)} ${path} → ${join(folder, `${file.id}.txt`)}`;
  const warnings = file.warnings.map((warning) => `  ${'warning'.padEnd(LABEL)} ${warning}`);
  const lines = [
    head,
    ...(fileCount <= MOST_PREVIEWS ? preview(file, findingsIn(file.notice)) : []),
    ...warnings,
  ];
  return lines.map((line) => `${printable(line)}\n`).join('');
}

/** What the bot will read in a notice. */
function preview({ notice, number }: NoticeFile, { places, initiatives, facts }: Findings): string[] {
  const sentences = notice.passages.reduce((sum, passage) => sum + passage.sentences.length, 0);
  const rows: readonly (readonly [string, string | null])[] = [
    ['title', notice.titleLine === null ? null : notice.title],
    ['date', notice.publishedOn],
    ['issuer', notice.issuer],
    ['number', number],
    ['url', notice.url],
    ['text', `${counted(notice.passages.length, 'paragraph')}, ${counted(sentences, 'sentence')}`],
    ['places', listed(places)],
    ['initiatives', listed(initiatives)],
    ['facts', listed(facts)],
  ];
  return rows.map(([label, value]) => `  ${label.padEnd(LABEL)} ${value ?? '–'}`);
}

/** The first few of a list, and how many more there are; null where it is empty. */
function listed(items: readonly string[]): string | null {
  if (items.length === 0) return null;
  const rest = items.length - MOST_LISTED;
  return items.slice(0, MOST_LISTED).join('、') + (rest > 0 ? ` and ${rest} more` : '');
}

/** What all of it came to. */
export function summaryView(outcomes: readonly Outcome[], passedOver: number, dryRun: boolean): string {
  const counts = (['imported', 'replaced', 'unchanged', 'refused'] as const)
    .map((status) => [status, outcomes.filter((outcome) => outcome.status === status).length] as const)
    .filter(([status, count]) => count > 0 || status === 'imported')
    .map(([status, count]) => `${count} ${status}`);
  const rest = passedOver === 0 ? '' : `, ${passedOver} passed over`;
  return `${counts.join(', ')}${rest}${dryRun ? ' (dry run: nothing is written)' : ''}.\n`;
}

/** Each refused file and why. */
export function refusalsView(outcomes: readonly Outcome[]): string {
  return outcomes
    .filter((outcome) => outcome.status === 'refused')
    .map(({ path, reason }) => `${printable(`${path} ${reason}`)}.\n`)
    .join('');
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** A file's name or title must not be able to steer the terminal. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, '\ufffd');
}

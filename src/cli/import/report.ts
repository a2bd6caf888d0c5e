import { join } from 'node:path';

import type { NoticeFile, Outcome } from '../../import/index.ts';

/** How many files may be shown with all that was understood; of more, each has a line. */
const MOST_PREVIEWS = 20;

/** What is shown of each file as soon as it is imported; refused ones come at the end. */
export function outcomeView(outcome: Outcome, folder: string, fileCount: number): string {
  if (outcome.status === 'refused') return '';
  const { path, status, file } = outcome;
  const head = `${status.padEnd(9)} ${path} → ${join(folder, `${file.id}.txt`)}`;
  const warnings = file.warnings.map((warning) => `  warning    ${warning}`);
  const lines = [head, ...(fileCount <= MOST_PREVIEWS ? preview(file) : []), ...warnings];
  return lines.map((line) => `${printable(line)}\n`).join('');
}

/** What the bot will read in a notice. */
function preview({ notice, number }: NoticeFile): string[] {
  const sentences = notice.passages.reduce((sum, passage) => sum + passage.sentences.length, 0);
  const rows: readonly (readonly [string, string | null])[] = [
    ['title', notice.titleLine === null ? null : notice.title],
    ['date', notice.publishedOn],
    ['issuer', notice.issuer],
    ['number', number],
    ['url', notice.url],
    ['text', `${counted(notice.passages.length, 'paragraph')}, ${counted(sentences, 'sentence')}`],
  ];
  return rows.map(([label, value]) => `  ${label.padEnd(10)} ${value ?? '–'}`);
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

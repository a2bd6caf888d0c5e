import type { Answer } from '../answer/index.ts';
import type { Translate } from './index.ts';

/** A longer title is cut. */
const LONGEST_TITLE = 80;

/**
 * What has to be known of an answer besides its quotation: the time that it holds for, and the later notice that
 * corrects, revises or repeals the quoted one. A line each.
 */
export function warningsOf({ asOf, replacement }: Answer, t: Translate): string[] {
  const lines = asOf === null ? [] : [t('as-of', { date: asOf })];
  if (replacement === null) return lines;
  const { by, kind } = replacement;
  const title = by.title.length > LONGEST_TITLE ? `${by.title.slice(0, LONGEST_TITLE - 1)}…` : by.title;
  const notice = t('notice-named', { title, date: by.publishedOn ?? t('source-undated') });
  return [...lines, t(`replaced-${kind}`, { notice })];
}

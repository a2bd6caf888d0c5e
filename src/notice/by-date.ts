import type { Notice } from './notice.ts';

/** Compares two notices by when they were published, the earlier first; those without a date before all others. */
export function byDate(a: Notice, b: Notice): number {
  return (a.publishedOn ?? '').localeCompare(b.publishedOn ?? '');
}

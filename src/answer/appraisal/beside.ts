import { contains, slice, type Range } from '../../text/range.ts';
import { levelOf } from '../evidence.ts';
import { clauseAround } from '../typed-answer.ts';
import type { SentenceView } from './view.ts';

/** How close what may be the answer stands to what is asked. */
export interface Beside {
  /**
   * The share of the weight of the question's terms that stands in its clause, or in its row and the header above it,
   * from 0 to 1; -1 where nothing may be the answer, or there are no terms.
   */
  readonly share: number;
  /** From it to the nearest of them, 0 where it has one, at most {@link FAR}, in characters; -1 where nothing may be the answer. */
  readonly distance: number;
}

/** Where nothing may be the answer. */
export const NOTHING_BESIDE: Beside = { share: -1, distance: -1 };
/** Farther away than this, words do not belong together, in characters. */
const FAR = 40;

export function besideOf(view: SentenceView): Beside {
  const { spans } = view;
  if (spans.length === 0) return NOTHING_BESIDE;
  return {
    share: Math.max(...spans.map((span) => shareAt(view, span))),
    distance: Math.min(...spans.map((span) => distanceTo(view, span))),
  };
}

function shareAt(
  { inquiry: { terms, total }, sentence: { folded }, standing }: SentenceView,
  span: Range,
): number {
  if (total === 0) return -1;
  const cell = standing.cells.findIndex((range) => contains(range, span));
  const around =
    standing.role === 'row'
      ? `${folded} ${standing.header[cell] ?? ''}`
      : slice(folded, clauseAround(folded, span));
  return (
    terms.reduce(
      (sum, { text, written, weight }) =>
        sum + weight * Math.max(levelOf(text, around), Number(written.some((word) => around.includes(word)))),
      0,
    ) / total
  );
}

function distanceTo({ inquiry: { terms }, sentence: { folded } }: SentenceView, span: Range): number {
  return Math.min(
    FAR,
    ...terms.flatMap(({ text, written }) =>
      [text, ...written].map((word) => {
        if (slice(folded, span).includes(word)) return 0;
        const before = folded.slice(0, span.start).lastIndexOf(word);
        const behind = folded.indexOf(word, span.end);
        return Math.min(
          before < 0 ? FAR : span.start - before - word.length,
          behind < 0 ? FAR : behind - span.end,
        );
      }),
    ),
  );
}

import { createLexicon } from '../../lexicon/lexicon.ts';
import type { Notice } from '../../notice/notice.ts';
import { slice } from '../../text/range.ts';
import type { Segmenter } from '../../text/segmenter.ts';
import type { Findings } from './report.ts';

/** What the bot finds in a notice: the places and initiatives that it names, and the facts of its lists. */
export function findingsIn(notice: Notice, segmenter: Segmenter): Findings {
  const { places, initiatives } = createLexicon([notice], segmenter);
  return {
    places: places.map(({ county }) => county.name),
    initiatives: initiatives.map(({ initiative }) => initiative.name),
    facts: places.flatMap(({ county }) =>
      county.facts.map(({ value }) => `${county.name}: ${slice(notice.text, value)}`),
    ),
  };
}

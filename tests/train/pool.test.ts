import { describe, expect, it } from 'vitest';

import { createPassageIndex } from '../../src/answer/passage-index.ts';
import { cutSentences } from '../../src/lexicon/cut-sentence.ts';
import { fold } from '../../src/text/script.ts';
import { createIntlSegmenter } from '../../src/text/segmenter.ts';
import { createPool } from '../../src/train/pool.ts';
import { townSet } from './sets.ts';

const segmenter = createIntlSegmenter();
const { notices, questions } = townSet();
const cut = notices.flatMap((notice) => cutSentences(notice, segmenter));
const pool = createPool(cut);
const asked = questions.map(({ text }) => segmenter.cut(fold(text)));

/** What the answerer's own index finds among the passages at these places. */
function indexOf(places: readonly number[]) {
  const chosen = new Set(places.map((place) => pool.passages[place]?.passage));
  return createPassageIndex(cut.filter(({ passage }) => passage !== null && chosen.has(passage)));
}

const all = pool.passages.map((_, place) => place);

describe('a pool', () => {
  it.each([
    ['all passages', pool.without(new Set()), all],
    ['all but two', pool.without(new Set([2, 5])), all.filter((place) => place !== 2 && place !== 5)],
    ['three passages', pool.only([1, 4, 7]), [1, 4, 7]],
  ])('searches %s as the answerer would if there were no others', (_, selection, places) => {
    const index = indexOf(places);
    expect(selection.collection.size).toBe(places.length);
    for (const words of asked) {
      const mine = selection.search(words, 5);
      const theirs = index.search(words, 5);
      expect(mine.terms).toEqual(theirs.terms);
      expect(mine.hits.map(({ matchedTerms }) => matchedTerms)).toEqual(
        theirs.hits.map(({ matchedTerms }) => matchedTerms),
      );
      mine.hits.forEach(({ score }, i) => {
        expect(score).toBeCloseTo(theirs.hits[i]?.score ?? -1, 6);
      });
      expect(pool.passages[mine.hits[0]?.place ?? -1]?.passage).toBe(theirs.hits[0]?.passage.passage);
    }
  });

  it('counts words, and pairs of characters where there is no such word, as the answerer does', () => {
    const selection = pool.without(new Set([0]));
    const index = indexOf(all.slice(1));
    for (const term of ['海宁', '平湖', '产业', '业是', '没有']) {
      expect(selection.collection.frequency(term)).toBe(index.collection.frequency(term));
    }
  });

  it('finds nothing of a passage that is left out', () => {
    const found = pool.without(new Set([3])).search(asked[9] ?? [], 20);
    expect(found.hits.map(({ place }) => place)).not.toContain(3);
  });
});

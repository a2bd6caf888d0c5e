import { preparePassage, type PreparedPassage } from '../answer/ranking/passage.ts';
import { inverseFrequency, type Collection } from '../answer/ranking/retrieval.ts';
import { pairTerm, rarestTerms, searchTerms } from '../answer/ranking/search-terms.ts';
import type { CutSentence } from '../lexicon/cut-sentence.ts';
import type { Passage } from '../notice/notice.ts';
import type { Word } from '../text/segmenter.ts';

/** A passage of a pool. */
export interface PoolPassage {
  readonly passage: Passage;
  readonly sentences: readonly CutSentence[];
  readonly prepared: PreparedPassage;
}

export interface PoolHit {
  /** The passage's place in the pool. */
  readonly place: number;
  readonly score: number;
  readonly matchedTerms: number;
}

/** Some of the passages of a pool, searched as if there were no others. */
export interface Selection {
  readonly collection: Collection;
  search(words: readonly Word[], limit: number): { hits: readonly PoolHit[]; terms: readonly string[] };
}

/**
 * Passages in which the answerer's search can be run with some of them left out: what a question finds when its
 * paragraph is not there can so be had for each of thousands of questions without building an index each time.
 * The scores are those that MiniSearch gives for the same passages.
 */
export interface Pool {
  readonly passages: readonly PoolPassage[];
  /** All passages but those at certain places. */
  without(places: ReadonlySet<number>): Selection;
  only(places: readonly number[]): Selection;
}

interface Entry {
  /** How often each term stands in the passage. */
  readonly counts: ReadonlyMap<string, number>;
}

/** BM25 as the answerer's index sets it. */
const K = 1.2;
const B = 0.75;

export function createPool(sentences: readonly CutSentence[]): Pool {
  const passages = groupByPassage(sentences);
  const entries = passages.map((passage) => ({ counts: countTerms(passage) }));
  const postings = new Map<string, number[]>();
  entries.forEach(({ counts }, place) => {
    for (const term of counts.keys()) {
      const places = postings.get(term);
      if (places === undefined) postings.set(term, [place]);
      else places.push(place);
    }
  });
  const totalLength = entries.reduce((sum, { counts }) => sum + counts.size, 0);
  const nowhere: readonly number[] = [];
  return {
    passages,
    without(left) {
      let length = totalLength;
      for (const place of left) length -= entries[place]?.counts.size ?? 0;
      const size = passages.length - left.size;
      return createSelection(entries, size, length / size, (term) => {
        const places = postings.get(term) ?? nowhere;
        return places.some((place) => left.has(place)) ? places.filter((place) => !left.has(place)) : places;
      });
    },
    only(places) {
      const length = places.reduce((sum, place) => sum + (entries[place]?.counts.size ?? 0), 0);
      return createSelection(entries, places.length, length / places.length, (term) =>
        places.filter((place) => entries[place]?.counts.has(term)),
      );
    },
  };
}

function createSelection(
  entries: readonly Entry[],
  size: number,
  averageLength: number,
  placesOf: (term: string) => readonly number[],
): Selection {
  const frequency = (term: string) => placesOf(term).length;
  return {
    collection: { size, frequency: (term) => frequency(term) || frequency(pairTerm(term)) },
    search(words, limit) {
      const terms = rarestTerms(searchTerms(words), size, frequency);
      const found = new Map<number, { sum: number; matched: number }>();
      for (const term of terms) {
        const places = placesOf(term);
        const idf = inverseFrequency(size, places.length);
        for (const place of places) {
          const { counts } = entries[place] ?? { counts: new Map<string, number>() };
          const count = counts.get(term) ?? 0;
          const norm = K * (1 - B + (B * counts.size) / averageLength);
          const score = (idf * (count * (K + 1))) / (count + norm);
          const before = found.get(place);
          found.set(place, { sum: (before?.sum ?? 0) + score, matched: (before?.matched ?? 0) + 1 });
        }
      }
      const hits = [...found]
        .map(([place, { sum, matched }]) => ({ place, score: sum * matched, matchedTerms: matched }))
        .sort((a, b) => b.score - a.score || a.place - b.place);
      return { hits: hits.slice(0, limit), terms };
    },
  };
}

function countTerms({ sentences }: PoolPassage): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { words } of sentences) {
    for (const term of searchTerms(words)) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}

function groupByPassage(sentences: readonly CutSentence[]): PoolPassage[] {
  const groups = new Map<Passage, CutSentence[]>();
  for (const sentence of sentences) {
    if (sentence.passage === null) continue;
    const group = groups.get(sentence.passage);
    if (group === undefined) groups.set(sentence.passage, [sentence]);
    else group.push(sentence);
  }
  return [...groups].map(([passage, inPassage]) => ({
    passage,
    sentences: inPassage,
    prepared: preparePassage(inPassage),
  }));
}

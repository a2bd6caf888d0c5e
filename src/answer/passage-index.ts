import MiniSearch from 'minisearch';

import type { CutSentence } from '../lexicon/cut-sentence.ts';
import type { Notice, Passage } from '../notice/notice.ts';
import { fold } from '../text/script.ts';
import type { Word } from '../text/segmenter.ts';
import { preparePassage, type PreparedPassage } from './ranking/passage.ts';
import type { Collection } from './ranking/retrieval.ts';
import { pairTerm, rarestTerms, searchTerms } from './ranking/search-terms.ts';

/** A passage with its sentences, folded and cut. */
export interface CutPassage {
  readonly passage: Passage;
  readonly title: string;
  readonly sentences: readonly CutSentence[];
  readonly folded: string;
  /** The whole notice, folded. */
  readonly noticeText: string;
}

/** What a search found. */
export interface Search {
  /** The passages, the best first, with MiniSearch's score and how many of the terms each has. */
  readonly hits: readonly { passage: CutPassage; score: number; matchedTerms: number }[];
  /** What was searched: the rarest terms of the question. */
  readonly terms: readonly string[];
}

/**
 * Finds the passages that share words with a question. This is all that the answerer asks of a search engine:
 * another one can take MiniSearch's place behind it.
 */
export interface PassageIndex {
  search(words: readonly Word[], limit: number): Search;
  readonly collection: Collection;
  /** A passage made ready for the ranker; kept once it was made. */
  prepared(passage: CutPassage): PreparedPassage;
}

export function createPassageIndex(sentences: readonly CutSentence[]): PassageIndex {
  const passages = groupByPassage(sentences);
  const frequencies = new Map<string, number>();
  const engine = new MiniSearch<{ id: number; terms: readonly string[] }>({
    fields: ['terms'],
    extractField: (document, field) => (field === 'id' ? String(document.id) : document.terms.join(' ')),
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term,
    searchOptions: { combineWith: 'OR', bm25: { k: 1.2, b: 0.75, d: 0 } },
  });
  for (const [id, { sentences: inPassage }] of passages.entries()) {
    const terms = inPassage.flatMap(({ words }) => searchTerms(words));
    engine.add({ id, terms });
    for (const term of new Set(terms)) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
  }
  const collection: Collection = {
    size: passages.length,
    frequency: (term) => frequencies.get(term) ?? frequencies.get(pairTerm(term)) ?? 0,
  };
  const prepared = new Map<CutPassage, PreparedPassage>();
  return {
    collection,
    search(words, limit) {
      const terms = rarestTerms(searchTerms(words), passages.length, (term) => frequencies.get(term) ?? 0);
      if (terms.length === 0) return { hits: [], terms };
      const hits = engine
        .search(terms.join(' '))
        .slice(0, limit)
        .flatMap(({ id, score, match }) => {
          const passage = passages[Number(id)];
          return passage === undefined ? [] : [{ passage, score, matchedTerms: Object.keys(match).length }];
        });
      return { hits, terms };
    },
    prepared(passage) {
      const known = prepared.get(passage) ?? preparePassage(passage.sentences);
      prepared.set(passage, known);
      return known;
    },
  };
}

function groupByPassage(sentences: readonly CutSentence[]): CutPassage[] {
  const groups = new Map<Passage, CutSentence[]>();
  for (const sentence of sentences) {
    if (sentence.passage === null) continue;
    const group = groups.get(sentence.passage);
    if (group === undefined) groups.set(sentence.passage, [sentence]);
    else group.push(sentence);
  }
  const texts = new Map<Notice, string>();
  const textOf = (notice: Notice) => {
    const text = texts.get(notice) ?? fold(notice.text);
    texts.set(notice, text);
    return text;
  };
  return [...groups].map(([passage, inPassage]) => ({
    passage,
    title: fold(inPassage[0]?.notice.title ?? ''),
    sentences: inPassage,
    folded: inPassage.map(({ folded }) => folded).join(''),
    noticeText: inPassage[0] === undefined ? '' : textOf(inPassage[0].notice),
  }));
}

import MiniSearch from 'minisearch';

import type { CutSentence } from '../lexicon/cut-sentence.ts';
import type { Passage } from '../notice/notice.ts';
import { fold } from '../text/script.ts';
import type { Word } from '../text/segmenter.ts';

/** A passage with its sentences, folded and cut. */
export interface CutPassage {
  readonly passage: Passage;
  readonly title: string;
  readonly sentences: readonly CutSentence[];
  readonly folded: string;
}

/** Finds the passages that share words with a question. */
export interface PassageIndex {
  /** The best passages first, with MiniSearch's score. */
  search(words: readonly Word[], limit: number): { passage: CutPassage; score: number }[];
  passageOf(sentence: CutSentence): CutPassage | undefined;
}

export function createPassageIndex(sentences: readonly CutSentence[]): PassageIndex {
  const passages = groupByPassage(sentences);
  const byPassage = new Map(passages.map((passage) => [passage.passage, passage]));
  const search = new MiniSearch<{ id: number; terms: readonly string[] }>({
    fields: ['terms'],
    extractField: (document, field) => (field === 'id' ? String(document.id) : document.terms.join(' ')),
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term,
    searchOptions: { combineWith: 'OR', bm25: { k: 1.2, b: 0.75, d: 0 } },
  });
  search.addAll(
    passages.map(({ sentences: inPassage }, id) => ({
      id,
      terms: inPassage.flatMap(({ words }) => searchTerms(words)),
    })),
  );
  return {
    search(words, limit) {
      const terms = [...new Set(searchTerms(words))];
      if (terms.length === 0) return [];
      return search
        .search(terms.join(' '))
        .slice(0, limit)
        .flatMap(({ id, score }) => {
          const passage = passages[Number(id)];
          return passage === undefined ? [] : [{ passage, score }];
        });
    },
    passageOf: ({ passage }) => (passage === null ? undefined : byPassage.get(passage)),
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
  return [...groups].map(([passage, inPassage]) => ({
    passage,
    title: fold(inPassage[0]?.notice.title ?? ''),
    sentences: inPassage,
    folded: inPassage.map(({ folded }) => folded).join(''),
  }));
}

/** The words of two characters or more, and every pair of neighbouring Han characters. */
function searchTerms(words: readonly Word[]): string[] {
  const terms: string[] = [];
  let previous = '';
  for (const { text } of words) {
    if (/^[\p{L}\p{N}]{3,}$/u.test(text) || /^[a-z\d]+$/u.test(text)) terms.push(text);
    for (const character of text) {
      const isHan = /\p{Script=Han}/u.test(character);
      if (isHan && previous !== '') terms.push(previous + character);
      previous = isHan ? character : '';
    }
  }
  return terms;
}

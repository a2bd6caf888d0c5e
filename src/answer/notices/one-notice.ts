import { LRUCache } from 'lru-cache';

import type { CutSentence } from '../../lexicon/cut-sentence.ts';
import { createLexicon } from '../../lexicon/lexicon.ts';
import type { Notice } from '../../notice/notice.ts';
import type { Segmenter, Word } from '../../text/segmenter.ts';
import type { Knowledge } from '../finding.ts';
import { createPassageIndex } from '../passage-index.ts';

/** What is understood of so many notices is kept. */
const MOST_KEPT = 64;

/**
 * What is understood of each of many notices by itself, made when it is first asked for.
 *
 * A question is resolved with all notices in view before one of them gets it: what another notice mentions is no slip
 * for something in this one.
 */
export function createKnowledgeOfOne(all: Knowledge, segmenter: Segmenter): (notice: Notice) => Knowledge {
  const sentences = new Map<Notice, CutSentence[]>(all.notices.map((notice) => [notice, []]));
  for (const sentence of all.lexicon.sentences) sentences.get(sentence.notice)?.push(sentence);
  const kept = new LRUCache<Notice, Knowledge>({ max: MOST_KEPT });
  return (notice) => {
    const known = kept.get(notice) ?? understand(notice, sentences.get(notice) ?? [], all, segmenter);
    kept.set(notice, known);
    return known;
  };
}

function understand(
  notice: Notice,
  sentences: readonly CutSentence[],
  all: Knowledge,
  segmenter: Segmenter,
): Knowledge {
  const lexicon = createLexicon([notice], withWordsOf(sentences, segmenter));
  return {
    notices: [notice],
    lexicon: {
      ...lexicon,
      cut: (folded) => segmenter.cut(folded),
      fromLatin: (folded) => folded,
      withoutSlips: (folded) => folded,
    },
    index: createPassageIndex(lexicon.sentences),
    ranker: all.ranker,
    appraiser: all.appraiser,
    extractor: all.extractor,
  };
}

/** A segmenter that does not cut again what is cut. */
function withWordsOf(sentences: readonly CutSentence[], segmenter: Segmenter): Segmenter {
  const known = new Map<string, Word[]>(sentences.map(({ folded, words }) => [folded, [...words]]));
  return { name: segmenter.name, cut: (text) => known.get(text) ?? segmenter.cut(text) };
}

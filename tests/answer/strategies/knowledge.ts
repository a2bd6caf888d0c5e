import type { Finding, Refusal } from '../../../src/answer/finding.ts';
import { createPassageIndex } from '../../../src/answer/passage-index.ts';
import { createLexicon } from '../../../src/lexicon/lexicon.ts';
import type { Notice } from '../../../src/notice/notice.ts';
import type { Segmenter } from '../../../src/text/segmenter.ts';

/** What strategies work with, and every sentence as a candidate; no strategy ranks. */
export function knowledgeOf(notices: readonly Notice[], segmenter: Segmenter) {
  const lexicon = createLexicon(notices, segmenter);
  const knowledge = {
    notices,
    lexicon,
    index: createPassageIndex(lexicon.sentences),
    ranker: {
      rank(): never {
        throw new Error('a strategy looks at candidates, and ranks none');
      },
    },
    appraiser: {
      threshold: 1,
      appraise(): never {
        throw new Error('a strategy looks at candidates, and appraises none');
      },
    },
    extractor: {
      extract(): never {
        throw new Error('a strategy finds its short answer itself');
      },
    },
  };
  const candidates = lexicon.sentences.map((sentence) => ({
    sentence,
    coverage: 0,
    inSentence: 0,
    uncovered: [],
    hasTerms: true,
    hasSubjects: true,
    spans: [],
    fits: true,
    score: 0,
    order: 0,
  }));
  return { lexicon, knowledge, candidates };
}

/** What a strategy said, in short: the short answer and the sentences quoted, what is missing, or undefined. */
export function told(result: Finding | Refusal | undefined) {
  if (result === undefined) return undefined;
  if ('missing' in result) return { missing: result.missing };
  return { answer: result.shortAnswer, quoted: result.quotes.map(({ sentence }) => sentence.text) };
}

/** The words that each quote highlights. */
export function highlighted(result: Finding | Refusal | undefined): string[][] {
  if (result === undefined || !('quotes' in result)) return [];
  return result.quotes.map(({ notice, highlights }) =>
    highlights.map(({ start, end }) => notice.text.slice(start, end)),
  );
}

import type { Appraiser } from './appraisal/appraiser.ts';
import type { Extractor } from './extraction/extractor.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Located } from '../lexicon/terms.ts';
import type { CutSentence } from '../lexicon/cut-sentence.ts';
import type { Notice } from '../notice/notice.ts';
import type { Range } from '../text/range.ts';
import type { Question } from './question/question.ts';
import type { Candidate } from './general.ts';
import type { PassageIndex } from './passage-index.ts';
import type { Ranker } from './ranking/ranker.ts';
import type { Quote } from './reply.ts';

/** What a strategy for answering works with. */
export interface Knowledge {
  readonly notices: readonly Notice[];
  readonly lexicon: Lexicon;
  readonly index: PassageIndex;
  readonly ranker: Ranker;
  readonly appraiser: Appraiser;
  readonly extractor: Extractor;
}

/** An answer that a strategy found, before it becomes a reply. */
export interface Finding {
  readonly shortAnswer: string | null;
  readonly quotes: readonly [Quote, ...Quote[]];
  /** From 0 to 1. */
  readonly confidence: number;
}

/** Tries to answer a question; undefined where it is not the kind of question that it answers. */
export type Strategy = (
  question: Question,
  knowledge: Knowledge,
  candidates: readonly Candidate[],
) => Finding | Refusal | undefined;

/** Why a strategy knows that the notices do not answer. */
export interface Refusal {
  /** Parts of the folded question. */
  readonly missing: readonly string[];
  readonly known: readonly string[];
  readonly nearest: Quote | null;
}

/** A sentence with the ranges of its notice's text that answer. */
export function quote({ notice, passage, sentence }: Located, highlights: readonly Range[] = []): Quote {
  return { notice, passage, sentence, highlights: [...highlights].sort((a, b) => a.start - b.start) };
}

/** The words of the notice at a range of its text. */
export function words(located: Located, range: Range): string {
  return located.notice.text.slice(range.start, range.end);
}

/** A range of a folded sentence as a range of its notice's text. */
export function toNotice({ sentence }: CutSentence, range: Range): Range {
  return { start: sentence.range.start + range.start, end: sentence.range.start + range.end };
}

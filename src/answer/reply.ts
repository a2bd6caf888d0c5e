import type { County, Initiative, Located, PartList } from '../lexicon/terms.ts';
import type { Range } from '../text/range.ts';
import type { Replacement } from './notices/replacements.ts';

/** A sentence that a reply quotes, with the words in it that are the answer (ranges of the notice's text). */
export interface Quote extends Located {
  readonly highlights: readonly Range[];
}

/** What the bot says to a question. */
export type Reply = Answer | Abstention;

/** The notice answers, in these words. */
export interface Answer {
  readonly status: 'answered';
  /** The question as it was understood: its words in Simplified script, pinyin and typos resolved. */
  readonly understoodAs: string;
  /** Whether pinyin or a typo had to be resolved to understand it. */
  readonly wasResolved: boolean;
  /** The words of the notice that are the answer, or null where only the whole sentence is. */
  readonly shortAnswer: string | null;
  /** What is quoted, best first: one sentence, or two for a comparison that no single one answers. */
  readonly quotes: readonly [Quote, ...Quote[]];
  /** From 0 to 1. */
  readonly confidence: number;
  readonly alternatives: readonly Alternative[];
  /** What an older notice says otherwise, or null. */
  readonly earlier: Quote | null;
  /** The later notice that corrects, revises or repeals the quoted one, or null. */
  readonly replacement: Replacement | null;
  /** ISO date of the notice, where the answer may hold for that time only; or null. */
  readonly asOf: string | null;
}

/** The notices do not say. */
export interface Abstention {
  readonly status: 'abstained';
  readonly understoodAs: string;
  readonly wasResolved: boolean;
  /**
   * - `empty`: no words in the message
   * - `chat`: small talk, not a question about a notice
   * - `unknown-subject`: it asks about something that no notice mentions
   * - `unknown-attribute`: the notices mention the subject, but not what was asked about it
   * - `no-match`: nothing fits well enough
   */
  readonly reason: 'empty' | 'chat' | 'unknown-subject' | 'unknown-attribute' | 'no-match';
  /** What the notices do mention of the question, as asked: `海寧`. */
  readonly known: readonly string[];
  /** What they do not: `GDP`. */
  readonly missing: readonly string[];
  /** The nearest sentence, which is not an answer. */
  readonly nearest: Quote | null;
  /** Questions on the same subjects that the notices do answer, in the notice's script; at most three. */
  readonly suggestions: readonly string[];
  /** How sure it is that an answer exists all the same, from 0 to 1. */
  readonly confidence: number;
  readonly alternatives: readonly Alternative[];
}

/** Another sentence that may answer, with its confidence from 0 to 1. */
export interface Alternative extends Located {
  readonly confidence: number;
}

/** All that the notices say about a county. */
export interface CountyReport {
  readonly county: County;
  readonly quotes: readonly Quote[];
}

/** What an initiative is and what it consists of. */
export interface InitiativeReport {
  readonly initiative: Initiative;
  readonly definition: Quote;
  readonly parts: readonly PartList[];
}

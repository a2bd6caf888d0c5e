import type { CutSentence } from '../lexicon/cut-sentence.ts';
import type { Subject } from '../lexicon/lexicon.ts';
import { synonymsOf } from '../lexicon/synonyms.ts';
import type { CutPassage } from './passage-index.ts';
import type { Question } from './question/question.ts';
import type { Term } from './question/terms.ts';

/** How far a sentence, in its passage, speaks of what a question asks. */
export interface Evidence {
  readonly sentence: CutSentence;
  /** From 0 to 1: the share of the question's weight that is found. */
  readonly coverage: number;
  /** The same, of what stands in the sentence itself. */
  readonly inSentence: number;
  /** The nouns and numbers of the question that neither the sentence nor its passage has. */
  readonly uncovered: readonly Term[];
  /** Whether any word of the question is found, where it has words besides its subjects. */
  readonly hasTerms: boolean;
  /** Whether every subject of the question is spoken of. */
  readonly hasSubjects: boolean;
}

/** What a word in the passage, or in the title of the notice, counts against one in the sentence. */
const IN_PASSAGE = 0.6;
const IN_TITLE = 0.4;
/**
 * A line of a list or a table says little without its notice: what another line has counts a little. A paragraph
 * of prose stands for itself.
 */
const IN_NOTICE = 0.36;
const LONGEST_LINE = 80;
/** A near-synonym, and a word that shares most of its characters. */
const SYNONYM = 0.85;
const SIMILAR = 0.6;
const COVERED = 0.35;
/** The levels, for the appraiser, of a word that means nearly the same, and of what notices write for a word. */
export const NEAR_SYNONYM = 0.5;
export const WRITTEN = 0.7;

export function weigh(question: Question, sentence: CutSentence, passage: CutPassage): Evidence {
  const { terms, subjects } = question;
  const parts = [
    ...terms.map((term) => ({
      term,
      weight: weightOf(term),
      ...levels((text) => levelOf(term.text, text), sentence, passage),
    })),
    ...subjects.map(({ target }) => ({
      term: undefined,
      weight: 1.2,
      ...subjectLevels(target, sentence, passage),
    })),
  ];
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  const share = (level: (part: (typeof parts)[number]) => number) =>
    total === 0 ? 0 : parts.reduce((sum, part) => sum + part.weight * level(part), 0) / total;
  return {
    sentence,
    coverage: share(({ level }) => level),
    inSentence: share(({ here }) => here),
    uncovered: parts.flatMap(({ term, level }) =>
      term !== undefined && term.kind !== 'other' && level < COVERED ? [term] : [],
    ),
    hasTerms: terms.length === 0 || parts.some(({ term, level }) => term !== undefined && level >= COVERED),
    hasSubjects: parts.every(({ term, level }) => term !== undefined || level >= COVERED),
  };
}

function weightOf({ kind, text }: Term): number {
  if (kind === 'noun') return text.length === 1 ? 0.3 : 1;
  return kind === 'number' ? 0.7 : 0.35;
}

function levels(
  levelIn: (text: string) => number,
  { folded }: CutSentence,
  passage: CutPassage,
): { here: number; level: number } {
  const here = levelIn(folded);
  const isLine = passage.folded.length <= LONGEST_LINE;
  const level = Math.max(
    here,
    IN_PASSAGE * levelIn(passage.folded),
    IN_TITLE * levelIn(passage.title),
    isLine ? IN_NOTICE * levelIn(passage.noticeText) : 0,
  );
  return { here, level };
}

/** How well a folded text has a folded word, from 0 to 1. */
export function levelOf(word: string, text: string): number {
  if (text.includes(word)) return 1;
  for (const synonym of synonymsOf(word)) if (text.includes(synonym)) return SYNONYM;
  if (word.length < 3 || !/^\p{Script=Han}+$/u.test(word)) return 0;
  if (halvesOf(word)?.every((half) => text.includes(half)) === true) return SYNONYM;
  const shared = longestShared(word, text);
  return shared >= 2 && shared * 2 > word.length ? (SIMILAR * shared) / word.length : 0;
}

/** The two words of a compound: 公路工程 is 公路 and 工程, which a notice may have apart. */
export function halvesOf(word: string): [string, string] | undefined {
  return word.length === 4 ? [word.slice(0, 2), word.slice(2)] : undefined;
}

/** The length of the longest piece of `word` that `text` has. */
function longestShared(word: string, text: string): number {
  for (let length = word.length - 1; length >= 2; length--) {
    for (let start = 0; start + length <= word.length; start++) {
      if (text.includes(word.slice(start, start + length))) return length;
    }
  }
  return 0;
}

function subjectLevels(
  subject: Subject,
  sentence: CutSentence,
  passage: CutPassage,
): { here: number; level: number } {
  const found = levels(
    (text) => (subject.names.some((name) => text.includes(name)) ? 1 : 0),
    sentence,
    passage,
  );
  if (subject.kind === 'place') return found;
  // What defines an initiative speaks of it, with its name or without.
  const defines = subject.initiative.definition.sentence.id === sentence.sentence.id;
  return defines ? { here: Math.max(found.here, 0.9), level: Math.max(found.level, 0.9) } : found;
}

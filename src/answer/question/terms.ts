import attributes from '../../../data/lexicon/attributes.json' with { type: 'json' };
import data from '../../../data/lexicon/question.json' with { type: 'json' };
import { background } from '../../lexicon/background.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import { isSaid } from '../../lexicon/synonyms.ts';
import { overlap, type Range } from '../../text/range.ts';
import type { Word } from '../../text/segmenter.ts';
import type { Asked } from './asked.ts';

/** A word of a question that carries content. */
export interface Term extends Range {
  /** Folded. */
  readonly text: string;
  /**
   * - `noun`: what is asked about; a notice that does not have it does not answer
   * - `number`: a count or a date
   * - `other`: verbs, adjectives, adverbs, which people choose freely
   */
  readonly kind: 'noun' | 'number' | 'other';
  /** Whether the segmenter takes it for the name of a person, place or body. */
  readonly isName: boolean;
}

/** 文章, 这篇文章, 本通知: what a question calls the notice itself. */
export const NOTICE_WORD = new RegExp(
  `(?:${oneOf(data.notice.prefixes)}|)(?:${oneOf(data.notice.words)})|(?:${oneOf(data.notice.prefixes)})(?:${oneOf(data.notice.afterPrefix)})`,
  'u',
);

/** A pattern for the words of two characters or more, the longest first. */
function oneOf(words: readonly string[]): string {
  return words
    .filter((word) => word.length > 1 || data.notice.prefixes.includes(word))
    .sort((a, b) => b.length - a.length)
    .join('|');
}

/** Words that carry no content in a question. */
export const FILLERS: ReadonlySet<string> = new Set([
  ...data.comparisons.words,
  ...data.fillers.words,
  ...data.courtesies.words,
  ...data.notice.words,
]);
/** Words that ask for something which the notice may call otherwise. */
const askingWords = new Set([
  ...attributes.attributes.flatMap(({ nouns, verbs, modifiers }) => [...nouns, ...verbs, ...modifiers]),
  ...data.partWords.words,
  ...data.purposes.words,
]);
const askingVerbs = new Set(attributes.attributes.flatMap(({ verbs }) => verbs));
const adverbs = new Set(data.adverbs.words);
const placeNouns = new Set(data.placeNouns.words);
const attributeNouns = new Set(attributes.attributes.flatMap(({ nouns }) => nouns));

/** The content words between what has been understood already. */
export function findTerms(folded: string, taken: readonly Range[], lexicon: Lexicon): Term[] {
  const values = lexicon.values
    .find(folded)
    .filter((value) => !taken.some((range) => overlap(range, value)))
    .map(({ name, start, end }): Term => ({ text: name, kind: 'noun', isName: false, start, end }));
  const rest = gaps([...taken, ...values], { start: 0, end: folded.length })
    .flatMap((gap) => withoutCourtesies(folded, gap))
    .flatMap((piece) => wordsIn(folded, piece, lexicon));
  return joinSuffixes([...values, ...rest].sort((a, b) => a.start - b.start));
}

/** A character that no notice has behind a noun makes another noun of it: 食品厂 is not 食品. */
function joinSuffixes(terms: readonly (Term & { readonly isSuffix?: boolean })[]): Term[] {
  const joined: Term[] = [];
  for (const { isSuffix, ...term } of terms) {
    const before = joined.at(-1);
    if (isSuffix === true && before?.end === term.start && before.kind === 'noun') {
      joined[joined.length - 1] = { ...before, text: before.text + term.text, end: term.end };
    } else {
      joined.push(term);
    }
  }
  return joined;
}

function wordsIn(folded: string, piece: Range, lexicon: Lexicon): (Term & { readonly isSuffix: boolean })[] {
  const words = mergeKnown(lexicon.cut(folded.slice(piece.start, piece.end)));
  return words.flatMap((word) => {
    const trimmed = trimFillers(word.text, lexicon);
    if (trimmed === undefined) return [];
    const { text, offset } = trimmed;
    const start = piece.start + word.start + offset;
    const isWhole = text.length === word.text.length;
    const isSuffix = isWhole && text.length === 1 && !SINGLE_WORD.test(word.tag) && !lexicon.knows(text);
    const isName = /^n[rstz]/u.test(word.tag);
    return [
      {
        text,
        kind: isWhole ? kindOf(text, word.tag) : kindOf(text, text.length === 1 ? 'v' : 'n'),
        isName,
        start,
        end: start + text.length,
        isSuffix,
      },
    ];
  });
}

/** Two characters that the segmenter took apart and that are a word questions are made of: 主/打. */
function mergeKnown(words: readonly Word[]): Word[] {
  const merged: Word[] = [];
  for (const word of words) {
    const before = merged.at(-1);
    const both = before === undefined ? '' : before.text + word.text;
    if (before !== undefined && both.length === 2 && askingVerbs.has(both)) {
      merged[merged.length - 1] = { text: both, start: before.start, end: word.end, tag: 'v' };
    } else {
      merged.push(word);
    }
  }
  return merged;
}

/** A word that is rarer than this in Chinese at large is said for a reason. */
const TELLING_IDF = 8.5;

/**
 * The terms without what the asker says by the way: common words that no notice has, that are not what is asked
 * for, and that do not tell which thing is meant, as 小城 in 海宁这座小城做什么产业. In 海宁的人口 and 服装产业 the
 * unknown words are telling, however common.
 */
export function withoutAsides(
  terms: readonly Term[],
  asked: Asked | undefined,
  interrogatives: readonly Range[],
  lexicon: Lexicon,
): readonly Term[] {
  const isKnown = ({ text }: Term) => isSaid(text, lexicon);
  const rest = terms.filter((term) => {
    const touches = [...terms, ...interrogatives].some(
      (other) => other.end === term.start || other.start === term.end,
    );
    const isTelling =
      term.kind === 'number' ||
      term.isName ||
      term === asked?.term ||
      touches ||
      background().idf(term.text) >= TELLING_IDF;
    return isTelling || isKnown(term) || askingWords.has(term.text);
  });
  // Where nothing else is known, nothing is said by the way.
  return rest.some((term) => isKnown(term) || attributeNouns.has(term.text)) ? rest : terms;
}

/** What of `within` is left between the ranges that are taken. */
function gaps(taken: readonly Range[], within: Range): Range[] {
  const found: Range[] = [];
  let start = within.start;
  for (const range of [...taken].sort((a, b) => a.start - b.start)) {
    if (range.start > start) found.push({ start, end: range.start });
    start = Math.max(start, range.end);
  }
  if (start < within.end) found.push({ start, end: within.end });
  return found;
}

function withoutCourtesies(folded: string, gap: Range): Range[] {
  return gaps(rangesOf(COURTESY, folded.slice(gap.start, gap.end), gap.start), gap);
}

/** Where a pattern is found, the text's first character being at `offset`. */
function rangesOf(pattern: RegExp, text: string, offset: number): Range[] {
  return Array.from(text.matchAll(pattern), ({ index, 0: found }) => ({
    start: offset + index,
    end: offset + index + found.length,
  }));
}

const courtesies = new RegExp(oneOf(data.courtesies.words), 'gu');

/** The words of a folded question but for those of courtesies: 请问, 谢谢. */
export function withoutCourtesyWords(folded: string, words: readonly Word[]): readonly Word[] {
  const said = rangesOf(courtesies, folded, 0);
  return words.filter((word) => !said.some((range) => overlap(range, word)));
}

/** Courtesies and words for the notice of two characters or more; shorter ones are found as words. */
const COURTESY = new RegExp(`${NOTICE_WORD.source}|${oneOf(data.courtesies.words)}`, 'gu');

/** A word without the particles that jieba sometimes glues to one it does not know (要建), or undefined. */
function trimFillers(word: string, lexicon: Lexicon): { text: string; offset: number } | undefined {
  if (!/[\p{L}\p{N}]/u.test(word) || FILLERS.has(word)) return undefined;
  if (askingWords.has(word)) return { text: word, offset: 0 };
  if (Array.from(word).every((character) => FILLERS.has(character))) return undefined;
  let start = 0;
  let end = word.length;
  while (end - start > 1 && GLUED.test(word.charAt(start))) start++;
  while (end - start > 1 && GLUED.test(word.charAt(end - 1))) end--;
  const text = word.slice(start, end);
  if (FILLERS.has(text) && background().idf(word) >= UNKNOWN_IDF) return undefined;
  // A word of the dictionary is no two words glued together.
  const isGlued =
    text !== word &&
    background().idf(word) >= UNKNOWN_IDF &&
    !lexicon.knows(word) &&
    (placeNouns.has(text) || text.length === 1 || lexicon.knows(text));
  return isGlued ? { text, offset: start } : { text: word, offset: 0 };
}

/** What a word has that is not in the background's table. */
const UNKNOWN_IDF = 11;

/** Tags of single characters that are words of their own: verbs, adjectives, particles, numbers. */
const SINGLE_WORD = /^(?:v|a|d|p|c|u|y|f|m|r)/u;

const GLUED = /[些各前后的了呢啊吧吗么是在和与要会能有把被将]/u;

export function kindOf(text: string, tag: string): Term['kind'] {
  if (placeNouns.has(text) || adverbs.has(text)) return 'other';
  if (/^[\d.,%]+$/u.test(text) || tag === 'm' || tag === 'mq') return 'number';
  if (/^[a-z]/u.test(text)) return 'noun';
  if (/^(?:v|vd|vi|vq|a|ad|ag|d|z|p|c|u[a-z]*|r|f|y|o|e|k|h|q|b)$/u.test(tag)) return 'other';
  return text.length === 1 && !tag.startsWith('n') ? 'other' : 'noun';
}

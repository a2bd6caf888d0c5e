import type { CutSentence } from '../lexicon/cut-sentence.ts';
import type { Range } from '../text/range.ts';
import type { Word } from '../text/segmenter.ts';
import type { Question } from './question/question.ts';
import type { Term } from './question/terms.ts';

/** What may not stand inside a short answer. */
const CLAUSE_END = /[,。;:!?()\n]/u;

/**
 * The words of a sentence that stand where the question has its interrogative; nothing where that is not sure.
 *
 * 按什么原则 is answered by the noun phrase that ends with 原则, 推进什么 by what follows 推进, 怎样推进 by what
 * stands in front of it.
 */
export function shortAnswers(question: Question, sentence: CutSentence): Range[] {
  if (question.type === 'how') return one(manner(question, sentence));
  return question.asked?.follows === true
    ? one(phraseEndingWith(question.asked.term, question, sentence))
    : objects(question, sentence);
}

function one(range: Range | undefined): Range[] {
  return range === undefined ? [] : [range];
}

/** The noun phrase that ends with the noun asked for: behind the question's verb, or as far as nouns go. */
function phraseEndingWith(
  asked: Term,
  question: Question,
  { folded, words }: CutSentence,
): Range | undefined {
  const verbs = question.terms
    .filter((term) => term !== asked && term.end <= asked.start)
    .map(({ text }) => text);
  for (const verb of verbs.reverse()) {
    const after = indexAfter(folded, verb);
    const clause = after === undefined ? undefined : clauseFrom(folded, after);
    const at = clause === undefined ? -1 : folded.slice(clause.start, clause.end).indexOf(asked.text);
    if (clause !== undefined && at >= 0) {
      return { start: clause.start, end: nounPhraseEnd(words, clause.start + at + asked.text.length) };
    }
  }
  const end = words.findLastIndex(({ text }) => text.endsWith(asked.text));
  const last = words[end];
  const first = words[nounPhraseStart(words, end)];
  if (first === undefined || last === undefined) return undefined;
  return last.end - first.start > asked.text.length ? { start: first.start, end: last.end } : undefined;
}

/** The end of the noun phrase that goes on at `position`: 标准 in 标准质量体系 is not its end. */
function nounPhraseEnd(words: readonly Word[], position: number): number {
  let end = position;
  for (const word of words) {
    if (word.end <= end) continue;
    if (word.start > end || !word.tag.startsWith('n')) break;
    end = word.end;
  }
  return end;
}

/** The first word of the noun phrase that ends at `end`; what stands in quotes belongs to it as a whole. */
function nounPhraseStart(words: readonly Word[], end: number): number {
  let start = end;
  while (start > 0) {
    const before = words[start - 1];
    if (before === undefined) break;
    if (/^[”」》]$/u.test(before.text)) {
      const open = words.slice(0, start - 1).findLastIndex(({ text }) => /^[“「《]$/u.test(text));
      if (open < 0) break;
      start = open;
    } else if (/^(?:n|a|b|j|l|i|m|q|s|t|vn|uj|x)/u.test(before.tag) && !/[,。;:!?()、]/u.test(before.text)) {
      start--;
    } else break;
  }
  return start;
}

/** What follows the verb in front of each 什么: 巩固什么、壮大什么 has two. */
function objects(question: Question, { folded }: CutSentence): Range[] {
  const asking = question.interrogatives.filter(({ type }) => type === 'what' || type === 'list');
  return asking.flatMap((interrogative) => {
    const verb = question.terms.find(
      ({ end }) =>
        end <= interrogative.start &&
        /^(?:[了过着出]*|的是|的)$/u.test(question.folded.slice(end, interrogative.start)),
    );
    const after = verb === undefined ? undefined : indexAfter(folded, verb.text);
    if (after === undefined) return [];
    const clause = clauseFrom(folded, after);
    const pause = folded.slice(clause.start, clause.end).indexOf('、');
    const end = asking.length > 1 && pause > 0 ? clause.start + pause : clause.end;
    return end - clause.start >= 2 ? [{ start: clause.start, end }] : [];
  });
}

/** The position behind a verb and the particle that goes with it. */
function indexAfter(folded: string, verb: string): number | undefined {
  const at = folded.indexOf(verb);
  if (at < 0) return undefined;
  const end = at + verb.length;
  return /[了好出到着成]/u.test(folded.charAt(end)) ? end + 1 : end;
}

/** From a position to the end of its clause; brackets and quotes that close there stay outside. */
function clauseFrom(folded: string, start: number): Range {
  const length = folded.slice(start).search(CLAUSE_END);
  const end = length < 0 ? folded.length : start + length;
  return { start, end };
}

/** What stands in front of the question's words in the clause that has most of them: 分批集成推进…… */
function manner({ terms }: Question, { folded }: CutSentence): Range | undefined {
  const clauses = Array.from(folded.matchAll(/[^,。;:!?()\n]+/gu), ({ index, 0: text }) => ({
    text,
    start: index,
    found: terms.filter((term) => text.includes(term.text)).length,
  }));
  const best = clauses.reduce<(typeof clauses)[number] | undefined>(
    (a, b) => (b.found > (a?.found ?? 0) ? b : a),
    undefined,
  );
  if (best === undefined) return undefined;
  const first = Math.min(
    ...terms.flatMap(({ text }) => {
      const at = best.text.indexOf(text);
      return at < 0 ? [] : [at];
    }),
  );
  return first >= 2 && first <= 30 ? { start: best.start, end: best.start + first } : undefined;
}

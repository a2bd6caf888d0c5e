import { foldedText, type CutSentence } from '../../lexicon/cut-sentence.ts';
import { synonymsOf } from '../../lexicon/synonyms.ts';
import type { Fact, Located } from '../../lexicon/terms.ts';
import { leadingNumber } from '../../text/numerals.ts';
import { slice, type Range } from '../../text/range.ts';
import { fold } from '../../text/script.ts';
import { attributeText } from './attributes.ts';
import { quote, toNotice, words, type Knowledge, type Strategy } from '../finding.ts';
import type { Question } from '../question/question.ts';
import type { Term } from '../question/terms.ts';
import type { QuestionType } from '../question/interrogatives.ts';

const LISTING: ReadonlySet<QuestionType> = new Set(['list', 'what', 'who', 'fragment']);

/** A list that a sentence holds, with the folded words that say what its items are. */
interface Listed {
  readonly located: Located;
  readonly label: string;
  /** Whether the label leads the list in, as in 体系:甲、乙; it names the whole then, not the items. */
  readonly leads: boolean;
  /** Whether the label stands behind the list: 甲、乙等部门. */
  readonly isOpen: boolean;
  readonly span: Range;
  readonly size: number;
}

/**
 * Answers "which" by a list whose label is what was asked for: 哪些部门 by 经信、科技等部门, 行动方案有哪些 by
 * the titles that end with 行动方案.
 */
export const findByLabel: Strategy = (question, knowledge, candidates) => {
  if (!LISTING.has(question.type) || asksForOne(question) || question.strangers.length > 0) return undefined;
  if (question.subjects.some(({ target }) => target.kind === 'place' && target.county.facts.length > 0)) {
    return undefined;
  }
  const { asked, terms } = question;
  if (asked === undefined) return undefined;

  const scored = candidates
    .flatMap(({ sentence }) => listsIn(sentence, knowledge))
    .filter((list) => isLabelled(list, asked.term) && !(list.leads && asked.follows))
    .filter((list) => terms.every((term) => agrees(term, list) || !isKnownOther(term, knowledge)))
    .map((list) => ({ list, score: agreement(list, question) }))
    .sort((a, b) => b.score - a.score);
  const best = scored[0]?.list;
  if (best === undefined) return undefined;
  const span = question.type === 'who' ? withLeader(best) : best.span;
  return {
    shortAnswer: words(best.located, span),
    quotes: [quote(best.located, [span])],
    confidence: 0.92,
  };
};

/** Who acts together: the list with the one that 联合 or 会同 stands behind, and with its label. */
function withLeader({ located, span, label }: Listed): Range {
  const { range, text } = located.sentence;
  const before = fold(text.slice(0, span.start - range.start));
  const leader = /[^,。;:]*(?:联合|会同|协同|牵头)$/u.exec(before)?.[0] ?? '';
  const behind = fold(text.slice(span.end - range.start)).indexOf(label);
  const isNear = behind >= 0 && behind <= 2;
  return { start: span.start - leader.length, end: isNear ? span.end + behind + label.length : span.end };
}

/** 哪个部门 asks for one actor, 哪些部门 for a list. */
function asksForOne({ type, interrogatives, folded }: Question): boolean {
  const [first] = interrogatives;
  return type === 'who' && first !== undefined && !/[些几]/u.test(slice(folded, first));
}

/** Behind 等 the label begins and a verb may follow it; other labels end with their noun. */
function isLabelled({ label, isOpen }: Listed, { text, kind }: Term): boolean {
  if (kind === 'number' || text.length < 2) return false;
  return [text, ...synonymsOf(text)].some((word) => (isOpen ? label.includes(word) : label.endsWith(word)));
}

/** A word that some notice has must stand in the list's sentence; a verb that none has is the asker's own. */
function isKnownOther({ kind, text }: Term, { lexicon }: Knowledge): boolean {
  return kind !== 'other' || lexicon.knows(text);
}

function agrees({ text, kind }: Term, list: Listed): boolean {
  if (kind === 'number' && leadingNumber(text) === list.size) return true;
  const sentence = foldedText(list.located.sentence);
  return [text, ...synonymsOf(text)].some((word) => list.label.includes(word) || sentence.includes(word));
}

/** How many of the question's words the label has, and then the sentence. */
function agreement(list: Listed, { terms, subjects }: Question): number {
  const sentence = foldedText(list.located.sentence);
  const inLabel = terms.filter(({ text }) => list.label.includes(text)).length;
  const inSentence = terms.filter(({ text }) => sentence.includes(text)).length;
  const named = subjects.filter(({ target }) => target.names.some((name) => sentence.includes(name))).length;
  return inLabel * 3 + inSentence + named * 2;
}

function listsIn(sentence: CutSentence, { lexicon }: Knowledge): Listed[] {
  const enumerated = (lexicon.enumerations.get(sentence) ?? []).flatMap(({ items, label, lead, start }) => {
    const last = items.at(-1);
    if (last === undefined) return [];
    const list = {
      located: sentence,
      span: toNotice(sentence, { start, end: last.end }),
      size: items.length,
    };
    return [
      ...(label === null
        ? []
        : [{ ...list, label: slice(sentence.folded, label), leads: false, isOpen: true }]),
      ...(lead === null
        ? []
        : [{ ...list, label: slice(sentence.folded, lead), leads: true, isOpen: false }]),
    ];
  });
  const facts = lexicon.factsIn(sentence).map(({ fact }) => fact);
  return [...enumerated, ...titleLists(sentence), ...factList(facts)];
}

/** Titles in a row, 《甲行动方案》《乙行动方案》, are a list of what they end with. */
function titleLists(sentence: CutSentence): Listed[] {
  return Array.from(
    sentence.folded.matchAll(/《[^《》]{2,60}》(?:[、和及]?《[^《》]{2,60}》)+/gu),
    (match) => {
      const titles = Array.from(
        match[0].matchAll(/《(?<title>[^《》]+)》/gu),
        ({ groups }) => groups?.['title'] ?? '',
      );
      return {
        located: sentence,
        label: commonEnd(titles),
        leads: false,
        isOpen: false,
        size: titles.length,
        span: toNotice(sentence, { start: match.index, end: match.index + match[0].length }),
      };
    },
  );
}

function commonEnd(titles: readonly string[]): string {
  const [first = '', ...others] = titles;
  let length = first.length;
  while (length > 0 && !others.every((other) => other.endsWith(first.slice(-length)))) length--;
  return length === 0 ? '' : first.slice(-length);
}

/** An enumeration of places is a list of what its sentence says that the values are. */
function factList(facts: readonly Fact[]): Listed[] {
  const first = facts[0];
  const last = facts.at(-1);
  if (first === undefined || last === undefined) return [];
  return [
    {
      located: first,
      label: attributeText(first),
      leads: false,
      isOpen: false,
      size: facts.length,
      span: { start: first.subject.start, end: last.value.end },
    },
  ];
}

import data from '../../data/lexicon/question.json' with { type: 'json' };
import type { CutSentence } from '../lexicon/cut-sentence.ts';
import type { Subject } from '../lexicon/lexicon.ts';
import { synonymsOf } from '../lexicon/synonyms.ts';
import type { Located, PartList } from '../lexicon/terms.ts';
import type { Range } from '../text/range.ts';
import { fold } from '../text/script.ts';
import { attributeText } from './attributes.ts';
import { quote, toNotice, words, type Finding, type Knowledge } from './finding.ts';
import type { Question, Term } from './question.ts';
import type { QuestionType } from './question-type.ts';

const LISTING: ReadonlySet<QuestionType> = new Set(['list', 'what', 'who', 'fragment']);
const partWords = new Set(data.partWords.words);

/** A list that a sentence holds, with the folded words that say what its items are. */
interface Listed {
  readonly located: Located;
  readonly label: string;
  readonly span: Range;
  readonly size: number;
}

/**
 * Answers "which" by a list whose label is what was asked for: 哪些部门 by 经信、科技等部门, 行动方案有哪些 by
 * the titles that end with 行动方案.
 */
export function findByLabel(question: Question, knowledge: Knowledge): Finding | undefined {
  if (!LISTING.has(question.type) || question.strangers.length > 0) return undefined;
  if (question.subjects.some(({ target }) => target.kind === 'place' && target.county.facts.length > 0)) {
    return undefined;
  }
  const nouns = question.terms.filter(({ kind }) => kind === 'noun');
  const asked = nouns.at(-1);
  if (asked === undefined) return undefined;

  const scored = allLists(knowledge)
    .filter(({ label }) => endsWithNoun(label, asked))
    .map((list) => ({ list, score: agreement(list, question) }))
    .filter(({ list }) => nouns.every((noun) => agrees(noun, list)))
    .sort((a, b) => b.score - a.score);
  const best = scored[0]?.list;
  if (best === undefined) return undefined;
  return {
    shortAnswer: words(best.located, best.span),
    quotes: [quote(best.located, [best.span])],
    confidence: 0.92,
  };
}

function endsWithNoun(label: string, { text }: Term): boolean {
  return [text, ...synonymsOf(text)].some((word) => label.endsWith(word) || label.includes(word));
}

function agrees({ text }: Term, list: Listed): boolean {
  const sentence = fold(list.located.sentence.text);
  return [text, ...synonymsOf(text)].some((word) => list.label.includes(word) || sentence.includes(word));
}

/** How many of the question's words the label has, and then the sentence. */
function agreement(list: Listed, { terms, subjects }: Question): number {
  const sentence = fold(list.located.sentence.text);
  const inLabel = terms.filter(({ text }) => list.label.includes(text)).length;
  const inSentence = terms.filter(({ text }) => sentence.includes(text)).length;
  const named = subjects.filter(({ target }) => target.names.some((name) => sentence.includes(name))).length;
  return inLabel * 3 + inSentence + named * 2;
}

function allLists({ lexicon }: Knowledge): Listed[] {
  const lists = lexicon.sentences.flatMap((sentence) => [
    ...(lexicon.enumerations.get(sentence) ?? []).flatMap(({ items, label, start }) => {
      const last = items.at(-1);
      if (label === null || last === undefined) return [];
      return [
        {
          located: sentence,
          label: sentence.folded.slice(label.start, label.end),
          span: toNotice(sentence, { start, end: last.end }),
          size: items.length,
        },
      ];
    }),
    ...titleLists(sentence),
  ]);
  return [...lists, ...factLists(knowledgeFacts(lexicon))];
}

function knowledgeFacts({ facts }: Knowledge['lexicon']) {
  return facts.map(({ fact }) => fact);
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
        span: toNotice(sentence, { start: match.index, end: match.index + match[0].length }),
        size: titles.length,
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

/** The enumerations of places are a list of what they say that the values are. */
function factLists(facts: readonly Knowledge['lexicon']['facts'][number]['fact'][]): Listed[] {
  const bySentence = new Map<string, (typeof facts)[number][]>();
  for (const fact of facts) {
    bySentence.set(fact.sentence.id, [...(bySentence.get(fact.sentence.id) ?? []), fact]);
  }
  return [...bySentence.values()].flatMap((ofSentence) => {
    const [first] = ofSentence;
    const last = ofSentence.at(-1);
    if (first === undefined || last === undefined) return [];
    return [
      {
        located: first,
        label: attributeText(first),
        span: { start: first.subject.start, end: last.value.end },
        size: ofSentence.length,
      },
    ];
  });
}

/** Answers what an initiative is and what it consists of. */
export function findInitiative(question: Question): Finding | undefined {
  const initiatives = question.subjects.flatMap(({ target }) =>
    target.kind === 'initiative' ? [target] : [],
  );
  const [subject] = initiatives;
  if (subject === undefined || new Set(initiatives).size > 1 || question.strangers.length > 0)
    return undefined;
  if (!INITIATIVE.has(question.type) || namesFacts(question)) return undefined;

  const { definition, parts } = subject.initiative;
  const labelled = parts.find(({ label, ...list }) =>
    question.terms.some(({ text }) => label !== null && fold(words(list, label)).includes(text)),
  );
  const rest = question.terms.filter(
    ({ text, kind }) =>
      !partWords.has(text) &&
      kind === 'noun' &&
      !(labelled?.label && fold(words(labelled, labelled.label)).includes(text)),
  );
  if (rest.length > 0) return undefined;
  const asksForParts = question.terms.some(({ text }) => partWords.has(text));
  const others = question.terms.some(({ text, kind }) => kind === 'other' && !partWords.has(text));
  if (others && labelled === undefined && !asksForParts && question.type !== 'list') return undefined;

  const list = labelled ?? ownList(parts, subject.names) ?? parts[0];
  const span = list === undefined ? undefined : spanOf(list);
  return {
    shortAnswer: span === undefined ? null : words(definition, span),
    quotes: [quote(definition, span === undefined ? [] : [span])],
    confidence: 0.93,
  };
}

const INITIATIVE: ReadonlySet<QuestionType> = new Set(['what', 'list', 'how', 'fragment', 'yes-no']);

function namesFacts({ subjects }: Question): boolean {
  return subjects.some(({ target }) => target.kind === 'place' && target.county.facts.length > 0);
}

/** The list that the initiative's own name labels: 标准体系、……等多位一体. */
function ownList(parts: readonly PartList[], names: Subject['names']): PartList | undefined {
  return parts.find(
    ({ label, ...list }) => label !== null && names.some((name) => fold(words(list, label)).includes(name)),
  );
}

function spanOf({ items }: PartList): Range | undefined {
  const first = items[0];
  const last = items.at(-1);
  return first === undefined || last === undefined ? undefined : { start: first.start, end: last.end };
}

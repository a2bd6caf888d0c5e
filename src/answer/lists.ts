import type { CutSentence } from '../lexicon/cut-sentence.ts';
import { synonymsOf } from '../lexicon/synonyms.ts';
import type { Fact, Located } from '../lexicon/terms.ts';
import { slice, type Range } from '../text/range.ts';
import { fold } from '../text/script.ts';
import { attributeText } from './attributes.ts';
import { quote, toNotice, words, type Finding, type Knowledge } from './finding.ts';
import type { Question, Term } from './question.ts';
import type { QuestionType } from './question-type.ts';

const LISTING: ReadonlySet<QuestionType> = new Set(['list', 'what', 'who', 'fragment']);

/** A list that a sentence holds, with the folded words that say what its items are. */
interface Listed {
  readonly located: Located;
  readonly label: string;
  readonly span: Range;
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
  const { asked, terms } = question;
  if (asked === undefined) return undefined;

  const scored = allLists(knowledge)
    .filter(({ label }) => isLabel(label, asked.term))
    .filter((list) => terms.every((term) => term.kind === 'other' || agrees(term, list)))
    .map((list) => ({ list, score: agreement(list, question) }))
    .sort((a, b) => b.score - a.score);
  const best = scored[0]?.list;
  if (best === undefined) return undefined;
  return {
    shortAnswer: words(best.located, best.span),
    quotes: [quote(best.located, [best.span])],
    confidence: 0.92,
  };
}

function isLabel(label: string, { text }: Term): boolean {
  return [text, ...synonymsOf(text)].some((word) => label.includes(word));
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
    ...(lexicon.enumerations.get(sentence) ?? []).flatMap(({ items, label, lead, start }) => {
      const last = items.at(-1);
      if (last === undefined) return [];
      return [label, lead].flatMap((named) =>
        named === null
          ? []
          : [
              {
                located: sentence,
                label: slice(sentence.folded, named),
                span: toNotice(sentence, { start, end: last.end }),
              },
            ],
      );
    }),
    ...titleLists(sentence),
  ]);
  return [...lists, ...factLists(lexicon.facts.map(({ fact }) => fact))];
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
function factLists(facts: readonly Fact[]): Listed[] {
  const bySentence = new Map<string, Fact[]>();
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
      },
    ];
  });
}

import data from '../../../data/lexicon/question.json' with { type: 'json' };
import type { Subject } from '../../lexicon/lexicon.ts';
import type { Initiative, Located, PartList } from '../../lexicon/terms.ts';
import { leadingNumber } from '../../text/numerals.ts';
import type { Range } from '../../text/range.ts';
import { fold } from '../../text/script.ts';
import { quote, words, type Finding } from '../finding.ts';
import type { Question } from '../question/question.ts';
import type { Term } from '../question/terms.ts';
import type { QuestionType } from '../question/interrogatives.ts';

const TYPES: ReadonlySet<QuestionType> = new Set(['what', 'list', 'how', 'fragment', 'yes-no']);
const partWords = new Set(data.partWords.words);

/** Answers what an initiative is and what it consists of. */
export function findInitiative(question: Question): Finding | undefined {
  const initiatives = question.subjects.flatMap(({ target }) =>
    target.kind === 'initiative' ? [target] : [],
  );
  const [subject] = initiatives;
  if (subject === undefined || new Set(initiatives).size > 1 || question.strangers.length > 0)
    return undefined;
  if (!TYPES.has(question.type) || namesFacts(question) || asksForObject(question)) return undefined;

  const { definition, parts, title } = subject.initiative;
  const named = parts.find((list) => question.terms.some((term) => isLabelled(list, term)));
  const isUnderstood = (term: Term) =>
    partWords.has(term.text) ||
    (term.kind === 'number' && parts.some(({ items }) => items.length === leadingNumber(term.text))) ||
    fold(title).includes(term.text) ||
    (named !== undefined && isLabelled(named, term));
  const isTelling = (term: Term) =>
    term.kind !== 'other' ||
    (term === question.asked?.term && !question.asked.follows && question.type === 'what');
  const rest = question.terms.filter((term) => isTelling(term) && !isUnderstood(term));
  if (rest.length > 0) return undefined;

  const list = named ?? ownList(parts, subject.names) ?? parts[0];
  const span = list === undefined ? titleIn(definition, subject.initiative) : spanOf(list);
  return {
    shortAnswer: span === undefined ? null : words(definition, span),
    quotes: [quote(definition, span === undefined ? [] : [span])],
    confidence: 0.93,
  };
}

function namesFacts({ subjects }: Question): boolean {
  return subjects.some(({ target }) => target.kind === 'place' && target.county.facts.length > 0);
}

/** 推进什么, 用来建设什么 ask for the object of a verb, which the definition need not have. */
function asksForObject({ folded, terms, interrogatives, asked }: Question): boolean {
  const [first] = interrogatives;
  return (
    first?.type === 'what' &&
    asked?.follows !== true &&
    terms.some(
      ({ end, text }) =>
        /^(?:了|的是|的)?$/u.test(folded.slice(end, first.start)) &&
        end <= first.start &&
        !partWords.has(text),
    )
  );
}

function isLabelled({ label, ...list }: PartList, { text }: Term): boolean {
  return label !== null && fold(words(list, label)).includes(text);
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

function titleIn({ sentence }: Located, { title }: Initiative): Range | undefined {
  const at = sentence.text.indexOf(title);
  return at < 0
    ? undefined
    : { start: sentence.range.start + at, end: sentence.range.start + at + title.length };
}

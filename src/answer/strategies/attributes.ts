import data from '../../../data/lexicon/attributes.json' with { type: 'json' };
import question from '../../../data/lexicon/question.json' with { type: 'json' };
import { synonymsOf } from '../../lexicon/synonyms.ts';
import type { Fact } from '../../lexicon/terms.ts';
import { fold } from '../../text/script.ts';
import type { Term } from '../question/terms.ts';

const placeNouns = new Set(question.placeNouns.words);

interface Attribute {
  readonly head: string;
  readonly nouns: ReadonlySet<string>;
  readonly modifiers: ReadonlySet<string>;
  readonly verbs: ReadonlySet<string>;
}

const attributes: readonly Attribute[] = data.attributes.map(({ head, nouns, modifiers, verbs }) => ({
  head,
  nouns: new Set(nouns),
  modifiers: new Set(modifiers),
  verbs: new Set(verbs),
}));

const attributeTexts = new WeakMap<Fact, string>();

/** The folded text of a fact's attribute; empty where the sentence does not name it. Folded once. */
export function attributeText(fact: Fact): string {
  const { notice, attribute } = fact;
  const text =
    attributeTexts.get(fact) ??
    (attribute === null ? '' : fold(notice.text.slice(attribute.start, attribute.end)));
  attributeTexts.set(fact, text);
  return text;
}

/**
 * Whether the terms ask for the attribute that a fact states, and for nothing else.
 *
 * At least one must name it: the noun itself, a near-synonym, or a verb that asks for it ("生产什么"). With no
 * terms at all ("海宁?") the attribute is what there is to tell.
 */
export function asksForAttribute(terms: readonly Term[], fact: Fact): boolean {
  const text = attributeText(fact);
  const known = attributes.find(({ head }) => text.includes(head));
  const isNamed = (term: Term) =>
    known === undefined
      ? text.endsWith(term.text)
      : known.nouns.has(term.text) || term.text.endsWith(known.head);
  const isVerb = (term: Term) => known?.verbs.has(term.text) ?? false;
  const isModifier = (term: Term) =>
    [term.text, ...synonymsOf(term.text)].some((word) => text.includes(word)) ||
    placeNouns.has(term.text) ||
    (known?.modifiers.has(term.text) ?? false);

  const names = terms.some(isNamed);
  return (
    (terms.length === 0 || names || terms.some(isVerb)) &&
    terms.every(
      (term) => isNamed(term) || isVerb(term) || isModifier(term) || (term.kind === 'other' && names),
    )
  );
}

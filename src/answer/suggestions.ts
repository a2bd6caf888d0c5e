import type { Lexicon } from '../lexicon/lexicon.ts';
import { convert, scriptOf, type Script } from '../text/script.ts';
import { fold } from '../text/script.ts';
import type { Question } from './question/question.ts';

const MOST = 3;

/**
 * Questions that the notices do answer, in the script of the first notice: about what the question names, then
 * about what else there is.
 */
export function suggest(question: Question, lexicon: Lexicon): string[] {
  const named = question.subjects.map(({ target }) => target);
  const places = lexicon.places.filter(({ county }) => county.facts.length > 0);
  const ordered = [
    ...named.flatMap((target) =>
      target.kind === 'place' && target.county.facts.length === 0 ? [] : [target],
    ),
    ...alternate(places, lexicon.initiatives),
  ];
  const asks = askedIn(scriptOfNotices(lexicon));
  const questions = ordered.map((target) =>
    target.kind === 'place'
      ? `${target.county.name}${asks.place}`
      : `${target.initiative.name}${asks.initiative}`,
  );
  return [...new Set(questions)].filter((text) => fold(text) !== question.folded).slice(0, MOST);
}

const asksIn = new Map<Script, { readonly place: string; readonly initiative: string }>();

/** What a suggestion asks of a place and of an initiative, converted once. */
function askedIn(script: Script) {
  const asks = asksIn.get(script) ?? {
    place: convert('是什么产业?', script),
    initiative: convert('是什么?', script),
  };
  asksIn.set(script, asks);
  return asks;
}

function alternate<A, B>(first: readonly A[], second: readonly B[]): (A | B)[] {
  return Array.from({ length: MOST }, (_, i) => [first[i], second[i]])
    .flat()
    .filter((item) => item !== undefined);
}

const scripts = new WeakMap<Lexicon, Script>();

function scriptOfNotices(lexicon: Lexicon): Script {
  const [first] = lexicon.sentences;
  const known = scripts.get(lexicon) ?? scriptOf(first?.notice.text.slice(0, 2000) ?? '') ?? 'simplified';
  scripts.set(lexicon, known);
  return known;
}

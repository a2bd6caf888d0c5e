import question from '../../data/lexicon/question.json' with { type: 'json' };
import attributes from '../../data/lexicon/attributes.json' with { type: 'json' };
import type { Notice } from '../notice/notice.ts';
import { pairsOf } from '../text/pairs.ts';
import { fold } from '../text/script.ts';
import type { Segmenter, Word } from '../text/segmenter.ts';
import { finish } from '../text/steps.ts';
import type { CutSentence } from './cut-sentence.ts';
import type { Enumeration } from './enumerations.ts';
import type { PlaceFact } from './facts.ts';
import { namesOf, type Division } from './gazetteer.ts';
import type { NamedInitiative } from './initiatives.ts';
import { createNameFinder, type NameFinder } from './names.ts';
import { NOWHERE, outlineOf, type Standing } from './outline.ts';
import { createRomanisedReader } from './romanised.ts';
import { createSlipCorrector } from './slips.ts';
import type { County, Initiative } from './terms.ts';
import { understandInSteps, type MentionedPlace, type Understanding } from './understanding.ts';

/** What a name in a question stands for. */
export type Subject =
  | {
      readonly kind: 'place';
      readonly county: County;
      readonly division: Division;
      readonly names: readonly string[];
    }
  | {
      readonly kind: 'initiative';
      readonly initiative: Initiative;
      readonly names: readonly string[];
      /** The word for its kind (工作模式), which names it where no other initiative is of that kind; or empty. */
      readonly head: string;
    };

/** All that is understood of a set of notices before anything is asked. */
export interface Lexicon {
  readonly sentences: readonly CutSentence[];
  /** Those of a sentence that has any. */
  readonly enumerations: ReadonlyMap<CutSentence, readonly Enumeration[]>;
  /** Where each sentence stands in the structure of its notice. */
  standingOf(sentence: CutSentence): Standing;
  /** Every place that is mentioned, provinces and prefectures included. */
  readonly places: readonly (Subject & { kind: 'place' })[];
  readonly initiatives: readonly (Subject & { kind: 'initiative' })[];
  readonly facts: readonly PlaceFact[];
  factsIn(sentence: CutSentence): readonly PlaceFact[];
  /** The facts whose value may be meant by a folded word: it is in it, holds it, or is short for it. */
  factsValued(word: string): readonly PlaceFact[];
  /** The region that most of the notices are about. */
  readonly home: Division | undefined;
  /** Finds the names of places and initiatives in folded text. */
  readonly names: NameFinder<Subject>;
  /** Finds the values of facts in folded text. */
  readonly values: NameFinder<PlaceFact>;
  /** Pinyin and English words as Chinese ones: "haining you shenme chanye" is 海宁有什么产业. */
  fromLatin(folded: string): string;
  /** Names with a wrong character of nearly the same sound (嗨宁) or look (多位一休) put right. */
  withoutSlips(folded: string, words: readonly Word[]): string;
  /** Whether a notice may hold the folded word: exact for words of one or two characters. */
  knows(word: string): boolean;
  cut(folded: string): Word[];
}

export function createLexicon(notices: readonly Notice[], segmenter: Segmenter): Lexicon {
  return lexiconOf(finish(understandInSteps(notices, segmenter)), segmenter);
}

/** The lexicon of what is understood already. */
export function lexiconOf(understanding: Understanding, segmenter: Segmenter): Lexicon {
  const { sentences, enumerations, facts, grams, home } = understanding;
  const places = understanding.places.map((place) => placeOf(place, facts));
  const initiatives = understandInitiatives(understanding.initiatives);

  const names = new Map<string, Subject>();
  for (const subject of [...initiatives, ...places]) {
    for (const name of subject.names) if (!names.has(name)) names.set(name, subject);
  }
  const values = createNameFinder(
    new Map(
      facts.flatMap((stated) =>
        valueNames(valueText(stated), (text) => segmenter.cut(text)).map((name) => [name, stated] as const),
      ),
    ),
  );
  return {
    sentences,
    enumerations,
    standingOf: outlines(sentences),
    places,
    initiatives,
    facts,
    home,
    names: createNameFinder(names),
    values,
    ...indexFacts(facts),
    ...createResolvers([...names.keys(), ...values.names.keys()], sentences, segmenter),
    knows: (word) => gramsOfWord(word).every((gram) => grams.has(gram)),
    cut: (folded) => segmenter.cut(folded),
  };
}

/** A notice is outlined when the first of its sentences is looked into. */
function outlines(sentences: readonly CutSentence[]): Lexicon['standingOf'] {
  const sentencesOf = new Map<Notice, CutSentence[]>();
  for (const sentence of sentences) {
    const ofNotice = sentencesOf.get(sentence.notice);
    if (ofNotice === undefined) sentencesOf.set(sentence.notice, [sentence]);
    else ofNotice.push(sentence);
  }
  const known = new Map<Notice, ReturnType<typeof outlineOf>>();
  return (sentence) => {
    const outline = known.get(sentence.notice) ?? outlineOf(sentencesOf.get(sentence.notice) ?? []);
    known.set(sentence.notice, outline);
    return outline.get(sentence) ?? NOWHERE;
  };
}

/** The folded value of a fact. */
function valueText({ fact }: PlaceFact): string {
  return fold(fact.notice.text.slice(fact.value.start, fact.value.end));
}

function indexFacts(facts: readonly PlaceFact[]): Pick<Lexicon, 'factsIn' | 'factsValued'> {
  const bySentence = new Map<string, PlaceFact[]>();
  const valueOf = new Map<PlaceFact, string>();
  const byGram = new Map<string, Set<PlaceFact>>();
  for (const stated of facts) {
    const id = stated.fact.sentence.id;
    bySentence.set(id, [...(bySentence.get(id) ?? []), stated]);
    const value = valueText(stated);
    valueOf.set(stated, value);
    for (const gram of [...gramsOfWord(value), abbreviation(value)]) {
      byGram.set(gram, (byGram.get(gram) ?? new Set()).add(stated));
    }
  }
  return {
    factsIn: ({ sentence }) => bySentence.get(sentence.id) ?? [],
    factsValued(word) {
      const near = new Set(gramsOfWord(word).flatMap((gram) => [...(byGram.get(gram) ?? [])]));
      return [...near].filter((stated) => {
        const value = valueOf.get(stated) ?? '';
        return value.includes(word) || word.includes(value) || abbreviation(value) === word;
      });
    },
  };
}

/** Two characters for a word of three or four that begins and ends with them: 特钢 for 特殊钢. */
function abbreviation(word: string): string {
  return word.length === 3 || word.length === 4 ? word.charAt(0) + word.charAt(word.length - 1) : word;
}

/** A notice's own words may be misspelt as well as its names; of many notices there are too many to compare. */
const MOST_OWN_WORDS = 2000;

function ownWords(sentences: readonly CutSentence[]): string[] {
  const found = new Set<string>();
  for (const { words } of sentences) {
    for (const { text, tag } of words)
      if (tag.startsWith('n') && /^\p{Script=Han}{2,}$/u.test(text)) found.add(text);
    if (found.size > MOST_OWN_WORDS) return [];
  }
  return [...found];
}

/** A value is called by its last words too: 新材料 for 化工新材料. */
function valueNames(value: string, cut: (text: string) => readonly Word[]): string[] {
  const ends = cut(value)
    .slice(1)
    .map(({ start }) => value.slice(start))
    .filter((end) => end.length >= 3);
  return [value, ...ends];
}

/** Both are made when they are first needed: most questions are in plain Chinese, and spelt right. */
function createResolvers(
  names: readonly string[],
  sentences: readonly CutSentence[],
  segmenter: Segmenter,
): Pick<Lexicon, 'fromLatin' | 'withoutSlips'> {
  const all = names.filter((name) => /^\p{Script=Han}{2,}$/u.test(name));
  let read: ReturnType<typeof createRomanisedReader> | undefined;
  let correct: ReturnType<typeof createSlipCorrector> | undefined;
  return {
    fromLatin(folded) {
      if (!/\p{Script=Latin}/u.test(folded)) return folded;
      read ??= createRomanisedReader({
        names: all,
        questionWords: QUESTION_WORDS,
        vocabulary: new Set(sentences.flatMap(({ words }) => words.map(({ text }) => text))),
      });
      return read(folded);
    },
    withoutSlips(folded, words) {
      if (!/\p{Script=Han}{2}/u.test(folded)) return folded;
      correct ??= createSlipCorrector([...all, ...ownWords(sentences)], (word) => {
        const [first, second] = segmenter.cut(word);
        return first !== undefined && second === undefined && first.tag !== 'x';
      });
      return correct(folded, words);
    },
  };
}

/** What questions are made of, the commonest first. */
const QUESTION_WORDS = [
  ...question.fillers.words,
  ...question.purposes.words,
  ...question.comparisons.words,
  ...question.notice.words,
  ...question.notice.afterPrefix,
  ...question.courtesies.words,
  ...question.partWords.words,
  ...question.placeNouns.words,
  ...attributes.attributes.flatMap(({ nouns, verbs }) => [...nouns, ...verbs]),
];

function placeOf(
  { division, name, mentions }: MentionedPlace,
  facts: readonly PlaceFact[],
): Subject & { kind: 'place' } {
  return {
    kind: 'place',
    division,
    names: namesOf(division),
    county: {
      id: division.code,
      name,
      fullName: division.name,
      mentions,
      facts: facts.filter(({ code }) => code === division.code).map(({ fact }) => fact),
    },
  };
}

function understandInitiatives(found: readonly NamedInitiative[]): (Subject & { kind: 'initiative' })[] {
  return found.map(({ initiative, names, head }) => {
    const isOnlyOne = head.length > 2 && found.filter((other) => other.head === head).length === 1;
    return {
      kind: 'initiative' as const,
      initiative,
      names: isOnlyOne ? [...names, head] : names,
      head: isOnlyOne ? head : '',
    };
  });
}

function gramsOfWord(word: string): string[] {
  return word.length < 2 ? [word] : pairsOf(word);
}

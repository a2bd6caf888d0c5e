import { sentencesOf, type CutSentence } from '../../lexicon/cut-sentence.ts';
import type { Enumeration } from '../../lexicon/enumerations.ts';
import type { Fact, Initiative, Located, PartList } from '../../lexicon/terms.ts';
import type { MentionedPlace, Understanding } from '../../lexicon/understanding.ts';
import type { Notice, Sentence } from '../../notice/notice.ts';
import type { Steps } from '../../text/steps.ts';
import { restoreSentences, saveWords, type SavedWords } from './words.ts';

/** An {@link Understanding} whose sentences are numbers: their places among all sentences of the notices. */
export interface SavedUnderstanding {
  readonly words: SavedWords;
  readonly enumerations: readonly (readonly [sentence: number, enumerations: readonly Enumeration[]])[];
  readonly places: readonly (Omit<MentionedPlace, 'mentions'> & { readonly mentions: readonly number[] })[];
  readonly facts: readonly { readonly code: string; readonly fact: Numbered<Fact> }[];
  readonly initiatives: readonly {
    readonly initiative: SavedInitiative;
    readonly names: readonly string[];
    readonly head: string;
  }[];
  /** Those of one code unit and those of two, each without anything between them. */
  readonly grams: readonly [ofOne: string, ofTwo: string];
  readonly home: Understanding['home'];
}

/** Something that stands in a sentence, with the sentence's number for where it stands. */
type Numbered<T extends Located> = Omit<T, keyof Located> & { readonly at: number };

type SavedInitiative = Omit<Initiative, 'definition' | 'parts' | 'mentions'> & {
  readonly definition: number;
  readonly parts: readonly Numbered<PartList>[];
  readonly mentions: readonly number[];
};

export function* saveUnderstanding(understanding: Understanding): Steps<SavedUnderstanding> {
  const { sentences, enumerations, places, facts, initiatives, grams, home } = understanding;
  const numbers = new Map<Sentence, number>(sentences.map(({ sentence }, number) => [sentence, number]));
  const numberOf = ({ sentence }: Located): number => {
    const number = numbers.get(sentence);
    if (number === undefined) throw new RangeError(`sentence ${sentence.id} is none of those understood`);
    return number;
  };
  return {
    words: yield* saveWords(sentences),
    enumerations: Array.from(enumerations, ([sentence, found]) => [numberOf(sentence), found] as const),
    places: places.map((place) => ({ ...place, mentions: place.mentions.map(numberOf) })),
    facts: facts.map(({ code, fact }) => {
      const { subject, value, attribute } = fact;
      return { code, fact: { at: numberOf(fact), subject, value, attribute } };
    }),
    initiatives: initiatives.map(({ initiative, ...named }) => ({
      ...named,
      initiative: {
        ...initiative,
        definition: numberOf(initiative.definition),
        parts: initiative.parts.map((part) => ({
          at: numberOf(part),
          label: part.label,
          items: part.items,
        })),
        mentions: initiative.mentions.map(numberOf),
      },
    })),
    grams: joinGrams(grams),
    home,
  };
}

/** @param notices those that were understood, in order */
export function restoreUnderstanding(notices: readonly Notice[], saved: SavedUnderstanding): Understanding {
  const sentences = restoreSentences(notices.flatMap(sentencesOf), saved.words);
  const sentenceAt = (number: number): CutSentence => {
    const sentence = sentences[number];
    if (sentence === undefined) throw new RangeError(`there is no sentence ${number}`);
    return sentence;
  };
  const locatedAt = (number: number): Located => {
    const { notice, passage, sentence } = sentenceAt(number);
    return { notice, passage, sentence };
  };
  const locate = <T extends { readonly at: number }>({ at, ...rest }: T) => ({ ...locatedAt(at), ...rest });
  return {
    sentences,
    enumerations: new Map(saved.enumerations.map(([sentence, found]) => [sentenceAt(sentence), found])),
    places: saved.places.map((place) => ({ ...place, mentions: place.mentions.map(sentenceAt) })),
    facts: saved.facts.map(({ code, fact }) => ({ code, fact: locate(fact) })),
    initiatives: saved.initiatives.map(({ initiative, ...named }) => ({
      ...named,
      initiative: {
        ...initiative,
        definition: locatedAt(initiative.definition),
        parts: initiative.parts.map(locate),
        mentions: initiative.mentions.map(locatedAt),
      },
    })),
    grams: splitGrams(saved.grams),
    home: saved.home,
  };
}

function joinGrams(grams: Understanding['grams']): SavedUnderstanding['grams'] {
  const all = [...grams];
  return [
    all.filter(({ length }) => length === 1).join(''),
    all.filter(({ length }) => length === 2).join(''),
  ];
}

function splitGrams([ofOne, ofTwo]: SavedUnderstanding['grams']): Understanding['grams'] {
  const grams = new Set<string>();
  for (let i = 0; i < ofOne.length; i++) grams.add(ofOne.charAt(i));
  for (let i = 0; i < ofTwo.length; i += 2) grams.add(ofTwo.slice(i, i + 2));
  return grams;
}

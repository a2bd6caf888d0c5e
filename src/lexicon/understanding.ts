import type { Notice } from '../notice/notice.ts';
import { fold } from '../text/script.ts';
import type { Segmenter } from '../text/segmenter.ts';
import type { Steps } from '../text/steps.ts';
import { cutSentences, type CutSentence } from './cut-sentence.ts';
import { findEnumerations, type Enumeration } from './enumerations.ts';
import { findPlaceFacts, type PlaceFact } from './facts.ts';
import type { Division } from './gazetteer.ts';
import { findInitiatives, type NamedInitiative } from './initiatives.ts';
import { findPlaces, homeInSteps, homeOf, regionNamedIn } from './places.ts';
import type { Located } from './terms.ts';

/** What is understood of notices, as data: what takes long to make, and can be kept. */
export interface Understanding {
  /** Of one notice after the other, in order. */
  readonly sentences: readonly CutSentence[];
  readonly enumerations: ReadonlyMap<CutSentence, readonly Enumeration[]>;
  readonly places: readonly MentionedPlace[];
  readonly facts: readonly PlaceFact[];
  readonly initiatives: readonly NamedInitiative[];
  /** The characters and pairs of neighbouring characters of all sentences, folded. */
  readonly grams: ReadonlySet<string>;
  /** The region that most of the notices are about. */
  readonly home: Division | undefined;
}

/** A place, as the notices first write it, and the sentences that mention it. */
export interface MentionedPlace {
  readonly division: Division;
  readonly name: string;
  readonly mentions: readonly Located[];
}

/** Understands notices in steps: thousands take seconds. */
export function* understandInSteps(notices: readonly Notice[], segmenter: Segmenter): Steps<Understanding> {
  const byNotice: CutSentence[][] = [];
  const enumerations = new Map<CutSentence, readonly Enumeration[]>();
  for (const notice of notices) {
    const sentences = cutSentences(notice, segmenter);
    byNotice.push(sentences);
    yield;
    for (const sentence of sentences) {
      const found = findEnumerations(sentence.folded, sentence.words);
      if (found.length > 0) enumerations.set(sentence, found);
    }
    yield;
  }
  const sentences = byNotice.flat();
  const { places, facts } = yield* understandPlaces(byNotice, enumerations);
  const initiatives: NamedInitiative[] = [];
  for (const ofNotice of byNotice) {
    initiatives.push(...findInitiatives(ofNotice, enumerations));
    yield;
  }
  return {
    sentences,
    enumerations,
    places,
    facts,
    initiatives,
    grams: yield* gramsOf(sentences),
    home: yield* homeInSteps(sentences),
  };
}

function* understandPlaces(
  byNotice: readonly (readonly CutSentence[])[],
  enumerations: ReadonlyMap<CutSentence, readonly Enumeration[]>,
): Steps<{ places: MentionedPlace[]; facts: PlaceFact[] }> {
  const facts: PlaceFact[] = [];
  const found = new Map<string, MentionedPlace & { readonly mentions: Located[] }>();
  for (const sentences of byNotice) {
    yield;
    const home = regionOf(sentences[0]?.notice) ?? homeOf(sentences);
    for (const sentence of sentences) {
      const matches = findPlaces(sentence.folded, sentence.words, home);
      facts.push(...findPlaceFacts(sentence, enumerations.get(sentence) ?? [], matches));
      for (const { division, start, end } of matches) {
        const known = found.get(division.code);
        if (known === undefined) {
          const name = sentence.sentence.text.slice(start, end);
          found.set(division.code, { division, name, mentions: [sentence] });
        } else if (known.mentions.at(-1)?.sentence !== sentence.sentence) {
          known.mentions.push(sentence);
        }
      }
    }
  }
  return { places: [...found.values()], facts };
}

/** The region that a notice or its issuer names as its own: it tells apart places of the same name. */
function regionOf(notice: Notice | undefined): Division | undefined {
  return [notice?.region, notice?.issuer]
    .map((name) => (name == null ? undefined : regionNamedIn(fold(name))))
    .find((region) => region !== undefined);
}

function* gramsOf(sentences: readonly CutSentence[]): Steps<ReadonlySet<string>> {
  const grams = new Set<string>();
  for (const { folded } of sentences) {
    yield;
    for (let i = 0; i < folded.length; i++) {
      grams.add(folded.charAt(i));
      grams.add(folded.slice(i, i + 2));
    }
  }
  return grams;
}

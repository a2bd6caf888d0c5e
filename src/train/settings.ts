import { createHash } from 'node:crypto';

import { prepareQuery, type Query } from '../answer/ranking/query.ts';
import { viewHits, type FoundPassage } from '../answer/ranking/ranker.ts';
import type { Collection } from '../answer/ranking/retrieval.ts';
import type { PassageView } from '../answer/ranking/view.ts';
import { background } from '../lexicon/background.ts';
import { cutSentences } from '../lexicon/cut-sentence.ts';
import { fold } from '../text/script.ts';
import type { Segmenter } from '../text/segmenter.ts';
import { createPool, type Pool, type Selection } from './pool.ts';
import { holdsGold, type QuestionSet, type SetQuestion } from './question-set.ts';
import { createRandom } from './random.ts';

/** As many as the answerer looks into. */
const PASSAGES = 16;

/** One question asked of one collection of passages. */
export interface Setting {
  readonly kind: SettingKind;
  readonly hasAnswer: boolean;
  /** What the search found, the best first, with each passage's place in the pool. */
  readonly found: readonly (FoundPassage & { readonly place: number })[];
  readonly terms: readonly string[];
  readonly collection: Collection;
}

/**
 * The whole set; the whole set without the question's paragraph; a collection as small as one notice; and one
 * as small without the paragraph.
 */
export type SettingKind = 'whole' | 'whole without' | 'small' | 'small without';

/** A question of a training set, with what it found in each setting. */
export interface Example {
  readonly set: number;
  /** A number from 0 to 1 that is the same for all questions about articles of one title. */
  readonly draw: number;
  readonly query: Query;
  readonly settings: readonly Setting[];
  isGold(place: number): boolean;
  /** How good an answer a sentence is, from 0 to 1: an annotated one is, another with the same words may be. */
  worthOf(place: number, sentence: number): number;
  /** A sentence is a hit when it holds a gold answer. */
  isHit(place: number, sentence: number): boolean;
  lengthOf(place: number, sentence: number): number;
}

/** What the ranker sees of a setting: one view a passage that was found. */
export function viewsOf({ query }: Example, { found, terms, collection }: Setting): PassageView[] {
  return viewHits(query, found, terms, collection);
}

/** The fewest and the most passages of a small collection. */
const SMALLEST = 3;
const LARGEST = 8;
const FROM_THE_SAME_ARTICLE = 4;

/**
 * Asks every answerable question of a set in four settings.
 *
 * @param set the set's number among those trained on
 * @param seed decides which passages make up the small collections
 */
export function* prepareExamples(
  questionSet: QuestionSet,
  set: number,
  segmenter: Segmenter,
  seed: number,
): Generator<Example, void> {
  const pool = createPool(questionSet.notices.flatMap((notice) => cutSentences(notice, segmenter)));
  const placeOf = new Map(pool.passages.map(({ passage }, place) => [passage, place]));
  const random = createRandom(seed);
  for (const question of questionSet.questions) {
    const golds = question.passages.flatMap((passage) => placeOf.get(passage) ?? []);
    if (golds.length === 0 || question.golds.length === 0) continue;
    const folded = fold(question.text);
    const words = segmenter.cut(folded);
    const related = question.notice.passages.flatMap((passage) => placeOf.get(passage) ?? []);
    const others = smallCollection(pool, golds, related, random);
    const setting = (kind: SettingKind, selection: Selection): Setting => {
      const { hits, terms } = selection.search(words, PASSAGES);
      const found = hits.flatMap((hit) => {
        const passage = pool.passages[hit.place]?.prepared;
        return passage === undefined ? [] : { ...hit, passage };
      });
      const hasAnswer = kind === 'whole' || kind === 'small';
      return { kind, hasAnswer, found, terms, collection: selection.collection };
    };
    yield {
      set,
      draw: drawOf(question.notice.title),
      query: prepareQuery(folded, words, background()),
      settings: [
        setting('whole', pool.without(new Set())),
        setting('whole without', pool.without(new Set(golds))),
        setting('small', pool.only([...golds, ...others])),
        setting('small without', pool.only(others)),
      ],
      ...judgeOf(question, pool, new Set(golds)),
    };
  }
}

/** Other passages, of the same article as far as there are any, that make a collection with the gold paragraph. */
function smallCollection(
  pool: Pool,
  golds: readonly number[],
  related: readonly number[],
  random: () => number,
): number[] {
  const size = SMALLEST + Math.floor(random() * (LARGEST - SMALLEST + 1));
  const wanted = Math.min(size, pool.passages.length) - golds.length;
  const others = new Set(
    related.filter((place) => !golds.includes(place)).slice(0, Math.min(wanted, FROM_THE_SAME_ARTICLE)),
  );
  while (others.size < wanted) {
    const place = Math.floor(random() * pool.passages.length);
    if (!golds.includes(place)) others.add(place);
  }
  return [...others];
}

const HIT_ELSEWHERE = 0.5;
const HIT_IN_ANOTHER_SENTENCE = 0.7;

function judgeOf(
  question: SetQuestion,
  pool: Pool,
  golds: ReadonlySet<number>,
): Pick<Example, 'isGold' | 'worthOf' | 'isHit' | 'lengthOf'> {
  const annotated = new Set(question.sentences.map(({ id }) => id));
  const sentenceAt = (place: number, sentence: number) => pool.passages[place]?.sentences[sentence]?.sentence;
  const isHit = (place: number, sentence: number) =>
    holdsGold(question, sentenceAt(place, sentence)?.text ?? '');
  return {
    isGold: (place) => golds.has(place),
    isHit,
    worthOf(place, sentence) {
      if (!isHit(place, sentence)) return 0;
      if (!golds.has(place)) return HIT_ELSEWHERE;
      return annotated.has(sentenceAt(place, sentence)?.id ?? '') ? 1 : HIT_IN_ANOTHER_SENTENCE;
    },
    lengthOf: (place, sentence) => sentenceAt(place, sentence)?.text.length ?? 0,
  };
}

function drawOf(title: string): number {
  return createHash('sha256').update(fold(title)).digest().readUInt32BE() / 2 ** 32;
}

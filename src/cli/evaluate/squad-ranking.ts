import type { Ranker } from '../../answer/ranking/ranker.ts';
import { prepareQuery } from '../../answer/ranking/query.ts';
import { background } from '../../lexicon/background.ts';
import { cutSentences } from '../../lexicon/cut-sentence.ts';
import { fold } from '../../text/script.ts';
import type { Segmenter } from '../../text/segmenter.ts';
import { createPool, type Pool, type Selection } from '../../train/pool.ts';
import { holdsGold, type QuestionSet, type SetQuestion } from '../../train/question-set.ts';

/** What search and ranker make of one question, before anything is decided. */
export interface RankingOutcome {
  readonly hasAnswer: boolean;
  /** Where the gold paragraph stands among the passages by their best sentences, from 1; 0 where it was not found. */
  readonly goldRank: number;
  /** Whether the best sentence holds a gold answer: of all, and of the gold paragraph. */
  readonly isHit: boolean;
  readonly isHitInParagraph: boolean;
  /** The best sentence, and the one in which the answer was marked, in characters; 0 where there is none. */
  readonly length: number;
  readonly goldLength: number;
  readonly bestSentence: string;
  /** How likely there is an answer, and the same when the gold paragraph is not there; null where it has none. */
  readonly confidence: number;
  readonly confidenceWithout: number | null;
}

/** As many as the answerer looks into. */
const PASSAGES = 16;

/** Ranks the sentences of a set for each of its questions, with and without the paragraph that answers. */
export function* rankQuestions(
  { notices, questions }: QuestionSet,
  segmenter: Segmenter,
  ranker: Ranker,
): Generator<RankingOutcome, void> {
  const pool = createPool(notices.flatMap((notice) => cutSentences(notice, segmenter)));
  const placeOf = new Map(pool.passages.map(({ passage }, place) => [passage, place]));
  for (const question of questions) {
    const golds = new Set(question.passages.flatMap((passage) => placeOf.get(passage) ?? []));
    const whole = rank(question, pool, pool.without(new Set()), segmenter, ranker);
    const hasAnswer = question.golds.length > 0;
    const places = [...new Set(whole.sentences.map(({ place }) => place))];
    const [best] = whole.sentences;
    const bestInParagraph = whole.sentences.find(({ place }) => golds.has(place));
    yield {
      hasAnswer,
      goldRank: places.findIndex((place) => golds.has(place)) + 1,
      isHit: best !== undefined && holdsGold(question, best.text),
      isHitInParagraph: bestInParagraph !== undefined && holdsGold(question, bestInParagraph.text),
      length: best?.text.length ?? 0,
      goldLength: question.sentences[0]?.text.length ?? 0,
      bestSentence: best?.text ?? '',
      confidence: whole.confidence,
      confidenceWithout: hasAnswer
        ? rank(question, pool, pool.without(golds), segmenter, ranker).confidence
        : null,
    };
  }
}

function rank(
  { text }: SetQuestion,
  pool: Pool,
  selection: Selection,
  segmenter: Segmenter,
  ranker: Ranker,
): { sentences: { place: number; text: string }[]; confidence: number } {
  const folded = fold(text);
  const words = segmenter.cut(folded);
  const { hits, terms } = selection.search(words, PASSAGES);
  const found = hits.flatMap((hit) => {
    const passage = pool.passages[hit.place];
    return passage === undefined ? [] : { ...hit, passage: passage.prepared, sentences: passage.sentences };
  });
  const query = prepareQuery(folded, words, background());
  const { sentences, confidence } = ranker.rank(query, found, terms, selection.collection);
  return {
    confidence,
    sentences: sentences.flatMap(({ passage, sentence }) => {
      const hit = found[passage];
      const cut = hit?.sentences[sentence];
      return hit === undefined || cut === undefined ? [] : { place: hit.place, text: cut.sentence.text };
    }),
  };
}

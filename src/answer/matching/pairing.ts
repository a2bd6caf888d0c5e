import type { CutSentence } from '../../lexicon/cut-sentence.ts';
import type { Role, Standing } from '../../lexicon/outline.ts';
import type { Word } from '../../text/segmenter.ts';
import { SEEN, type Pairing } from './network.ts';
import { meaningfulWords, toSymbols } from './symbols.ts';

/** A sentence that may answer. */
export interface Matchable {
  readonly sentence: CutSentence;
  readonly standing: Standing;
  /** The folded title of its notice. */
  readonly title: string;
}

const ROLES: readonly Role[] = ['title', 'heading', 'lead-in', 'header', 'row', 'item', 'prose', 'signature'];
/** What comes later in a question or a sentence is not looked at. */
const MOST_ASKED = 24;
const MOST_WORDS = 60;

/**
 * A question and sentences as the network takes them. What is seen of each word of the question is whether it stands
 * in the sentence, above it and in the title, and the share of the sentences that it stands in.
 *
 * @param words of the question, folded
 * @param known the symbols of characters
 */
export function pairUp(
  words: readonly Word[],
  sentences: readonly Matchable[],
  known: ReadonlyMap<string, number>,
): Pairing {
  const asked = meaningfulWords(words, MOST_ASKED);
  const stands = sentences.map(({ sentence }) => asked.map((word) => Number(sentence.folded.includes(word))));
  const shares = asked.map(
    (_, i) => stands.reduce((sum, row) => sum + (row[i] ?? 0), 0) / Math.max(1, sentences.length),
  );
  return {
    question: toSymbols(asked, known),
    sentences: sentences.map(({ sentence, standing, title }, s) => {
      const evidence = new Float64Array(asked.length * SEEN);
      asked.forEach((word, i) => {
        const seen = [
          stands[s]?.[i] ?? 0,
          Number(standing.context.includes(word)),
          Number(title.includes(word)),
          shares[i] ?? 0,
        ];
        evidence.set(seen, i * SEEN);
      });
      return {
        symbols: toSymbols(meaningfulWords(sentence.words, MOST_WORDS), known),
        role: ROLES.indexOf(standing.role),
        evidence,
      };
    }),
  };
}

import { cutSentences } from '../../lexicon/cut-sentence.ts';
import type { Notice } from '../../notice/notice.ts';
import { fold } from '../../text/script.ts';
import type { Segmenter, Word } from '../../text/segmenter.ts';
import { meaningfulWords, piecesOf } from '../../answer/matching/symbols.ts';

/** What is seen less often gets no symbol of its own. */
const FEWEST = 2;

/** The pieces of words that stand in the texts and questions to train on, in the order of their code units. */
export function findPieces(
  notices: Iterable<Notice>,
  questions: readonly string[],
  segmenter: Segmenter,
): string[] {
  const counts = new Map<string, number>();
  const count = (words: readonly Word[]) => {
    for (const word of meaningfulWords(words, words.length)) {
      for (const piece of piecesOf(word)) counts.set(piece, (counts.get(piece) ?? 0) + 1);
    }
  };
  for (const notice of notices) for (const { words } of cutSentences(notice, segmenter)) count(words);
  for (const question of questions) count(segmenter.cut(fold(question)));
  return [...counts].flatMap(([piece, times]) => (times >= FEWEST ? [piece] : [])).sort();
}

import type { Notice, Sentence } from '../notice/notice.ts';
import { fold } from '../text/script.ts';
import type { Segmenter, Word } from '../text/segmenter.ts';
import type { Located } from './terms.ts';

/** A sentence of a notice, folded and cut. Positions in `folded` are positions in the sentence's text. */
export interface CutSentence extends Located {
  readonly folded: string;
  readonly words: readonly Word[];
}

const foldedOnce = new WeakMap<Sentence, string>();

/** The folded text of a sentence, folded when it is first asked for. */
export function foldedText(sentence: Sentence): string {
  const folded = foldedOnce.get(sentence) ?? fold(sentence.text);
  foldedOnce.set(sentence, folded);
  return folded;
}

/** Every sentence of a notice in order, the title and the date line first. */
export function cutSentences(notice: Notice, segmenter: Segmenter): CutSentence[] {
  return sentencesOf(notice).map((item) => {
    const folded = fold(item.sentence.text);
    return { ...item, folded, words: segmenter.cut(folded) };
  });
}

/** The sentences that {@link cutSentences} cuts. */
export function sentencesOf(notice: Notice): Located[] {
  const lines = [notice.titleLine, notice.dateLine].filter((line) => line !== null);
  return [
    ...lines.map((sentence) => ({ notice, passage: null, sentence })),
    ...notice.passages.flatMap((passage) =>
      passage.sentences.map((sentence) => ({ notice, passage, sentence })),
    ),
  ];
}

import type { CutSentence } from '../lexicon/cut-sentence.ts';
import type { Notice, Passage } from '../notice/notice.ts';
import { fold } from '../text/script.ts';

/** A passage with its sentences, folded and cut. */
export interface CutPassage {
  readonly passage: Passage;
  readonly title: string;
  readonly sentences: readonly CutSentence[];
  readonly folded: string;
  /** The whole notice, folded. */
  readonly noticeText: string;
}

/** The passages that sentences stand in, in order; titles and date lines stand in none. */
export function groupByPassage(sentences: readonly CutSentence[]): CutPassage[] {
  const groups = new Map<Passage, CutSentence[]>();
  for (const sentence of sentences) {
    if (sentence.passage === null) continue;
    const group = groups.get(sentence.passage);
    if (group === undefined) groups.set(sentence.passage, [sentence]);
    else group.push(sentence);
  }
  const foldedOnce = new Map<Notice, { title: string; text?: string }>();
  return [...groups].flatMap(([passage, inPassage]) => {
    const [first] = inPassage;
    if (first === undefined) return [];
    const { notice } = first;
    const known = foldedOnce.get(notice) ?? { title: fold(notice.title) };
    foldedOnce.set(notice, known);
    let folded: string | undefined;
    // Few passages of a large collection are ever looked into.
    return [
      {
        passage,
        title: known.title,
        sentences: inPassage,
        get folded() {
          return (folded ??= inPassage.map((sentence) => sentence.folded).join(''));
        },
        get noticeText() {
          return (known.text ??= fold(notice.text));
        },
      },
    ];
  });
}

import type { CutSentence } from '../../lexicon/cut-sentence.ts';
import type { Located } from '../../lexicon/terms.ts';
import type { Word } from '../../text/segmenter.ts';
import type { Steps } from '../../text/steps.ts';

/** The words of many sentences, in arrays: as objects they would take longer to read than to cut again. */
export interface SavedWords {
  /** The sentences' folded text, one behind the other. */
  readonly folded: string;
  /** The number of each sentence's first word; behind the last, how many words there are. */
  readonly first: Uint32Array;
  /** Of each word how many code units it has: words follow each other without a gap. */
  readonly lengths: Uint32Array;
  /** Of each word the place of its tag in `tagNames`. */
  readonly tags: Uint8Array;
  readonly tagNames: readonly string[];
}

export function* saveWords(sentences: readonly CutSentence[]): Steps<SavedWords> {
  const count = sentences.reduce((sum, { words }) => sum + words.length, 0);
  const first = new Uint32Array(sentences.length + 1).fill(count);
  const lengths = new Uint32Array(count);
  const tags = new Uint8Array(count);
  const numbers = new Map<string, number>();
  let number = 0;
  for (const [i, { words }] of sentences.entries()) {
    yield;
    first[i] = number;
    for (const { start, end, tag } of words) {
      const known = numbers.get(tag) ?? numbers.size;
      numbers.set(tag, known);
      lengths[number] = end - start;
      tags[number++] = known;
    }
  }
  const folded = sentences.map((sentence) => sentence.folded).join('');
  return { folded, first, lengths, tags, tagNames: [...numbers.keys()] };
}

/**
 * The cut sentences again. Of a large collection few are ever looked into, so the words of each are made when they
 * are first asked for.
 *
 * @param located the sentences that were saved, in order; folded text is as long as they are
 */
export function restoreSentences(located: readonly Located[], saved: SavedWords): CutSentence[] {
  let start = 0;
  return located.map((item, i) => {
    const folded = saved.folded.slice(start, start + item.sentence.text.length);
    start += folded.length;
    let words: Word[] | undefined;
    return {
      ...item,
      folded,
      get words() {
        return (words ??= wordsOf(folded, i, saved));
      },
    };
  });
}

function wordsOf(folded: string, sentence: number, { first, lengths, tags, tagNames }: SavedWords): Word[] {
  const words: Word[] = [];
  let start = 0;
  for (let i = first[sentence] ?? 0; i < (first[sentence + 1] ?? 0); i++) {
    const end = start + (lengths[i] ?? 0);
    words.push({ text: folded.slice(start, end), start, end, tag: tagNames[tags[i] ?? 0] ?? 'x' });
    start = end;
  }
  return words;
}

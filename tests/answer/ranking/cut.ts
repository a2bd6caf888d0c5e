import type { Word } from '../../../src/text/segmenter.ts';

/** A text that is cut by hand, as `word/tag` parted by spaces: what is tested then hangs on no dictionary. */
export function cut(tagged: string): { folded: string; words: Word[] } {
  let start = 0;
  const words = tagged.split(' ').map((part) => {
    const at = part.lastIndexOf('/');
    const word = { text: part.slice(0, at), tag: part.slice(at + 1), start, end: start + at };
    start = word.end;
    return word;
  });
  return { folded: words.map(({ text }) => text).join(''), words };
}

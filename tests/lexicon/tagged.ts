import type { Segmenter, Word } from '../../src/text/segmenter.ts';

/** A folded text with its words, as findEnumerations and the like take them. */
export interface Tagged {
  readonly folded: string;
  readonly words: readonly Word[];
}

/**
 * A text cut by hand: words with their tags, parted by spaces, as in `海宁/ns 经编/n`. A word without a tag has `x`.
 */
export function tagged(source: string): Tagged {
  const words: Word[] = [];
  let folded = '';
  for (const piece of source.split(' ').filter((word) => word !== '')) {
    const [text = '', tag = 'x'] = piece.split('/');
    words.push({ text, start: folded.length, end: folded.length + text.length, tag });
    folded += text;
  }
  return { folded, words };
}

/**
 * A segmenter that knows the words of `dictionary` (`海宁/ns 经编/n`) and takes the longest one at every place; every
 * other character is a word that it does not know.
 */
export function createDictionarySegmenter(dictionary: string): Segmenter {
  const known = [...tagged(dictionary).words].sort((a, b) => b.text.length - a.text.length);
  return {
    name: 'jieba',
    cut(text) {
      const words: Word[] = [];
      for (let start = 0; start < text.length;) {
        const found = known.find((word) => text.startsWith(word.text, start));
        const end = start + (found?.text.length ?? 1);
        words.push({ text: text.slice(start, end), start, end, tag: found?.tag ?? 'x' });
        start = end;
      }
      return words;
    },
  };
}

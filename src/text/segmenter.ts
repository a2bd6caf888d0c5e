import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** A word of a text and the range where it stands. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The part of speech in the ICTCLAS tag set that jieba uses (`n`, `ns`, `v`, `m`…); `x` when unknown. */
  readonly tag: string;
}

/** Cuts Chinese text into words. Expects folded text: jieba's dictionary is Simplified. */
export interface Segmenter {
  readonly name: 'jieba' | 'intl';
  /** The words of `text` in order; together they hold every character of it. */
  cut(text: string): Word[];
}

/**
 * The segmenter to use: jieba, or the one that Node brings where jieba cannot be loaded.
 *
 * Loading jieba's dictionary takes about two seconds, here and not on the first question.
 *
 * @param warn called once, with a remedy, when jieba is missing
 */
export function createSegmenter(warn: (message: string) => void): Segmenter {
  try {
    return createJiebaSegmenter();
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    warn(
      `nodejieba cannot be loaded (${reason}); words are cut by Intl.Segmenter, and a few more questions will ` +
        'go unanswered. To have jieba, install a C++ compiler and Python and run "npm rebuild nodejieba".',
    );
    return createIntlSegmenter();
  }
}

/** Jieba's dictionaries for extracting keywords are not needed, and take a tenth of its time to load. */
const NO_IDF = fileURLToPath(new URL('../../data/lexicon/no-idf.utf8', import.meta.url));

/** @throws Error when the package or its binary is missing */
export function createJiebaSegmenter(): Segmenter {
  const require = createRequire(import.meta.url);
  const jieba = require('nodejieba') as typeof import('nodejieba');
  jieba.load({ idfDict: NO_IDF, stopWordDict: NO_IDF });
  return {
    name: 'jieba',
    cut(text) {
      const words: Word[] = [];
      let position = 0;
      for (const { word, tag } of jieba.tag(text)) {
        // Jieba leaves out what is not valid text, such as half of a surrogate pair.
        const start = text.indexOf(word, position);
        if (start < 0) continue;
        if (start > position) words.push(unknown(text, position, start));
        position = start + word.length;
        words.push({ text: word, start, end: position, tag });
      }
      if (position < text.length) words.push(unknown(text, position, text.length));
      return words;
    },
  };
}

function unknown(text: string, start: number, end: number): Word {
  return { text: text.slice(start, end), start, end, tag: 'x' };
}

const NUMERAL = /^[\d一二三四五六七八九十百千两]+$/u;

/** The word breaker of ICU, which knows Chinese words but no parts of speech. Counts are joined as jieba has them: 六个. */
export function createIntlSegmenter(): Segmenter {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  return {
    name: 'intl',
    cut(text) {
      const words: Word[] = [];
      for (const { segment, index } of segmenter.segment(text)) {
        const end = index + segment.length;
        const before = words.at(-1);
        if (segment === '个' && before !== undefined && NUMERAL.test(before.text)) {
          words[words.length - 1] = { text: before.text + segment, start: before.start, end, tag: 'm' };
        } else {
          words.push({ text: segment, start: index, end, tag: 'x' });
        }
      }
      return words;
    },
  };
}

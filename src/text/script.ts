import { createRequire } from 'node:module';
import type * as OpenCC from 'opencc-js/cn2t';
import { Converter as toSimplifiedConverter } from 'opencc-js/t2cn';

/** The two scripts that Chinese is written in. */
export type Script = 'traditional' | 'simplified';

const require = createRequire(import.meta.url);
const simplify = toSimplifiedConverter({ from: 't', to: 'cn' });

/** Loaded with the first text that needs it: its dictionary is ten times that of the other direction. */
let traditionalConverter: ((text: string) => string) | undefined;

function traditionalize(text: string): string {
  traditionalConverter ??= (require('opencc-js/cn2t') as typeof OpenCC).Converter({ from: 'cn', to: 't' });
  return traditionalConverter(text);
}

/** `text` in the given script, by OpenCC's phrases and characters. Its length may change. */
export function convert(text: string, script: Script): string {
  return script === 'simplified' ? simplify(text) : traditionalize(text);
}

/** Whether a character is written differently in the two scripts, as 質/质 is and 市 is not. */
export function differsBetweenScripts(character: string): boolean {
  return simplify(character) !== character || traditionalize(character) !== character;
}

/**
 * The script that `text` is written in: the one that more of its characters belong to alone.
 *
 * @returns undefined where no character tells, as in "海鹽" it does but in "平湖" it does not
 */
export function scriptOf(text: string): Script | undefined {
  const simplified = simplify(text);
  const traditional = traditionalize(text);
  let balance = 0;
  for (let i = 0; i < text.length; i++) {
    if (simplified.length === text.length && simplified[i] !== text[i]) balance++;
    if (traditional.length === text.length && traditional[i] !== text[i]) balance--;
  }
  return balance > 0 ? 'traditional' : balance < 0 ? 'simplified' : undefined;
}

/**
 * The form in which texts and questions are compared: Simplified script, NFKC (full-width letters and
 * digits become plain), lower case.
 *
 * The result has exactly as many code units as `text`, so that a range found in one holds in the other; a
 * character whose folded form is longer or shorter stays as it is.
 */
export function fold(text: string): string {
  const simplified = simplify(text);
  if (simplified.length === text.length) return foldWidth(simplified);
  return foldWidth(Array.from(text, (c) => sameLength(c, simplify(c))).join(''));
}

function foldWidth(text: string): string {
  if (PLAIN.test(text)) return text;
  return Array.from(text, (c) => sameLength(c, c.normalize('NFKC').toLowerCase())).join('');
}

/** Han and plain lower-case text, which NFKC and lower case leave alone. */
const PLAIN = /^[\u4e00-\u9fff\u3001\u3002a-z0-9 ]*$/;

function sameLength(original: string, changed: string): string {
  return changed.length === original.length ? changed : original;
}

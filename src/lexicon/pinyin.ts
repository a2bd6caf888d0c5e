import { pinyin } from 'pinyin-pro';

/** The toneless syllables of a text, one for each character: 海宁 is hai ning. Other characters stand for themselves. */
export function syllablesOf(text: string): string[] {
  return pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'spaced' });
}

const readings = new Map<string, readonly string[]>();

/** All toneless readings of one character, the commonest first: 嗨 is hei and hai. Looked up once. */
export function readingsOf(character: string): readonly string[] {
  const known =
    readings.get(character) ??
    pinyin(character, { toneType: 'none', type: 'array', v: true, multiple: true });
  readings.set(character, known);
  return known;
}

/** A text's syllables in one word, as people type them: haining. */
export function pinyinKey(text: string): string {
  return syllablesOf(text).join('');
}

/** A digit behind a syllable is a tone (hai3); behind a letter alone it is a number (P3, A4). */
const TONE = /(?<=[a-z][aeiouv]|[aeiouv]n|[aeiouv]ng|er)[1-5](?![0-9])/gu;

/** Latin text without tones: marks (hǎi), digits behind a syllable (hai3) and apostrophes (xi'an) are dropped. */
export function withoutTones(latin: string): string {
  return latin
    .normalize('NFD')
    .replace(/u\u0308/gu, 'v')
    .replace(/\p{M}/gu, '')
    .replace(TONE, '')
    .replace(/['’]/gu, '');
}

/**
 * Syllables that many speakers do not tell apart, made the same: zh/z, ch/c, sh/s, n/l at the beginning, n/ng at
 * the end. These are the confusions that Chinese input methods offer as "fuzzy pinyin".
 */
export function fuzzySyllable(syllable: string): string {
  const known =
    fuzzy.get(syllable) ??
    syllable
      .replace(/^([zcs])h/u, '$1')
      .replace(/^n(?=[aeiouv])/u, 'l')
      .replace(/(?<=[aei])ng$/u, 'n');
  if (fuzzy.size < MOST_SYLLABLES) fuzzy.set(syllable, known);
  return known;
}

/** There are about four hundred; other characters stand for themselves, and there is no end of those. */
const MOST_SYLLABLES = 4096;
const fuzzy = new Map<string, string>();

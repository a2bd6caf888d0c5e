import { pinyin } from 'pinyin-pro';

import { convert, fold } from '../../text/script.ts';

/** The ways in which a question is asked again; the reply must stay the same. */
export const VARIANT_KINDS = [
  'traditional',
  'simplified',
  'full-width',
  'half-width',
  'question mark',
  'padding',
  'case',
  'pinyin',
] as const;

export type VariantKind = (typeof VARIANT_KINDS)[number];

/** A question in other characters that asks the same. */
export interface Variant {
  readonly kind: VariantKind;
  readonly question: string;
}

/**
 * Every variant of a question that differs from it, each once.
 *
 * @param options.pinyin whether to spell it in pinyin too, where it is wholly Han. Pinyin is understood for
 *   places and initiatives only, so this is for questions that name one.
 */
export function variantsOf(question: string, options: { readonly pinyin: boolean }): Variant[] {
  const variants: Variant[] = [
    { kind: 'traditional', question: convert(question, 'traditional') },
    { kind: 'simplified', question: convert(question, 'simplified') },
    { kind: 'full-width', question: toFullWidth(question) },
    { kind: 'half-width', question: toHalfWidth(question) },
    { kind: 'question mark', question: toggleQuestionMark(question) },
    ...paddings(question).map((padded): Variant => ({ kind: 'padding', question: padded })),
    ...cases(question).map((cased): Variant => ({ kind: 'case', question: cased })),
    ...(options.pinyin ? spellings(question) : []).map((spelt): Variant => ({
      kind: 'pinyin',
      question: spelt,
    })),
  ];
  const seen = new Set([question]);
  return variants.filter((variant) => {
    const isNew = !seen.has(variant.question);
    seen.add(variant.question);
    return isNew;
  });
}

/** What separates a full-width form from its ASCII character. */
const WIDTH_OFFSET = 0xfee0;

/** Punctuation and digits only: nobody types full-width letters by accident. */
function toFullWidth(text: string): string {
  return text.replace(/[!-@[-`{-~]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + WIDTH_OFFSET));
}

const HALF_WIDTH: Readonly<Record<string, string>> = {
  '。': '.',
  '、': ',',
  '“': '"',
  '”': '"',
  '「': '"',
  '」': '"',
  '\u3000': ' ',
};

function toHalfWidth(text: string): string {
  return text
    .replace(/[！-＠［-｀｛-～]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - WIDTH_OFFSET))
    .replace(/[。、“”「」\u3000]/g, (mark) => HALF_WIDTH[mark] ?? mark);
}

function toggleQuestionMark(question: string): string {
  const bare = question.replace(/[?？\s]+$/, '');
  if (bare !== question.trimEnd()) return bare;
  return question + (HAN.test(question) ? '？' : '?');
}

const HAN = /\p{Script=Han}/u;

/** White space as it is left where a mention is taken out, and courtesies in the question's own language. */
function paddings(question: string): string[] {
  const courtesies = HAN.test(question)
    ? [`你好，${question}`, `請問${question}`, `${question} 謝謝`]
    : [`Hello, ${question}`, `${question} thanks`];
  return [`  ${question}\n`, `\u3000${question}\u3000`, ...courtesies];
}

function cases(question: string): string[] {
  return [question.toLowerCase(), question.toUpperCase()];
}

/** By syllables, without and with tone marks; none where the question is not wholly Han. */
function spellings(question: string): string[] {
  if (!HAN.test(question) || !/^[\p{Script=Han}\p{P}\s]+$/u.test(question)) return [];
  const words = fold(question)
    .replace(/[\p{P}\s]+/gu, ' ')
    .trim();
  return (['none', 'symbol'] as const).map((toneType) =>
    pinyin(words, { toneType }).replace(/\s+/g, ' ').trim(),
  );
}

import { convert } from '../text/script.ts';

/** A text and how it was written down. */
export interface DecodedText {
  readonly text: string;
  /** The encoding's name in the WHATWG standard, such as `gb18030`. */
  readonly encoding: string;
  /** How many characters could not be read; they stand as U+FFFD. */
  readonly unreadable: number;
}

/** Of a hundred characters, so many may be unreadable; more is another encoding, or no text. */
const MOST_UNREADABLE = 1;
/** Of the Han characters and marks of a text, the usual ones are at least this share; of noise they are 0.02. */
const LEAST_USUAL = 0.1;

/** The hundred and fifty commonest characters, which make up half of any text, in both scripts, and the marks. */
const SIMPLIFIED =
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方' +
  '后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去性好应开它' +
  '合还因由其些然前外天政四日社义事平形相全表间与关各重新线内数正明原利比或质气第向条问意建月公无系通提程展五' +
  '市区县镇局';
const USUAL = new Set(
  Array.from(`${SIMPLIFIED}${convert(SIMPLIFIED, 'traditional')}，。、；：（）《》“”「」〔〕`),
);

/**
 * Reads bytes as text: by their byte order mark, as UTF-8 where they are, by the encoding that they declare, and
 * otherwise in the one of GB18030, Big5 and UTF-16 in which they look most like Chinese.
 *
 * @param declared the name of an encoding, such as a page's `charset`
 * @returns undefined where the bytes are no text in any of them
 */
export function decodeText(bytes: Uint8Array, declared?: string): DecodedText | undefined {
  const marked = byteOrderMark(bytes);
  if (marked !== undefined) return checked(decoded(bytes, marked));
  const asUtf8 = decoded(bytes, 'utf-8');
  if (asUtf8.unreadable === 0 && !asUtf8.text.includes('\0')) return checked(asUtf8);
  if (declared !== undefined && isEncoding(declared)) {
    const asDeclared = checked(decoded(bytes, declared));
    if (asDeclared !== undefined) return asDeclared;
  }
  return ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be']
    .map((encoding) => checked(decoded(bytes, encoding)))
    .filter((candidate) => candidate !== undefined)
    .map((candidate) => ({ candidate, share: shareOfUsual(candidate.text) }))
    .filter(({ share }) => share >= LEAST_USUAL)
    .sort((a, b) => b.share - a.share)[0]?.candidate;
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}

function isEncoding(label: string): boolean {
  try {
    new TextDecoder(label);
    return true;
  } catch {
    return false;
  }
}

function decoded(bytes: Uint8Array, label: string): DecodedText {
  const { encoding } = new TextDecoder(label);
  // Pages that declare GB2312 or GBK have characters of its successor, which holds both.
  const decoder = new TextDecoder(encoding === 'gbk' ? 'gb18030' : encoding);
  const text = decoder.decode(bytes);
  return { text, encoding: decoder.encoding, unreadable: text.split('\ufffd').length - 1 };
}

/** The text where it may be one: hardly anything unreadable, and no characters that control machines. */
function checked(candidate: DecodedText): DecodedText | undefined {
  // eslint-disable-next-line no-control-regex -- these are what tells binary data from text
  if (/[\0-\x06\x0e-\x1a\x1c-\x1f]/u.test(candidate.text)) return undefined;
  return candidate.unreadable * 100 <= candidate.text.length * MOST_UNREADABLE ? candidate : undefined;
}

function shareOfUsual(text: string): number {
  let usual = 0;
  let all = 0;
  for (const character of text) {
    if (character <= '\u00ff') continue;
    all++;
    if (USUAL.has(character)) usual++;
  }
  return all === 0 ? 0 : usual / all;
}

import type { Range } from '../../text/range.ts';
import type { Word } from '../../text/segmenter.ts';

/** Kinds of things that a question can ask for. */
export type SpanKind = 'person' | 'place' | 'body' | 'date' | 'number' | 'title' | 'latin';

/** A piece of a text that may be an answer. */
export interface TypedSpan extends Range {
  readonly kind: SpanKind;
  readonly text: string;
}

const DATE =
  /(?:(?:公元前?|西元前?|前|民国|[\p{Script=Han}]{2}(?=[元一二三四五六七八九十廿]{1,3}年))?(?:\d{1,4}|[〇零一二三四五六七八九十元]{1,4})年(?:代|间|底|初|春|夏|秋|冬)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})?月?(?:\d{1,2}|[一二三四五六七八九十]{1,3})?[日号]?)|(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})?[日号]?|(?:\d{1,2}|[一二三四五六七八九十]{1,3})世纪(?:[初中末]|\d+年代)?/gu;
const NUMBER =
  /(?:第|约|超过|达)?(?:\d[\d,.]*|[一二三四五六七八九十百千万亿两〇零]+)(?:多|余|几)?(?:[百千万亿]+)?(?:%|‰|[\p{Script=Han}a-z℃²]{1,2})?/gu;
const TRANSLITERATED = /[\p{Script=Han}a-z]{1,8}(?:[·・‧•.．-][\p{Script=Han}a-z]{1,8})+/gu;
const TITLE = /《[^》]{1,40}》|“[^”]{1,30}”|「[^」]{1,30}」|『[^』]{1,30}』/gu;
const LATIN = /[a-z][a-z0-9 .&'-]{1,40}[a-z0-9]/gu;
const PLACE = /(?:[市县省州国区镇村岛山河湖路街港洲海乡郡府峡湾城]|地区|半岛|海岸|大陆|共和国)$/u;
const BODY =
  /(?:公司|集团|大学|学院|中学|小学|学校|银行|委员会|协会|学会|组织|党|军|队|部|局|院|会|社|所|厂|团|机构|基金|政府|联盟|法院|医院|教会|俱乐部|球会|电视台|乐团|乐队)$/u;

/** All typed spans of a folded sentence, kind by kind. A span may lie in another. */
export function typedSpans(text: string, words: readonly Word[]): TypedSpan[] {
  const found: TypedSpan[] = [];
  const add = (kind: SpanKind, start: number, end: number) => {
    found.push({ kind, start, end, text: text.slice(start, end) });
  };
  const addAll = (kind: SpanKind, pattern: RegExp) => {
    for (const { index, 0: match } of text.matchAll(pattern)) add(kind, index, index + match.length);
  };
  addAll('date', DATE);
  const dates = found.slice();
  for (const { index, 0: match } of text.matchAll(NUMBER)) {
    const isInDate = dates.some(({ start, end }) => index < end && index + match.length > start);
    if (!isInDate && !/^第?一$/u.test(match)) add('number', index, index + match.length);
  }
  addAll('title', TITLE);
  addAll('latin', LATIN);
  const named = found.length;
  for (const { index, 0: match } of text.matchAll(TRANSLITERATED)) {
    if (match.length >= 4 || !/^[a-z.-]+$/u.test(match)) add('person', index, index + match.length);
  }
  const names = found.slice(named);
  words.forEach((word, i) => {
    if (names.some(({ start, end }) => start <= word.start && word.end <= end)) return;
    addNamed(words, i, word, add);
  });
  return found;
}

/** What the part of speech or the last character says of a word. */
function addNamed(
  words: readonly Word[],
  i: number,
  { text, tag, start, end }: Word,
  add: (kind: SpanKind, start: number, end: number) => void,
): void {
  if (tag.startsWith('nr')) {
    const next = words[i + 1];
    if (text.length >= 2) add('person', start, end);
    else if (next !== undefined && next.text.length <= 2 && /^(?:nr|n|x|g|v|a)/u.test(next.tag)) {
      add('person', start, next.end);
    }
  }
  const isNoun = /^[nx]/u.test(tag);
  if (tag.startsWith('ns') || (isNoun && text.length >= 3 && PLACE.test(text))) add('place', start, end);
  if (tag.startsWith('nt') || (isNoun && text.length >= 2 && BODY.test(text))) {
    let first = start;
    for (let k = i - 1; k >= 0; k--) {
      const before = words[k];
      if (before === undefined || end - first >= 14) break;
      if (!/^(?:n|j|x|eng|b|vn)/u.test(before.tag) || !/[\p{L}\p{N}]/u.test(before.text)) break;
      first = before.start;
    }
    add('body', first, end);
  }
}

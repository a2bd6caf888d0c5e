import type { Range } from '../text/range.ts';
import type { CutSentence } from './cut-sentence.ts';
import type { Enumeration } from './enumerations.ts';
import type { PlaceMatch } from './places.ts';
import type { Fact } from './terms.ts';

/** A fact with the code of the division that is its subject. */
export interface PlaceFact {
  readonly code: string;
  readonly fact: Fact;
}

/**
 * The facts that enumerations of places state: in 平湖箱包、海宁经编、桐乡羊毛衫 each item is a place and what
 * is said of it. One such item alone is a phrase like any other, two are a list of facts.
 */
export function findPlaceFacts(
  sentence: CutSentence,
  enumerations: readonly Enumeration[],
  places: readonly PlaceMatch[],
): PlaceFact[] {
  return enumerations.flatMap((enumeration) => {
    const pairs = enumeration.items.flatMap((item) => pairOf(sentence.folded, item, places));
    if (pairs.length < 2) return [];
    const attribute = attributeOf(sentence.folded, enumeration);
    return pairs.map(({ place, value }) => ({
      code: place.division.code,
      fact: {
        notice: sentence.notice,
        passage: sentence.passage,
        sentence: sentence.sentence,
        subject: inNotice(sentence, place),
        value: inNotice(sentence, value),
        attribute: attribute === null ? null : inNotice(sentence, attribute),
      },
    }));
  });
}

/** A range of a sentence as a range of its notice's text. */
export function inNotice({ sentence }: CutSentence, { start, end }: Range): Range {
  return { start: sentence.range.start + start, end: sentence.range.start + end };
}

/** The place that an item begins with, and the words behind it. */
function pairOf(
  folded: string,
  item: Range,
  places: readonly PlaceMatch[],
): { place: PlaceMatch; value: Range }[] {
  const place = places.find(({ start }) => start === item.start);
  if (place === undefined) return [];
  const start = folded[place.end] === '的' ? place.end + 1 : place.end;
  return start < item.end ? [{ place, value: { start, end: item.end } }] : [];
}

/** Behind the list: 确定为……特色产业. */
const BEHIND = /^[,\s]*(?:[\u4e00-\u9fff]{0,6}[为成作])(?<attribute>[^,。;:]{2,40})/u;
/** In front of it: ……特色产业分别是. */
const IN_FRONT = /(?<attribute>[^,。;:、]{2,40}?)(?:分别|依次|如下)?(?:是|为|有|包括|:)+(?:[,:]|以下)?$/u;

/** What the sentence says that the values are. */
function attributeOf(folded: string, enumeration: Enumeration): Range | null {
  const behind = BEHIND.exec(folded.slice(enumeration.end))?.groups?.['attribute'];
  if (behind !== undefined) {
    const start = folded.indexOf(behind, enumeration.end);
    return { start, end: start + behind.length };
  }
  const inFront = IN_FRONT.exec(folded.slice(0, enumeration.start))?.groups?.['attribute'];
  if (inFront === undefined) return null;
  const start = folded.lastIndexOf(inFront, enumeration.start);
  return { start, end: start + inFront.length };
}

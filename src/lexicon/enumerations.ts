import type { Range } from '../text/range.ts';
import { slice } from '../text/range.ts';
import type { Word } from '../text/segmenter.ts';

/** A list in running text, such as 经信、科技等部门. Ranges are of the sentence. */
export interface Enumeration extends Range {
  readonly items: readonly Range[];
  /** What follows 等, or 的 behind a closing quote: the word for what the items are (部门). */
  readonly label: Range | null;
  /** The words in front of the colon that the list follows: 体系 in 现代产业体系:甲、乙. */
  readonly lead: Range | null;
}

/** What may not stand inside an item of a list. Quotes and brackets may, in pairs. */
const BOUNDARY = /[,。;:!?…“”「」『』()《》〈〉\n]/u;
const ITEM_SEPARATOR = '、';

/** Words that lead into a list and are not part of its first item. */
const LEAD_INS = new Set(
  (
    '以 将 把 按 按照 根据 对 在 从 如 例如 比如 包括 包含 涵盖 含 即 为 是 有 分别为 分别是 综合 结合 推动 推进 ' +
    '聚焦 围绕 联合 会同 通过 由 全市 全省 全县 全区 全国 我市 我省 我县 我区 本市'
  ).split(' '),
);

/**
 * The enumerations in a sentence: two or more items with 、 between them, the last one perhaps behind 和, 及 or
 * 以及. The text around the first and the last item is cut off by the words that lead into lists (以、将、包括…)
 * and out of them (等、的).
 *
 * @param folded the folded sentence; square quotes and curly ones bound a list
 * @param words its words
 */
export function findEnumerations(folded: string, words: readonly Word[]): Enumeration[] {
  return clauses(folded, words).flatMap((clause) => {
    const cuts = separators(folded, clause);
    const [firstCut] = cuts;
    const lastCut = cuts.at(-1);
    if (firstCut === undefined || lastCut === undefined) return [];

    const first = trimLeadIn(words, { start: clause.start, end: firstCut });
    const middle = cuts.slice(1).map((end, i) => ({ start: (cuts[i] ?? 0) + 1, end }));
    const {
      items: last,
      label,
      end,
    } = trimLeadOut(
      folded,
      words,
      { start: lastCut + 1, end: clause.end },
      folded.slice(clause.start, lastCut).includes('的'),
    );
    const items = [first, ...middle, ...last].filter((item) => item.start < item.end);
    return items.length < 2
      ? []
      : [{ start: first.start, end, items, label, lead: leadOf(folded, clause.start) }];
  });
}

/** The stretches of a sentence that may each hold one list: between boundaries, and from one 等 to the next. */
function clauses(folded: string, words: readonly Word[]): Range[] {
  const found: Range[] = [];
  let start = 0;
  let hasSeparator = false;
  for (const word of words) {
    if (BOUNDARY.test(word.text)) {
      found.push({ start, end: word.start });
      start = word.end;
      hasSeparator = false;
    } else if (isOpenEnd(word) && hasSeparator) {
      // The label stands behind 等, and another list may follow it.
      const label = labelBehind(words.filter((other) => other.start >= word.end));
      const end = label?.end ?? word.end;
      found.push({ start, end });
      start = end;
      hasSeparator = false;
    } else if (word.text.includes(ITEM_SEPARATOR)) {
      hasSeparator = true;
    }
  }
  found.push({ start, end: folded.length });
  return found.filter((range) => range.start < range.end);
}

function isOpenEnd({ text }: Word): boolean {
  return text === '等' || text === '等等';
}

function separators(folded: string, { start, end }: Range): number[] {
  const found: number[] = [];
  for (let i = folded.indexOf(ITEM_SEPARATOR, start); i >= 0 && i < end;) {
    found.push(i);
    i = folded.indexOf(ITEM_SEPARATOR, i + 1);
  }
  return found;
}

function leadOf(folded: string, start: number): Range | null {
  if (folded.charAt(start - 1) !== ':') return null;
  const lead = /[^,。;:!?()“”]*$/u.exec(folded.slice(0, start - 1))?.[0] ?? '';
  return lead === '' ? null : { start: start - 1 - lead.length, end: start - 1 };
}

/** Cuts the words off that lead into a list, as long as a word remains. */
function trimLeadIn(words: readonly Word[], item: Range): Range {
  const inside = words.filter(({ start, end }) => item.start <= start && end <= item.end);
  let from = 0;
  for (const [index, word] of inside.entries()) {
    const leadsIn = LEAD_INS.has(word.text) || word.tag === 'p';
    if (leadsIn && index + 1 < inside.length) from = index + 1;
  }
  return { start: inside[from]?.start ?? item.start, end: item.end };
}

/** Words that say what the items are made: 甲、乙列为主导产业. */
const MADE = /^(?:确定为|列为|认定为|评为|定为|作为|列入|纳入|确定|认定)/u;

/** Splits the last item from what follows it, and at 和, 及 and 以及. Where the other items have 的, it may too. */
function trimLeadOut(
  folded: string,
  words: readonly Word[],
  rest: Range,
  isParallel: boolean,
): { items: Range[]; label: Range | null; end: number } {
  const inside = words.filter(({ start, end }) => rest.start <= start && end <= rest.end);
  const open = inside.findIndex(isOpenEnd);
  const verb = inside.findIndex(({ start }) => MADE.test(folded.slice(start, rest.end)));
  const closing =
    [open, verb, isParallel ? -1 : inside.findIndex(({ text }) => text === '的')].find((i) => i >= 0) ?? -1;
  const closer = inside[closing];
  const itemRange = { start: rest.start, end: closer?.start ?? rest.end };
  const label = closer === undefined || closing === verb ? null : labelBehind(inside.slice(closing + 1));
  return {
    items: splitAtConjunction(folded, words, itemRange),
    label,

    end: label?.end ?? (closing === verb ? closer?.start : closer?.end) ?? rest.end,
  };
}

/** The noun phrase that begins with the first of `words`, up to a verb, a preposition or 的. */
function labelBehind(words: readonly Word[]): Range | null {
  const phrase: Word[] = [];
  for (const word of words) {
    const isWord = /^[\p{Script=Han}\p{L}\p{N}]+$/u.test(word.text) && !/^(?:p|c|u[a-z]*)$/u.test(word.tag);
    if (!isWord || (word.tag === 'v' && phrase.length > 0)) break;
    if (phrase.length > 0 || !QUANTIFIERS.has(word.text)) phrase.push(word);
  }
  const [first] = phrase;
  const last = phrase.at(-1);
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}

const QUANTIFIERS = new Set(['各类', '各种', '各项', '各', '多种', '多个', '若干', '几个', '几种']);

function splitAtConjunction(folded: string, words: readonly Word[], item: Range): Range[] {
  for (const { text, tag, start, end } of words) {
    if (start < item.start || end >= item.end) continue;
    // Jieba takes 强市和 for one word that it does not know.
    const found = tag === 'x' ? /(?:以及|和|及)$/u.exec(text)?.[0] : /^(?:以及|和|及)$/u.exec(text)?.[0];
    if (found === undefined || end - found.length === item.start) continue;
    return [
      { start: item.start, end: end - found.length },
      { start: end, end: item.end },
    ];
  }
  return slice(folded, item).trim() === '' ? [] : [item];
}

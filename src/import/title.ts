import { findDates } from '../notice/dates.ts';
import { fold } from '../text/script.ts';

/** The title of a text, and what is left of it. */
export interface FoundTitle {
  /** As the text has it, damage included; undefined where neither the text nor the file has one. */
  readonly title?: string;
  /** The other lines, in order. */
  readonly below: readonly string[];
}

/** Longer than a headline gets. */
const LONGEST = 100;
/** Shorter than a title gets, and longer than the name of an office. */
const SHORTEST = 4;
const LONGEST_OFFICE = 30;
/** How far down a title may stand below a letterhead, a number and the like, in lines. */
const HEAD_LINES = 8;

/** What a title of an official document ends with, in folded script. */
const KIND =
  /(?:通知|公告|通告|公示|公报|通报|决定|决议|意见|办法|方案|细则|规定|规则|条例|批复|函|报告|简章|启事|声明|安排|信号|措施|名单|计划|要点|提示|须知|指南|解读|问答|预案|结果|令)(?:[(（].{1,20}[)）])?$/u;
/** Offices head a title that goes on in the next line: `桐乡市人民政府` and `关于…的决定`. */
const OFFICE_LINE = /^[\p{Script=Han}()（）·\s]{4,40}$/u;

/**
 * Finds the line that is the title of a text, or the two or three lines that it is set on.
 *
 * @param lines the text, damage included
 * @param repaired the same lines without it
 * @param stated the title where the file states one
 */
export function findTitle(
  lines: readonly string[],
  repaired: readonly string[],
  stated?: string,
): FoundTitle {
  const place = stated === undefined ? placeOfTitle(repaired) : placeOfStated(repaired, stated);
  if (place === undefined) return { below: lines, ...(stated === undefined ? {} : { title: stated }) };
  const { first, count } = place;
  return {
    title: lines.slice(first, first + count).join(''),
    below: [...lines.slice(0, first), ...lines.slice(first + count)],
  };
}

/** The lines of a title: the index of the first, and how many they are. */
interface Place {
  readonly first: number;
  readonly count: 1 | 2 | 3;
}

function placeOfStated(lines: readonly string[], stated: string): Place | undefined {
  const head = lines.slice(0, HEAD_LINES);
  const first = head.findIndex((line) => isSame(line, stated));
  if (first >= 0) return { first, count: 1 };
  const upper = head.findIndex(
    (line, at) => at + 1 < head.length && isSame(line + (head[at + 1] ?? ''), stated),
  );
  return upper < 0 ? undefined : { first: upper, count: 2 };
}

function placeOfTitle(lines: readonly string[]): Place | undefined {
  const head = lines.slice(0, HEAD_LINES);
  const first = head.findIndex((line) => !isAboveTitle(line));
  const [line, next] = [head[first], head[first + 1]];
  if (line === undefined || lines.length === 1 || !isTitle(line)) return undefined;
  const third = head[first + 2];
  if (next === undefined) return { first, count: 1 };
  if (third !== undefined && OFFICE_LINE.test(line) && goesOn(line, next + third)) return { first, count: 3 };
  return { first, count: goesOn(line, next) ? 2 : 1 };
}

/** Whether a line is the title that a file states, or that with its office in front, which sites leave out. */
function isSame(line: string, stated: string): boolean {
  const [whole, part] = [compact(line), compact(stated)];
  return whole.endsWith(part) && whole.length - part.length <= LONGEST_OFFICE && part.length >= SHORTEST;
}

/** For comparing: folded and without white space. */
export function compact(text: string): string {
  return fold(text).replace(/\s/gu, '');
}

/** Whether a line ends as the title of an official document does, and says more than whose document it is. */
export function endsAsTitle(line: string): boolean {
  return KIND.test(fold(line)) && !/\s\S{1,3}$/u.test(line) && line.length <= LONGEST;
}

function isTitle(line: string): boolean {
  return line.length <= LONGEST && !/[。；，、：:;,]$/u.test(line);
}

/** A letterhead, a document number, the name of an attachment or a date. */
function isAboveTitle(line: string): boolean {
  const text = fold(line).trim();
  return (
    /^[\p{Script=Han}()（）·\s]{2,40}文件$/u.test(text) ||
    /^\S{1,14}[〔[［【(（]\d{4}[〕\]］】)）]\s*第?\s*\d{1,5}\s*号$/u.test(text) ||
    /^(?:首页|(?:您|你)?(?:现在|当前)?的?位置\s*:)\s*.*[>›»]/u.test(text) ||
    /^(?:附件|附)\s*\d{0,2}\s*:?$/u.test(text) ||
    /^(?:索引号|文号|发文字号|发布机构|发布日期|公开方式)\s*[:：|]/u.test(text) ||
    (findDates(text).length > 0 && text.length <= 30 && !KIND.test(text)) ||
    !/[\p{L}\p{N}]/u.test(text)
  );
}

/** Whether a title is set on two lines, and `next` is the second. */
function goesOn(line: string, next: string): boolean {
  const [first, second] = [fold(line), fold(next)];
  if (KIND.test(first) || !KIND.test(second) || second.length > LONGEST || /[。；：:]/u.test(second))
    return false;
  return OFFICE_LINE.test(first)
    ? second.startsWith('关于') || first.includes('关于')
    : first.includes('关于');
}

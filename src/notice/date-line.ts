import { slice, type Range } from '../text/range.ts';
import { fold } from '../text/script.ts';
import { findDates, type FoundDate } from './dates.ts';

/** The line that says when a notice was published. */
export interface DateLine {
  readonly range: Range;
  /** `YYYY-MM-DD`. */
  readonly iso: string;
  /** Whether the line gives the date and nothing that could be asked. */
  readonly isOnlyDate: boolean;
}

/** Longer than such a line gets, with source and author in it. */
const LONGEST_LINE = 100;
/** How far down the date may stand under the title, and how far from the end of a signed notice, in lines. */
const HEAD_LINES = 4;
const FOOT_LINES = 2;
/** Above what is appended below the signature, and the remark that stands between the two. */
const APPENDED = /^(?:附件|附表|附录)\s*[\d一二三四五六七八九十]{0,2}$|^\(此件.{2,12}\)$/u;

/**
 * The line with the date of publishing, near the head or the foot of a notice. What is labelled as such goes
 * before a date that stands alone, and that before a signature with a date; any other date, such as a
 * deadline or one in a sentence, is not taken for it.
 *
 * @param text the notice's text
 * @param lines the lines below the title
 */
export function findDateLine(text: string, lines: readonly Range[]): DateLine | undefined {
  const appended = lines.findIndex((line) => APPENDED.test(fold(slice(text, line))));
  const body = appended < 0 ? lines : lines.slice(0, appended);
  const candidates = [...lines.slice(0, HEAD_LINES), ...body.slice(-FOOT_LINES).reverse()];
  for (const find of [labelledDate, loneDate, signedDate]) {
    for (const range of candidates) {
      const date = find(slice(text, range));
      if (date !== undefined) return { range, iso: date.iso, isOnlyDate: find !== signedDate };
    }
  }
  return undefined;
}

/** Whether a line gives the date of publishing and nothing that could be asked. */
export function isOnlyDate(line: string): boolean {
  return labelledDate(line) !== undefined || loneDate(line) !== undefined;
}

const LABEL_BEFORE =
  /(?:公告(?:日期|时间)|(?:发布|发表|发文|发稿|发出|印发|公布|公开|刊登|刊发|登载|张贴|上版|上架|录入|上网|更新|生成|成文|信息)(?:日期|时间|日|于)?|(?:^|[^\p{Script=Han}])(?:日期|时间))\s*:?\s*$/u;
/** Behind this stands when another notice was published, the one that this one corrects. */
const OF_ANOTHER = /(?:首次|原)公告[^\d]{0,6}$/u;
const LABEL_BEHIND = /^[\s\d:]*(?:发布|发表|公布|印发|刊发)(?!的)/u;
/** Where a line gives several dates, this label counts. */
const BEST_LABEL = /发布(?:日期|时间|日|于)?\s*:?\s*$/u;

/** `發布日期：2021-03-16`, `2021-03-16 發布`. */
function labelledDate(line: string): FoundDate | undefined {
  const text = shortLine(line);
  const labelled = findDates(text).filter(({ range }) => {
    const before = text.slice(0, range.start);
    return (
      !OF_ANOTHER.test(before) && (LABEL_BEFORE.test(before) || LABEL_BEHIND.test(text.slice(range.end)))
    );
  });
  return labelled.find(({ range }) => BEST_LABEL.test(text.slice(0, range.start))) ?? labelled[0];
}

/** What sites print beside a date: the time, the day of the week, who wrote it, in which paper, how often it was read. */
const BESIDE = new RegExp(
  [
    String.raw`\d{1,2}\s*:\s*\d{2}(?:\s*:\s*\d{2})?`,
    '(?:星期|周)[一二三四五六日天]',
    String.raw`(?:来源|作者|编辑|责编|稿源|撰稿|单位|机构|部门)\s*:\s*\S*`,
    String.raw`(?:记者|通讯员)\s*:?\s*\p{Script=Han}{2,4}(?:[、\s]+\p{Script=Han}{2,4}(?!\p{Script=Han}|\s*:))*`,
    String.raw`(?:浏览|阅读|点击)(?:次数|量|数)?\s*:?\s*\d+次?`,
    String.raw`(?:字号|字体)\s*:?[\s大中小]*`,
    String.raw`\p{Script=Han}{0,10}(?:日报|晚报|早报|时报|商报|晨报|新闻网|新华网|通讯社|电视台|广播电台|客户端)(?!\p{Script=Han})`,
  ].join('|'),
  'gu',
);

/** Behind a date with the time, who published: 市气象台. */
const OFFICE =
  /^\s*\d{1,2}:\d{2}(?::\d{2})?\s+\p{Script=Han}{2,20}(?:局|委|办|台|院|站|会|社|报|网|政府|中心|公司)$/u;

/** `（2021年3月16日）`, `2021-03-16 12:30 來源：新華網`, `2021-03-16 12:30 市氣象臺`. */
function loneDate(line: string): FoundDate | undefined {
  const text = shortLine(line);
  const [date] = findDates(text);
  if (date === undefined) return undefined;
  const behind = text.slice(date.range.end);
  if (date.range.start === 0 && OFFICE.test(behind)) return date;
  const rest = `${text.slice(0, date.range.start)} ${behind}`.replace(BESIDE, '');
  return /[\p{L}\p{N}]/u.test(rest) ? undefined : date;
}

/** A date behind one of these belongs to what is told. */
const TOLD = /(?:时间|日期|截止|截至|期限|[于至自从到在])$/u;

/** `嘉興日報 2021年3月16日`, `某縣人民政府2021年3月16日`. */
function signedDate(line: string): FoundDate | undefined {
  const text = shortLine(line);
  const date = findDates(text).at(-1);
  if (date?.range.end !== text.length) return undefined;
  const signature = text.slice(0, date.range.start).trim();
  return /^[\p{Script=Han}()·\s]{2,40}$/u.test(signature) && !TOLD.test(signature) ? date : undefined;
}

/** The line folded, or nothing where it is a sentence or too long to be a line with a date. */
function shortLine(line: string): string {
  return line.length > LONGEST_LINE || /[。；：:]$/u.test(line) ? '' : fold(line);
}

import { findDates } from '../../notice/dates.ts';
import { isOnlyDate } from '../../notice/date-line.ts';
import { NOISE } from '../../notice/noise.ts';
import { fold } from '../../text/script.ts';
import { issuerOf } from '../../notice/issuer.ts';
import { repairedLines } from '../lines.ts';
import { textOf, warningsOf } from '../read-text.ts';
import type { Reading } from '../reading.ts';
import { linesOfPage } from './blocks.ts';
import { parsePage } from './dom.ts';
import { mainText } from './main-text.ts';
import { pageFields } from './page-fields.ts';

/**
 * Reads a saved page. Its scripts are not run, and nothing that it refers to is fetched.
 *
 * @throws Refusal where the bytes are no text
 */
export function readHtml(bytes: Uint8Array): Reading {
  const decoded = textOf(bytes, declaredEncoding(bytes));
  const html = decoded.text;
  const page = parsePage(html);
  const around = repairedLines(linesOfPage(page));
  const lines = mainText(html)
    .map(withoutNoise)
    .filter((line) => /[\p{L}\p{N}]/u.test(line));
  const dateLine = lines.slice(0, 4).some(isDated)
    ? undefined
    : (around.map(datePiece).find(Boolean) ?? dateAbove(around, lines));
  const fields = pageFields(html, page, around, lines);
  const issuer = issuerOf(lines, fields.issuer);
  return {
    lines: dateLine === undefined ? lines : [dateLine, ...lines],
    fields: issuer === undefined ? fields : { ...fields, issuer },
    warnings: warningsOf(decoded),
  };
}

/** A line without the buttons and counters that sites print beside a text. */
function withoutNoise(line: string): string {
  return line.replace(NOISE, '').trim();
}

/** The encoding that a page or an XML declaration names near its beginning. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  return /<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?(?<label>[\w:-]+)/iu.exec(head)?.groups?.[
    'label'
  ];
}

const LABEL = /(?<!\p{Script=Han})(?:发布|公布|发文|公告|公开|发表|信息)(?:日期|时间)\s*[:：]\s*/u;
/** In an article this may be the time of anything; beside what sites print with a date, it is that of publishing. */
const SHORT_LABEL =
  /(?<!\p{Script=Han})(?:日期|时间)\s*[:：]\s*(?=.*(?:来源|浏览|阅读|点击|字体|字号|作者|编辑))/u;
const TIME = /^\s*\d{1,2}:\d{2}(?::\d{2})?/u;
const SOURCE = /(?<!\p{Script=Han})(?:(?:信息|文章|稿件)?来源|发布(?:机构|单位))\s*[:：]\s*[^\s|【[]{2,40}/u;

function isDated(line: string): boolean {
  return datePiece(line) !== undefined;
}

/** How far above a text its date may stand without a label, in lines. */
const ABOVE = 4;

/** The line of a date that a page prints above its text without saying what it is. */
function dateAbove(around: readonly string[], lines: readonly string[]): string | undefined {
  const start = around.findIndex((line) => lines.slice(0, ABOVE).includes(line));
  return around.slice(Math.max(0, start - ABOVE), Math.max(0, start)).findLast(isOnlyDate);
}

/** The date with its label and the source, out of the line in which a page prints them between counters and buttons. */
function datePiece(line: string): string | undefined {
  const folded = fold(line);
  const label = LABEL.exec(folded) ?? SHORT_LABEL.exec(folded);
  if (label === null) return undefined;
  const start = label.index;
  const valueStart = start + label[0].length;
  const date = findDates(line.slice(valueStart))[0];
  if (date?.range.start !== 0) return undefined;
  const dateEnd = valueStart + date.range.end;
  const end = dateEnd + (TIME.exec(line.slice(dateEnd))?.[0].length ?? 0);
  const source = SOURCE.exec(folded);
  const pieces = [line.slice(start, end)];
  if (source !== null) pieces.push(line.slice(source.index, source.index + source[0].length));
  return pieces.join('\u3000');
}

import { createHash } from 'node:crypto';
import { parse as parseYaml } from 'yaml';

import type { MappedText } from '../text/mapped-text.ts';
import { slice, trimRange, type Range } from '../text/range.ts';
import { fold } from '../text/script.ts';
import { findDates } from './dates.ts';
import type { Notice, Passage, Sentence } from './notice.ts';
import { repair } from './repair.ts';
import { splitSentences } from './sentences.ts';

/** Longer than a headline gets; a longer first line is a paragraph. */
const LONGEST_TITLE = 100;
/** A line that holds a date and not much else, such as `發布日期：2021-03-16 來源：市政府`. */
const LONGEST_DATE_LINE = 60;
/** How far down the date may stand under the title, and how far from the end of a signed notice, in lines. */
const HEAD_LINES = 4;
const FOOT_LINES = 2;

/**
 * Reads a notice from the text of its file.
 *
 * @param id the notice's id
 * @param raw the file's text, as published
 * @returns the notice, or undefined where the text holds no words
 */
export function parseNotice(id: string, raw: string): Notice | undefined {
  const { meta, body } = splitFrontMatter(raw);
  const origin = shift(repair(slice(raw, body)), body.start);
  const { text } = origin;
  const lines = linesOf(text);
  if (lines.length === 0) return undefined;

  const [first] = lines;
  const titleRange = first !== undefined && isTitle(slice(text, first), lines.length) ? first : undefined;
  const afterTitle = titleRange === undefined ? lines : lines.slice(1);
  const dateRange = findDateLine(text, afterTitle);
  const paragraphs = afterTitle.filter((line) => line !== dateRange || !isDateLineOnly(text, line));

  const sentence = (range: Range): Sentence => ({
    id: sentenceId(id, slice(text, range)),
    range,
    text: slice(text, range),
  });
  return {
    id,
    title: meta.title ?? (titleRange === undefined ? id : slice(text, titleRange)),
    publishedOn: meta.date ?? (dateRange === undefined ? null : publishedOn(text, dateRange)),
    issuer: meta.issuer ?? findIssuer(text, afterTitle),
    url: meta.url ?? null,
    text,
    raw,
    origin,
    titleLine: titleRange === undefined ? null : sentence(titleRange),
    dateLine: dateRange === undefined ? null : sentence(dateRange),
    passages: passagesOf(text, paragraphs, sentence),
  };
}

/** The ids of two sentences differ unless a notice says the same thing in the same words twice. */
function sentenceId(noticeId: string, text: string): string {
  return createHash('sha256').update(noticeId).update('\0').update(text).digest('base64url').slice(0, 8);
}

function passagesOf(
  text: string,
  paragraphs: readonly Range[],
  sentence: (range: Range) => Sentence,
): readonly Passage[] {
  const seen = new Set<string>();
  const passages: Passage[] = [];
  for (const [index, range] of paragraphs.entries()) {
    const content = slice(text, range);
    if (seen.has(content)) continue;
    seen.add(content);
    passages.push({ number: index + 1, range, sentences: splitSentences(text, range).map(sentence) });
  }
  return passages;
}

/** The lines of `text` that hold words, trimmed. */
function linesOf(text: string): Range[] {
  return Array.from(text.matchAll(/[^\r\n\u2028\u2029]+/g), ({ index, 0: line }) =>
    trimRange(text, { start: index, end: index + line.length }),
  ).filter((range) => /[\p{L}\p{N}]/u.test(slice(text, range)));
}

function isTitle(line: string, lineCount: number): boolean {
  return lineCount > 1 && line.length <= LONGEST_TITLE && !/[。；，、：]$/u.test(line);
}

function findDateLine(text: string, lines: readonly Range[]): Range | undefined {
  const candidates = [...lines.slice(0, HEAD_LINES), ...lines.slice(-FOOT_LINES).reverse()];
  return candidates.find((line) => {
    const content = slice(text, line);
    return content.length <= LONGEST_DATE_LINE && !/[。；]$/u.test(content) && findDates(content).length > 0;
  });
}

/** The labels and signs that may stand beside a date on a line of its own. */
const BESIDE_A_DATE =
  /发布|日期|时间|来源|作者|编辑|字号|信息|稿源|撰稿|单位|机构|部门|责任|更新|成文|印发|发文|公布|\d{1,2}\s*:\s*\d{2}/u;

/** Whether a line gives the notice's date and nothing that could be asked. */
function isDateLineOnly(text: string, line: Range): boolean {
  const content = fold(slice(text, line));
  const [date] = findDates(content);
  if (date === undefined) return false;
  const rest = content.slice(0, date.range.start) + content.slice(date.range.end);
  return !/[\p{L}\p{N}]/u.test(rest) || BESIDE_A_DATE.test(rest);
}

function publishedOn(text: string, line: Range): string | null {
  return findDates(slice(text, line))[0]?.iso ?? null;
}

/** The source that a site prints beside the date, as in `來源：市市場監管局`. */
const ISSUER =
  /(?:來源|来源|發布機構|发布机构|發佈機構|發布單位|发布单位|發文單位|发文单位|發文機關|发文机关)\s*[:：]\s*(?<issuer>[\p{Script=Han}A-Za-z0-9·]{2,40})/u;

function findIssuer(text: string, lines: readonly Range[]): string | null {
  for (const line of lines.slice(0, HEAD_LINES)) {
    const issuer = ISSUER.exec(slice(text, line))?.groups?.['issuer'];
    if (issuer !== undefined) return issuer;
  }
  return null;
}

interface FrontMatter {
  readonly title?: string;
  readonly date?: string;
  readonly issuer?: string;
  readonly url?: string;
}

/**
 * The YAML between two `---` lines at the head of a file, and the range of what follows. A head that is not
 * YAML, or a date that is none, belongs to the text.
 */
function splitFrontMatter(raw: string): { meta: FrontMatter; body: Range } {
  const head = /^\ufeff?---[ \t]*\r?\n(?<yaml>[^]*?)\r?\n---[ \t]*(?:\r?\n|$)/u.exec(raw);
  const whole = { start: raw.startsWith('\ufeff') ? 1 : 0, end: raw.length };
  if (head === null) return { meta: {}, body: whole };
  const values = readYaml(head.groups?.['yaml'] ?? '');
  if (values === undefined) return { meta: {}, body: whole };

  const field = (name: string) => {
    const value = values.get(name);
    return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  };
  const date = findDates(field('date'))[0]?.iso;
  return {
    meta: {
      ...(field('title') === '' ? {} : { title: field('title') }),
      ...(date === undefined ? {} : { date }),
      ...(field('issuer') === '' ? {} : { issuer: field('issuer') }),
      ...(field('url') === '' ? {} : { url: field('url') }),
    },
    body: { start: head[0].length, end: raw.length },
  };
}

function readYaml(source: string): Map<string, unknown> | undefined {
  try {
    const value: unknown = parseYaml(source);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? new Map(Object.entries(value))
      : undefined;
  } catch {
    return undefined;
  }
}

/** `mapped` as a text made from a longer original, in which its own begins at `offset`. */
function shift(mapped: MappedText, offset: number): MappedText {
  if (offset === 0) return mapped;
  return {
    text: mapped.text,
    starts: mapped.starts.map((start) => start + offset),
    ends: mapped.ends.map((end) => end + offset),
  };
}

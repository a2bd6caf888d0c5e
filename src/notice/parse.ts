import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import type * as Yaml from 'yaml';

import type { MappedText } from '../text/mapped-text.ts';
import { slice, trimRange, type Range } from '../text/range.ts';
import { findDateLine, isOnlyDate } from './date-line.ts';
import { findDates } from './dates.ts';
import { documentNumberOf } from './document-number.ts';
import { issuerOf } from './issuer.ts';
import type { Notice, Passage, Sentence } from './notice.ts';
import { repair } from './repair.ts';
import { splitSentences } from './sentences.ts';

/** YAML is loaded with the first notice that has front matter: few have, and it takes a while. */
const require = createRequire(import.meta.url);

/** Longer than a headline gets; a longer first line is a paragraph. */
const LONGEST_TITLE = 100;
/** How far down the issuer may stand under the title, in lines. */
const HEAD_LINES = 4;

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

  const titleRange = findTitle(text, lines, meta.title);
  const belowTitle = lines.filter((line) => line !== titleRange);
  const dateLine = findDateLine(text, belowTitle);
  const paragraphs = belowTitle.filter((line) => line !== dateLine?.range || !dateLine.isOnlyDate);

  const written = lines.map((line) => slice(text, line));
  const sentence = (range: Range): Sentence => ({
    id: sentenceId(id, slice(text, range)),
    range,
    text: slice(text, range),
  });
  return {
    id,
    title: meta.title ?? (titleRange === undefined ? id : slice(text, titleRange)),
    publishedOn: meta.date ?? dateLine?.iso ?? null,
    issuer: meta.issuer ?? issuerOf(written, findIssuer(text, belowTitle)) ?? null,
    number: meta.number ?? documentNumberOf(written) ?? null,
    region: meta.region ?? null,
    url: meta.url ?? null,
    source: meta.source ?? null,
    copies: [],
    text,
    raw,
    origin,
    titleLine: titleRange === undefined ? null : sentence(titleRange),
    dateLine: dateLine === undefined ? null : sentence(dateLine.range),
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

/**
 * The first line that is not the date, where it looks like a title and text stands below it; when the title
 * is known already, only where it repeats that.
 */
function findTitle(text: string, lines: readonly Range[], known: string | undefined): Range | undefined {
  const title = lines.slice(0, 2).find((line) => !isOnlyDate(slice(text, line)));
  if (title === undefined || title === lines.at(-1)) return undefined;
  const words = slice(text, title);
  if (known !== undefined) return words === known ? title : undefined;
  return words.length <= LONGEST_TITLE && !/[。；，、：]$/u.test(words) ? title : undefined;
}

/** The source that a site prints beside the date, as in `來源：市市場監管局`. */
const ISSUER =
  /(?:來源|来源|發布機構|发布机构|發佈機構|發布單位|发布单位|發文單位|发文单位|發文機關|发文机关)\s*[:：]\s*(?<issuer>[\p{Script=Han}A-Za-z0-9·]{2,40})/u;

function findIssuer(text: string, lines: readonly Range[]): string | undefined {
  for (const line of lines.slice(0, HEAD_LINES)) {
    const issuer = ISSUER.exec(slice(text, line))?.groups?.['issuer'];
    if (issuer !== undefined) return issuer;
  }
  return undefined;
}

/** The entries of front matter that a notice holds as they are. */
const ENTRIES = ['title', 'issuer', 'number', 'region', 'url', 'source'] as const;

type FrontMatter = Readonly<Partial<Record<(typeof ENTRIES)[number] | 'date', string>>>;

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
  const entries = ENTRIES.map((name) => [name, field(name)] as const).filter(([, value]) => value !== '');
  return {
    meta: { ...Object.fromEntries(entries), ...(date === undefined ? {} : { date }) },
    body: { start: head[0].length, end: raw.length },
  };
}

function readYaml(source: string): Map<string, unknown> | undefined {
  try {
    // Its warnings would go to the console and quote the file.
    const value: unknown = (require('yaml') as typeof Yaml).parse(source, { logLevel: 'error' });
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

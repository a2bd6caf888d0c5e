import type { Notice } from '../notice/notice.ts';
import { parseNotice } from '../notice/parse.ts';
import { repair } from '../notice/repair.ts';
import { scriptOf } from '../text/script.ts';
import { frontMatter } from './front-matter.ts';
import { isoDate } from './iso-date.ts';
import { noticeId } from './notice-id.ts';
import { Refusal, type Reading } from './reading.ts';
import { understand } from './understand.ts';

/** A notice as it is written to the folder of the notices. */
export interface NoticeFile {
  readonly id: string;
  readonly content: string;
  /** What the bot will read in it. */
  readonly notice: Notice;
  readonly number: string | null;
  readonly warnings: readonly string[];
}

/** In characters. A notice file of more than 5 MB is not loaded, and a Han character takes three bytes. */
const LONGEST_TEXT = 1_500_000;

/**
 * Makes a notice file of what was read: front matter, the title, the date and the text, a paragraph a line. The same
 * reading makes the same file.
 *
 * @param source the name of the file that it was read from
 * @throws Refusal where there is no text to serve
 */
export function noticeFile(source: string, reading: Reading): NoticeFile {
  if (reading.lines.reduce((sum, line) => sum + line.length, 0) > LONGEST_TEXT) {
    throw new Refusal(`holds more than ${LONGEST_TEXT / 1e6} million characters; split it into notices`);
  }
  const { fields, lines, hasTitle } = understand(reading);
  // As the notice will be read: without the damage that its file keeps.
  const title = hasTitle ? repair(lines.join('\n')).text.split('\n', 1)[0]?.trim() : undefined;
  const id = noticeId(source, title);
  const date = isoDate(fields.date ?? '') ?? parseNotice(id, lines.join('\n'))?.publishedOn ?? undefined;
  const text = hasTitle && date !== undefined ? dated(lines, date) : lines;
  const { issuer, number, url } = fields;
  // A notice file that is imported again came from where it came from first.
  const { source: first = source, ...further } = reading.further ?? {};
  const head = frontMatter({ title, date, issuer, number, url, ...further, source: first });
  const content = `${head}${text.join('\n')}\n`;
  const notice = parseNotice(id, content);
  if (notice === undefined || notice.passages.length === 0) {
    throw new Refusal(
      'has no paragraph under its title; check that its text is in the file, and not in a picture',
    );
  }
  return { id, content, notice, number: number ?? null, warnings: [...reading.warnings, ...doubts(notice)] };
}

/** The lines with one for the date, where only the file's tags give it: the bot quotes it from there. */
function dated(lines: readonly string[], date: string): readonly string[] {
  const text = lines.join('\n');
  if (parseNotice('', text)?.dateLine !== null) return lines;
  const label = scriptOf(text) === 'traditional' ? '發布日期' : '发布日期';
  return [...lines.slice(0, 1), `${label}：${date}`, ...lines.slice(1)];
}

function doubts({ id, title, publishedOn }: Notice): string[] {
  return [
    ...(title === id ? ['has no title that could be found; write one into its front matter'] : []),
    ...(publishedOn === null ? ['has no date that could be found; write one into its front matter'] : []),
  ];
}

import { FormattedString } from '@grammyjs/parse-mode';

import type { Located } from '../../answer/index.ts';
import type { Passage } from '../../notice/notice.ts';
import type { Range } from '../../text/range.ts';
import type { QuoteReference } from '../press.ts';
import { saying, type Voice } from '../voice.ts';
import { excerpt, shorten } from './limits.ts';
import { inScript } from './script.ts';

/** A longer quotation is folded up. */
const LONGEST_OPEN_QUOTE = 250;
/** All that is quoted has to fit into a message, with what stands around it: longer sentences are cut. */
const LONGEST_QUOTES = 3000;
const LONGEST_TITLE = 80;

/** A sentence to quote, with the words in it to mark, as ranges of the notice's text. */
export interface Marked extends Located {
  readonly highlights?: readonly Range[];
}

/** Quotations, each with the line that says where it comes from. */
export function quotesView(quotes: readonly Marked[], voice: Voice): FormattedString {
  return FormattedString.join(
    quotes.map((quote) => quoteView(quote, voice, LONGEST_QUOTES / quotes.length)),
    '\n',
  );
}

/**
 * A sentence as a block quotation, its highlights bold, and the line that says where it comes from.
 *
 * @param limit how long a quotation may be, in UTF-16 units; of a longer one, the part around its first highlight
 */
export function quoteView(quote: Marked, voice: Voice, limit = LONGEST_QUOTES / 2): FormattedString {
  const { sentence, highlights = [] } = quote;
  const text = new FormattedString(sentence.text, marks('bold', highlights, sentence.range));
  const focus = text.entities[0];
  const part = excerpt(text, toRange(focus), Math.floor(limit));
  const words = inScript(part, voice.quoteScript);
  const block =
    words.text.length > LONGEST_OPEN_QUOTE
      ? FormattedString.expandableBlockquote(words)
      : FormattedString.blockquote(words);
  return FormattedString.join([block, '\n', sourceLine(quote, voice)]);
}

/** The paragraphs that sentences stand in, each once, the sentences underlined and their highlights bold. */
export function contextView(quotes: readonly Marked[], voice: Voice): FormattedString {
  const passages = new Map<Passage, Marked[]>();
  for (const quote of quotes) {
    if (quote.passage === null) continue;
    passages.set(quote.passage, [...(passages.get(quote.passage) ?? []), quote]);
  }
  const blocks = [...passages].map(([passage, inside]) =>
    passageView(passage, inside, voice, LONGEST_QUOTES / passages.size),
  );
  return FormattedString.join(blocks, '\n');
}

function passageView(
  passage: Passage,
  quotes: readonly Marked[],
  voice: Voice,
  limit: number,
): FormattedString {
  const [first] = quotes;
  if (first === undefined) return new FormattedString('');
  const { range } = passage;
  const text = new FormattedString(first.notice.text.slice(range.start, range.end), [
    ...marks(
      'underline',
      quotes.map(({ sentence }) => sentence.range),
      range,
    ),
    ...marks(
      'bold',
      quotes.flatMap(({ highlights = [] }) => highlights),
      range,
    ),
  ]);
  const part = excerpt(text, toRange(text.entities[0]), Math.floor(limit));
  const words = FormattedString.blockquote(inScript(part, voice.quoteScript));
  return FormattedString.join([words, '\n', sourceLine(first, voice)]);
}

/** Date, title and paragraph, as far as they are known. */
export function sourceLine({ notice, passage }: Located, voice: Voice): FormattedString {
  const title = inScript(shorten(new FormattedString(notice.title), LONGEST_TITLE), voice.quoteScript);
  const parts = [
    ...(notice.publishedOn === null ? [] : [notice.publishedOn]),
    isWebAddress(notice.url) ? FormattedString.link(title, notice.url) : title,
    ...(passage === null ? [] : [saying(voice)('paragraph', { number: passage.number })]),
  ];
  return FormattedString.join(parts, ' · ');
}

function isWebAddress(url: string | null): url is string {
  return url !== null && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}

/** What a button has to know of a quotation to show it again. */
export function referenceTo({ sentence, highlights = [] }: Marked): QuoteReference {
  return {
    id: sentence.id,
    highlights: marks('bold', highlights, sentence.range).map(toRange),
  };
}

/** Entities of one type on `ranges`, as far as they lie in `part`, counted from its start. */
function marks(type: 'bold' | 'underline', ranges: readonly Range[], part: Range) {
  return ranges
    .map(({ start, end }) => ({
      start: Math.max(start, part.start) - part.start,
      end: Math.min(end, part.end) - part.start,
    }))
    .filter(({ start, end }) => start < end)
    .map(({ start, end }) => ({ type, offset: start, length: end - start }));
}

function toRange(entity: { offset: number; length: number } | undefined): Range {
  return entity === undefined
    ? { start: 0, end: 0 }
    : { start: entity.offset, end: entity.offset + entity.length };
}

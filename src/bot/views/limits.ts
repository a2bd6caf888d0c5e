import { FormattedString } from '@grammyjs/parse-mode';

import type { Range } from '../../text/range.ts';
import { cutAt } from '../hygiene.ts';

/** What Telegram takes in a message, in UTF-16 units, and how many entities it heeds. */
const MESSAGE_LIMIT = 4096;
const ENTITY_LIMIT = 100;

/** `text` cut to at most `limit` UTF-16 units, with an ellipsis where something is missing. */
export function shorten(text: FormattedString, limit: number): FormattedString {
  if (text.text.length <= limit) return text;
  return slice(text, { start: 0, end: limit - 1 }).plain('…');
}

/** The part of `text` around `focus`, at most `limit` UTF-16 units, with ellipses where something is missing. */
export function excerpt(text: FormattedString, focus: Range, limit: number): FormattedString {
  const { length } = text.text;
  if (length <= limit) return text;
  const room = limit - 2;
  const before = Math.max(0, Math.floor((room - (focus.end - focus.start)) / 2));
  const start = Math.max(0, Math.min(focus.start - before, length - room));
  const end = start + room;
  const part = slice(text, { start, end });
  const head = start > 0 ? new FormattedString('…') : new FormattedString('');
  return head.concat(part).plain(end < length ? '…' : '');
}

/** The part of `text` in `range`, drawn in by a unit where it would begin or end within a surrogate pair. */
function slice(text: FormattedString, range: Range): FormattedString {
  const before = cutAt(text.text, range.start);
  const start = before < range.start ? range.start + 1 : before;
  return text.slice(start, Math.max(start, cutAt(text.text, range.end)));
}

/** `text` within the limits of a message. Quotations keep their form before single words do. */
export function fit(text: FormattedString): FormattedString {
  const short = shorten(text, MESSAGE_LIMIT);
  const entities = short.entities.filter(({ length }) => length > 0);
  if (entities.length <= ENTITY_LIMIT) return new FormattedString(short.text, entities);
  const isQuote = ({ type }: { type: string }) => type.endsWith('blockquote');
  const ranked = [...entities.filter(isQuote), ...entities.filter((entity) => !isQuote(entity))];
  return new FormattedString(short.text, ranked.slice(0, ENTITY_LIMIT));
}

/** More messages at once than these are more than anybody reads, and than Telegram lets into a group. */
const MOST_MESSAGES = 4;
/** What blocks may take of a message; the rest is for the line that says how many are left out. */
const ROOM = MESSAGE_LIMIT - 200;

/**
 * Puts blocks of text into as few messages as hold them, an empty line between two blocks.
 *
 * @param blocks are not made further than they are needed
 * @param count how many blocks there are
 * @param sayRest says how many blocks are left out where there are too many for a few messages
 */
export function pack(
  blocks: Iterable<FormattedString>,
  count: number,
  sayRest: (left: number) => string,
): FormattedString[] {
  const messages: FormattedString[] = [];
  let current: FormattedString | undefined;
  let done = 0;
  for (const block of blocks) {
    const short = shorten(block, ROOM);
    const joined: FormattedString = current === undefined ? short : current.plain('\n\n').concat(short);
    if (current === undefined || (joined.text.length <= ROOM && joined.entities.length <= ENTITY_LIMIT)) {
      current = joined;
    } else if (messages.length < MOST_MESSAGES - 1) {
      messages.push(current);
      current = short;
    } else {
      return [...messages, current.plain(`\n\n${sayRest(count - done)}`)];
    }
    done++;
  }
  return current === undefined ? messages : [...messages, current];
}

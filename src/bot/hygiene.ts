/**
 * `text` as Telegram takes it: halves of surrogate pairs, which it refuses, become U+FFFD; control characters and
 * marks that turn the direction of writing, which it drops or which would garble what stands around them, become
 * spaces. The length stays, so that ranges of `text` hold in the result.
 */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd').replace(UNWELCOME, ' ');
}

/** C0 and C1 controls but tab and line feed, line and paragraph separators, bidirectional controls. */
// eslint-disable-next-line no-control-regex -- controls are what it is for
const UNWELCOME = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/**
 * Somebody's words, fit to be repeated on one line of a message: without control and invisible characters, white
 * space as single spaces, and cut after `limit` UTF-16 units.
 */
export function echo(text: string, limit: number): string {
  const line = wellFormed(text)
    .replace(/[\p{Cf}\u00ad]+/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  return line.length <= limit ? line : `${line.slice(0, cutAt(line, limit - 1))}…`;
}

/** `position`, or one less where that is the middle of a surrogate pair of `text`. */
export function cutAt(text: string, position: number): number {
  const isInPair = /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(position - 1, position + 1));
  return isInPair ? position - 1 : position;
}

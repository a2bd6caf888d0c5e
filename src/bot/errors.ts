import { BotError, GrammyError, HttpError } from 'grammy';

/** What the log gets to know of an error. */
export interface ErrorReport {
  readonly error: string;
  readonly reason: string;
  readonly stack?: string;
  /** The method of the Bot API that failed, with Telegram's code. */
  readonly method?: string;
  readonly code?: number;
}

/** Any bot's token, as it stands in an address. */
const TOKEN = /(?<!\d)\d{5,}(?::|%3A)[\w-]{20,}/gi;

/**
 * `text` without the bot's token, in whichever form it is part of an address, and without anybody's words.
 *
 * @param token the bot's token
 * @param words what was written; every word of it is taken out. Han characters are in any case: the bot's own
 * errors are in English, so they come from a question or a notice.
 */
export function redact(text: string, token: string, words: readonly string[] = []): string {
  let redacted = text;
  for (const form of [token, encodeURIComponent(token)]) redacted = redacted.replaceAll(form, '<token>');
  redacted = redacted.replace(TOKEN, '<token>');
  const pieces = words.flatMap((written) => [written.trim(), ...written.split(/\s+/)]);
  for (const piece of new Set(pieces)) {
    if (piece.length > 3) redacted = redacted.replaceAll(piece, '<words>');
  }
  return redacted.replace(/\p{Script=Han}[\p{Script=Han}\p{P}\s]*/gu, '<words>');
}

/**
 * What can be logged of an error: its class, its message and its stack, without token and words. What was sent to
 * Telegram, which a {@link GrammyError} carries along, is left out.
 */
export function reportError(error: unknown, token: string, words: readonly string[] = []): ErrorReport {
  const clean = (text: string) => redact(text, token, words);
  if (!(error instanceof Error)) return { error: typeof error, reason: clean(String(error)) };
  const cause = error instanceof BotError || error instanceof HttpError ? error.error : error.cause;
  const reason =
    cause instanceof Error ? `${error.message} (${cause.name}: ${cause.message})` : error.message;
  return {
    error: error.constructor.name,
    reason: clean(reason),
    ...(error.stack === undefined ? {} : { stack: clean(error.stack) }),
    ...(error instanceof GrammyError ? { method: error.method, code: error.error_code } : {}),
  };
}

/** Whether somebody has blocked the bot, or has deleted their account. */
export function isGone(error: unknown): boolean {
  return (
    error instanceof GrammyError &&
    error.error_code === 403 &&
    /bot was blocked|user is deactivated/.test(error.description)
  );
}

/**
 * Whether the bot cannot write to the chat, so that an apology cannot reach it either: it was blocked or put out
 * of the group, or may not write there.
 */
export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof GrammyError)) return false;
  return (
    error.error_code === 403 ||
    /rights to send|CHAT_WRITE_FORBIDDEN|CHAT_RESTRICTED|TOPIC_CLOSED/.test(error.description)
  );
}

import { REAL_TIME, type Clock } from './clock.ts';
import type { ChatId, Gate } from './limits.ts';
import { createTransport, type OutgoingRequest, type Send } from './transport.ts';

/** Why a call is made once more. */
export type RetryReason = 'too many requests' | 'server fault' | 'no response';

/** What is told of calls, for the log and for metrics; never what was sent. */
export interface CallObserver {
  /** A response came: its HTTP status, and how long it took in seconds, without waiting and earlier tries. */
  onResponse(method: string, status: number, seconds: number): void;
  /** The call is made once more in `milliseconds`; `tries` were made so far. `code` is of the status or error. */
  onRetry(method: string, reason: RetryReason, code: string, tries: number, milliseconds: number): void;
}

export interface CallingOptions {
  readonly gate: Gate;
  /** Aborted when no call may be waited for any longer. */
  readonly signal: AbortSignal;
  readonly observer: CallObserver;
  /** Makes a single call; over HTTP where it is left out. */
  readonly send?: Send;
  readonly clock?: Clock;
}

/** What grammY passes of a call. */
interface CallInit extends OutgoingRequest {
  /** Not always Node's own class of signals. */
  readonly signal?: AbortSignal | null;
}

/** All that grammY asks of a response. */
interface CallResponse {
  json(): Promise<unknown>;
}

/** For grammY's client. Its type is that of node-fetch, of which it uses no more than this. */
export type Calling = (url: string | URL, init?: CallInit) => Promise<CallResponse>;

/** Calls whose callers have their own way of waiting for Telegram. */
const NEVER_REPEATED = new Set(['getMe', 'getUpdates']);
/** Calls that put something into a chat, which Telegram limits. */
const LIMITED = /^(?:send(?!ChatAction)|copy|forward|edit)/;

const FIRST_BACK_OFF_MS = 500;
const LONGEST_BACK_OFF_MS = 30_000;
/** A fault of Telegram's that lasts for so many tries, some five minutes, is taken for an answer. */
const TRIES_AT_FAULTS = 15;
/** A limit that lasts longer than this is an error: nobody waits for an answer that long. */
const LONGEST_RETRY_AFTER_SECONDS = 600;

/**
 * A `fetch` for grammY's client that calls Telegram until there is an answer, and no faster than it allows.
 *
 * - 429: waits as long as Telegram asks for, as does all else that goes to that chat
 * - 5xx: waits ever longer; after some five minutes the fault is the answer
 * - no response, such as a broken connection: waits ever longer, until the signal is aborted
 *
 * Whether a call without a response was carried out cannot be known. It is made once more all the same: an answer
 * that comes twice is better than none.
 */
export function createCalling(options: CallingOptions): Calling {
  const { gate, signal, observer } = options;
  const { send = createTransport(), clock = REAL_TIME } = options;
  /** Of the calls in hand. A listener of each at the one signal would be looked for among all others. */
  const inHand = new Set<AbortController>();
  signal.addEventListener('abort', () => {
    for (const call of inHand) call.abort();
  });

  async function attempt(url: string, init: CallInit, ended: AbortSignal): Promise<Attempt> {
    const started = clock.now();
    try {
      const { status, body } = await send(url, init, ended);
      return { status, body, seconds: (clock.now() - started) / 1000 };
    } catch (error) {
      ended.throwIfAborted();
      return { error };
    }
  }

  return async (url, init = {}) => {
    const method = String(url).split('/').at(-1) ?? '';
    const chat = LIMITED.test(method) ? chatOf(init.body) : undefined;
    const canRepeat =
      !NEVER_REPEATED.has(method) && (init.body === undefined || typeof init.body === 'string');
    const call = new AbortController();
    const ended = call.signal;
    const end = () => {
      call.abort();
    };
    if (signal.aborted || init.signal?.aborted === true) end();
    init.signal?.addEventListener('abort', end);
    inHand.add(call);
    try {
      for (let tries = 1; ; tries++) {
        if (chat !== undefined) await gate.pass(chat, ended);
        ended.throwIfAborted();
        const result = await attempt(String(url), init, ended);
        if ('status' in result) observer.onResponse(method, result.status, result.seconds);
        const repeat = canRepeat ? whetherToRepeat(result, tries) : undefined;
        if (repeat === undefined) {
          if ('error' in result) throw result.error;
          const { body } = result;
          return { json: () => Promise.resolve().then((): unknown => JSON.parse(body)) };
        }
        observer.onRetry(method, repeat.reason, repeat.code, tries, repeat.milliseconds);
        if (repeat.reason === 'too many requests' && chat !== undefined) gate.hold(chat, repeat.milliseconds);
        else await clock.sleep(repeat.milliseconds, ended);
      }
    } finally {
      inHand.delete(call);
      init.signal?.removeEventListener('abort', end);
    }
  };
}

type Attempt =
  { readonly status: number; readonly body: string; readonly seconds: number } | { readonly error: unknown };

interface Repeat {
  readonly reason: RetryReason;
  readonly code: string;
  readonly milliseconds: number;
}

function whetherToRepeat(result: Attempt, tries: number): Repeat | undefined {
  const milliseconds = Math.min(FIRST_BACK_OFF_MS * 2 ** (tries - 1), LONGEST_BACK_OFF_MS);
  if ('error' in result) return { reason: 'no response', code: codeOf(result.error), milliseconds };
  const code = String(result.status);
  if (result.status === 429) {
    const seconds = retryAfter(result.body) ?? milliseconds / 1000;
    if (seconds > LONGEST_RETRY_AFTER_SECONDS) return undefined;
    return { reason: 'too many requests', code, milliseconds: seconds * 1000 };
  }
  if (result.status >= 500 && tries < TRIES_AT_FAULTS) return { reason: 'server fault', code, milliseconds };
  return undefined;
}

/** How many seconds Telegram asks to wait; a proxy before it may not say. */
function retryAfter(body: string): number | undefined {
  const seconds = (parse(body) as { parameters?: { retry_after?: unknown } } | undefined)?.parameters
    ?.retry_after;
  return typeof seconds === 'number' && seconds >= 0 ? seconds : undefined;
}

/** The chat that a call writes to. Public names are not used by this bot, and would have no limit of their own. */
function chatOf(body: unknown): ChatId | undefined {
  const chat = (parse(body) as { chat_id?: unknown } | undefined)?.chat_id;
  return typeof chat === 'number' ? chat : undefined;
}

function parse(body: unknown): unknown {
  if (typeof body !== 'string') return undefined;
  try {
    return JSON.parse(body) ?? undefined;
  } catch {
    return undefined;
  }
}

/** What kind of error it is, such as ECONNRESET. Its message may hold the address, and so the token. */
function codeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return 'unknown';
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.name;
}

import type { Range } from '../text/range.ts';
import { letterOfVoice, SCRIPT_CHOICES, voiceOfLetter, type ScriptChoice, type Voice } from './voice.ts';

/** What Telegram takes as the data of a button, in bytes of UTF-8. */
const DATA_LIMIT = 64;

/** A sentence that a message quotes, with the words in it that are marked, as ranges of the sentence. */
export interface QuoteReference {
  readonly id: string;
  readonly highlights: readonly Range[];
}

/**
 * What a button does. All that is needed to do it is in the button's data, so that it works after a restart; all
 * of it may be forged, so that nothing is done that somebody could not ask for in words.
 */
export type Press =
  /** Show the paragraphs that the quotations stand in, or the quotations again. */
  | {
      readonly kind: 'context' | 'sentence';
      readonly voice: Voice;
      readonly quotes: readonly QuoteReference[];
    }
  /** Send the next best sentence; the ids are those of all of them. */
  | { readonly kind: 'alternatives'; readonly voice: Voice; readonly ids: readonly string[] }
  /** Turn to another of them in the same message. */
  | { readonly kind: 'turn'; readonly voice: Voice; readonly index: number; readonly ids: readonly string[] }
  | { readonly kind: 'ask'; readonly voice: Voice; readonly question: string }
  /** Report on a county or initiative, to the one who asked for the buttons. */
  | {
      readonly kind: 'county' | 'initiative';
      readonly voice: Voice;
      readonly owner: number;
      readonly id: string;
    }
  /** Turn to a page of the list of notices, counted from 0. */
  | { readonly kind: 'source'; readonly voice: Voice; readonly page: number }
  | { readonly kind: 'script'; readonly choice: ScriptChoice };

const LETTERS = {
  context: 'c',
  sentence: 'q',
  alternatives: 'n',
  turn: 'p',
  ask: 'a',
  county: 'k',
  initiative: 'i',
  source: 'o',
  script: 's',
} as const satisfies Record<Press['kind'], string>;

/** More next best sentences than these do not fit into a button. */
export const MOST_ALTERNATIVES = 6;

/** The data of a button, or undefined where it would be longer than Telegram takes. */
export function encodePress(press: Press): string | undefined {
  const data = LETTERS[press.kind] + encodeBody(press);
  return Buffer.byteLength(data) <= DATA_LIMIT ? data : undefined;
}

function encodeBody(press: Press): string {
  switch (press.kind) {
    case 'context':
    case 'sentence':
      return letterOfVoice(press.voice) + encodeQuotes(press.quotes);
    case 'alternatives':
      return letterOfVoice(press.voice) + press.ids.join('');
    case 'turn':
      return letterOfVoice(press.voice) + press.index.toString() + press.ids.join('');
    case 'ask':
      return letterOfVoice(press.voice) + press.question;
    case 'county':
    case 'initiative':
      return `${letterOfVoice(press.voice)}${press.owner.toString(36)}:${press.id}`;
    case 'source':
      return letterOfVoice(press.voice) + press.page.toString();
    case 'script':
      return SCRIPT_CHOICES.indexOf(press.choice).toString();
  }
}

/** Highlights beyond what fits are left out: a mark less is better than no button. */
function encodeQuotes(quotes: readonly QuoteReference[]): string {
  let room = DATA_LIMIT - 2 - quotes.map(({ id }) => id).join('|').length;
  const encoded: string[] = [];
  for (const { id, highlights } of quotes) {
    let quote = id;
    for (const { start, end } of highlights) {
      const mark = `~${start.toString(36)}.${(end - start).toString(36)}`;
      room -= mark.length;
      if (room >= 0) quote += mark;
    }
    encoded.push(quote);
  }
  return encoded.join('|');
}

/** What the data of a button means, or undefined where this bot cannot have made it. */
export function decodePress(data: string): Press | undefined {
  const kind = (Object.keys(LETTERS) as Press['kind'][]).find((name) => LETTERS[name] === data[0]);
  if (kind === undefined) return undefined;
  if (kind === 'script') {
    const choice = SCRIPT_CHOICES[Number(data.slice(1))];
    return choice === undefined ? undefined : { kind, choice };
  }
  const voice = voiceOfLetter(data.slice(1, 2));
  const body = data.slice(2);
  if (voice === undefined || body === '') return undefined;
  switch (kind) {
    case 'context':
    case 'sentence': {
      const quotes = decodeQuotes(body);
      return quotes === undefined ? undefined : { kind, voice, quotes };
    }
    case 'alternatives': {
      const ids = decodeIds(body);
      return ids === undefined ? undefined : { kind, voice, ids };
    }
    case 'turn': {
      const index = Number(body[0]);
      const ids = decodeIds(body.slice(1));
      return ids?.[index] === undefined ? undefined : { kind, voice, index, ids };
    }
    case 'ask':
      return { kind, voice, question: body };
    case 'source':
      return /^\d{1,6}$/.test(body) ? { kind, voice, page: Number(body) } : undefined;
    case 'county':
    case 'initiative': {
      const { owner, id } = /^(?<owner>-?[0-9a-z]{1,11}):(?<id>.+)$/su.exec(body)?.groups ?? {};
      if (owner === undefined || id === undefined) return undefined;
      return { kind, voice, owner: parseInt(owner, 36), id };
    }
  }
}

function decodeIds(body: string): string[] | undefined {
  if (!/^(?:[\w-]{8}){1,6}$/.test(body)) return undefined;
  return body.match(/.{8}/g) ?? undefined;
}

function decodeQuotes(body: string): QuoteReference[] | undefined {
  if (!/^[\w-]{8}(?:~[0-9a-z]+\.[0-9a-z]+)*(?:\|[\w-]{8}(?:~[0-9a-z]+\.[0-9a-z]+)*)*$/.test(body)) {
    return undefined;
  }
  return body.split('|').map((quote) => {
    const [id = '', ...marks] = quote.split('~');
    return { id, highlights: marks.map(decodeMark) };
  });
}

function decodeMark(mark: string): Range {
  const [start = 0, length = 0] = mark.split('.').map((digits) => parseInt(digits, 36));
  return { start, end: start + length };
}

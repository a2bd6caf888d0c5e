/** Telegram refuses a call. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: number;
  /** Whether a test asked for it, so that the bot is not to blame. */
  readonly isPlanned: boolean;
  constructor(description: string, code = 400, isPlanned = false) {
    super(description);
    this.code = code;
    this.isPlanned = isPlanned;
  }
}

export interface Entity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
}

const FORMATS = new Set([
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'spoiler',
  'code',
  'pre',
  'text_link',
  'blockquote',
  'expandable_blockquote',
]);

/**
 * Refuses a text that Telegram would refuse, or would silently change: entities beyond the hundredth, across
 * each other or out of the text.
 *
 * @returns the text as Telegram keeps it, without white space at its ends
 */
export function acceptText(payload: Readonly<Record<string, unknown>>): { text: string; entities: Entity[] } {
  const { text, entities = [], parse_mode: parseMode } = payload;
  if (parseMode !== undefined) throw new Refusal('this bot formats by entities, never by a parse mode');
  if (typeof text !== 'string' || text.trim() === '') throw new Refusal('Bad Request: message text is empty');
  if (/\p{Surrogate}/u.test(text)) throw new Refusal('Bad Request: strings must be encoded in UTF-8');
  if (text.length > 4096) throw new Refusal('Bad Request: message is too long');
  if (!Array.isArray(entities)) throw new Refusal('Bad Request: entities must be an array');
  const list = entities as Entity[];
  if (list.length > 100) throw new Refusal('Telegram would drop the entities beyond the hundredth');
  for (const entity of list) checkEntity(entity, text);
  for (const [i, entity] of list.entries()) {
    for (const other of list.slice(i + 1)) checkPair(entity, other);
  }
  const start = text.length - text.trimStart().length;
  const trimmed = text.trim();
  const kept = list
    .map((entity) => {
      const offset = Math.max(0, entity.offset - start);
      const end = Math.min(trimmed.length, entity.offset + entity.length - start);
      return { ...entity, offset, length: end - offset };
    })
    .filter(({ length }) => length > 0);
  return { text: trimmed, entities: kept };
}

function checkEntity(entity: Entity, text: string): void {
  const { type, offset, length, url } = entity;
  if (!FORMATS.has(type)) throw new Refusal(`Bad Request: unsupported entity type ${type}`);
  if (!Number.isInteger(offset) || !Number.isInteger(length) || offset < 0 || length <= 0) {
    throw new Refusal('Bad Request: entity has a wrong offset or length');
  }
  if (offset + length > text.length) throw new Refusal('Bad Request: entity ends after the end of the text');
  for (const position of [offset, offset + length]) {
    if (/^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(position - 1, position + 1))) {
      throw new Refusal('Bad Request: entity begins or ends in the middle of a UTF-16 symbol');
    }
  }
  if (type === 'text_link' && !/^https?:\/\/[^\s.]+\.[^\s]+$/.test(url ?? '')) {
    throw new Refusal('Bad Request: text_link has no valid URL');
  }
}

function checkPair(a: Entity, b: Entity): void {
  const [first, second] = a.offset <= b.offset ? [a, b] : [b, a];
  const overlap = first.offset + first.length - second.offset;
  if (overlap <= 0) return;
  const isCrossing = first.offset !== second.offset && overlap < second.length;
  if (isCrossing) throw new Refusal('Telegram would cut entities that cross each other');
  const types = [a.type, b.type];
  if (types.every((type) => type.endsWith('blockquote'))) {
    throw new Refusal('Bad Request: block quotations cannot be nested');
  }
  if (types.includes('code') || types.includes('pre'))
    throw new Refusal('Telegram would drop what is in code');
}

export interface Button {
  readonly text: string;
  readonly callback_data?: string;
}

/** Refuses a keyboard that Telegram would refuse. */
export function acceptKeyboard(markup: unknown): Button[][] | undefined {
  if (markup === undefined) return undefined;
  const rows = (markup as { inline_keyboard?: unknown }).inline_keyboard;
  if (!Array.isArray(rows)) throw new Refusal('Bad Request: only inline keyboards are used here');
  const keyboard = rows as Button[][];
  if (keyboard.flat().length > 100) throw new Refusal('Bad Request: reply markup is too long');
  for (const row of keyboard) {
    if (row.length === 0 || row.length > 8)
      throw new Refusal('Telegram would break a row of no or nine buttons');
    row.forEach(checkButton);
  }
  return keyboard.length === 0 ? undefined : keyboard;
}

function checkButton({ text, callback_data: data, ...rest }: Button): void {
  if (text.trim() === '') throw new Refusal('Bad Request: text buttons are unallowed in the inline keyboard');
  if (/\p{Surrogate}/u.test(text + (data ?? '')))
    throw new Refusal('Bad Request: strings must be encoded in UTF-8');
  if (Object.keys(rest).length > 0)
    throw new Refusal(`unexpected fields of a button: ${Object.keys(rest).join()}`);
  const bytes = Buffer.byteLength(data ?? '');
  if (bytes < 1 || bytes > 64) throw new Refusal('Bad Request: BUTTON_DATA_INVALID');
}

/** A card of an inline query, as this bot makes them. */
export interface InlineCard {
  readonly type: string;
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  readonly input_message_content: { readonly message_text: string; readonly entities?: Entity[] };
}

/** Refuses answers to inline queries that Telegram would refuse. */
export function acceptCards(payload: Readonly<Record<string, unknown>>): void {
  const { results, next_offset: offset = '', cache_time: seconds = 300 } = payload;
  if (!Array.isArray(results) || results.length > 50) throw new Refusal('Bad Request: RESULTS_TOO_MUCH');
  if (typeof offset !== 'string' || Buffer.byteLength(offset) > 64) {
    throw new Refusal('Bad Request: NEXT_OFFSET_INVALID');
  }
  if (!Number.isInteger(seconds) || Number(seconds) < 0) throw new Refusal('Bad Request: wrong cache_time');
  const cards = results as InlineCard[];
  const ids = new Set(cards.map(({ id }) => id));
  if (ids.size < cards.length) throw new Refusal('Bad Request: RESULT_ID_DUPLICATE');
  for (const { type, id, title, description = '', input_message_content: content } of cards) {
    if (type !== 'article') throw new Refusal('Bad Request: only articles are used here');
    const bytes = Buffer.byteLength(id);
    if (bytes < 1 || bytes > 64) throw new Refusal('Bad Request: RESULT_ID_INVALID');
    if (title.trim() === '') throw new Refusal('Bad Request: ARTICLE_TITLE_EMPTY');
    if (/\p{Surrogate}/u.test(id + title + description)) {
      throw new Refusal('Bad Request: strings must be encoded in UTF-8');
    }
    acceptText({ ...content, text: content.message_text });
  }
}

/** Refuses commands that Telegram would refuse. */
export function acceptCommands(payload: Readonly<Record<string, unknown>>): void {
  const { commands, language_code: language = '' } = payload;
  if (!/^(?:[a-z]{2})?$/.test(language as string))
    throw new Refusal('Bad Request: invalid language code specified');
  const list = commands as { command: string; description: string }[];
  if (list.length > 100) throw new Refusal('Bad Request: too many commands');
  for (const { command, description } of list) {
    if (!/^[a-z0-9_]{1,32}$/.test(command)) throw new Refusal('Bad Request: BOT_COMMAND_INVALID');
    if (description.length < 1 || description.length > 256) {
      throw new Refusal('Bad Request: BOT_COMMAND_DESCRIPTION_INVALID');
    }
  }
}

/**
 * The mentions and commands that Telegram itself marks in a text. A letter of any script on either side belongs to
 * the name, so that nothing is marked in `@notice_bot海寧` and `/help幫助`.
 */
export function markedByTelegram(text: string): Entity[] {
  const patterns = [
    ['bot_command', /(?<![\p{L}\p{N}_/])\/\w{1,64}(?:@\w{3,32})?(?![\p{L}\p{N}_@/])/gu],
    ['mention', /(?<![\p{L}\p{N}_@/])@\w{3,32}(?![\p{L}\p{N}_])/gu],
  ] as const;
  return patterns.flatMap(([type, pattern]) =>
    Array.from(text.matchAll(pattern), ({ index, 0: { length } }) => ({ type, offset: index, length })),
  );
}

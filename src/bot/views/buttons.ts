import type { InlineKeyboardButton } from 'grammy/types';

import type { Alternative, Reply } from '../../answer/index.ts';
import { inOwnScript } from '../../locales/index.ts';
import { encodePress, MOST_ALTERNATIVES, type Press } from '../press.ts';
import { saying, type Voice } from '../voice.ts';
import { referenceTo, type Marked } from './quote.ts';

/** Longer labels are cut off by Telegram's apps on a narrow screen. */
const LONGEST_LABEL = 40;
/** Two labels of so many Han characters stand side by side on a telephone. */
const HALF_A_ROW = 12;
/** Telegram takes a hundred buttons a message; with more than these nobody finds anything. */
const MOST_CHOICES = 60;

type Button = InlineKeyboardButton.CallbackButton;

/** A button, or none where what it does cannot be put into it. */
export function button(label: string, press: Press): Button[] {
  const data = encodePress(press);
  const text =
    label.length > LONGEST_LABEL
      ? `${Array.from(label)
          .slice(0, LONGEST_LABEL - 1)
          .join('')}…`
      : label;
  return data === undefined ? [] : [{ text, callback_data: data }];
}

/** Shows the paragraphs that the quotations stand in; none where they say no more than the quotations do. */
export function contextButton(quotes: readonly Marked[], voice: Voice): Button[] {
  if (!quotes.some(({ passage }) => passage !== null && passage.sentences.length > 1)) return [];
  return button(saying(voice)('button-context'), { kind: 'context', voice, quotes: quotes.map(referenceTo) });
}

export function alternativesButton(reply: Reply, voice: Voice): Button[] {
  const ids = otherSentences(reply).map(({ sentence }) => sentence.id);
  if (ids.length === 0) return [];
  return button(saying(voice)('button-alternative'), { kind: 'alternatives', voice, ids });
}

/** The next best sentences that a reply does not show already, each once, as many as a button can turn to. */
export function otherSentences(reply: Reply): readonly Alternative[] {
  const shown = reply.status === 'answered' ? reply.quotes : reply.nearest === null ? [] : [reply.nearest];
  const seen = new Set(shown.map(({ sentence }) => sentence.id));
  const others = reply.alternatives.filter(({ sentence: { id } }) => !seen.has(id) && seen.add(id));
  return others.slice(0, MOST_ALTERNATIVES);
}

/** A button a question. Those that are too long for a button are to be written into the text. */
export function suggestionButtons(suggestions: readonly string[], voice: Voice): Button[][] {
  return suggestions
    .map((question) => button(inOwnScript(question, voice.locale), { kind: 'ask', voice, question }))
    .filter((row) => row.length > 0);
}

/** Buttons in rows of two, long ones on their own, as many as somebody can find their way in. */
export function grid(buttons: readonly Button[]): Button[][] {
  const rows: Button[][] = [];
  for (const button of buttons.slice(0, MOST_CHOICES)) {
    const row = rows.at(-1);
    if (row?.length === 1 && [...row, button].every(({ text }) => text.length <= HALF_A_ROW))
      row.push(button);
    else rows.push([button]);
  }
  return rows;
}

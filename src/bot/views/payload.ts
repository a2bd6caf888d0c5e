import { FormattedString } from '@grammyjs/parse-mode';
import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';

import { wellFormed } from '../hygiene.ts';
import { fit } from './limits.ts';
import type { View } from './view.ts';

/** Buttons in rows. */
export type Keyboard = readonly (readonly InlineKeyboardButton[])[];

/** A view as Telegram takes it: within its limits, without what it refuses. */
export function payload({ text, keyboard = [] }: View) {
  const { text: words, entities } = fit(new FormattedString(wellFormed(text.text), text.entities));
  return {
    text: words,
    entities,
    link_preview_options: { is_disabled: true },
    ...(keyboard.length === 0 ? {} : { reply_markup: markup(keyboard) }),
  };
}

/** Buttons as Telegram takes them. */
export function markup(keyboard: Keyboard): InlineKeyboardMarkup {
  return {
    inline_keyboard: keyboard.map((row) =>
      row.map((button) => ({ ...button, text: wellFormed(button.text) })),
    ),
  };
}

import type { FormattedString } from '@grammyjs/parse-mode';
import type { InlineKeyboardButton } from 'grammy/types';

/** A message before it is sent: what it says, with its formatting as entities, and its buttons in rows. */
export interface View {
  readonly text: FormattedString;
  readonly keyboard?: readonly (readonly InlineKeyboardButton[])[];
}

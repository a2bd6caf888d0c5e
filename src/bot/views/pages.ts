import { FormattedString } from '@grammyjs/parse-mode';

import { inOwnScript } from '../../locales/index.ts';
import type { Notice } from '../../notice/notice.ts';
import { slice } from '../../text/range.ts';
import { SCRIPT_CHOICES, saying, type ScriptChoice, type Voice } from '../voice.ts';
import { button, grid, suggestionButtons } from './buttons.ts';
import { pack } from './limits.ts';
import { inScript } from './script.ts';
import type { View } from './view.ts';

/** A page that ends with questions to tap on. */
export function pageView(text: string, suggestions: readonly string[], voice: Voice): View {
  return { text: new FormattedString(text), keyboard: suggestionButtons(suggestions, voice) };
}

/** How to use /ask, for somebody who sent it alone. */
export function askUsageView(examples: readonly string[], voice: Voice): View {
  const t = saying(voice);
  const [first] = examples;
  const text =
    first === undefined
      ? t('ask-usage-plain')
      : t('ask-usage', { example: inOwnScript(first, voice.locale) });
  return pageView(text, examples, voice);
}

/** The notices that questions are answered from: title, date and length of each. */
export function sourceView(notices: readonly Notice[], voice: Voice): View[] {
  const t = saying(voice);
  const blocks = function* () {
    yield new FormattedString(t('sources', { count: notices.length }));
    for (const notice of notices) yield noticeView(notice, voice);
  };
  const sayRest = (count: number) => t('sources-more', { count });
  return pack(blocks(), notices.length + 1, sayRest).map((text) => ({ text }));
}

function noticeView(notice: Notice, voice: Voice): FormattedString {
  const t = saying(voice);
  const characters = notice.passages.reduce(
    (sum, { range }) => sum + Array.from(slice(notice.text, range)).length,
    0,
  );
  const length = t('source-length', { paragraphs: notice.passages.length, characters });
  return FormattedString.join([
    FormattedString.bold(inScript(new FormattedString(notice.title), voice.quoteScript)),
    '\n',
    [
      notice.publishedOn ?? t('source-undated'),
      ...((notice.issuer ?? '') ? [notice.issuer] : []),
      length,
    ].join(' · '),
  ]);
}

/** The scripts to choose from, the present one ticked. */
export function scriptView(text: string, present: ScriptChoice, voice: Voice): View {
  const t = saying(voice);
  const buttons = SCRIPT_CHOICES.flatMap((choice) =>
    button(`${choice === present ? '✓ ' : ''}${t(`script-${choice}`)}`, { kind: 'script', choice }),
  );
  return { text: new FormattedString(text), keyboard: grid(buttons) };
}

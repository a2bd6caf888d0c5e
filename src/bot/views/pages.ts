import { FormattedString } from '@grammyjs/parse-mode';

import { inOwnScript } from '../../locales/index.ts';
import { byDate } from '../../notice/by-date.ts';
import type { Notice } from '../../notice/notice.ts';
import { slice } from '../../text/range.ts';
import { echo } from '../hygiene.ts';
import { SCRIPT_CHOICES, saying, type ScriptChoice, type Voice } from '../voice.ts';
import { button, grid, suggestionButtons } from './buttons.ts';
import { shorten } from './limits.ts';
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

/** So many notices stand on a page, and so many are the latest. */
const PAGE = 10;
const LATEST = 3;
/** In UTF-16 units. */
const LONGEST_TITLE = 200;
const LONGEST_OPENING = 300;
const LONGEST_PLACES = 200;

/**
 * The notices that questions are answered from: title, date and length of each.
 *
 * @param page counted from 0
 * @returns undefined where there is no such page
 */
export function sourceView(notices: readonly Notice[], page: number, voice: Voice): View | undefined {
  const t = saying(voice);
  const shown = notices.slice(page * PAGE, (page + 1) * PAGE);
  if (shown.length === 0) return undefined;
  const heading = t('sources', { count: notices.length });
  const pages = Math.ceil(notices.length / PAGE);
  const number = pages > 1 ? [t('page', { number: page + 1, total: pages })] : [];
  const turn = [
    ...(page > 0 ? button(t('button-page-back'), { kind: 'source', voice, page: page - 1 }) : []),
    ...(page + 1 < pages ? button(t('button-page-on'), { kind: 'source', voice, page: page + 1 }) : []),
  ];
  return {
    text: FormattedString.join(
      [heading, ...shown.map((notice) => noticeView(notice, voice)), ...number],
      '\n\n',
    ),
    keyboard: turn.length === 0 ? [] : [turn],
  };
}

/** The notices that were published last, each with its first sentence; those without a date come after the others. */
export function latestView(notices: readonly Notice[], voice: Voice): View {
  const newestFirst = [...notices].sort((a, b) => byDate(b, a));
  const shown = newestFirst.slice(0, LATEST);
  const blocks = shown.map((notice) => {
    const opening = notice.passages[0]?.sentences[0];
    if (opening === undefined) return noticeView(notice, voice);
    const words = inScript(shorten(new FormattedString(opening.text), LONGEST_OPENING), voice.quoteScript);
    return FormattedString.join([noticeView(notice, voice), FormattedString.blockquote(words)], '\n');
  });
  const heading = saying(voice)('latest', { count: shown.length });
  return { text: FormattedString.join([heading, ...blocks], '\n\n') };
}

function noticeView(notice: Notice, voice: Voice): FormattedString {
  const t = saying(voice);
  const characters = notice.passages.reduce(
    (sum, { range }) => sum + Array.from(slice(notice.text, range)).length,
    0,
  );
  const length = t('source-length', { paragraphs: notice.passages.length, characters });
  return FormattedString.join([
    FormattedString.bold(
      inScript(shorten(new FormattedString(notice.title), LONGEST_TITLE), voice.quoteScript),
    ),
    '\n',
    [
      notice.publishedOn ?? t('source-undated'),
      ...((notice.issuer ?? '') ? [notice.issuer] : []),
      length,
    ].join(' · '),
    ...[placesOf(notice)]
      .filter((places) => places !== '')
      .map((places) => `\n${t('also-at', { places: echo(places, LONGEST_PLACES) })}`),
  ]);
}

/** Where the notice stands, and where its copies do: addresses, or the names of files. */
function placesOf({ url, source, copies }: Notice): string {
  const places = [{ url, source }, ...copies].map((copy) => copy.url ?? copy.source ?? '');
  return copies.length === 0 ? '' : [...new Set(places)].filter((place) => place !== '').join('、');
}

/** The scripts to choose from, the present one ticked. */
export function scriptView(text: string, present: ScriptChoice, voice: Voice): View {
  const t = saying(voice);
  const buttons = SCRIPT_CHOICES.flatMap((choice) =>
    button(`${choice === present ? '✓ ' : ''}${t(`script-${choice}`)}`, { kind: 'script', choice }),
  );
  return { text: new FormattedString(text), keyboard: grid(buttons) };
}

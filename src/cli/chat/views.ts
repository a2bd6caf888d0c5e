import type {
  Abstention,
  Answer,
  Answerer,
  CountyReport,
  InitiativeReport,
  Quote,
  Reply,
} from '../../answer/index.ts';
import { scriptOfLocale, t, translator, type Locale, type Translate } from '../../locales/index.ts';
import type { Notice } from '../../notice/notice.ts';
import { slice } from '../../text/range.ts';
import { convert } from '../../text/script.ts';
import type { Block, Span } from './paint.ts';

const QUOTE_MARGIN = '  │ ';
const LIST_MARGIN = '    ';

/** A reply: the short answer, the sentence with the answer in it bold, and where it stands. */
export function replyView(reply: Reply, locale: Locale): Block[] {
  const t = translator(locale);
  return [
    ...(reply.wasResolved ? [understoodView(reply, locale)] : []),
    ...(reply.status === 'answered' ? answerView(reply, t) : abstentionView(reply, t)),
  ];
}

function understoodView({ understoodAs }: Reply, locale: Locale): Block {
  const question = convert(understoodAs, scriptOfLocale(locale) ?? 'simplified');
  return dim(t(locale, 'understood-as', { question }));
}

function answerView({ shortAnswer, quotes }: Answer, t: Translate): Block[] {
  return [
    ...(shortAnswer === null ? [] : [{ spans: [{ text: shortAnswer, style: 'bold' as const }] }]),
    ...quotes.flatMap((quote) => quoteView(quote, t)),
  ];
}

function abstentionView(reply: Abstention, t: Translate): Block[] {
  return [
    plain(explain(reply, t)),
    ...(reply.nearest === null ? [] : [dim(t('nearest')), ...quoteView(reply.nearest, t)]),
    ...suggestionsView(reply.suggestions, t),
  ];
}

/** Why there is no answer. */
function explain({ reason, known, missing }: Abstention, t: Translate): string {
  if (reason === 'empty' || reason === 'chat') return t(reason);
  const words = { known: listed(known, t), missing: listed(missing, t) };
  if (missing.length > 0) return known.length > 0 ? t('known-but-missing', words) : t('missing', words);
  return known.length > 0 ? t('known-but-no-match', words) : t('no-match');
}

function listed(words: readonly string[], t: Translate): string {
  return words.map((word) => t('quoted', { words: word })).join(t('list-separator'));
}

/** Questions that the notices do answer. */
export function suggestionsView(suggestions: readonly string[], t: Translate): Block[] {
  if (suggestions.length === 0) return [];
  return [dim(t('try')), ...suggestions.map((question) => ({ ...plain(question), margin: LIST_MARGIN }))];
}

/** A sentence, the words in it that are the answer bold, and the date, title and paragraph that it is from. */
function quoteView(quote: Quote, t: Translate): Block[] {
  return [{ margin: QUOTE_MARGIN, spans: highlighted(quote) }, dim(sourceOf(quote, t))];
}

function highlighted({ notice, sentence, highlights }: Quote): Span[] {
  const spans: Span[] = [];
  let position = sentence.range.start;
  for (const range of [...highlights].sort((a, b) => a.start - b.start)) {
    if (range.start < position || range.end > sentence.range.end) continue;
    spans.push({ text: notice.text.slice(position, range.start) });
    spans.push({ text: slice(notice.text, range), style: 'bold' });
    position = range.end;
  }
  spans.push({ text: notice.text.slice(position, sentence.range.end) });
  return spans;
}

function sourceOf({ notice, passage }: Quote, t: Translate): string {
  const paragraph = passage === null ? null : t('paragraph', { number: passage.number });
  return [notice.publishedOn, notice.title, paragraph].filter((part) => part !== null).join(' · ');
}

/** All that the notices say about a county. */
export function countyView({ county, quotes }: CountyReport, t: Translate): Block[] {
  const facts = county.facts.map(({ notice, attribute, value }) => {
    const text = slice(notice.text, value);
    return plain(
      attribute === null
        ? t('county-fact-unlabelled', { value: text })
        : t('county-fact', { label: slice(notice.text, attribute), value: text }),
    );
  });
  return [
    { spans: [{ text: county.name, style: 'bold' }] },
    ...facts,
    plain(t('county-mentions', { count: quotes.length })),
    ...quotes.flatMap((quote) => quoteView(quote, t)),
  ];
}

/** The places that the notices mention, each with what they state of it. */
export function countiesView({ counties }: Answerer, t: Translate): Block[] {
  if (counties.length === 0) return [plain(t('county-none'))];
  return [
    ...counties.map(({ name, facts }) => {
      const values = facts.map(({ notice, value }) => slice(notice.text, value)).join(t('list-separator'));
      return { margin: LIST_MARGIN, spans: [{ text: name }, { text: ` ${values}`, style: 'dim' as const }] };
    }),
    dim(t('terminal-county-usage')),
  ];
}

/** What an initiative is and what it consists of. */
export function initiativeView({ initiative, definition, parts }: InitiativeReport, t: Translate): Block[] {
  return [
    { spans: [{ text: initiative.title, style: 'bold' }] },
    ...parts.flatMap(({ notice, label, items }) => [
      plain(
        label === null
          ? t('initiative-parts-unlabelled', { count: items.length })
          : t('initiative-parts', { label: slice(notice.text, label), count: items.length }),
      ),
      ...items.map((item) => ({ ...plain(slice(notice.text, item)), margin: LIST_MARGIN })),
    ]),
    ...quoteView(definition, t),
  ];
}

/** The initiatives that the notices introduce. */
export function initiativesView({ initiatives }: Answerer, t: Translate): Block[] {
  if (initiatives.length === 0) return [plain(t('initiative-none'))];
  return [
    ...initiatives.map(({ title }) => ({ ...plain(title), margin: LIST_MARGIN })),
    dim(t('terminal-initiative-usage')),
  ];
}

/** The notices that answers come from. */
export function sourcesView(notices: readonly Notice[], t: Translate): Block[] {
  return [
    plain(t('sources', { count: notices.length })),
    ...notices.flatMap((notice) => [
      { ...plain(notice.title), margin: LIST_MARGIN },
      {
        ...dim([notice.publishedOn ?? t('source-undated'), lengthOf(notice, t)].join(' · ')),
        margin: LIST_MARGIN,
      },
    ]),
  ];
}

function lengthOf({ passages, text }: Notice, t: Translate): string {
  const characters = passages.reduce((sum, { range }) => sum + Array.from(slice(text, range)).length, 0);
  return t('source-length', { paragraphs: passages.length, characters });
}

/** A message of the bot's own, which may have several lines. */
export function messageView(message: string): Block[] {
  return message.split('\n').map(plain);
}

function plain(text: string): Block {
  return { spans: [{ text }] };
}

function dim(text: string): Block {
  return { spans: [{ text, style: 'dim' }] };
}

import type {
  Abstention,
  Answer,
  Answerer,
  CountyReport,
  InitiativeReport,
  Quote,
  Reply,
} from '../../answer/index.ts';
import { explain, inOwnScript, t, translator, warningsOf, type Locale } from '../../locales/index.ts';
import type { Notice } from '../../notice/notice.ts';
import { slice } from '../../text/range.ts';
import type { Block, Span } from './paint.ts';

const QUOTE_MARGIN = '  │ ';
const LIST_MARGIN = '    ';

/** A reply: the short answer, the sentence with the answer in it bold, and where it stands. */
export function replyView(reply: Reply, locale: Locale): Block[] {
  const question = inOwnScript(reply.understoodAs, locale);
  return [
    ...(reply.wasResolved ? [dim(t(locale, 'understood-as', { question }))] : []),
    ...(reply.status === 'answered' ? answerView(reply, locale) : abstentionView(reply, locale)),
  ];
}

function answerView(answer: Answer, locale: Locale): Block[] {
  const { shortAnswer, quotes, earlier } = answer;
  return [
    ...(shortAnswer === null ? [] : [bold(shortAnswer)]),
    ...quotes.flatMap((quote) => quoteView(quote, locale)),
    ...warningsOf(answer, translator(locale)).map((line) => dim(line)),
    ...(earlier === null ? [] : [dim(t(locale, 'earlier')), ...quoteView(earlier, locale)]),
  ];
}

function abstentionView(reply: Abstention, locale: Locale): Block[] {
  const list = (words: readonly string[]) =>
    words
      .map((word) => t(locale, 'quoted', { words: inOwnScript(word, locale) }))
      .join(t(locale, 'list-separator'));
  return [
    plain(explain(reply, translator(locale), list)),
    ...(reply.nearest === null ? [] : [dim(t(locale, 'nearest')), ...quoteView(reply.nearest, locale)]),
    ...suggestionsView(reply.suggestions, locale),
  ];
}

/** Questions that the notices do answer. */
export function suggestionsView(suggestions: readonly string[], locale: Locale): Block[] {
  if (suggestions.length === 0) return [];
  return [
    dim(t(locale, 'try')),
    ...suggestions.map((question) => listed(plain(inOwnScript(question, locale)))),
  ];
}

/** A sentence, the words in it that are the answer bold, and the date, title and paragraph that it is from. */
function quoteView(quote: Quote, locale: Locale): Block[] {
  return [{ margin: QUOTE_MARGIN, spans: highlighted(quote) }, dim(sourceOf(quote, locale))];
}

function highlighted({ notice, sentence, highlights }: Quote): Span[] {
  const spans: Span[] = [];
  let position = sentence.range.start;
  for (const range of [...highlights].sort((a, b) => a.start - b.start)) {
    spans.push({ text: notice.text.slice(position, range.start) });
    spans.push({ text: slice(notice.text, range), style: 'bold' });
    position = range.end;
  }
  spans.push({ text: notice.text.slice(position, sentence.range.end) });
  return spans;
}

function sourceOf({ notice, passage }: Quote, locale: Locale): string {
  const paragraph = passage === null ? null : t(locale, 'paragraph', { number: passage.number });
  return [notice.publishedOn, notice.title, paragraph].filter((part) => part !== null).join(' · ');
}

/** All that the notices say about a county. */
export function countyView({ county, quotes }: CountyReport, locale: Locale): Block[] {
  const facts = county.facts.map(({ notice, attribute, value: range }) => {
    const value = slice(notice.text, range);
    if (attribute === null) return plain(t(locale, 'county-fact-unlabelled', { value }));
    return plain(t(locale, 'county-fact', { label: slice(notice.text, attribute), value }));
  });
  return [
    bold(county.name),
    ...facts,
    plain(t(locale, 'county-mentions', { count: quotes.length })),
    ...quotes.flatMap((quote) => quoteView(quote, locale)),
  ];
}

/** The places that the notices mention, each with what they state of it. */
export function countiesView({ counties }: Answerer, locale: Locale): Block[] {
  if (counties.length === 0) return [plain(t(locale, 'county-none'))];
  const rows = counties.map(({ name, facts }) => {
    const values = facts.map(({ notice, value }) => slice(notice.text, value));
    const row: Span[] = [{ text: name }];
    if (values.length > 0) row.push({ text: ` ${values.join(t(locale, 'list-separator'))}`, style: 'dim' });
    return listed({ spans: row });
  });
  return [...rows, dim(t(locale, 'terminal-county-usage'))];
}

/** What an initiative is and what it consists of. */
export function initiativeView({ initiative, definition, parts }: InitiativeReport, locale: Locale): Block[] {
  return [
    bold(initiative.title),
    ...parts.flatMap(({ notice, label, items }) => [
      label === null
        ? plain(t(locale, 'initiative-parts-unlabelled', { count: items.length }))
        : plain(t(locale, 'initiative-parts', { label: slice(notice.text, label), count: items.length })),
      ...items.map((item) => listed(plain(slice(notice.text, item)))),
    ]),
    ...quoteView(definition, locale),
  ];
}

/** The initiatives that the notices introduce. */
export function initiativesView({ initiatives }: Answerer, locale: Locale): Block[] {
  if (initiatives.length === 0) return [plain(t(locale, 'initiative-none'))];
  return [
    ...initiatives.map(({ title }) => listed(plain(title))),
    dim(t(locale, 'terminal-initiative-usage')),
  ];
}

/** The notices that answers come from. */
export function sourcesView(notices: readonly Notice[], locale: Locale): Block[] {
  return [
    plain(t(locale, 'sources', { count: notices.length })),
    ...notices.flatMap((notice) => [
      listed(plain(notice.title)),
      listed(dim(`${notice.publishedOn ?? t(locale, 'source-undated')} · ${lengthOf(notice, locale)}`)),
    ]),
  ];
}

function lengthOf({ passages, text }: Notice, locale: Locale): string {
  const characters = passages.reduce((sum, { range }) => sum + Array.from(slice(text, range)).length, 0);
  return t(locale, 'source-length', { paragraphs: passages.length, characters });
}

/** A message of the bot's own, which may have several lines. */
export function messageView(message: string): Block[] {
  return message.split('\n').map(plain);
}

function plain(text: string): Block {
  return { spans: [{ text }] };
}

function bold(text: string): Block {
  return { spans: [{ text, style: 'bold' }] };
}

function dim(text: string): Block {
  return { spans: [{ text, style: 'dim' }] };
}

function listed(block: Block): Block {
  return { ...block, margin: LIST_MARGIN };
}

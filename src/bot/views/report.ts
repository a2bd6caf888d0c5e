import { FormattedString } from '@grammyjs/parse-mode';

import type { County, CountyReport, Initiative, InitiativeReport, PartList } from '../../answer/index.ts';
import { slice } from '../../text/range.ts';
import { scriptOf } from '../../text/script.ts';
import { inOwnScript, scriptOfLocale } from '../../locales/index.ts';
import { echo } from '../hygiene.ts';
import { saying, type Voice } from '../voice.ts';
import { button, grid } from './buttons.ts';
import { pack } from './limits.ts';
import { quoteView } from './quote.ts';
import { inScript } from './script.ts';
import type { View } from './view.ts';

const LONGEST_NAME = 40;

/** The two things that can be looked up by name. */
export type Kind = 'county' | 'initiative';

/** A county: its name, what the notices state of it, and every sentence that mentions it. */
export function countyView(report: CountyReport, voice: Voice): View[] {
  const sayRest = (count: number) => saying(voice)('and-more', { count });
  return pack(countyBlocks(report, voice), report.quotes.length, sayRest).map((text) => ({ text }));
}

function* countyBlocks({ county, quotes }: CountyReport, voice: Voice): Generator<FormattedString> {
  const head = [countyName(county, voice), ...factsOf(county, voice)];
  const [first, ...others] = quotes;
  if (first === undefined) {
    yield lines(head);
    return;
  }
  const heading = saying(voice)('county-mentions', { count: quotes.length });
  yield lines([...head, heading, quoteView(first, voice)]);
  for (const quote of others) yield quoteView(quote, voice);
}

/** The name as the notices write it, with the full name where that says more. */
function countyName({ name, fullName }: County, voice: Voice): FormattedString {
  const full = inOwnScript(fullName, voice.locale);
  const says = full !== inOwnScript(name, voice.locale);
  return FormattedString.join([FormattedString.bold(quoted(name, voice)), says ? ` · ${full}` : '']);
}

/** What is stated of a county, each value once. */
function factsOf(county: County, voice: Voice): FormattedString[] {
  const t = saying(voice);
  const said = county.facts.map((fact) => {
    const value = quoted(slice(fact.notice.text, fact.value), voice);
    if (fact.attribute === null) return t('county-fact-unlabelled', { value });
    return t('county-fact', { label: quoted(slice(fact.notice.text, fact.attribute), voice), value });
  });
  return [...new Set(said)].map((line) => new FormattedString(line));
}

function quoted(words: string, voice: Voice): string {
  return inScript(new FormattedString(words), voice.quoteScript).text;
}

/** An initiative: its title, the sentence that says what it is, and its parts as lists. */
export function initiativeView({ initiative, definition, parts }: InitiativeReport, voice: Voice): View[] {
  const t = saying(voice);
  const title = FormattedString.bold(inScript(new FormattedString(initiative.title), voice.quoteScript));
  const elsewhere = new Map(
    parts
      .filter(({ sentence }) => sentence.id !== definition.sentence.id)
      .map((part) => [part.sentence.id, part]),
  );
  const blocks = [
    lines([title, quoteView(definition, voice)]),
    ...parts.map((part) => partsView(part, voice)),
    ...[...elsewhere.values()].map((part) => quoteView({ ...part, highlights: part.items }, voice)),
  ];
  return pack(blocks, blocks.length, (count) => t('and-more', { count })).map((text) => ({ text }));
}

function partsView({ notice, label, items }: PartList, voice: Voice): FormattedString {
  const t = saying(voice);
  const count = items.length;
  const heading =
    label === null
      ? t('initiative-parts-unlabelled', { count })
      : t('initiative-parts', { label: quoted(slice(notice.text, label), voice), count });
  return lines([heading, ...items.map((item, i) => `${i + 1}. ${quoted(slice(notice.text, item), voice)}`)]);
}

/** What to look up, as buttons that only `owner` may tap. */
export function choiceView(
  kind: Kind,
  choices: readonly (County | Initiative)[],
  options: { readonly voice: Voice; readonly owner: number; readonly text: string },
): View {
  const { voice, owner, text } = options;
  const buttons = choices.flatMap((choice) =>
    button(labelOf(choice, voice), { kind, voice, owner, id: choice.id }),
  );
  return { text: new FormattedString(text), keyboard: grid(buttons) };
}

/** Says that a name is not known, and shows those that are. */
export function unknownNameView(
  kind: Kind,
  name: string,
  choices: readonly (County | Initiative)[],
  options: { readonly voice: Voice; readonly owner: number },
): View {
  const t = saying(options.voice);
  if (choices.length === 0) return { text: new FormattedString(t(`${kind}-none`)) };
  const words = t('quoted', { words: inOwnScript(echo(name, LONGEST_NAME), options.voice.locale) });
  return choiceView(kind, choices, { ...options, text: t(`${kind}-unknown`, { name: words }) });
}

/**
 * A county with what it is known for, an initiative by its name: in the script of what the bot says, unless the
 * notice is written in it, whose words are better left alone.
 */
export function labelOf(choice: County | Initiative, voice: Voice): string {
  const facts = 'facts' in choice ? choice.facts : [];
  const values = facts.map(({ notice, value }) => slice(notice.text, value));
  const label = [choice.name, ...new Set(values)].join(' · ');
  const isAtHome = scriptOf(choice.mentions[0]?.notice.title ?? '') === scriptOfLocale(voice.locale);
  return isAtHome && voice.quoteScript === null ? label : inOwnScript(label, voice.locale);
}

function lines(parts: readonly (FormattedString | string)[]): FormattedString {
  return FormattedString.join([...parts], '\n');
}

import { FormattedString } from '@grammyjs/parse-mode';

import type { Abstention, Alternative, Answer, Reply } from '../../answer/index.ts';
import { explain, inOwnScript, warningsOf } from '../../locales/index.ts';
import { echo } from '../hygiene.ts';
import { saying, type Voice } from '../voice.ts';
import { alternativesButton, button, contextButton, suggestionButtons } from './buttons.ts';
import { shorten } from './limits.ts';
import { quotesView, quoteView } from './quote.ts';
import { inScript } from './script.ts';
import type { View } from './view.ts';

const LONGEST_SHORT_ANSWER = 300;
/** In UTF-16 units; the quotations of the answer itself may take 3,000 of a message's 4,096. */
const LONGEST_EARLIER = 300;
const LONGEST_QUESTION = 200;
const LONGEST_WORD = 40;
const MOST_WORDS = 5;

/** What the chat does not show of a question. */
export interface Unseen {
  /** The question, where a button asked it. */
  readonly asked?: string | undefined;
  /** What a follow-up was completed to. */
  readonly completed?: string | undefined;
}

/** A reply to a question. */
export function replyView(reply: Reply, voice: Voice, unseen: Unseen = {}): View {
  return reply.status === 'answered'
    ? answerView(reply, voice, unseen)
    : abstentionView(reply, voice, unseen);
}

/** The short answer, how the question was understood, and the sentences that answer. */
function answerView(answer: Answer, voice: Voice, unseen: Unseen): View {
  const short = answer.shortAnswer?.trim() ?? '';
  const head = short === '' ? [] : [FormattedString.bold(shortAnswer(short, voice))];
  const row = [...contextButton(answer.quotes, voice), ...alternativesButton(answer, voice)];
  return {
    text: lines([
      ...head,
      ...asides(answer, voice, unseen),
      quotesView(answer.quotes, voice),
      ...warningsOf(answer, saying(voice)).map((line) => FormattedString.italic(line)),
      ...earlierView(answer, voice),
    ]),
    keyboard: row.length === 0 ? [] : [row],
  };
}

/** What an older notice says otherwise. */
function earlierView({ earlier }: Answer, voice: Voice): FormattedString[] {
  if (earlier === null) return [];
  return [FormattedString.italic(saying(voice)('earlier')), quoteView(earlier, voice, LONGEST_EARLIER)];
}

function shortAnswer(words: string, voice: Voice): FormattedString {
  return inScript(shorten(new FormattedString(words), LONGEST_SHORT_ANSWER), voice.quoteScript);
}

/** What the notices know and do not know of the question, what can be asked, and the nearest sentence. */
function abstentionView(abstention: Abstention, voice: Voice, unseen: Unseen): View {
  const t = saying(voice);
  const { nearest, suggestions } = abstention;
  const buttons = suggestionButtons(suggestions, voice);
  const parts: (FormattedString | string)[] = [
    explain(abstention, t, (words) => list(words, voice)),
    ...asides(abstention, voice, unseen),
  ];
  if (buttons.length < suggestions.length) parts.push(suggestionLines(suggestions, voice));
  if (nearest !== null) parts.push(FormattedString.italic(t('nearest')), quotesView([nearest], voice));
  const context = nearest === null ? [] : contextButton([nearest], voice);
  return { text: lines(parts), keyboard: [...buttons, ...(context.length === 0 ? [] : [context])] };
}

function list(words: readonly string[], voice: Voice): string {
  const t = saying(voice);
  return words
    .slice(0, MOST_WORDS)
    .map((word) => t('quoted', { words: inOwnScript(echo(word, LONGEST_WORD), voice.locale) }))
    .join(t('list-separator'));
}

/** Questions to be copied by a tap. */
function suggestionLines(suggestions: readonly string[], voice: Voice): FormattedString {
  const questions = suggestions.map((question) =>
    FormattedString.join([
      '• ',
      FormattedString.code(echo(inOwnScript(question, voice.locale), LONGEST_QUESTION)),
    ]),
  );
  return lines([saying(voice)('try'), ...questions]);
}

/** What was asked, where the chat does not show it, and how it was understood, where that is not plain. */
function asides(reply: Reply, voice: Voice, { asked, completed }: Unseen): FormattedString[] {
  const t = saying(voice);
  const understood = reply.wasResolved ? reply.understoodAs : completed;
  const said = (question: string) => ({
    question: echo(inOwnScript(question, voice.locale), LONGEST_QUESTION),
  });
  return [
    ...(asked === undefined ? [] : [t('asked', said(asked))]),
    ...(understood === undefined ? [] : [t('understood-as', said(understood))]),
  ].map((line) => FormattedString.italic(line));
}

/** Another sentence that may answer: one of several, with buttons to turn to the others. */
export function alternativeView(
  alternatives: readonly Pick<Alternative, 'notice' | 'passage' | 'sentence'>[],
  index: number,
  voice: Voice,
): View | undefined {
  const current = alternatives[index];
  if (current === undefined) return undefined;
  const t = saying(voice);
  const ids = alternatives.map(({ sentence }) => sentence.id);
  const turn = [
    ...(index > 0 ? button(t('button-previous'), { kind: 'turn', voice, index: index - 1, ids }) : []),
    ...(index + 1 < ids.length
      ? button(t('button-next'), { kind: 'turn', voice, index: index + 1, ids })
      : []),
  ];
  const heading = t('alternative', { index: index + 1, total: ids.length });
  return {
    text: lines([FormattedString.italic(heading), quotesView([current], voice)]),
    keyboard: [contextButton([current], voice), turn].filter((row) => row.length > 0),
  };
}

function lines(parts: readonly (FormattedString | string)[]): FormattedString {
  return FormattedString.join([...parts], '\n');
}

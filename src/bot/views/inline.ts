import { createHash } from 'node:crypto';
import { FormattedString } from '@grammyjs/parse-mode';
import type { InlineQueryResultArticle } from 'grammy/types';

import type { Abstention, Answerer, Located, Reply } from '../../answer/index.ts';
import { echo, wellFormed } from '../hygiene.ts';
import { choicesOf, reportById } from '../lookups.ts';
import { saying, type Voice } from '../voice.ts';
import { replyView } from './answer.ts';
import { otherSentences } from './buttons.ts';
import { quotesView } from './quote.ts';
import { payload } from './payload.ts';
import { labelOf, type Kind } from './report.ts';
import { inScript } from './script.ts';
import type { View } from './view.ts';

const LONGEST_TITLE = 80;
const LONGEST_DESCRIPTION = 200;
/** What Telegram takes as the id of a card, in bytes of UTF-8. */
const LONGEST_ID = 64;

/** A card of the list that opens while somebody writes `@bot 海寧 產業`, and the message that a tap on it sends. */
export type Card = InlineQueryResultArticle;

/**
 * The cards for a question: the answer and then the next best sentences, or one that says that there is none. A
 * card's id is that of the sentence it quotes first.
 */
export function replyCards(reply: Reply, voice: Voice): Card[] {
  if (reply.status === 'abstained') return [abstentionCard(reply, voice)];
  const [first] = reply.quotes;
  const title = reply.shortAnswer?.trim() ?? '';
  return [
    sentenceCard(first, title, replyView(reply, voice), voice),
    ...otherSentences(reply).map((other) =>
      sentenceCard(other, '', { text: quotesView([other], voice) }, voice),
    ),
  ];
}

/** The counties and initiatives that can be looked up, for somebody who has not asked yet. */
export function* choiceCards(answerer: Answerer, voice: Voice): Generator<Card> {
  for (const kind of ['county', 'initiative'] as const satisfies Kind[]) {
    for (const choice of choicesOf(answerer, kind)) {
      const [report] = reportById(answerer, kind, choice.id, voice);
      const [mention] = choice.mentions;
      if (report === undefined || mention === undefined) continue;
      yield card(`${kind}:${choice.id}`, labelOf(choice, voice), describe(mention, voice), report);
    }
  }
}

function sentenceCard(located: Located, title: string, view: View, voice: Voice): Card {
  const words = title === '' ? located.sentence.text : title;
  return card(located.sentence.id, quoted(words, voice), describe(located, voice), view);
}

function abstentionCard(abstention: Abstention, voice: Voice): Card {
  const view = replyView(abstention, voice);
  const [head = ''] = view.text.text.split('\n');
  return card('none', head, saying(voice)('inline-hint'), view);
}

/** The sentence and when it was published. */
function describe({ sentence, notice }: Located, voice: Voice): string {
  const date = notice.publishedOn === null ? '' : `${notice.publishedOn} · `;
  return date + quoted(sentence.text, voice);
}

/** Without buttons: they belong to messages in a chat that the bot can see. */
function card(id: string, title: string, description: string, { text }: View): Card {
  const { text: words, entities, link_preview_options } = payload({ text });
  return {
    type: 'article',
    id: Buffer.byteLength(id) <= LONGEST_ID ? id : createHash('sha256').update(id).digest('base64url'),
    title: echo(title, LONGEST_TITLE),
    description: echo(description, LONGEST_DESCRIPTION),
    input_message_content: { message_text: words, entities, link_preview_options },
  };
}

function quoted(words: string, voice: Voice): string {
  return wellFormed(inScript(new FormattedString(words), voice.quoteScript).text);
}

import { Composer } from 'grammy';

import type { Answerer } from '../../answer/index.ts';
import type { BotContext } from '../context.ts';
import { replaceAt } from '../deliver.ts';
import type { Heard } from '../hearing.ts';
import type { Memory } from '../memory.ts';
import { replyView } from '../views/answer.ts';
import { outcomeOf } from './ask.ts';

/**
 * Who edits a question gets the answer to it edited, as long as it is remembered which that is. Any other edit ends
 * here: nothing is done twice because somebody corrected a slip.
 */
export function editsFeature(answerer: Answerer, memory: Memory): Composer<BotContext> {
  const feature = new Composer<BotContext>();

  feature.on('edited_message', async (ctx) => {
    const words = questionOf(ctx.heard);
    const last = await memory.recall(ctx);
    const edited = ctx.editedMessage.message_id;
    const answer = last?.answers.find(([asked]) => asked === edited)?.[1];
    if (words === undefined || last === undefined || answer === undefined) return;

    // Of an earlier question it is no longer known what it was asked after.
    const isLast = last.answers.at(-1)?.[0] === edited;
    const completed = isLast && last.before !== null ? answerer.complete(words, last.before) : undefined;
    const question = completed ?? words;
    const reply = answerer.ask(question);
    ctx.outcome = `edited: ${outcomeOf(reply)}`;
    await replaceAt(ctx, answer, replyView(reply, ctx.voice, { completed }));
    if (isLast) await memory.change(ctx, { text: question, shown: 0 });
  });

  return feature;
}

function questionOf(heard: Heard | undefined): string | undefined {
  if (heard?.kind === 'question') return heard.text;
  const isAsking = heard?.kind === 'command' && heard.name === 'ask' && heard.argument !== '';
  return isAsking ? heard.argument : undefined;
}

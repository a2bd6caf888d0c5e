/**
 * Draws docs/images/exchange.svg: questions to the bot, and what it really replies. With --check nothing is written,
 * and the end is 1 where the picture is no longer what the bot would say.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';

import type { Answerer } from '../src/answer/index.ts';
import { chooseVoice } from '../src/bot/voice.ts';
import { replyView } from '../src/bot/views/answer.ts';
import { openAnswerer } from '../src/cli/open-answerer.ts';
import { drawChat, type Bubble } from './chat-picture.ts';

const PICTURE = 'docs/images/exchange.svg';
const QUESTIONS = ['海寧是什么產業?', '海寧的GDP是多少?'];

const { values: options } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const { answerer } = await openAnswerer('data/notices', 'var', console.warn);
const svg = drawChat(
  'A chat with the bot: it answers one question and says what the notice does not mention to the other.',
  QUESTIONS.flatMap((question) => [asked(question), replied(answerer, question)]),
);
if (!options.check) {
  await writeFile(PICTURE, svg);
} else if ((await readFile(PICTURE, 'utf8')) !== svg) {
  console.error(`${PICTURE} is out of date; run "node --import tsx scripts/draw-exchange.ts" and commit it.`);
  process.exitCode = 1;
}

function asked(text: string): Bubble {
  return { side: 'right', text, entities: [], buttons: [] };
}

function replied(from: Answerer, question: string): Bubble {
  const voice = chooseVoice({ choice: 'automatic', words: question, languageCode: 'zh-hant' }, 'traditional');
  const { text, keyboard = [] } = replyView(from.ask(question), voice);
  return {
    side: 'left',
    text: text.text,
    entities: text.entities,
    buttons: keyboard.map((row) => row.map((button) => button.text)),
  };
}

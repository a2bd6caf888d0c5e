import { createInterface } from 'node:readline/promises';
import type { Readable } from 'node:stream';
import type { WriteStream } from 'node:tty';

import type { Answerer } from '../answer/index.ts';
import { translator, type Locale } from '../locales/index.ts';
import { paint, type Block } from './chat/paint.ts';
import { COMMANDS, respond } from './chat/respond.ts';
import { messageView, sourcesView, suggestionsView } from './chat/views.ts';
import { linesOf, write } from './lines.ts';
import { screenOf } from './terminal.ts';

const PROMPT = '> ';

/**
 * Talks with somebody at a terminal, until they say /quit or press Ctrl-C or Ctrl-D.
 *
 * @param locale the language until the asker shows another
 */
export async function chat(
  answerer: Answerer,
  input: Readable,
  output: WriteStream,
  locale: Locale,
): Promise<void> {
  const show = (blocks: readonly Block[]) => write(output, `\n${paint(blocks, screenOf(output))}`);
  await show(welcomeView(answerer, locale));

  const terminal = createInterface({
    input,
    output,
    prompt: PROMPT,
    completer: complete,
  });
  let spoken = locale;
  terminal.prompt();
  for await (const line of terminal) {
    if (line.trim() !== '') {
      const response = respond(answerer, line, spoken);
      if (response === 'quit') break;
      spoken = response.locale;
      await show(response.blocks);
    }
    terminal.prompt();
  }
  terminal.close();
  // Ctrl-C and Ctrl-D leave the cursor behind the prompt.
  output.write('\n');
}

function complete(line: string): [string[], string] {
  return [COMMANDS.filter((command) => command.startsWith(line)), line];
}

function welcomeView(answerer: Answerer, locale: Locale): Block[] {
  const t = translator(locale);
  const reply = answerer.ask('');
  return [
    ...sourcesView(answerer.notices, t),
    ...(reply.status === 'abstained' ? suggestionsView(reply.suggestions, t) : []),
    ...messageView(COMMANDS.join('  ')),
  ];
}

/** Answers every line of a stream that is not blank, as the chat would, and ends with it. */
export async function answerLines(
  answerer: Answerer,
  input: Readable,
  output: NodeJS.WriteStream,
  locale: Locale,
): Promise<void> {
  for await (const line of linesOf(input)) {
    if (line.trim() === '') continue;
    const response = respond(answerer, line, locale);
    if (response === 'quit') return;
    await write(output, paint(response.blocks, screenOf(output)));
  }
}

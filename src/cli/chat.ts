import { createInterface } from 'node:readline/promises';
import type { Readable } from 'node:stream';

import type { Answerer } from '../answer/index.ts';
import type { Locale } from '../locales/index.ts';
import { paint, type Block } from './chat/paint.ts';
import { COMMANDS, createResponder } from './chat/respond.ts';
import { messageView, sourcesView, suggestionsView } from './chat/views.ts';
import { linesOf, write } from './lines.ts';
import { screenOf } from './terminal.ts';

/**
 * Talks with somebody at a terminal, until they say /quit or press Ctrl-C or Ctrl-D.
 *
 * @param device the language that the terminal is set to
 */
export async function chat(
  answerer: Answerer,
  input: Readable,
  output: NodeJS.WriteStream,
  device: Locale,
): Promise<void> {
  const respond = createResponder(answerer, device);
  const show = (blocks: readonly Block[]) => write(output, `\n${paint(blocks, screenOf(output))}`);
  await show(welcomeView(answerer, device));

  const terminal = createInterface({ input, output, prompt: '> ', completer: complete });
  const state = { isOpen: true };
  terminal.once('close', () => (state.isOpen = false));
  terminal.prompt();
  for await (const line of terminal) {
    if (line.trim() !== '') {
      const response = respond(line);
      if (response === 'quit') break;
      await show(response);
    }
    // The keyboard may have ended it while the lines before were answered.
    if (state.isOpen) terminal.prompt();
  }
  terminal.close();
  // Ctrl-C and Ctrl-D leave the cursor behind the prompt.
  output.write('\n');
}

function complete(line: string): [string[], string] {
  return [COMMANDS.filter((command) => command.startsWith(line)), line];
}

function welcomeView(answerer: Answerer, locale: Locale): Block[] {
  const reply = answerer.ask('');
  return [
    ...sourcesView(answerer.notices, locale),
    ...(reply.status === 'abstained' ? suggestionsView(reply.suggestions, locale) : []),
    ...messageView(COMMANDS.join('  ')),
  ];
}

/** Answers every line of a stream that is not blank, as the chat would, and ends with it. */
export async function answerLines(
  answerer: Answerer,
  input: Readable,
  output: NodeJS.WriteStream,
  device: Locale,
): Promise<void> {
  const respond = createResponder(answerer, device);
  for await (const line of linesOf(input)) {
    if (line.trim() === '') continue;
    const response = respond(line);
    if (response === 'quit') return;
    await write(output, paint(response, screenOf(output)));
  }
}

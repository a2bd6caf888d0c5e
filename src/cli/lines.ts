import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';

/**
 * The lines of a stream of UTF-8 text, without their ends: \n or \r\n and nothing else, so that a question
 * may hold any other separator. A last line counts whether or not it is ended.
 */
export async function* linesOf(input: Readable): AsyncGenerator<string, void> {
  let rest = '';
  for await (const chunk of input.setEncoding('utf8')) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield withoutReturn(line);
  }
  if (rest !== '') yield withoutReturn(rest);
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

/** Writes `text`, and waits where the reader is slower. */
export async function write(output: Writable, text: string): Promise<void> {
  if (!output.write(text)) await once(output, 'drain');
}

/** Ends the process quietly when the reader of its output has gone, as `head` does after ten lines. */
export function endWithReader(output: Writable): void {
  output.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
}

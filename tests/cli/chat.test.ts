import { PassThrough, Writable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';

import type { Answerer } from '../../src/answer/index.ts';
import { answerLines, chat } from '../../src/cli/chat.ts';
import { quickAnswerer } from './answerer.ts';

/** A terminal 60 columns wide, or a pipe, that remembers what was written to it. */
function screen({ isTTY }: { isTTY: boolean }) {
  let written = '';
  const stream = new Writable({
    write(chunk, _encoding, done) {
      written += String(chunk);
      done();
    },
  });
  const output = Object.assign(stream, { isTTY, columns: 60, hasColors: () => true });
  return { output: output as unknown as NodeJS.WriteStream, read: () => written };
}

describe('in the terminal', () => {
  let answerer: Answerer;
  beforeAll(async () => {
    answerer = await quickAnswerer();
  });

  it('a chat shows what can be asked, answers each line and ends with /quit', async () => {
    const { output, read } = screen({ isTTY: true });
    const input = new PassThrough();
    input.end('海寧是什麼產業?\n\n/quit\n平湖是什麼產業?\n');
    await chat(answerer, input, output, 'en');
    expect(read()).toContain('You can ask:');
    expect(read()).toContain('/county  /initiative  /source  /help  /quit');
    expect(read()).toContain('\u001b[1m經編\u001b[22m');
    expect(read()).not.toContain('箱包\u001b[22m');
    expect(read().endsWith('\n')).toBe(true);
  });

  it('a chat ends with the keyboard', async () => {
    const { output, read } = screen({ isTTY: true });
    const input = new PassThrough();
    const talk = chat(answerer, input, output, 'en');
    input.end();
    await talk;
    expect(stripVTControlCharacters(read()).endsWith('> \n')).toBe(true);
  });

  it('lines from a pipe are answered without prompt, colour or blank lines', async () => {
    const { output, read } = screen({ isTTY: false });
    const input = new PassThrough();
    input.end('\n海寧是什麼產業?\n \n平湖是什麼產業?');
    await answerLines(answerer, input, output, 'en');
    expect(read()).toMatch(/^ {2}經編\n.*\n.*\n\n {2}箱包\n.*\n.*\n\n$/);
  });
});

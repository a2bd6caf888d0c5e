import { PassThrough, Readable, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';

import { linesOf, write } from '../../src/cli/lines.ts';

async function linesIn(...chunks: Uint8Array[]): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of linesOf(Readable.from(chunks, { objectMode: false }))) lines.push(line);
  return lines;
}

describe('linesOf', () => {
  it('gives blank lines too, and the last one whether or not it is ended', async () => {
    expect(await linesIn(Buffer.from('一\n\n二\r\n三'))).toEqual(['一', '', '二', '三']);
    expect(await linesIn(Buffer.from('一\n'))).toEqual(['一']);
    expect(await linesIn(Buffer.from(''))).toEqual([]);
  });

  it('breaks at nothing but line feeds', async () => {
    expect(await linesIn(Buffer.from('a\rb\u2028c\u2029d\u0085e\n'))).toEqual(['a\rb\u2028c\u2029d\u0085e']);
  });

  it('puts characters and line ends together that arrive in pieces', async () => {
    const bytes = Buffer.from('海寧\r\n平湖\n');
    expect(await linesIn(...Array.from(bytes, (byte) => Buffer.of(byte)))).toEqual(['海寧', '平湖']);
  });

  it('replaces what is not UTF-8 instead of failing', async () => {
    expect(await linesIn(Buffer.from([0xe6, 0xb5, 0x0a, 0x61]))).toEqual(['\ufffd', 'a']);
  });

  it('gives a line as soon as it has arrived', async () => {
    const input = new PassThrough();
    const lines = linesOf(input);
    input.write('一\n二');
    expect(await lines.next()).toEqual({ done: false, value: '一' });
    input.end();
    expect(await lines.next()).toEqual({ done: false, value: '二' });
  });
});

describe('write', () => {
  it('waits until a slower reader has caught up', async () => {
    let release: (() => void) | undefined;
    const slow = new Writable({
      highWaterMark: 1,
      write: (_chunk, _encoding, done) => {
        release = done;
      },
    });
    let isWritten = false;
    const writing = write(slow, '海寧').then(() => {
      isWritten = true;
    });
    await new Promise(setImmediate);
    expect(isWritten).toBe(false);
    release?.();
    await writing;
    expect(isWritten).toBe(true);
  });
});

import { afterEach, describe, expect, it } from 'vitest';

import { createWorkshop, type Workshop } from '../../src/import/index.ts';
import { Refusal } from '../../src/import/reading.ts';
import { bytesOf, PUBLISHED } from './fixtures.ts';
import { threadOf } from './threads.ts';

const text = (content: string) => ({ format: 'text', bytes: new TextEncoder().encode(content) }) as const;

let workshop: Workshop | undefined;
afterEach(() => workshop?.close());

describe('a workshop', () => {
  it('reads files of every format in a thread of its own', async () => {
    workshop = createWorkshop();
    for (const format of ['html', 'pdf', 'docx'] as const) {
      const reading = await workshop.read({
        format,
        bytes: bytesOf(`${PUBLISHED}/water-outage-haining.${format}`),
      });
      expect(reading.lines).toContain('24小时供水服务热线：0573-87290000');
    }
  });

  it('passes on why a file is refused, and reads the next', async () => {
    workshop = createWorkshop();
    await expect(workshop.read({ format: 'docx', bytes: Uint8Array.of(1) })).rejects.toThrow(
      /broken DOCX file/u,
    );
    expect((await workshop.read(text('甲\n乙'))).lines).toEqual(['甲', '乙']);
  });

  /** Does what it is told first, and reads all that comes later. */
  const trouble = (body: string) =>
    threadOf(`
      const content = new TextDecoder().decode(order.bytes);
      if (content === 'trouble') { ${body} }
      parentPort.postMessage({ reading: { lines: [content], fields: {}, warnings: [] } });
    `);

  it.each([
    ['never ends', 'for (;;);', /it took more than 4 seconds\); save it again in another format/u],
    ['waits for ever', 'await new Promise(() => undefined);', /it took more than 4 seconds/u],
    [
      'fills the memory',
      'const all = []; for (;;) all.push(new Array(100_000).fill(0).map(String));',
      /it needs too much memory/u,
    ],
    ['throws', "throw new RangeError('its text');", /cannot be read as text \(RangeError\)/u],
    ['ends the thread', 'process.exit(0);', /its reader has ended/u],
  ])('gives a file up that %s, and reads the next in a new thread', async (_, body, reason) => {
    workshop = createWorkshop({ thread: trouble(body), timeLimit: 4000, memoryLimit: 50 });
    const outcome: unknown = await workshop.read(text('trouble')).catch((error: unknown) => error);
    expect(outcome).toBeInstanceOf(Refusal);
    expect((outcome as Refusal).message).toMatch(reason);
    expect((await workshop.read(text('next'))).lines).toEqual(['next']);
  });

  it('reads on where a library leaves a promise rejected', async () => {
    const thread = new URL('../../src/import/workshop-thread.ts', import.meta.url);
    workshop = createWorkshop({
      timeLimit: 4000,
      thread: threadOf(`
        if (globalThis.reader === undefined) {
          globalThis.reader = true;
          await import(${JSON.stringify(thread.href)});
          parentPort.emit('message', order);
        }
        void Promise.reject(new Error('of a library'));
      `),
    });
    for (const content of ['甲', '乙', '丙'])
      expect((await workshop.read(text(content))).lines).toEqual([content]);
  });

  it('starts a new thread where one has ended between two files', async () => {
    workshop = createWorkshop({
      timeLimit: 4000,
      thread: threadOf(`
        parentPort.postMessage({ reading: { lines: ['read'], fields: {}, warnings: [] } });
        setTimeout(() => { throw new Error('late'); }, 20);
      `),
    });
    expect((await workshop.read(text(''))).lines).toEqual(['read']);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect((await workshop.read(text(''))).lines).toEqual(['read']);
  });

  it('tells its thread nothing of the environment', async () => {
    process.env['BOT_TOKEN_OF_THIS_TEST'] = 'secret';
    const thread = threadOf(`
      parentPort.postMessage({ reading: { lines: Object.keys(process.env), fields: {}, warnings: [] } });
    `);
    workshop = createWorkshop({ thread });
    expect((await workshop.read(text(''))).lines).not.toContain('BOT_TOKEN_OF_THIS_TEST');
    delete process.env['BOT_TOKEN_OF_THIS_TEST'];
  });
});

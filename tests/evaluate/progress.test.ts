import { describe, expect, it } from 'vitest';

import { withProgress } from '../../src/cli/evaluate/progress.ts';

function output(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, written, write: (text: string) => written.push(text) };
}

describe('progress', () => {
  const items = Array.from({ length: 120 }, (_, i) => i);

  it('counts on one line of a terminal and leaves it empty', () => {
    const terminal = output(true);
    expect([...withProgress(items, 'asked', terminal)]).toEqual(items);
    expect(terminal.written.map((text) => text.replace('\r\u001b[2K', '<'))).toEqual([
      '<asked 0',
      '<asked 50',
      '<asked 100',
      '<',
    ]);
  });

  it('writes nothing where there is no terminal', () => {
    const file = output(false);
    expect([...withProgress(items, 'asked', file)]).toEqual(items);
    expect(file.written).toEqual([]);
  });
});

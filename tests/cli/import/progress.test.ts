import { expect, it } from 'vitest';

import { createProgress } from '../../../src/cli/import/progress.ts';

function output(isTTY: boolean) {
  const written: string[] = [];
  return { written, isTTY, write: (text: string) => written.push(text) };
}

it('shows how far the import has come on one line of a terminal, and makes room for what is printed', () => {
  const terminal = output(true);
  const progress = createProgress(12, terminal);
  progress.show(3);
  progress.clear();
  expect(terminal.written).toEqual(['\r\u001b[2Kimporting 3 of 12', '\r\u001b[2K']);
});

it('writes nothing to what is no terminal', () => {
  const file = output(false);
  const progress = createProgress(12, file);
  progress.show(3);
  progress.clear();
  expect(file.written).toEqual([]);
});

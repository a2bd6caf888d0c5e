/** Where progress is shown: standard error, or a stand-in for it. */
export interface ProgressOutput {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Shows how far the import has come on one line of a terminal. */
export interface Progress {
  /** @param done how many files are done */
  show(done: number): void;
  /** Makes room for what is printed. */
  clear(): void;
}

const ERASE_LINE = '\r\u001b[2K';

/** Progress over `total` files. Nothing is written to what is no terminal. */
export function createProgress(total: number, output: ProgressOutput): Progress {
  if (output.isTTY !== true) return { show: () => undefined, clear: () => undefined };
  return {
    show: (done) => output.write(`${ERASE_LINE}importing ${done} of ${total}`),
    clear: () => output.write(ERASE_LINE),
  };
}

/** Where progress is shown: standard error, or a stand-in for it. */
export interface ProgressOutput {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** How many outcomes go by between two updates of the line. */
const STEP = 50;
const ERASE_LINE = '\r\u001b[2K';

/** Passes `items` on, and counts them on one line of a terminal; writes nothing to what is none. */
export function* withProgress<T>(
  items: Iterable<T>,
  label: string,
  output: ProgressOutput,
): Generator<T, void> {
  let count = 0;
  for (const item of items) {
    if (output.isTTY === true && count % STEP === 0) output.write(`${ERASE_LINE}${label} ${count}`);
    count++;
    yield item;
  }
  if (output.isTTY === true) output.write(ERASE_LINE);
}

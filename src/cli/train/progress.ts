/** Where progress is shown: standard error, or a stand-in for it. */
export interface ProgressOutput {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const ERASE_LINE = '\r\u001b[2K';

/**
 * Shows the stage that a long command is in: with its per cent on one line of a terminal, and elsewhere with one
 * line when a stage begins.
 */
export function createStages(output: ProgressOutput): {
  show(stage: string, fraction: number): void;
  clear(): void;
} {
  let last = '';
  return {
    show(stage, fraction) {
      const text = output.isTTY === true ? `${stage} ${Math.floor(fraction * 100)} %` : stage;
      if (text === last) return;
      last = text;
      output.write(output.isTTY === true ? `${ERASE_LINE}${text}` : `${text}\n`);
    },
    clear() {
      if (output.isTTY === true) output.write(ERASE_LINE);
    },
  };
}

import { parseArgs } from 'node:util';

export const USAGE = `Usage: npm run explain -- [--data DIR] [--features N] QUESTION

Prints the sentence that the trained ranker puts first for QUESTION, and what each feature of it did to the scores:
of the sentence, of its passage, and of there being an answer at all. A strategy that knows exactly what was asked
may still answer with another sentence.

  --data DIR      the folder of the notices, instead of DATA_DIR
  --features N    how many features of each score are shown, the weightiest first (default: 12)
  --help          print this text
`;

/** How `explain` was called. */
export interface ExplainOptions {
  readonly help: boolean;
  /** Null where DATA_DIR decides. */
  readonly dataDir: string | null;
  readonly features: number;
  readonly question: string;
}

/**
 * Reads the arguments of `explain`. Several words without quotes are one question.
 *
 * @throws Error that says what to write instead
 */
export function parseOptions(args: readonly string[]): ExplainOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      help: { type: 'boolean', default: false },
      data: { type: 'string' },
      features: { type: 'string', default: '12' },
    },
  });
  const features = Number(values.features);
  if (!/^\d+$/u.test(values.features) || features < 1) {
    throw new Error(`--features ${values.features}: write a whole number from 1 on`);
  }
  const question = positionals.join(' ');
  if (question.trim() === '' && !values.help) throw new Error('There is no question.');
  return { help: values.help, dataDir: values.data ?? null, features, question };
}

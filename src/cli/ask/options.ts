import { parseArgs } from 'node:util';

/** Exit code of a command that was called wrongly: EX_USAGE of BSD's sysexits.h. */
export const EX_USAGE = 64;

export const USAGE = `Usage: npm run ask -- [--data DIR] [--json | --jsonl] [--proof] [QUESTION]

Answers QUESTION from the notices, or every line of standard input where there is none.

  --data DIR  the folder of the notices, instead of DATA_DIR
  --json      print a JSON object for a reader
  --jsonl     print a JSON object a line, for a program; blank lines are answered too
  --proof     show where each quoted sentence stands in the file as published
  --help      print this text

Through npm, add --silent before "ask" to keep npm's own lines out of the output.
`;

/** How `ask` was called. */
export interface AskOptions {
  /** Null where DATA_DIR decides. */
  readonly dataDir: string | null;
  readonly format: 'text' | 'json' | 'jsonl';
  readonly proof: boolean;
  readonly help: boolean;
  /** Null where the questions come from standard input. */
  readonly question: string | null;
}

/** The command was called wrongly. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * Reads the arguments of `ask`. Several words without quotes are one question.
 *
 * @param args without the programs' names
 * @throws UsageError
 */
export function parseOptions(args: readonly string[]): AskOptions {
  const { values, positionals } = parse(args);
  if (values.json && values.jsonl) throw new UsageError('--json and --jsonl exclude each other');
  return {
    dataDir: values.data ?? null,
    format: values.jsonl ? 'jsonl' : values.json ? 'json' : 'text',
    proof: values.proof,
    help: values.help,
    question: positionals.length === 0 ? null : positionals.join(' '),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        data: { type: 'string' },
        json: { type: 'boolean', default: false },
        jsonl: { type: 'boolean', default: false },
        proof: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

import { parseArgs } from 'node:util';

/** Exit code of a command that was called wrongly: EX_USAGE of BSD's sysexits.h. */
export const EX_USAGE = 64;

export const USAGE = `Usage: npm run import -- [--to DIR] [--force] [--dry-run] FILE|FOLDER…

Makes notice files of documents as they were published: text, Markdown, saved web pages, PDF with a text
layer, and DOCX. A folder is searched with all the folders in it. Nothing is fetched from the network.

  --to DIR   the folder of the notices, instead of DATA_DIR
  --force    replace notices that are there already and differ
  --dry-run  show what would be imported, and write nothing
  --help     print this text

Ends with 1 when a file was refused, with 64 when it was called wrongly. The others are imported all the same.
`;

/** How `import` was called. */
export interface ImportCommandOptions {
  /** Null where DATA_DIR decides. */
  readonly to: string | null;
  readonly force: boolean;
  readonly dryRun: boolean;
  readonly help: boolean;
  /** Files and folders; at least one unless help is asked for. */
  readonly paths: readonly string[];
}

/** The command was called wrongly. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * Reads the arguments of `import`.
 *
 * @param args without the programs' names
 * @throws UsageError
 */
export function parseOptions(args: readonly string[]): ImportCommandOptions {
  const { values, positionals } = parse(args);
  const address = positionals.find((path) => /^https?:\/\//iu.test(path));
  if (address !== undefined) {
    throw new UsageError(`${address} is an address; save the page in a browser, and import the file`);
  }
  if (positionals.length === 0 && !values.help) throw new UsageError('There is no file to import.');
  return {
    to: values.to ?? null,
    force: values.force,
    dryRun: values['dry-run'],
    help: values.help,
    paths: positionals,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        to: { type: 'string' },
        force: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

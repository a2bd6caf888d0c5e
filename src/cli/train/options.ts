import { parseArgs } from 'node:util';

export const RANKER_FILE = 'data/ranker.json';

export const USAGE = `Usage: npm run train -- --squad FILE [--squad FILE…] [options]

Trains the sentence ranker on question files in the form of SQuAD, cross-validates it, prints the figures, and
writes it with its provenance. The same files and seed give the same ranker. Two files of 3,000 questions take
about a quarter of an hour. Ends with 64 when it was called wrongly.

  --squad FILE     questions to train on, may be given again
  --out FILE       where the ranker goes (default: ${RANKER_FILE})
  --folds N        cross-validate in N folds by article, or "files" to leave out one file at a time (default: 3)
  --seed N         a whole number (default: 7)
  --questions N    only the first N questions of each file: a trial, which needs --out
  --trees SHARE    of the usual number of trees, above 0 and at most 1; below 1 is a trial too
  --dry-run        print the figures, and write nothing
  --help           print this text
`;

/** How `train` was called. */
export interface TrainCommandOptions {
  readonly help: boolean;
  readonly squad: readonly string[];
  readonly out: string;
  readonly folds: number | 'files';
  readonly seed: number;
  readonly questions: number;
  readonly trees: number;
  readonly dryRun: boolean;
}

/**
 * Reads the arguments of `train`.
 *
 * @throws Error that says what to write instead
 */
export function parseOptions(args: readonly string[]): TrainCommandOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', default: false },
      squad: { type: 'string', multiple: true, default: [] },
      out: { type: 'string', default: RANKER_FILE },
      folds: { type: 'string', default: '3' },
      seed: { type: 'string', default: '7' },
      questions: { type: 'string' },
      trees: { type: 'string', default: '1' },
      'dry-run': { type: 'boolean', default: false },
    },
  });
  const options: TrainCommandOptions = {
    help: values.help,
    squad: values.squad,
    out: values.out,
    folds: values.folds === 'files' ? 'files' : whole('--folds', values.folds, 2, 20),
    seed: whole('--seed', values.seed, 0, 2 ** 31),
    questions:
      values.questions === undefined ? Infinity : whole('--questions', values.questions, 1, 1_000_000),
    trees: share('--trees', values.trees),
    dryRun: values['dry-run'],
  };
  if (!options.help) check(options);
  return options;
}

function check({ squad, folds, out, questions, trees, dryRun }: TrainCommandOptions): void {
  if (squad.length === 0) throw new Error('There is nothing to train on: give --squad FILE');
  if (folds === 'files' && squad.length < 2) {
    throw new Error('--folds files needs two files or more: give --squad again');
  }
  const isTrial = trees < 1 || questions < Infinity;
  if (isTrial && out === RANKER_FILE && !dryRun) {
    throw new Error(`A trial does not replace ${RANKER_FILE}: give --out FILE or --dry-run`);
  }
}

function whole(option: string, value: string, least: number, most: number): number {
  const number = Number(value);
  if (/^\d+$/u.test(value) && number >= least && number <= most) return number;
  throw new Error(`${option} ${value}: write a whole number from ${least} to ${most}`);
}

function share(option: string, value: string): number {
  const number = Number(value);
  if (value.trim() !== '' && number > 0 && number <= 1) return number;
  throw new Error(`${option} ${value}: write a number above 0 and at most 1`);
}

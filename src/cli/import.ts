import { ConfigError, EX_CONFIG, parseConfig } from '../config.ts';
import { createWorkshop, findSources, importNotices, type Outcome } from '../import/index.ts';
import { createSegmenter, type Segmenter } from '../text/segmenter.ts';
import { readEnvironment } from './environment.ts';
import { findingsIn } from './import/findings.ts';
import { EX_USAGE, parseOptions, USAGE, UsageError, type ImportCommandOptions } from './import/options.ts';
import { createProgress } from './import/progress.ts';
import { outcomeView, refusalsView, summaryView } from './import/report.ts';
import { endWithReader, write } from './lines.ts';

const SOME_REFUSED = 1;

try {
  endWithReader(process.stdout);
  await runImport(parseOptions(process.argv.slice(2)));
} catch (error) {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n\n${USAGE}`);
    process.exitCode = EX_USAGE;
  } else if (error instanceof ConfigError) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = EX_CONFIG;
  } else {
    throw error;
  }
}

async function runImport(options: ImportCommandOptions): Promise<void> {
  if (options.help) return write(process.stdout, USAGE);
  const folder = options.to ?? parseConfig(readEnvironment()).dataDir;
  const { sources, passedOver } = await findSources(options.paths);
  const progress = createProgress(sources.length, process.stderr);
  const workshop = createWorkshop();
  const outcomes: Outcome[] = [];
  /** Its dictionary takes two seconds to load: only for what is shown. */
  let segmenter: Segmenter | undefined;
  progress.show(0);
  for await (const outcome of importNotices(sources, { ...options, folder, workshop })) {
    outcomes.push(outcome);
    progress.clear();
    const view = outcomeView(outcome, folder, sources.length, (notice) => {
      segmenter ??= createSegmenter(warn);
      return findingsIn(notice, segmenter);
    });
    await write(process.stdout, view);
    progress.show(outcomes.length);
  }
  progress.clear();
  await workshop.close();
  await write(process.stdout, summaryView(outcomes, passedOver, options.dryRun));
  process.stderr.write(refusalsView(outcomes));
  if (outcomes.some(({ status }) => status === 'refused')) process.exitCode = SOME_REFUSED;
}

function warn(message: string): void {
  process.stderr.write(`${message}\n`);
}

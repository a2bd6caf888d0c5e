import { readFile } from 'node:fs/promises';

import { createPassageIndex } from '../answer/passage-index.ts';
import { parseQuestion } from '../answer/question/question.ts';
import type { RankerData } from '../answer/ranking/ranker.ts';
import { ConfigError, EX_CONFIG, parseConfig } from '../config.ts';
import { createLexicon } from '../lexicon/lexicon.ts';
import { loadNotices } from '../notice/load.ts';
import { createSegmenter } from '../text/segmenter.ts';
import { explain } from '../train/explain.ts';
import { readEnvironment } from './environment.ts';
import { parseOptions, USAGE, type ExplainOptions } from './explain/options.ts';
import { explanationView } from './explain/view.ts';
import { endWithReader, write } from './lines.ts';

/** EX_USAGE of sysexits.h. */
const WRONG_USAGE = 64;
const RANKER = new URL('../../data/ranker.json', import.meta.url);

endWithReader(process.stdout);
const options = readOptions(process.argv.slice(2));
if (options !== undefined) await run(options);

function readOptions(args: readonly string[]): ExplainOptions | undefined {
  try {
    return parseOptions(args);
  } catch (error) {
    warn(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    process.exitCode = WRONG_USAGE;
    return undefined;
  }
}

async function run({ help, dataDir, question, features }: ExplainOptions): Promise<void> {
  if (help) return write(process.stdout, USAGE);
  try {
    const folder = dataDir ?? parseConfig(readEnvironment()).dataDir;
    await write(process.stdout, await explained(folder, question, features));
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    warn(error.message);
    process.exitCode = EX_CONFIG;
  }
}

/** @throws ConfigError when the folder holds no notice */
async function explained(folder: string, asked: string, features: number): Promise<string> {
  const { notices } = await loadNotices(folder).catch((error: unknown) => {
    throw new ConfigError(
      `The folder of the notices, ${folder}, cannot be read; set --data to one that can.`,
      {
        cause: error,
      },
    );
  });
  if (notices.length === 0)
    throw new ConfigError(`${folder} holds no notice; set --data to a folder that does.`);
  const data = JSON.parse(await readFile(RANKER, 'utf8')) as RankerData;
  const lexicon = createLexicon(notices, createSegmenter(warn));
  const index = createPassageIndex(lexicon.sentences);
  const explanation = explain(parseQuestion(asked, lexicon), lexicon, index, data);
  return explanation === undefined
    ? 'No passage has a word of the question.\n'
    : explanationView(explanation, features);
}

function warn(message: string): void {
  process.stderr.write(`${message}\n`);
}

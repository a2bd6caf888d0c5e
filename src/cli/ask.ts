import type { Answerer, Reply } from '../answer/index.ts';
import { ConfigError, EX_CONFIG, parseConfig } from '../config.ts';
import { jsonLine, replyJson } from './ask/json.ts';
import { EX_USAGE, parseOptions, USAGE, UsageError, type AskOptions } from './ask/options.ts';
import { proofsOf, type Proof } from './ask/proof.ts';
import { readEnvironment } from './environment.ts';
import { endWithReader, linesOf, write } from './lines.ts';
import { openAnswerer } from './open-answerer.ts';

try {
  endWithReader(process.stdout);
  await ask(parseOptions(process.argv.slice(2)));
} catch (error) {
  if (error instanceof UsageError) {
    warn(`${error.message}\n\n${USAGE}`);
    process.exitCode = EX_USAGE;
  } else if (error instanceof ConfigError) {
    warn(error.message);
    process.exitCode = EX_CONFIG;
  } else {
    throw error;
  }
}

async function ask(options: AskOptions): Promise<void> {
  if (options.help) return write(process.stdout, USAGE);
  if (options.question === null && process.stdin.isTTY) throw new UsageError('There is no question.');
  const env = readEnvironment();
  const { dataDir, stateDir } =
    options.dataDir === null
      ? parseConfig(env)
      : { ...parseConfig({ STATE_DIR: env['STATE_DIR'] }), dataDir: options.dataDir };
  const { answerer, fileOf } = await openAnswerer(dataDir, stateDir, warn);
  const print = await printer(options.format, answerer, env);
  const questions = options.question === null ? linesOf(process.stdin) : [options.question];
  for await (const question of questions) {
    const reply = answerer.ask(question);
    const proof = options.proof ? proofsOf(reply, fileOf) : null;
    await write(process.stdout, print(question, reply, proof));
  }
}

/** Makes a reply into text of the given format. */
async function printer(
  format: AskOptions['format'],
  answerer: Answerer,
  env: ReturnType<typeof readEnvironment>,
): Promise<(question: string, reply: Reply, proof: readonly Proof[] | null) => string> {
  if (format === 'jsonl') return (...reply) => `${jsonLine(replyJson(...reply))}\n`;
  if (format === 'json') return (...reply) => `${JSON.stringify(replyJson(...reply), null, 2)}\n`;
  // Only readers need the messages; programs shall not wait for them to load.
  const { createTextPrinter } = await import('./ask/text.ts');
  return createTextPrinter(answerer, env, process.stdout);
}

function warn(message: string): void {
  process.stderr.write(`${message}\n`);
}

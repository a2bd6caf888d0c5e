import { answerLines, chat } from './cli/chat.ts';
import { readEnvironment } from './cli/environment.ts';
import { endWithReader } from './cli/lines.ts';
import { openAnswerer } from './cli/open-answerer.ts';
import { localeOfTerminal } from './cli/terminal.ts';
import { ConfigError, EX_CONFIG, parseConfig, type Config, type TerminalConfig } from './config.ts';
import { t, type Locale } from './locales/index.ts';

/** How long the update in hand may take when the bot is told to stop. */
const GRACE_MS = 10_000;

try {
  const env = readEnvironment();
  await start(parseConfig(env), localeOfTerminal(env));
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  say(error.message);
  process.exitCode = EX_CONFIG;
}

async function start(config: Config, device: Locale): Promise<void> {
  if (config.mode === 'terminal') return startTerminal(config, device);
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stop.abort();
      setTimeout(() => process.exit(), GRACE_MS).unref();
    });
  }
  const { answerer, collection } = await openAnswerer(config.dataDir, config.stateDir, say);
  // The terminal does not wait for Telegram's libraries to load.
  const { runBot } = await import('./run-bot.ts');
  await runBot(config, answerer, stop.signal, collection);
}

async function startTerminal({ dataDir, stateDir }: TerminalConfig, device: Locale): Promise<void> {
  const { stdin, stdout } = process;
  endWithReader(stdout);
  say(t(device, 'terminal-no-token'));
  const { answerer } = await openAnswerer(dataDir, stateDir, say);
  const talk = stdin.isTTY && stdout.isTTY ? chat : answerLines;
  await talk(answerer, stdin, stdout, device);
}

/** Standard output is for answers and for the log. */
function say(message: string): void {
  process.stderr.write(`${message}\n`);
}

import { spawn, type ChildProcess } from 'node:child_process';

/** A bot that runs as a process of its own. */
export interface BotProcess {
  /** What it has logged. */
  readonly output: () => string;
  /** Resolves when it has said that it runs; rejects when it ends before. */
  readonly running: Promise<void>;
  /** Sends a signal, and resolves with the exit code when the process has ended. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
}

/**
 * Starts a script as `npm start` starts the bot.
 *
 * @param env what it finds in its environment, besides PATH and the like
 * @param script the bot's own, or one that prints "running" too
 */
export function startBot(env: Readonly<Record<string, string>>, script = 'src/index.ts'): BotProcess {
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', script], {
    env: { ...process.env, WEBHOOK_URL: '', REDIS_URL: '', PORT: '', DATA_DIR: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const running = new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('running')) resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    void ended.then((code) => {
      reject(new Error(`the bot has ended with ${code}: ${output}`));
    });
  });
  running.catch(() => undefined);
  return {
    output: () => output,
    running,
    end(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

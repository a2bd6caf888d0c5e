import { spawn } from 'node:child_process';

/** What a process printed, and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  /** Without the warning that there is no jieba: the tests hold where there is none. */
  readonly stderr: string;
}

const WITHOUT_JIEBA = /^nodejieba cannot be loaded.*\n/mu;

/** Variables that no developer's own `.env` may set in a test; an empty one counts as not set. */
const UNSET = {
  BOT_TOKEN: '',
  TELEGRAM_API_ROOT: '',
  WEBHOOK_URL: '',
  REDIS_URL: '',
  DATA_DIR: '',
  LC_ALL: 'C.UTF-8',
};

/**
 * Runs a file of src as npm does.
 *
 * @param options.input what it reads on standard input
 * @param options.stopAfter when to send SIGTERM, for what does not end by itself
 */
export function run(
  file: string,
  options: {
    readonly args?: readonly string[];
    readonly env?: Readonly<Record<string, string>>;
    readonly input?: string;
    readonly stopAfter?: Promise<unknown>;
  } = {},
): Promise<Ended> {
  const { args = [], env = {}, input = '', stopAfter } = options;
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], {
    env: { ...process.env, ...UNSET, ...env },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  // A process that does not read its input may have ended before all of it was written.
  child.stdin.on('error', () => undefined).end(input);
  void stopAfter?.finally(() => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (code) => {
      resolve({ code, stdout, stderr: stderr.replace(WITHOUT_JIEBA, '') });
    });
  });
}

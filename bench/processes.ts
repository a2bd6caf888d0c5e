import { spawn } from 'node:child_process';

/**
 * How long it takes from the start of a Node process to its first line on standard output, in milliseconds.
 *
 * @param args of `node`
 * @param input what the process reads on standard input
 * @throws Error when it prints no line
 */
export function timeToFirstLine(args: readonly string[], input: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    let duration: number | undefined;
    child.stdout.once('data', () => (duration = performance.now() - start)).resume();
    child.stdin.end(input);
    child.on('error', reject).on('close', (code) => {
      if (duration === undefined)
        reject(new Error(`node ${args.join(' ')} ended with ${code} and printed nothing`));
      else resolve(duration);
    });
  });
}

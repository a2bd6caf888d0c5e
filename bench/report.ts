/** Prints a figure. */
export function report(what: string, figure: string): void {
  progress('');
  console.log(`${what.padEnd(42)} ${figure}`);
}

/** Shows on a terminal what is being done; an empty string clears it. */
export function progress(what: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${what}`);
}

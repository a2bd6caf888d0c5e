import type { Screen } from './chat/paint.ts';

/** What `output` can show: plain, unbroken lines where it is not a terminal, and colour unless NO_COLOR is set. */
export function screenOf(output: NodeJS.WriteStream): Screen {
  return output.isTTY
    ? { columns: output.columns, colour: output.hasColors() }
    : { columns: Infinity, colour: false };
}

/** The language that the terminal is set to, as POSIX orders its variables. */
export function languageOf(env: Readonly<Record<string, string | undefined>>): string | undefined {
  return [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find(
    (value) => value !== undefined && value !== '',
  );
}

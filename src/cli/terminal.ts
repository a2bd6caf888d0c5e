import { localeOfLanguage, type Locale } from '../locales/index.ts';
import type { Screen } from './chat/paint.ts';

/** What `output` can show: plain, unbroken lines where it is not a terminal, and colour unless NO_COLOR is set. */
export function screenOf(output: NodeJS.WriteStream): Screen {
  return output.isTTY
    ? { columns: output.columns, colour: output.hasColors() }
    : { columns: Infinity, colour: false };
}

/** The language that the terminal is set to, by the variables that POSIX has for it. */
export function localeOfTerminal(env: Readonly<Record<string, string | undefined>>): Locale {
  const set = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => Boolean(value));
  return localeOfLanguage(set);
}

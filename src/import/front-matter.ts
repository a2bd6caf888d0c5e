import { parse, stringify } from 'yaml';

import type { Fields } from './reading.ts';

const HEAD = /^\ufeff?---[ \t]*\r?\n(?<yaml>[^]*?)\r?\n---[ \t]*(?:\r?\n|$)/u;

/** A file's front matter and the text behind it. */
export interface Parted {
  readonly fields: Fields;
  /** The entries that are no fields. */
  readonly further: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** Parts the front matter from a text. A head that is not YAML belongs to the text. */
export function partFrontMatter(text: string): Parted {
  const head = HEAD.exec(text);
  const values = head === null ? undefined : readMap(head.groups?.['yaml'] ?? '');
  if (head === null || values === undefined) return { fields: {}, further: {}, body: text };
  const fields: Record<string, string> = {};
  const further: Record<string, unknown> = {};
  for (const [name, value] of values) {
    const isField = NAMES.has(name) && (typeof value === 'string' || typeof value === 'number');
    if (!isField) further[name] = value;
    else if (String(value).trim() !== '') fields[name] = String(value).trim();
  }
  return { fields, further, body: text.slice(head[0].length) };
}

const NAMES = new Set<string>(['title', 'date', 'issuer', 'url', 'number'] satisfies (keyof Fields)[]);

function readMap(source: string): [string, unknown][] | undefined {
  try {
    // A few aliases are enough for any front matter; thousands that hold each other would fill the memory.
    const value: unknown = parse(source, { maxAliasCount: 10 });
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Front matter with the given entries, in their order; empty ones are left out. */
export function frontMatter(entries: Readonly<Record<string, unknown>>): string {
  const filled = Object.entries(entries).filter(([, value]) => value !== undefined && value !== null);
  return `---\n${stringify(Object.fromEntries(filled), { lineWidth: 0 })}---\n`;
}

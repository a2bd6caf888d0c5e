import { readdir } from 'node:fs/promises';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { progress } from '../report.ts';
import type { AskFigures, SearchFigures } from './one-size.ts';

const SIZES = [1000, 5000, 10_000, 20_000, 50_000];
/** Sets that are part of the project. */
const OWN_SETS = 'tests/fixtures/squad';
const GOAL_MS = 25;
const GOAL_LOSS = 0.005;
const HEAP_MEGABYTES = 8192;

interface Figures {
  readonly size: number;
  readonly search: SearchFigures;
  readonly ask: AskFigures;
}

/**
 * Measures search and answerer on collections of growing size, and prints a table.
 *
 * @param files question sets that the collections are made from; those of the project where there are none
 * @param sizes numbers of passages
 * @returns whether the largest collection is searched and asked as fast as it should be, and as well
 */
export async function measureScale(files: readonly string[], sizes = SIZES): Promise<boolean> {
  const sets =
    files.length > 0 ? files : (await readdir(OWN_SETS)).sort().map((name) => join(OWN_SETS, name));
  console.log(`Collections made from ${sets.join(' and ')}. Times are of the processor.\n`);
  console.log(row(COLUMNS.map(([name]) => name)));
  const measured: Figures[] = [];
  for (const size of sizes) {
    progress(`${size} passages: the search`);
    const search = (await measureOne('search', size, sets)) as SearchFigures;
    progress(`${size} passages: the answerer`);
    const ask = (await measureOne('ask', size, sets)) as AskFigures;
    progress('');
    const figures = { size, search, ask };
    measured.push(figures);
    console.log(row(COLUMNS.map(([, of]) => of(figures))));
  }
  const last = measured.at(-1);
  if (last === undefined) return true;
  const loss = last.search.full.firstIsGold - last.search.full.chosenFirstIsGold;
  console.log(
    `\nGoals at ${last.size} passages: p99 ≤ ${GOAL_MS} ms (search ${last.search.chosen.p99.toFixed(1)}, whole answer ` +
      `${last.ask.p99.toFixed(1)}), R@1 lost ≤ ${GOAL_LOSS} (${loss.toFixed(3)})`,
  );
  return last.search.chosen.p99 <= GOAL_MS && last.ask.p99 <= GOAL_MS && loss <= GOAL_LOSS;
}

const COLUMNS: readonly (readonly [name: string, of: (figures: Figures) => string])[] = [
  ['passages', ({ size }) => String(size)],
  ['built a second', ({ size, ask }) => (size / ask.buildSeconds).toFixed(0)],
  ['of which index', ({ size, search }) => (size / search.indexSeconds).toFixed(0)],
  ['saved', ({ ask }) => `${ask.saved.megabytes.toFixed(0)} MB`],
  ['built / loaded', ({ ask }) => `${ask.buildSeconds.toFixed(1)} / ${ask.saved.loadSeconds.toFixed(1)} s`],
  ['heap', ({ ask }) => `${ask.megabytes.toFixed(0)} MB`],
  ['search p50/p95/p99 ms', ({ search }) => times(search.chosen)],
  ['every term', ({ search }) => times(search.full)],
  ['R@1', ({ search }) => search.full.chosenFirstIsGold.toFixed(3)],
  ['every term', ({ search }) => search.full.firstIsGold.toFixed(3)],
  ['answer p50/p95/p99 ms', ({ ask }) => times(ask)],
  ['R@1', ({ ask }) => ask.firstIsGold.toFixed(3)],
];

function times({ p50, p95, p99 }: { p50: number; p95: number; p99: number }): string {
  return [p50, p95, p99].map((time) => time.toFixed(1)).join(' / ');
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

async function measureOne(what: 'search' | 'ask', size: number, sets: readonly string[]): Promise<unknown> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--expose-gc',
    `--max-old-space-size=${HEAP_MEGABYTES}`,
    '--import',
    'tsx',
    'bench/scale/one-size.ts',
    what,
    String(size),
    ...sets,
  ]);
  return JSON.parse(stdout);
}

import { readFileSync } from 'node:fs';

import { createRanker, type Ranker, type RankerData } from './ranker.ts';

let shared: Ranker | undefined;

/**
 * The ranker of data/ranker.json, which `npm run train` writes. Read once.
 *
 * @throws Error when the file was trained on other features than the code has
 */
export function loadRanker(): Ranker {
  shared ??= createRanker(
    JSON.parse(readFileSync(new URL('../../../data/ranker.json', import.meta.url), 'utf8')) as RankerData,
  );
  return shared;
}

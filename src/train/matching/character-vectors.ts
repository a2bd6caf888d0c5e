import { readFileSync } from 'node:fs';

import { DIMENSIONS } from '../../answer/matching/network.ts';

/**
 * Numbers that stand for what characters mean, from data/training/character-vectors.txt: of length 1, and near one
 * another for characters of like meanings.
 *
 * @throws Error when the file was made for another network than the code has
 */
export function readCharacterVectors(): ReadonlyMap<string, Float64Array> {
  const file = new URL('../../../data/training/character-vectors.txt', import.meta.url);
  return parseCharacterVectors(readFileSync(file, 'utf8'));
}

/** @param lines a character and its numbers each, with spaces between */
export function parseCharacterVectors(lines: string): ReadonlyMap<string, Float64Array> {
  return new Map(
    lines
      .trimEnd()
      .split('\n')
      .map((line) => {
        const [character = '', ...texts] = line.split(' ');
        const values = Float64Array.from(texts, Number);
        const length = Math.hypot(...values);
        if (values.length !== DIMENSIONS || !(length > 0)) {
          throw new Error(
            `"${character}" has not ${DIMENSIONS} numbers; run scripts/make-character-vectors.ts again`,
          );
        }
        return [character, values.map((value) => value / length)];
      }),
  );
}

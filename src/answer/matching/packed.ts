import { SHAPES, type WeightName, type Weights } from './network.ts';

/** Weights as `data/matcher.json` has them: whole numbers from -32,767 to 32,767, times `scale`, row by row. */
export type PackedWeights = Readonly<
  Record<WeightName, { readonly scale: number; readonly values: readonly number[] }>
>;

const LARGEST = 32767;
const names = Object.keys(SHAPES) as WeightName[];

export function packWeights(weights: Weights): PackedWeights {
  return mapNames((name) => {
    const values = weights[name];
    const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9);
    const scale = Number((largest / LARGEST).toPrecision(6));
    return { scale, values: Array.from(values, (value) => clamp(Math.round(value / scale))) };
  });
}

/** @throws Error when the numbers are not as many as the network of the code has */
export function unpackWeights(packed: PackedWeights, symbols: number): Weights {
  return mapNames((name) => {
    const [rows, columns] = SHAPES[name];
    const { scale, values } = packed[name];
    const length = (name === 'symbols' ? symbols : rows) * columns;
    if (values.length !== length) {
      throw new Error(
        `the matcher was trained with another network (${name} has ${values.length} numbers instead of ` +
          `${length}); run "npm run train:appraiser" for data/matcher.json`,
      );
    }
    return Float64Array.from(values, (value) => value * scale);
  });
}

function clamp(value: number): number {
  return Math.max(-LARGEST, Math.min(LARGEST, value));
}

function mapNames<T>(of: (name: WeightName) => T): Record<WeightName, T> {
  return Object.fromEntries(names.map((name) => [name, of(name)])) as Record<WeightName, T>;
}

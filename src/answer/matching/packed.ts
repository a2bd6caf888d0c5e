import { SHAPES, type WeightName, type Weights } from './network.ts';

/** Weights as `data/matcher.json` has them: whole numbers of 16 bits, little-endian, in base64, times `scale`. */
export type PackedWeights = Readonly<Record<WeightName, { readonly scale: number; readonly values: string }>>;

const LARGEST = 32767;
const names = Object.keys(SHAPES) as WeightName[];

export function packWeights(weights: Weights): PackedWeights {
  return mapNames((name) => {
    const values = weights[name];
    const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9);
    const scale = Number((largest / LARGEST).toPrecision(6));
    const bytes = Buffer.alloc(values.length * 2);
    values.forEach((value, i) => bytes.writeInt16LE(clamp(Math.round(value / scale)), i * 2));
    return { scale, values: bytes.toString('base64') };
  });
}

/** @throws Error when the numbers are not as many as the network of the code has */
export function unpackWeights(packed: PackedWeights, symbols: number): Weights {
  return mapNames((name) => {
    const [rows, columns] = SHAPES[name];
    const { scale, values } = packed[name];
    const bytes = Buffer.from(values, 'base64');
    const length = (name === 'symbols' ? symbols : rows) * columns;
    if (bytes.length !== length * 2) {
      throw new Error(
        `the matcher was trained with another network (${name} has ${bytes.length / 2} numbers instead of ` +
          `${length}); run "npm run train:appraiser" for data/matcher.json`,
      );
    }
    return Float64Array.from({ length }, (_, i) => bytes.readInt16LE(i * 2) * scale);
  });
}

function clamp(value: number): number {
  return Math.max(-LARGEST, Math.min(LARGEST, value));
}

function mapNames<T>(of: (name: WeightName) => T): Record<WeightName, T> {
  return Object.fromEntries(names.map((name) => [name, of(name)])) as Record<WeightName, T>;
}

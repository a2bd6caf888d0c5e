/** Keeps JSON values by their keys, in the shape that grammY's plugins expect of a storage adapter. */
export interface Storage<T> {
  read(key: string): Promise<T | undefined>;
  write(key: string, value: T): Promise<void>;
  delete(key: string): Promise<void>;
}

/** Marks what this program has written, in a form that it understands. */
export const FORMAT = 1;

/** Whether a parsed value is marked so. */
export function isOfFormat(made: unknown): made is object {
  return typeof made === 'object' && made !== null && 'format' in made && made.format === FORMAT;
}

/** What is stored of a value: JSON that tells it from whatever else may lie in its place. */
export function pack(value: unknown): string {
  return JSON.stringify({ format: FORMAT, value });
}

/** @returns the value, or undefined for what {@link pack} has not made */
export function unpack(json: string): { readonly value: unknown } | undefined {
  try {
    const packed: unknown = JSON.parse(json);
    return isOfFormat(packed) && 'value' in packed ? packed : undefined;
  } catch {
    return undefined;
  }
}

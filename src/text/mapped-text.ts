import type { Range } from './range.ts';

/** One change to a text: the code units of `range` are replaced by `replacement`. */
export interface Edit extends Range {
  readonly replacement: string;
}

/**
 * A text made from another by edits, which remembers for every code unit of it where it came from.
 *
 * `starts[i]` and `ends[i]` bound the code units of the original that became code unit `i`. Both have the
 * length of `text` and never decrease.
 */
export interface MappedText {
  readonly text: string;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** `original` before any edit: every code unit maps to itself. */
export function identity(original: string): MappedText {
  return {
    text: original,
    starts: Uint32Array.from({ length: original.length }, (_, i) => i),
    ends: Uint32Array.from({ length: original.length }, (_, i) => i + 1),
  };
}

/**
 * Applies edits to a mapped text. Every code unit of a replacement maps to all that its edit replaced.
 *
 * @param edits ranges of `source.text`, in order and without overlap
 * @throws RangeError when they are out of order, overlap or leave the text
 */
export function applyEdits(source: MappedText, edits: readonly Edit[]): MappedText {
  const pieces: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const keep = (from: number, to: number) => {
    pieces.push(source.text.slice(from, to));
    for (let i = from; i < to; i++) {
      starts.push(source.starts[i] ?? 0);
      ends.push(source.ends[i] ?? 0);
    }
  };

  let position = 0;
  for (const { start, end, replacement } of edits) {
    if (start < position || end <= start || end > source.text.length) {
      throw new RangeError(`edit ${start}–${end} is out of order or out of the text`);
    }
    keep(position, start);
    pieces.push(replacement);
    starts.push(...Array<number>(replacement.length).fill(source.starts[start] ?? 0));
    ends.push(...Array<number>(replacement.length).fill(source.ends[end - 1] ?? 0));
    position = end;
  }
  keep(position, source.text.length);
  return { text: pieces.join(''), starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
}

/** The range of the original that became `range` of the mapped text. */
export function originOf(mapped: MappedText, range: Range): Range {
  if (range.end <= range.start) {
    const at = mapped.starts[range.start] ?? mapped.ends.at(-1) ?? 0;
    return { start: at, end: at };
  }
  return { start: mapped.starts[range.start] ?? 0, end: mapped.ends[range.end - 1] ?? 0 };
}

/** A half-open range of UTF-16 code units: `start` is in it, `end` is the first that is not. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The part of `text` that lies in `range`. */
export function slice(text: string, range: Range): string {
  return text.slice(range.start, range.end);
}

/** Whether `inner` lies wholly in `outer`. */
export function contains(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether two ranges share a code unit. */
export function overlap(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}

/** `range` without the white space at its two ends; empty when it holds nothing else. */
export function trimRange(text: string, range: Range): Range {
  const content = slice(text, range);
  const start = range.start + content.length - content.trimStart().length;
  return { start, end: Math.max(start, range.start + content.trimEnd().length) };
}

/** The pairs of neighbouring characters of a text, in order; none of a text of one. */
export function pairsOf(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2));
}

/** The share of a text's characters that stand in `other` as part of a pair, from 0 to 1. */
export function pairedIn(other: string, text: string): number {
  const found = new Set<number>();
  pairsOf(text).forEach((pair, at) => {
    if (other.includes(pair)) found.add(at).add(at + 1);
  });
  return text === '' ? 0 : found.size / text.length;
}

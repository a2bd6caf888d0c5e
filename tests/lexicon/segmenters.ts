import { createIntlSegmenter, createJiebaSegmenter, type Segmenter } from '../../src/text/segmenter.ts';

/** Jieba, or undefined where it is not installed: it is an optional dependency. It takes two seconds to load. */
export function jiebaOrNone(): Segmenter | undefined {
  try {
    return createJiebaSegmenter();
  } catch {
    return undefined;
  }
}

/** The segmenters that there are on this machine, for describe.each. */
export function segmenters(): Segmenter[] {
  return [jiebaOrNone(), createIntlSegmenter()].filter((segmenter) => segmenter !== undefined);
}

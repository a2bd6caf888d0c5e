import { createAnswerer, type Answerer } from '../../src/answer/index.ts';
import { loadNotices } from '../../src/notice/load.ts';
import { createIntlSegmenter } from '../../src/text/segmenter.ts';

/** An answerer over the first notice that does without jieba, which would take two seconds to load. */
export async function quickAnswerer(): Promise<Answerer> {
  const { notices } = await loadNotices('data/notices');
  return createAnswerer({ notices, segmenter: createIntlSegmenter() });
}

import { createAnswerer, type Answerer } from '../../src/answer/index.ts';
import { loadNotices } from '../../src/notice/load.ts';
import { parseNotice } from '../../src/notice/parse.ts';
import type { Notice } from '../../src/notice/notice.ts';
import { createSegmenter } from '../../src/text/segmenter.ts';

let first: Promise<Answerer> | undefined;

/** An answerer of the notices in data/notices, built once. */
export function firstNoticeAnswerer(): Promise<Answerer> {
  first ??= loadNotices('data/notices').then(({ notices }) => answererOf(...notices));
  return first;
}

export function answererOf(...notices: readonly Notice[]): Answerer {
  return createAnswerer({ notices, segmenter: createSegmenter(() => undefined) });
}

/** A notice from its lines: title, date line, paragraphs. */
export function noticeOf(id: string, ...lines: readonly string[]): Notice {
  const notice = parseNotice(id, lines.join('\n'));
  if (notice === undefined) throw new Error('a notice needs words');
  return notice;
}

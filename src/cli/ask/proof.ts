import type { Quote, Reply } from '../../answer/index.ts';
import { originOf } from '../../text/mapped-text.ts';
import { slice } from '../../text/range.ts';

/** Where a quoted sentence stands in its notice's file, and how it is written there. */
export interface Proof {
  readonly sentence: string;
  readonly file: string;
  /** The range of the file's text, in UTF-16 code units from 0; the one at `end` is not in it. */
  readonly start: number;
  readonly end: number;
  /** The file's own characters in that range, as published. */
  readonly raw: string;
}

/**
 * Proves every sentence that a reply quotes as its answer; an abstention quotes none.
 *
 * @param fileOf the path of the file that holds the notice with this id
 */
export function proofsOf(reply: Reply, fileOf: (noticeId: string) => string): Proof[] {
  return reply.status === 'answered' ? reply.quotes.map((quote) => proofOf(quote, fileOf)) : [];
}

function proofOf({ notice, sentence }: Quote, fileOf: (noticeId: string) => string): Proof {
  const range = originOf(notice.origin, sentence.range);
  return {
    sentence: sentence.text,
    file: fileOf(notice.id),
    start: range.start,
    end: range.end,
    raw: slice(notice.raw, range),
  };
}

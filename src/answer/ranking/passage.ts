import type { Range } from '../../text/range.ts';
import type { Word } from '../../text/segmenter.ts';
import { typedSpans, type SpanKind, type TypedSpan } from './spans.ts';

/** A sentence of a passage, with what does not depend on the question. Positions are the passage's. */
export interface PreparedSentence extends Range {
  readonly words: readonly Word[];
  readonly spans: readonly TypedSpan[];
  readonly counts: Readonly<Record<SpanKind, number>>;
  readonly signs: Readonly<Record<Sign, boolean>>;
  /** Letters and digits in it. */
  readonly length: number;
}

/** A passage made ready to be matched with questions. */
export interface PreparedPassage {
  /** Its folded sentences, one a line. */
  readonly text: string;
  readonly sentences: readonly PreparedSentence[];
  /** Where each word stands. */
  readonly positions: ReadonlyMap<string, readonly number[]>;
  /** The sentence of each position of `text`, -1 between them. */
  readonly sentenceAt: Int16Array;
  /** 1 where a letter or digit stands. */
  readonly isContent: Uint8Array;
}

/** What the wording of a sentence tells. */
export type Sign = keyof typeof SIGNS;

const SIGNS = {
  /** It gives a reason. */
  reason:
    /因为|由于|因此|因而|所以|原因|缘故|导致|使得|致使|以致|为了|以便|基于|鉴于|出于|因|为的是|为免|避免|以免/u,
  /** It says how. */
  manner: /通过|透过|利用|采用|采取|借由|借助|使用|运用|方式|方法|藉|以.{1,12}(?:来|为)/u,
  /** It names or defines. */
  defines:
    /是(?:一|指|由|中|个|位|种|在|日|美|英)|即|指的?是|是为|意为|意思|称为|又称|也称|又名|别称|俗称|简称|名为|叫做|称作|称之|得名|命名|原名|本名|亦称/u,
  /** It goes on about what the sentence before spoke of. */
  continues:
    /^(?:他|她|它|其|该|此|这|本|全|而|并|但|然而|不过|后来|之后|其后|随后|最后|同时|另外|此外|因此|所以)/u,
  /** It says where something is. */
  located: /位于|坐落|地处|座落|处于|分布|出生于|[\p{Script=Han}]人[,，。]|籍|来自/u,
} as const;

const CONTENT = /[\p{L}\p{N}]/u;

/** @param sentences the folded sentences of one passage in order, each with its words */
export function preparePassage(
  sentences: readonly { readonly folded: string; readonly words: readonly Word[] }[],
): PreparedPassage {
  const text = sentences.map(({ folded }) => folded).join('\n');
  const sentenceAt = new Int16Array(text.length).fill(-1);
  const positions = new Map<string, number[]>();
  let start = 0;
  const prepared = sentences.map(({ folded, words }, index) => {
    const end = start + folded.length;
    sentenceAt.fill(index, start, end);
    for (const word of words) {
      const places = positions.get(word.text);
      if (places === undefined) positions.set(word.text, [start + word.start]);
      else places.push(start + word.start);
    }
    const sentence = prepareSentence(folded, words, start);
    start = end + 1;
    return sentence;
  });
  const isContent = Uint8Array.from({ length: text.length }, (_, i) =>
    CONTENT.test(text.charAt(i)) ? 1 : 0,
  );
  return { text, sentences: prepared, positions, sentenceAt, isContent };
}

function prepareSentence(folded: string, words: readonly Word[], start: number): PreparedSentence {
  const spans = typedSpans(folded, words);
  const counts = { person: 0, place: 0, body: 0, date: 0, number: 0, title: 0, latin: 0 };
  for (const { kind } of spans) counts[kind]++;
  const shifted = <T extends Range>(range: T): T => ({
    ...range,
    start: range.start + start,
    end: range.end + start,
  });
  return {
    start,
    end: start + folded.length,
    words: words.map(shifted),
    spans: spans.map(shifted),
    counts,
    signs: {
      reason: SIGNS.reason.test(folded),
      manner: SIGNS.manner.test(folded),
      defines: SIGNS.defines.test(folded),
      continues: SIGNS.continues.test(folded),
      located: SIGNS.located.test(folded),
    },
    length: folded.replace(/[^\p{L}\p{N}]/gu, '').length,
  };
}

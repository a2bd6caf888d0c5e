import type { Abstention, Answer, Answerer, Reply } from '../../src/answer/index.ts';
import type { Sentence } from '../../src/notice/notice.ts';
import type { Notice } from '../../src/notice/notice.ts';
import { parseNotice } from '../../src/notice/parse.ts';

/** A notice of three sentences for tests of the evaluation. */
export const NOTICE: Notice = (() => {
  const notice = parseNotice('spring', '春季公告\n發布日期：2024-03-01\n甲縣種茶。乙縣養蠶。丙縣種稻。');
  if (notice === undefined) throw new Error('the notice for tests has no words');
  return notice;
})();

/** The notice's sentence that begins with `words`. */
export function sentence(words: string): Sentence {
  const found = NOTICE.passages
    .flatMap(({ sentences }) => sentences)
    .find(({ text }) => text.startsWith(words));
  if (found === undefined) throw new Error(`no sentence "${words}"`);
  return found;
}

/** A reply that quotes the sentences that begin so. */
export function answered(shortAnswer: string | null, first: string, ...others: string[]): Answer {
  const quote = (words: string) => ({
    notice: NOTICE,
    passage: NOTICE.passages[0] ?? null,
    sentence: sentence(words),
    highlights: [],
  });
  return {
    status: 'answered',
    understoodAs: '',
    wasResolved: false,
    shortAnswer,
    quotes: [quote(first), ...others.map(quote)],
    confidence: 1,
    alternatives: [],
    earlier: null,
    replacement: null,
    asOf: null,
  };
}

/** A reply that says what is missing. */
export function abstained(...missing: string[]): Abstention {
  return {
    status: 'abstained',
    understoodAs: '',
    wasResolved: false,
    reason: 'no-match',
    known: [],
    missing,
    nearest: null,
    suggestions: [],
    confidence: 0,
    alternatives: [],
  };
}

/** An answerer that knows one county, 甲縣, and replies as `reply` does. */
export function answererThat(reply: (question: string) => Reply): Answerer {
  return {
    notices: [NOTICE],
    counties: [{ id: 'a', name: '甲縣', fullName: '甲县', mentions: [], facts: [] }],
    initiatives: [],
    ask: reply,
    complete: () => undefined,
    findCounty: () => undefined,
    countyById: () => undefined,
    findInitiative: () => undefined,
    initiativeById: () => undefined,
    sentenceById: () => undefined,
  };
}

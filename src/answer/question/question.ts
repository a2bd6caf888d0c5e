import type { Lexicon, Subject } from '../../lexicon/lexicon.ts';
import type { NameMatch } from '../../lexicon/names.ts';
import { overlap, type Range } from '../../text/range.ts';
import { fold } from '../../text/script.ts';
import type { Word } from '../../text/segmenter.ts';
import { findAsked, typeOf, type Asked } from './asked.ts';
import { findInterrogatives, type Interrogative, type QuestionType } from './interrogatives.ts';
import { findStrangers, findSubjects } from './subjects.ts';
import { findTerms, NOTICE_WORD, withoutAsides, withoutCourtesyWords, type Term } from './terms.ts';
import { isSmallTalk, resolve, tidy } from './wording.ts';

/** A question as it was understood. Ranges are of `folded`. */
export interface Question {
  /** Folded, with pinyin and typos resolved and white space at its ends and double white space gone. */
  readonly folded: string;
  readonly words: readonly Word[];
  /** Those that are no courtesies. */
  readonly askingWords: readonly Word[];
  readonly wasResolved: boolean;
  readonly type: QuestionType;
  readonly interrogatives: readonly Interrogative[];
  /** The places and initiatives of the notices that it names. */
  readonly subjects: readonly NameMatch<Subject>[];
  /** The places that it names and no notice mentions. */
  readonly strangers: readonly Range[];
  readonly terms: readonly Term[];
  readonly asked: Asked | undefined;
  /** Whether it speaks of the notice itself: 这篇文章. */
  readonly namesNotice: boolean;
  readonly isChat: boolean;
  readonly isEmpty: boolean;
}

/** Longer than this, a message is no question; what follows is left out. */
const LONGEST_QUESTION = 500;

export function parseQuestion(message: string, lexicon: Lexicon): Question {
  const plain = tidy(fold(message.slice(0, LONGEST_QUESTION)));
  const isEmpty = !/[\p{L}\p{N}]/u.test(plain);
  const isChat = !isEmpty && isSmallTalk(plain);
  const { folded, words } =
    isEmpty || isChat ? { folded: plain, words: lexicon.cut(plain) } : resolve(plain, lexicon);
  const subjects = findSubjects(folded, words, lexicon);
  const isTaken = (range: Range) => subjects.some((subject) => overlap(subject, range));
  const interrogatives = findInterrogatives(folded, isTaken);
  const strangers = findStrangers(folded, words, lexicon, isTaken);
  const found = findTerms(folded, [...subjects, ...strangers, ...interrogatives], lexicon);
  const asked = findAsked(folded, interrogatives[0], found, lexicon);
  const terms = withoutAsides(found, asked, interrogatives, lexicon);
  return {
    folded,
    words,
    askingWords: withoutCourtesyWords(folded, words),
    wasResolved: folded !== plain,
    type: typeOf(interrogatives[0], asked),
    interrogatives,
    subjects,
    strangers,
    terms,
    asked,
    namesNotice: NOTICE_WORD.test(folded),
    isChat,
    isEmpty,
  };
}

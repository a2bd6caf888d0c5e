import { APPRAISAL_FEATURES } from '../answer/appraisal/features.ts';
import { matchable } from '../answer/appraisal/appraiser.ts';
import { viewCandidates } from '../answer/appraisal/view.ts';
import { groupByPassage } from '../answer/cut-passage.ts';
import type { Pairing } from '../answer/matching/network.ts';
import { pairUp } from '../answer/matching/pairing.ts';
import { createPassageIndex } from '../answer/passage-index.ts';
import { parseQuestion } from '../answer/question/question.ts';
import { rankSentences } from '../answer/ranked.ts';
import { loadRanker } from '../answer/ranking/load-ranker.ts';
import { describe } from '../answer/ranking/sentence-features.ts';
import { createLexicon } from '../lexicon/lexicon.ts';
import type { Notice } from '../notice/notice.ts';
import type { Segmenter } from '../text/segmenter.ts';
import type { QuestionSet } from './question-set.ts';
import { createRandom } from './random.ts';

/** A question to a few notices, and which of their sentences answer it. */
export interface NoticeQuestion {
  readonly text: string;
  /** Asked together; the questions about the same notices share one array. */
  readonly notices: readonly Notice[];
  /** The ids of the sentences that answer; none where nothing does. */
  readonly golds: ReadonlySet<string>;
  /** What it counts against the others. */
  readonly weight: number;
  /** Questions with the same are kept together in cross-validation. */
  readonly source: string;
  /** Whether the bot is asked about these notices too: a matcher that learned from it would know them by heart. */
  readonly isServed: boolean;
}

/** The candidates of one question as the appraiser and its matcher see them. */
export interface AppraisalExample {
  readonly question: NoticeQuestion;
  /** A row of APPRAISAL_FEATURES for each: what the matcher says of it is not there yet. */
  readonly rows: readonly Float64Array[];
  /** The same candidates as the matcher takes them. */
  readonly pairing: Pairing;
  /** For each row, whether its sentence answers. */
  readonly labels: readonly number[];
}

/**
 * Asks the questions; those that are no questions are left out.
 *
 * @param symbols of the pieces of words, for the matcher
 */
export function* prepareAppraisals(
  questions: readonly NoticeQuestion[],
  segmenter: Segmenter,
  symbols: ReadonlyMap<string, number>,
): Generator<AppraisalExample | undefined, void> {
  const ranker = loadRanker();
  let known:
    { notices: readonly Notice[]; ask: (text: string) => ReturnType<typeof viewCandidates> } | undefined;
  for (const question of questions) {
    if (known?.notices !== question.notices)
      known = { notices: question.notices, ask: asker(question.notices) };
    const views = known.ask(question.text);
    yield views.length === 0
      ? undefined
      : {
          question,
          rows: views.map((view) => describe(APPRAISAL_FEATURES, view)),
          pairing: pairUp(views[0]?.inquiry.question.askingWords ?? [], views.map(matchable), symbols),
          labels: views.map(({ sentence }) => Number(question.golds.has(sentence.sentence.id))),
        };
  }

  function asker(notices: readonly Notice[]) {
    const lexicon = createLexicon(notices, segmenter);
    const index = createPassageIndex(lexicon.sentences);
    const passages = groupByPassage(lexicon.sentences);
    return (text: string) => {
      const question = parseQuestion(text, lexicon);
      if (question.isEmpty || question.isChat) return [];
      return viewCandidates(question, rankSentences(question, index, ranker), lexicon, passages);
    };
  }
}

/** Passages of the question's own article, and articles beside it with so many passages each. */
const OWN_PASSAGES = 4;
const OTHER_ARTICLES = 3;
const OTHER_PASSAGES = 2;

/**
 * Questions of a set, each asked of a few of its passages with the gold one among them, and again without it.
 *
 * @param count of the questions that are taken, evenly over the set
 */
export function* smallCollections(
  set: QuestionSet,
  count: number,
  weight: number,
  seed: number,
): Generator<NoticeQuestion, void> {
  const random = createRandom(seed);
  const step = Math.max(1, Math.floor(set.questions.length / count));
  for (let i = 0; i < set.questions.length; i += step) {
    const question = set.questions[i];
    if (question === undefined || question.sentences.length === 0) continue;
    const { notice, passages: golds } = question;
    const others = Array.from({ length: OTHER_ARTICLES }, () => Math.floor(random() * set.notices.length))
      .flatMap((at) => set.notices[at] ?? [])
      .filter((other) => other !== notice)
      .map((other) => ({ ...other, passages: other.passages.slice(0, OTHER_PASSAGES) }));
    const rest = notice.passages.filter((passage) => !golds.includes(passage)).slice(0, OWN_PASSAGES);
    for (const own of [[...rest, ...golds], rest]) {
      yield {
        text: question.text,
        notices: [...(own.length === 0 ? [] : [{ ...notice, passages: own }]), ...others],
        golds: new Set(own === rest ? [] : question.sentences.map(({ id }) => id)),
        weight,
        source: notice.title,
        isServed: false,
      };
    }
  }
}

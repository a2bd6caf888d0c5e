import type { SpanCandidate } from '../answer/extraction/candidates.ts';
import { EXTRACTION_FEATURES } from '../answer/extraction/features.ts';
import { viewSpans } from '../answer/extraction/view.ts';
import { parseQuestion } from '../answer/question/question.ts';
import { describe } from '../answer/ranking/sentence-features.ts';
import { typedAnswer } from '../answer/typed-answer.ts';
import { createLexicon, type Lexicon } from '../lexicon/lexicon.ts';
import type { Notice } from '../notice/notice.ts';
import { fold } from '../text/script.ts';
import { slice } from '../text/range.ts';
import type { Segmenter } from '../text/segmenter.ts';

/** A question to a notice, the sentences that answer it, and the words in them that do. */
export interface ExtractionQuestion {
  readonly text: string;
  readonly notice: Notice;
  /** The ids of the sentences. */
  readonly golds: ReadonlySet<string>;
  /** Each is right: the words that make it up together. None where only the whole sentence answers. */
  readonly answers: readonly (readonly string[])[];
  /** What it counts against the others. */
  readonly weight: number;
}

/** The candidates of one sentence that answers, as the extractor sees them. */
export interface ExtractionExample {
  readonly question: ExtractionQuestion;
  readonly candidates: readonly SpanCandidate[];
  readonly rows: readonly Float64Array[];
  /** For each candidate how near it is to the answer, from 0 to 1. */
  readonly labels: readonly number[];
  /** The same, of what the rules take for the answer; undefined where they take none. */
  readonly ruled: number | undefined;
}

/** Candidates with less of the answer than this are wrong. */
const LEAST_RIGHT = 0.5;

/** Asks the questions of each of their sentences that holds the answer; the questions about a notice come together. */
export function* prepareExtractions(
  questions: readonly ExtractionQuestion[],
  segmenter: Segmenter,
): Generator<readonly ExtractionExample[], void> {
  let known: { notice: Notice; lexicon: Lexicon } | undefined;
  for (const question of questions) {
    if (known?.notice !== question.notice) {
      known = { notice: question.notice, lexicon: createLexicon([question.notice], segmenter) };
    }
    yield examplesOf(question, known.lexicon);
  }
}

function examplesOf(question: ExtractionQuestion, lexicon: Lexicon): ExtractionExample[] {
  const parsed = parseQuestion(question.text, lexicon);
  if (parsed.isEmpty || parsed.isChat) return [];
  const answers = question.answers.map((parts) => parts.map(fold));
  return lexicon.sentences
    .filter(({ sentence }) => question.golds.has(sentence.id))
    .filter(
      ({ folded }) =>
        answers.length === 0 || answers.some((parts) => parts.every((part) => folded.includes(part))),
    )
    .map((sentence) => {
      const { spans } = typedAnswer(parsed, sentence, lexicon.home);
      const views = viewSpans(parsed, sentence, lexicon.standingOf(sentence), lexicon.home, spans);
      return {
        question,
        candidates: views.map(({ candidate }) => candidate),
        rows: views.map((view) => describe(EXTRACTION_FEATURES, view)),
        labels: views.map(({ text }) => nearness(text, answers)),
        ruled:
          spans.length === 0
            ? undefined
            : nearness(spans.map((span) => slice(sentence.folded, span)).join('、'), answers),
      };
    });
}

/** How much of a stretch is the answer, where it has all of it; or nearly all of it and nothing else. */
export function nearness(text: string, answers: readonly (readonly string[])[]): number {
  const near = Math.max(0, ...answers.map((parts) => nearnessTo(text, parts)));
  return near < LEAST_RIGHT ? 0 : near;
}

function nearnessTo(text: string, parts: readonly string[]): number {
  const wanted = parts.join('、').length;
  if (parts.every((part) => text.includes(part))) return wanted / Math.max(wanted, text.length);
  return parts.length === 1 && parts[0]?.includes(text) === true ? text.length / wanted - 0.3 : 0;
}

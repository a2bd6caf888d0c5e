import * as v from 'valibot';
import { parse as parseYaml } from 'yaml';

import type { Notice, Sentence } from '../../notice/notice.ts';

/** A question about a notice, what is expected of the reply, and the reason. */
export interface GoldenQuestion {
  /** The id of the notice that it is about. */
  readonly notice: string;
  readonly question: string;
  readonly expected: Expectation;
  readonly why: string;
}

export type Expectation =
  | {
      readonly status: 'answered';
      /** Any of these is right. */
      readonly sentences: readonly Sentence[];
      /** What the short answer must contain, compared folded. */
      readonly answer: readonly string[];
    }
  | {
      readonly status: 'abstained';
      /** What must be among the things that the reply says are missing, compared folded. */
      readonly missing: readonly string[];
    };

const oneOrMore = v.union([
  v.pipe(
    v.string(),
    v.transform((text) => [text]),
  ),
  v.pipe(v.array(v.string()), v.minLength(1)),
]);

const GoldenFile = v.strictObject({
  notice: v.string(),
  answered: v.optional(
    v.array(
      v.strictObject({
        question: v.string(),
        sentence: oneOrMore,
        answer: v.optional(oneOrMore),
        why: v.string(),
      }),
    ),
    [],
  ),
  abstained: v.optional(
    v.array(
      v.strictObject({ question: v.string(), missing: v.optional(v.array(v.string()), []), why: v.string() }),
    ),
    [],
  ),
});

/**
 * Reads a golden file and finds the sentences that it expects.
 *
 * @param file its name, for messages
 * @param source its YAML: `notice` (an id), `answered` (`question`, `sentence`, `answer`?, `why`) and
 *   `abstained` (`question`, `missing`?, `why`). `sentence` is the first words of a sentence in the repaired
 *   text, enough to tell it from the others, or `title` or `date`, or a list of these.
 * @param notices those that are loaded
 * @throws Error that says what to change, when the file does not have this form, when its notice is not
 *   loaded, and when a `sentence` is not that of exactly one sentence
 */
export function readGoldenSet(file: string, source: string, notices: readonly Notice[]): GoldenQuestion[] {
  const result = v.safeParse(GoldenFile, parse(file, source));
  if (!result.success) {
    const [issue] = result.issues;
    throw new Error(`${file}: ${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`);
  }
  const { output } = result;
  const notice = notices.find(({ id }) => id === output.notice);
  if (notice === undefined) {
    const known = notices.map(({ id }) => id).join(', ');
    throw new Error(`${file}: no notice "${output.notice}" is loaded; set "notice" to one of: ${known}`);
  }
  return [
    ...output.answered.map(({ question, sentence, answer = [], why }): GoldenQuestion => {
      const sentences = sentence.map((words) => findSentence(file, notice, words));
      return { notice: notice.id, question, why, expected: { status: 'answered', sentences, answer } };
    }),
    ...output.abstained.map(({ question, missing, why }): GoldenQuestion => ({
      notice: notice.id,
      question,
      why,
      expected: { status: 'abstained', missing },
    })),
  ];
}

function parse(file: string, source: string): unknown {
  try {
    return parseYaml(source);
  } catch (error) {
    throw new Error(`${file}: not YAML: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

/** The sentences that begin with the words; where there is none, those that hold them. */
function sentencesWith(notice: Notice, words: string): Sentence[] {
  const sentences = notice.passages.flatMap((passage) => passage.sentences);
  const beginning = sentences.filter(({ text }) => words !== '' && text.startsWith(words));
  return beginning.length > 0
    ? beginning
    : sentences.filter(({ text }) => words !== '' && text.includes(words));
}

function findSentence(file: string, notice: Notice, words: string): Sentence {
  const [found, ...others] =
    words === 'title' || words === 'date'
      ? [words === 'title' ? notice.titleLine : notice.dateLine].filter((line) => line !== null)
      : sentencesWith(notice, words);
  if (found === undefined) {
    throw new Error(`${file}: notice "${notice.id}" has no sentence "${words}"; copy its first words`);
  }
  if (others.length > 0) {
    throw new Error(`${file}: ${others.length + 1} sentences begin with "${words}"; give more of the words`);
  }
  return found;
}

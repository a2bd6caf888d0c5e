import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import * as v from 'valibot';

import type { Notice, Passage, Sentence } from '../notice/notice.ts';
import { parseNotice } from '../notice/parse.ts';
import { fold } from '../text/script.ts';

/** Questions about texts, each with the words that answer it: a file in the form of SQuAD 1.1 or 2.0. */
export interface QuestionSet {
  /** The file's name without folders. */
  readonly name: string;
  /** Of the file's bytes, in hexadecimal. */
  readonly sha256: string;
  /** One an article, read as the product reads a notice. */
  readonly notices: readonly Notice[];
  readonly questions: readonly SetQuestion[];
}

export interface SetQuestion {
  readonly text: string;
  readonly notice: Notice;
  /** The gold paragraph: one passage, or several where it has line breaks; none where the notice printed it twice. */
  readonly passages: readonly Passage[];
  /** The words that answer, each once; none where the paragraph does not answer. */
  readonly golds: readonly string[];
  /** The sentences of the gold paragraph in which an annotated answer stands. */
  readonly sentences: readonly Sentence[];
}

const SquadFile = v.object({
  data: v.array(
    v.object({
      title: v.optional(v.string(), ''),
      paragraphs: v.array(
        v.object({
          context: v.string(),
          qas: v.array(
            v.object({
              question: v.string(),
              answers: v.array(v.object({ text: v.string(), answer_start: v.number() })),
            }),
          ),
        }),
      ),
    }),
  ),
});

type Article = v.InferOutput<typeof SquadFile>['data'][number];

/**
 * Reads a SQuAD file.
 *
 * @param path of the file, for its name and for messages
 * @throws Error that says what is wrong with the file
 */
export function readQuestionSet(path: string, bytes: Uint8Array): QuestionSet {
  const result = v.safeParse(SquadFile, parseJson(path, bytes));
  if (!result.success) {
    const [issue] = result.issues;
    throw new Error(
      `${path}: ${v.getDotPath(issue) ?? 'the file'}: ${issue.message}; give a file in the form of SQuAD, ` +
        'data[].paragraphs[].{context, qas[].{question, answers[].{text, answer_start}}}',
    );
  }
  const name = basename(path);
  const articles = result.output.data.map((article, i) => readArticle(article, `${name}-${i + 1}`));
  return {
    name,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    notices: articles.flatMap(({ notice }) => notice ?? []),
    questions: articles.flatMap(({ questions }) => questions),
  };
}

function parseJson(path: string, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new Error(`${path}: not JSON: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

function readArticle(
  { title, paragraphs }: Article,
  id: string,
): { notice: Notice | undefined; questions: SetQuestion[] } {
  let raw = `---\ntitle: ${JSON.stringify(title.trim() === '' ? id : title)}\n---\n`;
  const starts = paragraphs.map(({ context }) => {
    const start = raw.length;
    raw += `${context}\n`;
    return start;
  });
  const notice = parseNotice(id, raw);
  if (notice === undefined) return { notice, questions: [] };
  const questions = paragraphs.flatMap(({ context, qas }, p) => {
    const start = starts[p] ?? 0;
    const passages = notice.passages.filter(({ range }) => {
      const at = notice.origin.starts[range.start] ?? -1;
      return start <= at && at < start + context.length;
    });
    return qas.map(({ question, answers }) => ({
      text: question,
      notice,
      passages,
      golds: [...new Set(answers.map(({ text }) => text))].filter((text) => text.trim() !== ''),
      sentences: answers.flatMap(({ text, answer_start }) => {
        const at = context.startsWith(text, answer_start) ? answer_start : context.indexOf(text);
        return at < 0 ? [] : sentencesAt(notice, passages, start + at, start + at + text.length);
      }),
    }));
  });
  return { notice, questions };
}

/** The sentences that hold a whole range of the raw text. */
function sentencesAt(
  { origin }: Notice,
  passages: readonly Passage[],
  start: number,
  end: number,
): Sentence[] {
  return passages
    .flatMap(({ sentences }) => sentences)
    .filter(
      ({ range }) => (origin.starts[range.start] ?? 0) <= start && end <= (origin.ends[range.end - 1] ?? 0),
    );
}

/** Whether a text holds words that answer. Script, case and width do not matter. */
export function holdsGold({ golds }: SetQuestion, text: string): boolean {
  const folded = fold(text);
  return golds.some((gold) => folded.includes(fold(gold)));
}

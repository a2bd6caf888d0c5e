/**
 * Makes tests/fixtures/squad/*.json, question sets in the form of SQuAD 2.0, of the notices and questions that
 * were written for this project (tests/fixtures/notices and tests/fixtures/golden): one file a script. Questions
 * whose answer is a title or a date line are left out, as those stand in no paragraph.
 *
 * Run: node --import tsx scripts/make-question-sets.ts
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

import { readGoldenSet, type Expectation, type GoldenQuestion } from '../src/cli/evaluate/golden-set.ts';
import { loadNotices } from '../src/notice/load.ts';
import type { Notice, Sentence } from '../src/notice/notice.ts';
import { fold, scriptOf } from '../src/text/script.ts';

const fixtures = new URL('../tests/fixtures/', import.meta.url);
const folder = new URL('squad/', fixtures);
const { notices } = await loadNotices(new URL('notices', fixtures).pathname);

mkdirSync(folder, { recursive: true });
for (const script of ['simplified', 'traditional'] as const) {
  const data = notices.filter(({ text }) => scriptOf(text) === script).map(article);
  writeFileSync(new URL(`${script}.json`, folder), `${JSON.stringify({ version: 'v2.0', data }, null, 1)}\n`);
}

function article(notice: Notice) {
  const file = new URL(`golden/${notice.id}.yaml`, fixtures);
  const questions = readGoldenSet(file.pathname, readFileSync(file, 'utf8'), notices);
  return {
    title: notice.title,
    paragraphs: notice.passages.map(({ range, sentences }, p) => ({
      context: notice.text.slice(range.start, range.end),
      qas: questions.flatMap((question, q) => {
        const id = `${notice.id}-${q + 1}`;
        if (question.expected.status === 'answered') {
          return entry(id, question, question.expected, sentences, range.start);
        }
        const unanswered = { id, question: question.question, is_impossible: true, answers: [] };
        return p === 0 && question.question.trim() !== '' ? [unanswered] : [];
      }),
    })),
  };
}

/** The question where its first expected sentence stands in this paragraph. */
function entry(
  id: string,
  { question }: GoldenQuestion,
  { sentences: expected, answer }: Expectation & { status: 'answered' },
  sentences: readonly Sentence[],
  start: number,
) {
  const sentence = sentences.find((one) => one.id === expected[0]?.id);
  if (sentence === undefined) return [];
  const whole = { text: sentence.text, answer_start: sentence.range.start - start };
  const marked = answer.flatMap((words) => {
    const at = fold(sentence.text).indexOf(fold(words));
    return at < 0
      ? []
      : { text: sentence.text.slice(at, at + words.length), answer_start: whole.answer_start + at };
  });
  return [{ id, question, is_impossible: false, answers: marked.length > 0 ? marked : [whole] }];
}

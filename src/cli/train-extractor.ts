/**
 * `npm run train:extractor`: trains what tells which words of a sentence are the short answer, on the questions in
 * data/training, and writes data/extractor.json. Give question files in the form of SQuAD to train on prose too:
 * `npm run train:extractor -- --squad FILE [--squad FILE…]`. The same files give the same bytes.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';

import { createJiebaSegmenter } from '../text/segmenter.ts';
import { prepareExtractions, type ExtractionExample, type ExtractionQuestion } from '../train/extractions.ts';
import { readQuestionSet, type QuestionSet } from '../train/question-set.ts';
import { trainExtractor } from '../train/train-extractor.ts';
import { createStages } from './train/progress.ts';
import { readTrainingQuestions, type TrainingFile } from './train/training-questions.ts';

const OUT = 'data/extractor.json';
const SEED = 3;
/** Of each question file so many questions are taken, each with less weight: notices come first. */
const SQUAD_QUESTIONS = 800;
const SQUAD_WEIGHT = 0.3;
/** EX_USAGE of sysexits.h. */
const WRONG_USAGE = 64;

const stages = createStages(process.stderr);
const input = await readInput();
if (input !== undefined) await train(input.questions, input.files);

interface Read {
  readonly questions: readonly ExtractionQuestion[];
  readonly files: readonly TrainingFile[];
}

async function readInput(): Promise<Read | undefined> {
  try {
    const { values } = parseArgs({ options: { squad: { type: 'string', multiple: true, default: [] } } });
    const own = await readOwn();
    const sets = await Promise.all(
      values.squad.map(async (file) => readQuestionSet(file, await readFile(file))),
    );
    return {
      questions: [...own.questions, ...sets.flatMap(ofSet)],
      files: [...own.files, ...sets.map(({ name, sha256 }) => ({ name, sha256 }))],
    };
  } catch (error) {
    process.stderr.write(
      `${error instanceof Error ? error.message : String(error)}\nUsage: npm run train:extractor -- [--squad FILE…]\n`,
    );
    process.exitCode = WRONG_USAGE;
    return undefined;
  }
}

async function readOwn(): Promise<Read> {
  const { questions, file } = await readTrainingQuestions();
  return {
    questions: questions.flatMap(({ question, about, expected }) =>
      expected.status === 'abstained'
        ? []
        : [
            {
              text: question,
              notice: about,
              golds: new Set(expected.sentences.map(({ id }) => id)),
              answers: expected.answer.length === 0 ? [] : [expected.answer],
              weight: 1,
            },
          ],
    ),
    files: [file],
  };
}

/** Some of a set's questions, evenly over it, each with its paragraph alone. */
function ofSet({ questions }: QuestionSet): ExtractionQuestion[] {
  const step = Math.max(1, Math.floor(questions.length / SQUAD_QUESTIONS));
  return questions
    .filter(({ sentences }, i) => i % step === 0 && sentences.length > 0)
    .map(({ text, notice, passages, sentences, golds }) => ({
      text,
      notice: { ...notice, passages },
      golds: new Set(sentences.map(({ id }) => id)),
      answers: golds.map((gold) => [gold]),
      weight: SQUAD_WEIGHT,
    }));
}

async function train(
  questions: readonly ExtractionQuestion[],
  files: readonly TrainingFile[],
): Promise<void> {
  const examples: ExtractionExample[] = [];
  let asked = 0;
  for (const some of prepareExtractions(questions, createJiebaSegmenter())) {
    stages.show('asking', ++asked / questions.length);
    examples.push(...some);
  }
  const isOwn = ({ question }: ExtractionExample) => question.weight === 1;
  const { data, figures } = trainExtractor(examples, isOwn, SEED, (stage, fraction) => {
    stages.show(stage, fraction);
  });
  stages.clear();
  for (const [name, value] of Object.entries<number>({ threshold: data.threshold, ...figures })) {
    process.stdout.write(`${name.padEnd(18)} ${Number.isInteger(value) ? value : value.toFixed(3)}\n`);
  }
  const rounded = Object.fromEntries(
    Object.entries<number>({ ...figures }).map(([name, value]) => [name, Number(value.toFixed(3))]),
  );
  const provenance = { files, sentences: examples.length, seed: SEED, crossValidated: rounded };
  await writeFile(OUT, `${JSON.stringify({ provenance, ...data })}\n`);
  process.stdout.write(`Written to ${OUT}.\n`);
}

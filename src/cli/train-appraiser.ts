/**
 * `npm run train:appraiser`: trains what tells whether a sentence of a notice answers, on the questions in
 * data/training, and writes data/matcher.json and data/appraiser.json. Give question files in the form of SQuAD to
 * train on passages of prose too: `npm run train:appraiser -- --squad FILE [--squad FILE…]`. The same files give the
 * same bytes.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';

import type { MatcherData } from '../answer/matching/matcher.ts';
import { packWeights } from '../answer/matching/packed.ts';
import { symbolTable } from '../answer/matching/symbols.ts';
import { createJiebaSegmenter } from '../text/segmenter.ts';
import {
  prepareAppraisals,
  smallCollections,
  type AppraisalExample,
  type NoticeQuestion,
} from '../train/appraisals.ts';
import { findPieces } from '../train/matching/pieces.ts';
import { readQuestionSet } from '../train/question-set.ts';
import { appraiserFigures, trainAppraiser } from '../train/train-appraiser.ts';
import { createStages } from './train/progress.ts';
import { readTrainingQuestions, type TrainingFile } from './train/training-questions.ts';

const MATCHER = 'data/matcher.json';
const APPRAISER = 'data/appraiser.json';
const SEED = 5;
/** Of each question file so many questions are taken, each with half the weight: notices come first. */
const SQUAD_QUESTIONS = 500;
const SQUAD_WEIGHT = 0.5;
/** EX_USAGE of sysexits.h. */
const WRONG_USAGE = 64;

const stages = createStages(process.stderr);
const input = await readInput();
if (input !== undefined) await train(input.questions, input.files);

interface Read {
  readonly questions: readonly NoticeQuestion[];
  readonly files: readonly TrainingFile[];
}

async function readInput(): Promise<Read | undefined> {
  try {
    const { values } = parseArgs({ options: { squad: { type: 'string', multiple: true, default: [] } } });
    const own = await readOwn();
    const squad = await Promise.all(
      values.squad.map(async (file, i) => {
        const set = readQuestionSet(file, await readFile(file));
        const questions = [...smallCollections(set, SQUAD_QUESTIONS, SQUAD_WEIGHT, SEED + i)];
        return { questions, file: { name: set.name, sha256: set.sha256 } };
      }),
    );
    return {
      questions: [...own.questions, ...squad.flatMap(({ questions }) => questions)],
      files: [...own.files, ...squad.map(({ file }) => file)],
    };
  } catch (error) {
    process.stderr.write(
      `${error instanceof Error ? error.message : String(error)}\nUsage: npm run train:appraiser -- [--squad FILE…]\n`,
    );
    process.exitCode = WRONG_USAGE;
    return undefined;
  }
}

/** The project's own questions, each about one notice. */
async function readOwn(): Promise<Read> {
  const { questions, served, file } = await readTrainingQuestions();
  const alone = new Map(questions.map(({ about }) => [about, [about]]));
  return {
    questions: questions.map(({ question, about, expected }) => ({
      text: question,
      notices: alone.get(about) ?? [],
      golds: new Set(expected.status === 'answered' ? expected.sentences.map((sentence) => sentence.id) : []),
      weight: 1,
      source: about.id,
      isServed: served.has(about),
    })),
    files: [file],
  };
}

async function train(questions: readonly NoticeQuestion[], files: Read['files']): Promise<void> {
  const segmenter = createJiebaSegmenter();
  const pieces = findPieces(
    new Set(questions.flatMap(({ notices }) => notices)),
    questions.map(({ text }) => text),
    segmenter,
  );
  const symbols = symbolTable(pieces);
  const examples: AppraisalExample[] = [];
  let asked = 0;
  for (const example of prepareAppraisals(questions, segmenter, symbols)) {
    stages.show('asking', ++asked / questions.length);
    if (example !== undefined) examples.push(example);
  }
  const isOwn = ({ question }: AppraisalExample) => question.weight === 1;
  const { data, weights, answers } = trainAppraiser(
    examples,
    isOwn,
    symbols.size + 1,
    SEED,
    (stage, fraction) => {
      stages.show(stage, fraction);
    },
  );
  stages.clear();
  const figures = appraiserFigures(
    answers.filter((answer) => answer !== undefined),
    data.threshold,
  );
  for (const [name, value] of Object.entries<number>({ threshold: data.threshold, ...figures })) {
    process.stdout.write(`${name.padEnd(18)} ${Number.isInteger(value) ? value : value.toFixed(3)}\n`);
  }
  const rounded = Object.fromEntries(
    Object.entries<number>({ ...figures }).map(([name, value]) => [name, Number(value.toFixed(3))]),
  );
  const provenance = { files, questions: examples.length, seed: SEED, crossValidated: rounded };
  const matcher: MatcherData = { pieces, weights: packWeights(weights) };
  await writeFile(MATCHER, `${JSON.stringify({ provenance, ...matcher })}\n`);
  await writeFile(APPRAISER, `${JSON.stringify({ provenance, ...data })}\n`);
  process.stdout.write(`Written to ${MATCHER} and ${APPRAISER}.\n`);
}

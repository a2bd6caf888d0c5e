/**
 * `npm run train:appraiser`: trains what tells whether a sentence of a notice answers, on the questions in
 * data/training, and writes data/appraiser.json. Give question files in the form of SQuAD to train on passages
 * of prose too: `npm run train:appraiser -- --squad FILE [--squad FILE…]`. The same files give the same bytes.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { loadNotices } from '../notice/load.ts';
import { createJiebaSegmenter } from '../text/segmenter.ts';
import {
  prepareAppraisals,
  smallCollections,
  type AppraisalExample,
  type NoticeQuestion,
} from '../train/appraisals.ts';
import { readQuestionSet } from '../train/question-set.ts';
import { appraiserFigures, trainAppraiser } from '../train/train-appraiser.ts';
import { readGoldenSet } from './evaluate/golden-set.ts';
import { createStages } from './train/progress.ts';

const OUT = 'data/appraiser.json';
const NOTICES = ['data/training/notices', 'data/notices'];
const QUESTIONS = 'data/training/questions';
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
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
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
  const loaded = await Promise.all(NOTICES.map((folder) => loadNotices(folder)));
  const notices = loaded.flatMap((folder) => folder.notices);
  const alone = new Map(notices.map((notice) => [notice.id, [notice]]));
  const names = (await readdir(QUESTIONS)).filter((name) => name.endsWith('.yaml')).sort();
  const hash = createHash('sha256');
  const questions: NoticeQuestion[] = [];
  for (const name of names) {
    const source = await readFile(join(QUESTIONS, name), 'utf8');
    hash.update(source);
    for (const { question, expected, notice: id } of readGoldenSet(name, source, notices)) {
      questions.push({
        text: question,
        notices: alone.get(id) ?? [],
        golds: new Set(
          expected.status === 'answered' ? expected.sentences.map((sentence) => sentence.id) : [],
        ),
        weight: 1,
        source: id,
      });
    }
  }
  return { questions, files: [{ name: QUESTIONS, sha256: hash.digest('hex') }] };
}

async function train(questions: readonly NoticeQuestion[], files: Read['files']): Promise<void> {
  const examples: AppraisalExample[] = [];
  let asked = 0;
  for (const example of prepareAppraisals(questions, createJiebaSegmenter())) {
    stages.show('asking', ++asked / questions.length);
    if (example !== undefined) examples.push(example);
  }
  const isOwn = ({ question }: AppraisalExample) => question.weight === 1;
  const { data, answers } = trainAppraiser(examples, isOwn, SEED, (stage, fraction) => {
    stages.show(stage, fraction);
  });
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
  await writeFile(OUT, `${JSON.stringify({ provenance, ...data })}\n`);
  process.stdout.write(`Written to ${OUT}.\n`);
}

import { readFile, writeFile } from 'node:fs/promises';

import { createJiebaSegmenter } from '../text/segmenter.ts';
import { rankingFigures } from '../train/cross-validation.ts';
import { rankerJson, type Provenance } from '../train/provenance.ts';
import { readQuestionSet, type QuestionSet } from '../train/question-set.ts';
import { prepareExamples, type Example } from '../train/settings.ts';
import { trainRanker, type Trained } from '../train/train-ranker.ts';
import { parseOptions, USAGE, type TrainCommandOptions } from './train/options.ts';
import { createStages } from './train/progress.ts';
import { trainingReport } from './train/report.ts';

/** EX_USAGE of sysexits.h. */
const WRONG_USAGE = 64;
/** Decides which passages make up the small collections. */
const COLLECTION_SEED = 99;

const stages = createStages(process.stderr);
const input = await readInput(process.argv.slice(2));
if (input !== undefined) await train(input.options, input.sets);

/** All that comes from outside, or undefined where there is nothing to do or something is wrong with it. */
async function readInput(
  args: readonly string[],
): Promise<{ options: TrainCommandOptions; sets: QuestionSet[] } | undefined> {
  try {
    const options = parseOptions(args);
    if (options.help) {
      process.stdout.write(USAGE);
      return undefined;
    }
    const sets = await Promise.all(
      options.squad.map(async (file) => readQuestionSet(file, await readFile(file))),
    );
    return { options, sets };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${reason}\nSee npm run train -- --help.\n`);
    process.exitCode = WRONG_USAGE;
    return undefined;
  }
}

async function train(options: TrainCommandOptions, sets: readonly QuestionSet[]): Promise<void> {
  const segmenter = createJiebaSegmenter();
  const examples = sets.flatMap(({ name, notices, questions, sha256 }, set) => {
    const asked = { name, notices, sha256, questions: questions.slice(0, options.questions) };
    const prepared: Example[] = [];
    for (const example of prepareExamples(asked, set, segmenter, COLLECTION_SEED + set)) {
      stages.show(`searching ${name}`, prepared.length / asked.questions.length);
      prepared.push(example);
    }
    return prepared;
  });
  const folds = options.folds === 'files' ? sets.length : options.folds;
  const foldOf = ({ set, draw }: Example) => (options.folds === 'files' ? set : Math.floor(draw * folds));
  const trained = trainRanker(examples, folds, foldOf, options, (stage, fraction) => {
    stages.show(stage, fraction);
  });
  stages.clear();
  const provenance = provenanceOf(trained, sets, examples, options);
  process.stdout.write(trainingReport(provenance));
  if (options.dryRun) return;
  await writeFile(options.out, rankerJson({ provenance, ...trained.ranker }));
  process.stdout.write(`Written to ${options.out}.\n`);
}

function provenanceOf(
  { verdicts, gains }: Trained,
  sets: readonly QuestionSet[],
  examples: readonly Example[],
  { seed, trees, folds }: TrainCommandOptions,
): Provenance {
  const figuresOf = (isCounted: (set: number) => boolean) => {
    const counted = verdicts.filter(({ example }) => isCounted(example.set));
    return { whole: rankingFigures(counted, 'whole'), small: rankingFigures(counted, 'small') };
  };
  return {
    files: sets.map(({ name, sha256 }, i) => ({
      name,
      sha256,
      questions: examples.filter(({ set }) => set === i).length,
    })),
    seed,
    trees,
    folds,
    crossValidated: Object.fromEntries([
      ...sets.map(({ name }, i) => [name, figuresOf((set) => set === i)] as const),
      ...(sets.length > 1 ? [['all', figuresOf(() => true)] as const] : []),
    ]),
    gains,
  };
}

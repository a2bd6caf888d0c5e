import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { createAnswerer } from '../answer/index.ts';
import { loadNotices } from '../notice/load.ts';
import type { Notice } from '../notice/notice.ts';
import { createIntlSegmenter, createJiebaSegmenter, createSegmenter } from '../text/segmenter.ts';
import type { QuestionSet } from '../train/question-set.ts';
import { readGoldenSet, type GoldenQuestion } from './evaluate/golden-set.ts';
import { evaluateGolden, figuresOf, reaches } from './evaluate/golden.ts';
import { parseOptions, USAGE, type EvaluateOptions } from './evaluate/options.ts';
import { withProgress } from './evaluate/progress.ts';
import { measureSet, readQuestionSets, readShippedRanker, writeCharts } from './evaluate/squad.ts';
import { squadJson, squadTable } from './evaluate/squad-table.ts';
import { goldenJson, goldenTable } from './evaluate/table.ts';

const GOLDEN_FOLDER = 'tests/golden';
const RANKER = new URL('../../data/ranker.json', import.meta.url);
const BELOW_A_FLOOR = 1;
/** EX_USAGE of sysexits.h. */
const WRONG_USAGE = 64;

const input = await readInput(process.argv.slice(2));
if (input?.kind === 'golden') evaluate(input);
else if (input?.kind === 'squad') await evaluateSets(input);

type Input = GoldenInput | SquadInput;

interface GoldenInput {
  readonly kind: 'golden';
  readonly options: EvaluateOptions;
  readonly notices: readonly Notice[];
  readonly questions: readonly GoldenQuestion[];
}

interface SquadInput {
  readonly kind: 'squad';
  readonly options: EvaluateOptions;
  readonly sets: readonly QuestionSet[];
}

/** All that comes from outside, or undefined where there is nothing to do or something is wrong with it. */
async function readInput(args: readonly string[]): Promise<Input | undefined> {
  try {
    const options = parseOptions(args);
    if (options.help) {
      process.stdout.write(USAGE);
      return undefined;
    }
    if (options.squad.length > 0) {
      return { kind: 'squad', options, sets: await readQuestionSets(options.squad) };
    }
    const notices: Notice[] = [];
    for (const folder of [options.data, ...options.beside]) {
      const loaded = await loadNotices(folder);
      for (const { file, message } of loaded.problems) warn(`${join(folder, file)} ${message}`);
      notices.push(...loaded.notices);
    }
    return { kind: 'golden', options, notices, questions: await readQuestions(options.golden, notices) };
  } catch (error) {
    warn(`${error instanceof Error ? error.message : String(error)}\nSee npm run evaluate -- --help.`);
    process.exitCode = WRONG_USAGE;
    return undefined;
  }
}

async function readQuestions(
  files: readonly string[],
  notices: readonly Notice[],
): Promise<GoldenQuestion[]> {
  const chosen = files.length > 0 ? files : await ownGoldenFiles();
  const sets = await Promise.all(
    chosen.map(async (file) => readGoldenSet(file, await readFile(file, 'utf8'), notices)),
  );
  return sets.flat();
}

async function ownGoldenFiles(): Promise<string[]> {
  const names = await readdir(GOLDEN_FOLDER);
  return names
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(GOLDEN_FOLDER, name));
}

function evaluate({ options, notices, questions }: GoldenInput): void {
  const segmenter = segmenterFor(options.segmenter);
  const answerer = createAnswerer({ notices, segmenter });
  const asking = evaluateGolden(answerer, questions, options.beside.length > 0);
  const outcomes = [...withProgress(asking, 'asked', process.stderr)];

  const report = {
    segmenter: segmenter.name,
    figures: figuresOf(outcomes),
    floors: options.floors,
    failures: outcomes.filter(({ passed }) => !passed),
  };
  process.stdout.write(options.json ? goldenJson(report) : goldenTable(report));
  if (!reaches(report.figures, report.floors)) process.exitCode = BELOW_A_FLOOR;
}

async function evaluateSets({ options, sets }: SquadInput): Promise<void> {
  const segmenter = segmenterFor(options.segmenter);
  const shipped = readShippedRanker(await readFile(RANKER, 'utf8'));
  const now = () => performance.now();
  const results = sets.map((set) => measureSet(set, segmenter, shipped, now, process.stderr));
  const reports = results.map(({ report }) => report);
  process.stdout.write(
    options.json ? squadJson(reports, segmenter.name) : squadTable(reports, segmenter.name),
  );
  if (options.charts !== undefined) await writeCharts(options.charts, results);
}

function segmenterFor(name: EvaluateOptions['segmenter']) {
  if (name === 'jieba') return createJiebaSegmenter();
  return name === 'intl' ? createIntlSegmenter() : createSegmenter(warn);
}

function warn(message: string): void {
  process.stderr.write(`${message}\n`);
}

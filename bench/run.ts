/**
 * `npm run bench`: how soon the first answer is there, how long a question takes, and how much memory it needs.
 * With --load: how many updates a second the bot answers. With --chaos: whether it loses a question while Telegram
 * and the process fail; --seed makes other faults. With --scale: speed and size with 1,000 to 50,000 passages, made
 * from the question sets of the project or those given with --squad; --sizes takes other numbers. With --check it
 * ends with 1 where a goal is missed. What depends on the machine is compared with nodejieba, which is loaded in the
 * same run, one after the other in turn.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';

import { createAnswerer } from '../src/answer/index.ts';
import { readGoldenSet } from '../src/cli/evaluate/golden-set.ts';
import { variantsOf } from '../src/cli/evaluate/variants.ts';
import { loadNotices } from '../src/notice/load.ts';
import { createJiebaSegmenter } from '../src/text/segmenter.ts';
import { timeToFirstLine } from './processes.ts';
import { quantile } from './quantile.ts';
import { progress, report } from './report.ts';

const NOTICES = 'data/notices';
const GOLDEN_FILE = 'tests/golden/000_4955d98262385171.yaml';
const QUESTIONS = 1000;
const ROUNDS = 5;
/** Of nodejieba's own time to load. */
const READY_GOAL = 1.2;
const MEDIAN_GOAL_MS = 2;

const { values: options } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    load: { type: 'boolean', default: false },
    chaos: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    scale: { type: 'boolean', default: false },
    squad: { type: 'string', multiple: true, default: [] },
    sizes: { type: 'string' },
  },
});
const isReached = await measure();
if (options.check && !isReached) process.exitCode = 1;

/** @returns whether the goals are reached */
async function measure(): Promise<boolean> {
  if (options.load) return (await import('./load.ts')).measureLoad();
  if (options.scale) {
    const { measureScale } = await import('./scale/measure.ts');
    return measureScale(options.squad, options.sizes?.split(',').map(Number));
  }
  if (options.chaos) return (await import('./chaos.ts')).measureChaos(Number(options.seed));
  const readyRatio = await measureReady();
  const median = await measureQuestions();
  return readyRatio <= READY_GOAL && median < MEDIAN_GOAL_MS;
}

/** @returns how much longer `ask` takes to its first answer than nodejieba to load */
async function measureReady(): Promise<number> {
  const jieba: number[] = [];
  const ask: number[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    progress(`starting processes: round ${round} of ${ROUNDS}`);
    jieba.push(await timeToFirstLine(['-e', "require('nodejieba').load(); console.log()"], ''));
    ask.push(await timeToFirstLine(['--import', 'tsx', 'src/cli/ask.ts', '--jsonl'], '海寧是什麼產業?\n'));
  }
  const [jiebaMedian, askMedian] = [quantile(jieba, 0.5), quantile(ask, 0.5)];
  const ratio = askMedian / jiebaMedian;
  report('nodejieba alone, process start to loaded', `${ms(jiebaMedian, 0)}  (median of ${ROUNDS})`);
  report('ask, process start to first answer', `${ms(askMedian, 0)}  (median of ${ROUNDS})`);
  report('ask to nodejieba', `${ratio.toFixed(2)}  (goal ≤ ${READY_GOAL})`);
  return ratio;
}

/** @returns the median time of a question, in milliseconds */
async function measureQuestions(): Promise<number> {
  const { notices } = await loadNotices(NOTICES);
  const segmenter = createJiebaSegmenter();
  const jiebaMemory = process.memoryUsage.rss();
  const answerer = createAnswerer({ notices, segmenter });
  const questions = await readQuestions();
  const times: number[] = [];
  for (const [index, question] of questions.entries()) {
    if (index % 50 === 0) progress(`asking: ${index} of ${questions.length}`);
    const start = performance.now();
    answerer.ask(question);
    times.push(performance.now() - start);
  }
  const median = quantile(times, 0.5);
  report(`one of ${questions.length} questions, median`, `${ms(median, 2)}  (goal < ${MEDIAN_GOAL_MS} ms)`);
  report('  p95', ms(quantile(times, 0.95), 2));
  report('  p99', ms(quantile(times, 0.99), 2));
  report('memory with the answerer', megabytes(process.memoryUsage.rss()));
  report('  of which once nodejieba was loaded', megabytes(jiebaMemory));
  return median;

  /** The golden questions and their variants, of which every so many is taken. */
  async function readQuestions(): Promise<string[]> {
    const golden = readGoldenSet(GOLDEN_FILE, await readFile(GOLDEN_FILE, 'utf8'), notices);
    const all = golden.flatMap(({ question, expected }) => [
      question,
      ...variantsOf(question, { pinyin: expected.status === 'answered' }).map((variant) => variant.question),
    ]);
    return Array.from({ length: QUESTIONS }, (_, i) => all[Math.floor((i * all.length) / QUESTIONS)] ?? '');
  }
}

function ms(milliseconds: number, decimals: number): string {
  return `${milliseconds.toFixed(decimals)} ms`;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}

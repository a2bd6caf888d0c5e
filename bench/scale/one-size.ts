/**
 * Measures the search, or the whole answerer, on a collection of one size, in a process of its own so that neither
 * time nor memory is another's. `node one-size.ts search|ask SIZE FILE…` prints a line of JSON.
 */
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
  answererFrom,
  prepareInSteps,
  restorePrepared,
  savePrepared,
  type Prepared,
  type Reply,
  type SavedPreparation,
} from '../../src/answer/index.ts';
import { createPassageIndex } from '../../src/answer/passage-index.ts';
import { rarestTerms } from '../../src/answer/ranking/search-terms.ts';
import { fingerprintOf } from '../../src/collection/fingerprint.ts';
import { readIndex, writeIndex } from '../../src/collection/index-file.ts';
import { cutSentences } from '../../src/lexicon/cut-sentence.ts';
import { fold } from '../../src/text/script.ts';
import { createJiebaSegmenter } from '../../src/text/segmenter.ts';
import { finish } from '../../src/text/steps.ts';
import { readQuestionSet, type SetQuestion } from '../../src/train/question-set.ts';
import { quantile } from '../quantile.ts';
import { makeCollection } from './collection.ts';

/** What was measured of the search alone. Seconds and milliseconds are of the processor, as are all below. */
export interface SearchFigures {
  readonly cutSeconds: number;
  readonly indexSeconds: number;
  readonly megabytes: number;
  readonly chosen: Times & { readonly firstIsGold: number };
  /** Every term searched, which few of the questions are asked for: it takes long. */
  readonly full: Times & { readonly firstIsGold: number; readonly chosenFirstIsGold: number };
}

/** What was measured of the answerer. */
export interface AskFigures extends Times {
  readonly buildSeconds: number;
  readonly megabytes: number;
  readonly firstIsGold: number;
  /** How large the saved index is, and how long a start takes with it instead of building. */
  readonly saved: { readonly megabytes: number; readonly loadSeconds: number };
}

/** Milliseconds per question. */
export interface Times {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

const SEED = 1;
const WARM_UP = 50;
const QUESTIONS = 1000;
const FULL_QUESTIONS = 300;

const [what, size = '', ...files] = process.argv.slice(2);
const segmenter = createJiebaSegmenter();
const sets = files.map((file) => readQuestionSet(file, readFileSync(file)));
const { notices, questions } = makeCollection(sets, Number(size), segmenter, SEED);
const asked = questions.slice(0, QUESTIONS);
console.log(JSON.stringify(what === 'search' ? measureSearch() : await measureAsk()));

function measureSearch(): SearchFigures {
  const before = memory();
  const cut = timed(() => notices.flatMap((notice) => cutSentences(notice, segmenter)));
  let isFull = false;
  const index = timed(() =>
    createPassageIndex(cut.result, {
      choose: (terms, passages, frequency) =>
        rarestTerms(terms, passages, frequency, isFull ? Infinity : undefined),
    }),
  );
  const megabytes = memory() - before;
  const search = ({ text }: SetQuestion) => index.result.search(segmenter.cut(fold(text)), 16).hits[0];
  const isGold = (hit: ReturnType<typeof search>, { passages }: SetQuestion) =>
    hit !== undefined && passages.includes(hit.passage.passage);
  const chosen = measureEach(asked, search, isGold);
  isFull = true;
  const full = measureEach(asked.slice(0, FULL_QUESTIONS), search, isGold);
  return {
    cutSeconds: cut.seconds,
    indexSeconds: index.seconds,
    megabytes,
    chosen: { ...timesOf(chosen.times), firstIsGold: share(chosen.isGold) },
    full: {
      ...timesOf(full.times),
      firstIsGold: share(full.isGold),
      chosenFirstIsGold: share(chosen.isGold.slice(0, FULL_QUESTIONS)),
    },
  };
}

async function measureAsk(): Promise<AskFigures> {
  const before = memory();
  const prepared = timed(() => finish(prepareInSteps(notices, segmenter)));
  const answerer = timed(() => answererFrom(prepared.result, segmenter, undefined));
  const megabytes = memory() - before;
  const saved = await measureSaved(prepared.result);
  const { times, isGold } = measureEach(
    asked,
    ({ text }) => answerer.result.ask(text),
    (reply, { passages }) => {
      const passage = quoteOf(reply)?.passage;
      return passage !== null && passage !== undefined && passages.includes(passage);
    },
  );
  return {
    buildSeconds: prepared.seconds + answerer.seconds,
    megabytes,
    saved,
    ...timesOf(times),
    firstIsGold: share(isGold),
  };
}

/** Saves what was prepared, and starts from the file. */
async function measureSaved(prepared: Prepared): Promise<AskFigures['saved']> {
  const folder = await mkdtemp(join(tmpdir(), 'notice-bot-scale-'));
  try {
    const written = fingerprintOf(notices, segmenter.name);
    await writeIndex(folder, written, finish(savePrepared(prepared)));
    const { size: bytes } = await stat(join(folder, written));
    const start = process.cpuUsage();
    const saved = (await readIndex(folder, fingerprintOf(notices, segmenter.name))) as SavedPreparation;
    answererFrom(restorePrepared(notices, saved), segmenter, undefined);
    return { megabytes: bytes / 1e6, loadSeconds: secondsSince(start) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

function quoteOf(reply: Reply) {
  return reply.status === 'answered' ? reply.quotes[0] : reply.nearest;
}

/** Asks each question, after some to warm up. */
function measureEach<T>(
  questions: readonly SetQuestion[],
  ask: (question: SetQuestion) => T,
  isGold: (found: T, question: SetQuestion) => boolean,
): { times: number[]; isGold: boolean[] } {
  for (const question of questions.slice(-WARM_UP)) ask(question);
  const measured = questions.map((question) => {
    const { result, seconds } = timed(() => ask(question));
    return { time: seconds * 1000, isGold: isGold(result, question) };
  });
  return { times: measured.map(({ time }) => time), isGold: measured.map((one) => one.isGold) };
}

function timed<T>(work: () => T): { result: T; seconds: number } {
  const start = process.cpuUsage();
  const result = work();
  return { result, seconds: secondsSince(start) };
}

function secondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

function timesOf(times: readonly number[]): Times {
  return { p50: quantile(times, 0.5), p95: quantile(times, 0.95), p99: quantile(times, 0.99) };
}

function share(values: readonly boolean[]): number {
  return values.filter(Boolean).length / values.length;
}

/** Megabytes in use, on V8's heap and in arrays beside it, after the garbage was collected. */
function memory(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

/**
 * Compares the product's search with other engines, on the same passages, tokens and questions:
 *
 *     cd bench/peers && npm install && npm start -- [--passages 10000] [--questions 300] FILE…
 *
 * FILE is a question set in the form of SQuAD. The collection is the one that `npm run bench -- --scale` measures.
 * Each engine has a process of its own, and times are of the processor.
 */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';

import { groupByPassage } from '../../src/answer/cut-passage.ts';
import { createPassageIndex } from '../../src/answer/passage-index.ts';
import { loadRanker } from '../../src/answer/ranking/load-ranker.ts';
import { prepareQuery } from '../../src/answer/ranking/query.ts';
import { searchTerms } from '../../src/answer/ranking/search-terms.ts';
import { background } from '../../src/lexicon/background.ts';
import { cutSentences } from '../../src/lexicon/cut-sentence.ts';
import { fold } from '../../src/text/script.ts';
import { createJiebaSegmenter } from '../../src/text/segmenter.ts';
import { readQuestionSet } from '../../src/train/question-set.ts';
import { quantile } from '../quantile.ts';
import { makeCollection } from '../scale/collection.ts';
import type { Engine } from './engines.ts';

interface Figures {
  readonly buildSeconds: number;
  readonly megabytes: number;
  readonly firstIsGold: number;
  readonly p50: number;
  readonly p99: number;
}

/** The product's search alone, with the ranker over what it found, and the peers. */
const ENGINES = [
  'notice-bot',
  'notice-bot ranked',
  'minisearch',
  'flexsearch',
  'orama',
  'sqlite-fts5',
  'lunr',
];
const SEED = 1;
const WARM_UP = 20;
const FOUND = 16;

const { values: options, positionals: files } = parseArgs({
  allowPositionals: true,
  options: {
    passages: { type: 'string', default: '10000' },
    questions: { type: 'string', default: '300' },
    engine: { type: 'string' },
  },
});
if (files.length === 0)
  throw new Error('Give the path of a question set in the form of SQuAD, or of several.');
if (options.engine === undefined) await compare();
else console.log(JSON.stringify(await measure(options.engine)));

async function compare(): Promise<void> {
  console.log(`${options.passages} passages, ${options.questions} questions\n`);
  console.log('| engine | R@1 | p50 | p99 | build | memory |\n| --- | --- | --- | --- | --- | --- |');
  for (const engine of ENGINES) {
    const args = [
      '--engine',
      engine,
      '--passages',
      options.passages,
      '--questions',
      options.questions,
      ...files,
    ];
    const { stdout } = await promisify(execFile)(process.execPath, [
      ...process.execArgv,
      fileURLToPath(import.meta.url),
      ...args,
    ]);
    const { firstIsGold, p50, p99, buildSeconds, megabytes } = JSON.parse(stdout) as Figures;
    console.log(
      `| ${engine} | ${firstIsGold.toFixed(3)} | ${p50.toFixed(1)} ms | ${p99.toFixed(1)} ms | ` +
        `${buildSeconds.toFixed(1)} s | ${megabytes.toFixed(0)} MB |`,
    );
  }
}

async function measure(name: string): Promise<Figures> {
  const segmenter = createJiebaSegmenter();
  const sets = files.map((file) => readQuestionSet(file, readFileSync(file)));
  const { notices, questions } = makeCollection(sets, Number(options.passages), segmenter, SEED);
  const sentences = notices.flatMap((notice) => cutSentences(notice, segmenter));
  const passages = groupByPassage(sentences);
  const codes = new Map<string, string>();
  const tokensOf = (terms: readonly string[]) => terms.map((term) => codeOf(term, codes));
  const tokens = passages.map((passage) =>
    tokensOf(passage.sentences.flatMap(({ words }) => searchTerms(words))),
  );
  const asked = questions.slice(0, Number(options.questions)).map((question) => {
    const words = segmenter.cut(fold(question.text));
    return { question, words, tokens: [...new Set(tokensOf(searchTerms(words)))] };
  });

  const before = megabytes();
  const start = process.cpuUsage();
  const search = await createSearch();
  const buildSeconds = secondsSince(start);
  const memory = megabytes() - before + search.outside;
  const times: number[] = [];
  let hits = 0;
  for (const [i, one] of [...asked.slice(-WARM_UP), ...asked].entries()) {
    const begin = process.cpuUsage();
    const [first] = await search.of(one);
    if (i < WARM_UP) continue;
    times.push(secondsSince(begin) * 1000);
    const passage = first === undefined ? undefined : passages[first]?.passage;
    if (passage !== undefined && one.question.passages.includes(passage)) hits++;
  }
  return {
    buildSeconds,
    megabytes: memory,
    firstIsGold: hits / asked.length,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
  };

  async function createSearch(): Promise<{
    of: (one: (typeof asked)[number]) => ReturnType<Engine['search']>;
    outside: number;
  }> {
    if (name.startsWith('notice-bot')) {
      const index = createPassageIndex(sentences);
      const places = new Map(passages.map(({ passage }, place) => [passage, place]));
      const ranker = loadRanker();
      return {
        of({ question, words }) {
          const { hits, terms } = index.search(words, FOUND);
          const order =
            name === 'notice-bot'
              ? hits.map((_, i) => i)
              : ranker.rank(
                  prepareQuery(fold(question.text), words, background()),
                  hits.map((hit) => ({ ...hit, passage: index.prepared(hit.passage) })),
                  terms,
                  index.collection,
                ).passages;
          return order.flatMap((i) => {
            const hit = hits[i];
            return hit === undefined ? [] : (places.get(hit.passage.passage) ?? []);
          });
        },
        outside: 0,
      };
    }
    // Loaded here, so that no engine is in another's memory but for its code.
    const { PEERS } = await import('./engines.ts');
    const engine = await PEERS[name]?.(tokens);
    if (engine === undefined) throw new Error(`There is no engine ${name}; there are ${ENGINES.join(', ')}.`);
    return { of: (one) => engine.search(one.tokens, FOUND), outside: engine.outside ?? 0 };
  }
}

/** Letters and digits, all of one length: no engine cuts them, and none is the beginning of another. */
function codeOf(term: string, codes: Map<string, string>): string {
  const code = codes.get(term) ?? `t${codes.size.toString(36).padStart(5, '0')}`;
  codes.set(term, code);
  return code;
}

function secondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

function megabytes(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}

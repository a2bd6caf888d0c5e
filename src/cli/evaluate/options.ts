import { parseArgs } from 'node:util';

import type { Floors } from './golden.ts';

/** What `npm run evaluate` was asked to do. */
export interface EvaluateOptions {
  readonly help: boolean;
  readonly json: boolean;
  /** The folder of the notices. */
  readonly data: string;
  /** Folders of notices that are loaded beside those. */
  readonly beside: readonly string[];
  /** Golden files; empty for all of the project's own. */
  readonly golden: readonly string[];
  /** Question files in the form of SQuAD; empty to ask the golden questions. */
  readonly squad: readonly string[];
  /** A folder for the charts of those, or undefined for none. */
  readonly charts: string | undefined;
  /** The segmenter to measure with, or undefined for the one that the bot would take. */
  readonly segmenter: 'jieba' | 'intl' | undefined;
  readonly floors: Floors;
}

export const USAGE = `Usage: npm run evaluate -- [options]

Asks the golden questions and their variants, and prints how many of the replies are right.
Ends with 1 when a figure is below its floor, with 64 when it was called wrongly.

  --golden FILE          questions to ask, may be given again (default: every file in tests/golden)
  --squad FILE           measure on a file in the form of SQuAD instead, may be given again: its paragraphs are
                         the notices, and each question is asked with and without its paragraph
  --charts DIR           with --squad: write reliability.svg and risk-coverage.svg into DIR
  --data DIR             folder of the notices (default: data/notices)
  --beside DIR           folder of further notices to load beside them, may be given again: the questions are then
                         asked by somebody who reads the notice that they are about
  --segmenter NAME       jieba or intl (default: jieba where it can be loaded)
  --json                 the figures and failures as JSON on standard output
  --floor-golden N       per cent of the golden questions that must pass (default: 100)
  --floor-abstain N      per cent of those that must be abstained from (default: 100)
  --floor-variants N     per cent of the variants (default: 99)
  --help                 this text
`;

/**
 * Reads the command line of `npm run evaluate`.
 *
 * @param args the words behind the command
 * @throws Error that says what to write instead
 */
export function parseOptions(args: readonly string[]): EvaluateOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      data: { type: 'string', default: 'data/notices' },
      beside: { type: 'string', multiple: true, default: [] },
      golden: { type: 'string', multiple: true, default: [] },
      squad: { type: 'string', multiple: true, default: [] },
      charts: { type: 'string' },
      segmenter: { type: 'string' },
      'floor-golden': { type: 'string', default: '100' },
      'floor-abstain': { type: 'string', default: '100' },
      'floor-variants': { type: 'string', default: '99' },
    },
  });
  if (values.charts !== undefined && values.squad.length === 0) {
    throw new Error('--charts draws what --squad FILE measures: give both');
  }
  return {
    help: values.help,
    json: values.json,
    data: values.data,
    beside: values.beside,
    golden: values.golden,
    squad: values.squad,
    charts: values.charts,
    segmenter: segmenterName(values.segmenter),
    floors: {
      golden: percentage('--floor-golden', values['floor-golden']),
      mustAbstain: percentage('--floor-abstain', values['floor-abstain']),
      variants: percentage('--floor-variants', values['floor-variants']),
    },
  };
}

function segmenterName(value: string | undefined): 'jieba' | 'intl' | undefined {
  if (value === undefined || value === 'jieba' || value === 'intl') return value;
  throw new Error(`--segmenter ${value}: write jieba or intl`);
}

function percentage(option: string, value: string): number {
  const number = Number(value);
  if (value.trim() !== '' && number >= 0 && number <= 100) return number;
  throw new Error(`${option} ${value}: write a number from 0 to 100`);
}

import { describe, expect, it } from 'vitest';

import { parseOptions } from '../../src/cli/evaluate/options.ts';

describe('the command line of evaluate', () => {
  it('has defaults for everything', () => {
    expect(parseOptions([])).toEqual({
      help: false,
      json: false,
      data: 'data/notices',
      beside: [],
      golden: [],
      squad: [],
      charts: undefined,
      segmenter: undefined,
      floors: { golden: 100, mustAbstain: 100, variants: 99 },
    });
  });

  it('takes several golden files, a segmenter and floors', () => {
    const args =
      '--golden a.yaml --golden b.yaml --segmenter intl --floor-golden 95 --floor-variants 0 --json';
    expect(parseOptions(args.split(' '))).toMatchObject({
      golden: ['a.yaml', 'b.yaml'],
      segmenter: 'intl',
      json: true,
      floors: { golden: 95, mustAbstain: 100, variants: 0 },
    });
  });

  it.each([
    ['an unknown option', ['--gold', 'a.yaml'], /--gold/],
    ['a word without an option', ['a.yaml'], /a\.yaml/],
    ['an option without its value', ['--golden'], /--golden/],
    ['charts of nothing', ['--charts', 'var'], /--squad FILE/],
    ['an unknown segmenter', ['--segmenter', 'icu'], /write jieba or intl/],
    ['a floor that is no number', ['--floor-golden', 'high'], /write a number from 0 to 100/],
    ['an empty floor', ['--floor-golden', ' '], /write a number from 0 to 100/],
    ['a floor above 100', ['--floor-abstain', '101'], /--floor-abstain 101/],
  ])('refuses %s', (_, args, message) => {
    expect(() => parseOptions(args)).toThrow(message);
  });
});

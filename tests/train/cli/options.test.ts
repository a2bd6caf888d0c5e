import { describe, expect, it } from 'vitest';

import { parseOptions } from '../../../src/cli/train/options.ts';

describe('the command line of train', () => {
  it('needs no more than a file', () => {
    expect(parseOptions(['--squad', 'a.json'])).toEqual({
      help: false,
      squad: ['a.json'],
      out: 'data/ranker.json',
      folds: 3,
      seed: 7,
      questions: Infinity,
      trees: 1,
      dryRun: false,
    });
  });

  it('takes several files, and leaves out one at a time', () => {
    const args = '--squad a.json --squad b.json --folds files --dry-run --seed 1';
    expect(parseOptions(args.split(' '))).toMatchObject({
      squad: ['a.json', 'b.json'],
      folds: 'files',
      seed: 1,
    });
  });

  it.each([
    ['no file', '', /give --squad FILE/],
    ['one file to leave out', '--squad a --folds files', /two files or more/],
    ['one fold', '--squad a --folds 1', /--folds 1: write a whole number from 2 to 20/],
    ['a seed that is no number', '--squad a --seed x', /--seed x/],
    ['more than all trees', '--squad a --trees 2 --out b', /--trees 2: write a number above 0 and at most 1/],
    ['a trial that would replace the ranker', '--squad a --questions 10', /A trial does not replace/],
    ['an unknown option', '--squads a', /--squads/],
  ])('refuses %s', (_, args, message) => {
    expect(() => parseOptions(args.split(' ').filter((word) => word !== ''))).toThrow(message);
  });

  it('allows a trial that is written elsewhere or nowhere', () => {
    expect(parseOptions('--squad a --trees 0.1 --out b'.split(' ')).out).toBe('b');
    expect(parseOptions('--squad a --trees 0.1 --dry-run'.split(' ')).dryRun).toBe(true);
  });
});

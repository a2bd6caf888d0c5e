import { describe, expect, it } from 'vitest';

import { parseOptions, UsageError } from '../../../src/cli/ask/options.ts';

const DEFAULTS = { dataDir: null, format: 'text', proof: false, help: false, question: null };

describe('parseOptions', () => {
  it('reads standard input and prints text where nothing is said', () => {
    expect(parseOptions([])).toEqual(DEFAULTS);
  });

  it('takes a question between options', () => {
    expect(parseOptions(['--data', 'notices', '海寧是什麼產業?', '--json', '--proof'])).toEqual({
      ...DEFAULTS,
      dataDir: 'notices',
      format: 'json',
      proof: true,
      question: '海寧是什麼產業?',
    });
  });

  it('joins words that were not quoted', () => {
    expect(parseOptions(['haining', 'shi', 'shenme']).question).toBe('haining shi shenme');
  });

  it('tells an empty question from none', () => {
    expect(parseOptions(['']).question).toBe('');
    expect(parseOptions(['--jsonl'])).toEqual({ ...DEFAULTS, format: 'jsonl' });
  });

  it('takes what stands behind -- as the question', () => {
    expect(parseOptions(['--', '--json']).question).toBe('--json');
  });

  it.each([[['--jason']], [['--data']], [['--json', '--jsonl']], [['-x', '海寧']]])('refuses %j', (args) => {
    expect(() => parseOptions(args)).toThrow(UsageError);
  });
});

import { describe, expect, it } from 'vitest';

import { figuresOf, type Outcome } from '../../src/cli/evaluate/golden.ts';
import { goldenJson, goldenTable, type GoldenReport } from '../../src/cli/evaluate/table.ts';

const PASSED = {
  question: '甲縣',
  why: 'said so',
  passed: true,
  quotesRight: true,
  expected: '甲縣種茶。',
  got: '甲縣種茶。',
};
const OUTCOMES: Outcome[] = [
  ...Array<Outcome>(2999).fill({ ...PASSED, group: 'golden' }),
  { ...PASSED, group: 'golden', question: '海寧"縣"', passed: false, got: '[蠶] 甲縣種茶。' },
  { ...PASSED, group: 'must abstain' },
  { ...PASSED, group: 'padding' },
];
const REPORT: GoldenReport = {
  segmenter: 'jieba',
  figures: figuresOf(OUTCOMES),
  floors: { golden: 100, mustAbstain: 100, variants: 99 },
  failures: OUTCOMES.filter(({ passed }) => !passed),
};

describe('the table', () => {
  it('lines its columns up, lists the failures below, and never rounds up to 100', () => {
    expect(goldenTable(REPORT)).toBe(`by jieba         passed    of      %  floor
golden             2999  3000   99.9    100
  sentence         3000  3000  100.0
must abstain          1     1  100.0    100
variants              1     1  100.0     99
  traditional         0     0      –
  simplified          0     0      –
  full-width          0     0      –
  half-width          0     0      –
  question mark       0     0      –
  padding             1     1  100.0
  case                0     0      –
  pinyin              0     0      –

Failures

golden: "海寧\\"縣\\"" (said so)
  expected  甲縣種茶。
  got       [蠶] 甲縣種茶。
`);
  });

  it('ends with its last row when nothing failed', () => {
    expect(goldenTable({ ...REPORT, failures: [] })).not.toContain('Failures');
  });
});

describe('the JSON', () => {
  it('holds the figures, the floors and the failures', () => {
    const parsed: unknown = JSON.parse(goldenJson(REPORT));
    expect(parsed).toMatchObject({
      segmenter: 'jieba',
      golden: { passed: 2999, total: 3000 },
      sentences: { passed: 3000, total: 3000 },
      mustAbstain: { passed: 1, total: 1 },
      variants: { passed: 1, total: 1 },
      byVariant: { padding: { passed: 1, total: 1 } },
      floors: { golden: 100, mustAbstain: 100, variants: 99 },
      failures: [{ group: 'golden', question: '海寧"縣"', got: '[蠶] 甲縣種茶。' }],
    });
  });
});

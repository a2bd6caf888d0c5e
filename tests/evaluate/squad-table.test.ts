import { describe, expect, it } from 'vitest';

import type { RankingFigures, ReplyFigures } from '../../src/cli/evaluate/squad-figures.ts';
import { reliabilityDiagram, riskCoverageCurve } from '../../src/cli/evaluate/squad-charts.ts';
import { readShippedRanker } from '../../src/cli/evaluate/squad.ts';
import { squadJson, squadTable, type SquadReport } from '../../src/cli/evaluate/squad-table.ts';
import { ANSWER_FEATURES, PASSAGE_FEATURES } from '../../src/answer/ranking/passage-features.ts';
import { SENTENCE_FEATURES } from '../../src/answer/ranking/sentence-features.ts';

const ABSTENTION = {
  auroc: 0.97,
  keptAt: { '1%': 0.6, '5%': 0.8, '10%': 0.9 },
  thresholdAt5: 0.7,
  ece: 0.02,
};

const REPORT: SquadReport = {
  file: 'a.json',
  paragraphs: 12,
  ranking: {
    questions: 36,
    recallAt1: 0.98765,
    recallAt5: 1,
    reciprocalRank: 0.99,
    sentenceHit: 0.87,
    sentenceHitGivenParagraph: 0.89,
    meanLength: 55.55,
    meanGoldLength: 56,
    hitsPer100Characters: 1.5,
    abstention: ABSTENTION,
  } satisfies RankingFigures,
  replies: {
    answerable: 36,
    unanswerable: 40,
    answered: 0.8,
    falselyAnswered: 0.05,
    rightOfAnswered: 0.93,
    sentenceHit: 0.86,
    meanLength: 55,
    hitsPer100Characters: 1.5,
    shortGiven: 0,
    shortExact: NaN,
    shortF1: NaN,
    abstention: ABSTENTION,
    milliseconds: { p50: 1, p95: 2, p99: 3 },
  } satisfies ReplyFigures,
  isTrainedOn: false,
  crossValidated: null,
};

const TRAINED: SquadReport = {
  ...REPORT,
  file: 'b.json',
  isTrainedOn: true,
  crossValidated: {
    questions: 36,
    recallAt1: 0.91,
    sentenceHit: 0.77,
    sentenceHitGivenParagraph: 0.8,
    meanLength: 50,
    abstention: ABSTENTION,
  },
};

describe('the table of the sets', () => {
  it('has a column for each set, and a dash where there is no figure', () => {
    const text = squadTable([REPORT, TRAINED], 'jieba');
    expect(text).toMatch(/^by jieba +a\.json +b\.json\n/);
    expect(text).toMatch(/\n {2}passage R@1 +0\.9877 +0\.9877\n/);
    expect(text).toMatch(/\n {2}short answer, exact match +– +–\n/);
    expect(text).toMatch(/\n {2}passage R@1 +– +0\.9100\n/);
  });

  it('says clearly which files the ranker was trained on, and nothing where it was on none', () => {
    expect(squadTable([REPORT, TRAINED], 'jieba')).toMatch(/was trained on b\.json: .*\n.*better than/);
    expect(squadTable([REPORT], 'jieba')).not.toContain('data/ranker.json');
  });

  it('can be had as JSON', () => {
    expect(JSON.parse(squadJson([REPORT], 'jieba'))).toMatchObject({
      segmenter: 'jieba',
      sets: [{ file: 'a.json', ranking: { recallAt1: 0.98765 }, replies: { milliseconds: { p99: 3 } } }],
    });
  });
});

describe('the shipped ranker', () => {
  const trees = (features: readonly { name: string }[]) => ({
    features: features.map(({ name }) => name),
    bias: 0,
    trees: [],
  });
  const data = {
    sentences: trees(SENTENCE_FEATURES),
    passages: trees(PASSAGE_FEATURES),
    answers: trees(ANSWER_FEATURES),
    passageWeight: 0.5,
  };

  it('is read with where it comes from', () => {
    const provenance = { files: [{ name: 'b.json', sha256: 'f00', questions: 1 }], crossValidated: {} };
    expect(readShippedRanker(JSON.stringify({ provenance, ...data })).provenance).toMatchObject(provenance);
  });

  it.each([
    ['none', undefined],
    ['another form', { data: ['b.json'] }],
  ])('is read also where its file has a provenance of %s', (_, provenance) => {
    const { files } = readShippedRanker(JSON.stringify({ provenance, ...data })).provenance;
    expect(files).toEqual([]);
  });
});

describe('the charts', () => {
  const judged = [
    { confidence: 0.95, isRight: true },
    { confidence: 0.9, isRight: false },
    { confidence: 0.15, isRight: false },
  ];
  const series = [{ name: 'a<b.json', judged }];

  it('are SVG, with the names of the sets escaped', () => {
    for (const chart of [reliabilityDiagram('A & B', series), riskCoverageCurve('A & B', series)]) {
      expect(chart).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
      expect(chart).toMatch(/<\/svg>\n$/);
      expect(chart).toContain('A &amp; B');
      expect(chart).toContain('>a&lt;b</text>');
      expect(chart).not.toContain('NaN');
    }
  });

  it('put a bin where its mean confidence and its share of right ones are', () => {
    // Two in the last bin: 0.925 sure, one of them right. The plot is 300 wide from 60, and high from 44.
    expect(reliabilityDiagram('', series)).toContain('<circle cx="337.5" cy="194.0"');
  });

  it('begin the curve with the surest and end it with all', () => {
    const points = /points="([^"]+)"/u.exec(riskCoverageCurve('', series))?.[1]?.split(' ') ?? [];
    expect(points[0]).toBe('160.0,344.0');
    expect(points.at(-1)).toBe('360.0,144.0');
  });
});

import { describe, expect, it } from 'vitest';

import { rankingFigures, replyFigures } from '../../src/cli/evaluate/squad-figures.ts';
import type { RankingOutcome } from '../../src/cli/evaluate/squad-ranking.ts';
import { characterF1, type ReplyOutcome } from '../../src/cli/evaluate/squad-replies.ts';

const RANKED: RankingOutcome = {
  hasAnswer: true,
  goldRank: 1,
  isHit: true,
  isHitInParagraph: true,
  length: 20,
  goldLength: 25,
  bestSentence: '',
  confidence: 0.9,
  confidenceWithout: 0.1,
};

const REPLIED: ReplyOutcome = {
  hasAnswer: true,
  isAnswered: true,
  confidence: 0.9,
  isHit: true,
  length: 20,
  short: { exact: 1, f1: 1 },
  milliseconds: 1,
  without: { isAnswered: false, confidence: 0.1 },
};

describe('the figures of search and ranker', () => {
  const figures = rankingFigures([
    RANKED,
    { ...RANKED, goldRank: 4, isHit: false, length: 60, goldLength: 0 },
    { ...RANKED, goldRank: 11, isHit: false, isHitInParagraph: false, confidence: 0.05 },
    { ...RANKED, goldRank: 0, isHit: false, isHitInParagraph: false },
    { ...RANKED, hasAnswer: false, goldRank: 1, isHit: false, confidence: 0.95, confidenceWithout: null },
  ]);

  it('count where the gold paragraph stands, among the answerable', () => {
    expect(figures.questions).toBe(4);
    expect(figures.recallAt1).toBe(0.25);
    expect(figures.recallAt5).toBe(0.5);
    expect(figures.reciprocalRank).toBeCloseTo((1 + 1 / 4) / 4);
  });

  it('count hits, and what they cost in characters', () => {
    expect(figures.sentenceHit).toBe(0.25);
    expect(figures.sentenceHitGivenParagraph).toBe(0.5);
    expect(figures.meanLength).toBe(30);
    expect(figures.meanGoldLength).toBe(25);
    expect(figures.hitsPer100Characters).toBeCloseTo(100 / 120);
  });

  it('take a question without an answer for unanswerable as it is, and the others without their paragraph', () => {
    // Of four times 0.1 and 0.95, three of four answerable ones exceed 0.1 always and 0.95 never.
    expect(figures.abstention.auroc).toBeCloseTo((3 * 4) / (4 * 5));
    expect(figures.abstention.keptAt['5%']).toBe(0);
  });
});

describe('the figures of the replies', () => {
  const figures = replyFigures([
    REPLIED,
    { ...REPLIED, isHit: false, short: { exact: 0, f1: 0.5 }, milliseconds: 3 },
    { ...REPLIED, short: null, milliseconds: 5, without: { isAnswered: true, confidence: 0.7 } },
    { ...REPLIED, isAnswered: false, short: null, isHit: true, confidence: 0.3, milliseconds: 9 },
    { ...REPLIED, hasAnswer: false, isAnswered: true, without: null, isHit: false, milliseconds: 2 },
  ]);

  it('say how many were answered, with and without an answer there', () => {
    expect(figures.answered).toBe(0.75);
    expect(figures.unanswerable).toBe(5);
    expect(figures.falselyAnswered).toBe(2 / 5);
  });

  it('say how many answers are right, and how many sentences that are shown at all', () => {
    expect(figures.rightOfAnswered).toBeCloseTo(2 / 3);
    expect(figures.sentenceHit).toBe(0.75);
  });

  it('judge the short answers that there are', () => {
    expect(figures.shortGiven).toBeCloseTo(2 / 3);
    expect(figures.shortExact).toBe(0.5);
    expect(figures.shortF1).toBe(0.75);
  });

  it('time every reply', () => {
    expect(figures.milliseconds).toEqual({ p50: 3, p95: 9, p99: 9 });
  });
});

describe('the F1 of characters', () => {
  it.each([
    ['经编产业', '经编产业', 1],
    ['经编', '经编产业', 2 / 3],
    ['经经', '经编', 0.5],
    ['毛衫', '经编', 0],
    ['', '经编', 0],
  ])('of %s against %s is %d', (given, gold, expected) => {
    expect(characterF1(given, gold)).toBeCloseTo(expected);
  });
});

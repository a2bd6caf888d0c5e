import { describe, expect, it } from 'vitest';

import {
  ANSWER_FEATURES,
  describePassage,
  PASSAGE_FEATURES,
  scorePassages,
} from '../../../src/answer/ranking/passage-features.ts';
import { loadRanker } from '../../../src/answer/ranking/load-ranker.ts';
import { preparePassage } from '../../../src/answer/ranking/passage.ts';
import { prepareQuery } from '../../../src/answer/ranking/query.ts';
import { createRanker, viewHits, type RankerData } from '../../../src/answer/ranking/ranker.ts';
import { describeSentence, SENTENCE_FEATURES } from '../../../src/answer/ranking/sentence-features.ts';
import { background } from '../../../src/lexicon/background.ts';
import { cut } from './cut.ts';

const PASSAGES = [
  preparePassage([
    cut('海宁/ns 的/u 主要/b 产业/n 是/v 经编/n 。/x'),
    cut('协会/n 有/v 50/m 家/q 企业/n 。/x'),
  ]),
  preparePassage([cut('平湖/ns 的/u 主要/b 产业/n 是/v 箱包/n 。/x')]),
];
const { folded, words } = cut('海宁/ns 的/u 主要/b 产业/n 是/v 什么/r ?/x');
const QUERY = prepareQuery(folded, words, background());
const FOUND = PASSAGES.map((passage, i) => ({ passage, score: 20 - 8 * i, matchedTerms: 5 - i }));
const TERMS = ['海宁', '主要', '产业', '#海宁', '#产业'];
const COLLECTION = { size: 2, frequency: (term: string) => (term.includes('海宁') ? 1 : 2) };

/** One stump for each model: the sentence by its cover, the passage by its best sentence, the answer always alike. */
function stumps(passageWeight: number): RankerData {
  const stump = (features: readonly { name: string }[], name: string, threshold: number) => {
    const names = features.map((feature) => feature.name);
    return {
      features: names,
      bias: 0,
      trees: [
        {
          feature: [names.indexOf(name), -1, -1],
          threshold: [threshold, 0, 0],
          value: [0, -1, 1],
          right: [2, 0, 0],
        },
      ],
    };
  };
  return {
    sentences: stump(SENTENCE_FEATURES, 'cover', 0.9),
    passages: stump(PASSAGE_FEATURES, 'rank', 0.5),
    answers: stump(ANSWER_FEATURES, 'passage', -5),
    passageWeight,
  };
}

describe('a ranker', () => {
  it('puts the sentences in order by their scores and their passages’', () => {
    const { sentences, passages, confidence } = createRanker(stumps(0.5)).rank(
      QUERY,
      FOUND,
      TERMS,
      COLLECTION,
    );
    expect(sentences.map(({ passage, sentence, score }) => [passage, sentence, score])).toEqual([
      [0, 0, 0.5],
      [1, 0, -0.5],
      [0, 1, -1.5],
    ]);
    expect(passages).toEqual([1, 0]);
    expect(confidence).toBeCloseTo(1 / (1 + Math.exp(-1)));
  });

  it('listens to the passages as much as its file says', () => {
    const { sentences } = createRanker(stumps(5)).rank(QUERY, FOUND, TERMS, COLLECTION);
    expect(sentences[0]).toMatchObject({ passage: 1, sentence: 0 });
  });

  it('gives shares that add up to 1', () => {
    const { sentences } = createRanker(stumps(0.5)).rank(QUERY, FOUND, TERMS, COLLECTION);
    expect(sentences.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
  });

  it('is not confident at all where nothing was found', () => {
    expect(createRanker(stumps(0.5)).rank(QUERY, [], [], COLLECTION)).toEqual({
      sentences: [],
      passages: [],
      confidence: 0,
    });
  });

  it('refuses a file that was trained on other features', () => {
    const data = stumps(0.5);
    const other = { ...data, sentences: { ...data.sentences, features: ['cover'] } };
    expect(() => createRanker(other)).toThrow(/npm run train/);
  });

  it('is shipped, and finds the plain answer', () => {
    const { sentences } = loadRanker().rank(QUERY, FOUND, TERMS, COLLECTION);
    expect(sentences[0]).toMatchObject({ passage: 0, sentence: 0 });
  });
});

describe('the features', () => {
  const views = viewHits(QUERY, FOUND, TERMS, COLLECTION);
  const value = (passage: number, sentence: number, name: string) => {
    const view = views[passage]?.sentences[sentence];
    if (view === undefined) throw new Error('no such sentence');
    return describeSentence(view)[SENTENCE_FEATURES.findIndex((feature) => feature.name === name)];
  };

  it('have names of their own and finite values', () => {
    for (const features of [SENTENCE_FEATURES, PASSAGE_FEATURES, ANSWER_FEATURES]) {
      expect(new Set(features.map(({ name }) => name)).size).toBe(features.length);
    }
    const scored = scorePassages(views.map((view) => ({ view, scores: view.sentences.map(() => 0) })));
    const rows = [
      ...views.flatMap((view) => view.sentences.map(describeSentence)),
      ...scored.map(describePassage),
    ];
    for (const row of rows) expect([...row].every(Number.isFinite)).toBe(true);
  });

  it('see all of the question in the sentence that has all of it', () => {
    expect(value(0, 0, 'cover')).toBeCloseTo(1);
    expect(value(0, 0, 'termsShare')).toBe(1);
    expect(value(0, 1, 'cover')).toBe(0);
    expect(value(1, 0, 'subject')).toBe(0);
    expect(value(1, 0, 'cover')).toBeLessThan(0.7);
  });

  it('see the answer’s place: the question runs up to the gap in the sentence too', () => {
    expect(value(0, 0, 'leftOfGap')).toBe(8);
    expect(value(0, 1, 'leftOfGap')).toBe(0);
  });

  it('know where a sentence stands', () => {
    expect(value(0, 1, 'index')).toBe(1);
    expect(value(0, 1, 'relativeIndex')).toBe(0.5);
    expect(value(1, 0, 'passageRank')).toBe(1);
    expect(value(1, 0, 'scoreShare')).toBeCloseTo(0.6);
  });

  it('see what kinds of things a sentence has', () => {
    expect(value(0, 1, 'numbers')).toBe(1);
    expect(value(0, 0, 'places')).toBe(1);
    expect(value(0, 0, 'defines')).toBe(0);
  });
});

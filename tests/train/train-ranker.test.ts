import { describe, expect, it } from 'vitest';

import { createRanker } from '../../src/answer/ranking/ranker.ts';
import { createIntlSegmenter } from '../../src/text/segmenter.ts';
import { rankingFigures } from '../../src/train/cross-validation.ts';
import { rankerJson, type Provenance, type TrainedRanker } from '../../src/train/provenance.ts';
import { prepareExamples, viewsOf, type Example } from '../../src/train/settings.ts';
import { trainRanker } from '../../src/train/train-ranker.ts';
import { townSet } from './sets.ts';

const OPTIONS = { seed: 7, trees: 0.05 };
const FOLDS = 2;
const foldOf = ({ draw }: Example) => Math.floor(draw * FOLDS);

function prepare(seed = 1): Example[] {
  return [...prepareExamples(townSet(), 0, createIntlSegmenter(), seed)];
}

const examples = prepare();
const trained = trainRanker(examples, FOLDS, foldOf, OPTIONS, () => undefined);

describe('the examples', () => {
  it('ask every question in four settings, of which two have its paragraph', () => {
    expect(examples).toHaveLength(36);
    for (const example of examples) {
      const { settings } = example;
      expect(settings.map(({ kind }) => kind)).toEqual(['whole', 'whole without', 'small', 'small without']);
      for (const { found, hasAnswer } of settings) {
        if (!hasAnswer) expect(found.some(({ place }) => example.isGold(place))).toBe(false);
      }
      expect(settings[0]?.collection.size).toBe(12);
      expect(settings[1]?.collection.size).toBe(11);
      expect(settings[2]?.collection.size).toBeLessThanOrEqual(8);
      expect(settings[3]?.collection.size).toBe((settings[2]?.collection.size ?? 0) - 1);
    }
  });

  it('keep questions about one article in one fold, and spread the articles', () => {
    const draws = new Set(examples.map(({ draw }) => draw));
    expect(draws.size).toBe(12);
    expect(new Set(examples.map(foldOf)).size).toBe(FOLDS);
  });

  it('have the same small collections from the same seed only', () => {
    const sizes = (list: Example[]) => list.map(({ settings }) => settings[2]?.collection.size);
    expect(sizes(prepare())).toEqual(sizes(examples));
    expect(sizes(prepare(2))).not.toEqual(sizes(examples));
  });

  it('value the annotated sentence most, and one without the answer not at all', () => {
    const [example] = examples;
    const gold = example?.settings[0]?.found.find(({ place }) => example.isGold(place))?.place ?? -1;
    expect([0, 1, 2].map((sentence) => example?.worthOf(gold, sentence))).toEqual([1, 0, 0]);
  });
});

describe('a training', () => {
  it('gives the same ranker and verdicts again', () => {
    const again = trainRanker(prepare(), FOLDS, foldOf, OPTIONS, () => undefined);
    expect(JSON.stringify(again.ranker)).toBe(JSON.stringify(trained.ranker));
    expect(again.verdicts.map(({ confidence }) => confidence)).toEqual(
      trained.verdicts.map(({ confidence }) => confidence),
    );
  });

  it('gives another from another seed', () => {
    const other = trainRanker(examples, FOLDS, foldOf, { ...OPTIONS, seed: 8 }, () => undefined);
    expect(JSON.stringify(other.ranker)).not.toBe(JSON.stringify(trained.ranker));
  });

  it('judges each setting by models of the other folds: what they say does not hang on its own labels', () => {
    const [first] = examples;
    if (first === undefined) throw new Error('there are no examples');
    const mislabelled = examples.map((example) =>
      foldOf(example) === foldOf(first) ? { ...example, worthOf: () => 1 } : example,
    );
    const other = trainRanker(mislabelled, FOLDS, foldOf, OPTIONS, () => undefined);
    const scores = ({ verdicts }: typeof trained) =>
      verdicts
        .filter(({ example }) => foldOf(example) === foldOf(first))
        .map(({ sentenceScores }) => sentenceScores);
    expect(scores(other)).toEqual(scores(trained));
  });

  it('gives a ranker that the answerer can read, with sentences in their order', () => {
    const data = JSON.parse(
      rankerJson({ provenance: { seed: 7 } as Provenance, ...trained.ranker }),
    ) as TrainedRanker;
    const ranker = createRanker(data);
    for (const { query, settings } of examples) {
      const [setting] = settings;
      if (setting === undefined) continue;
      const { sentences, confidence } = ranker.rank(query, setting.found, setting.terms, setting.collection);
      expect(sentences.length).toBe(
        setting.found.reduce((sum, { passage }) => sum + passage.sentences.length, 0),
      );
      expect(sentences.map(({ score }) => score)).toEqual(
        sentences.map(({ score }) => score).sort((a, b) => b - a),
      );
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThan(1);
    }
  });

  it('counts what its verdicts come to', () => {
    const figures = rankingFigures(trained.verdicts, 'whole');
    expect(figures.questions).toBe(36);
    expect(figures.sentenceHit).toBeLessThanOrEqual(figures.recallAt1);
    expect(figures.sentenceHitGivenParagraph).toBeGreaterThanOrEqual(1 / 3);
    expect(figures.meanLength).toBeGreaterThan(8);
    expect(figures.meanLength).toBeLessThan(20);
  });

  it('shares the gain among the features of each model', () => {
    for (const gains of Object.values(trained.gains)) {
      const sum = gains.reduce((total, { share }) => total + share, 0);
      expect(sum === 0 || Math.abs(sum - 1) < 1e-6).toBe(true);
      expect(gains.map(({ share }) => share)).toEqual(gains.map(({ share }) => share).sort((a, b) => b - a));
    }
  });

  it('sees one view a passage that was found', () => {
    for (const example of examples.slice(0, 5)) {
      for (const setting of example.settings) {
        expect(viewsOf(example, setting)).toHaveLength(setting.found.length);
      }
    }
  });
});

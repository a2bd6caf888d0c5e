import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { createPassageIndex } from '../../src/answer/passage-index.ts';
import { parseQuestion } from '../../src/answer/question/question.ts';
import { rankSentences } from '../../src/answer/ranked.ts';
import { createRanker, type RankerData } from '../../src/answer/ranking/ranker.ts';
import { createLexicon } from '../../src/lexicon/lexicon.ts';
import { createIntlSegmenter } from '../../src/text/segmenter.ts';
import { explanationView } from '../../src/cli/explain/view.ts';
import { parseOptions } from '../../src/cli/explain/options.ts';
import { explain, type ExplainedScore, type Explanation } from '../../src/train/explain.ts';
import { townSet } from './sets.ts';

const data = JSON.parse(
  readFileSync(new URL('../../data/ranker.json', import.meta.url), 'utf8'),
) as RankerData;
const lexicon = createLexicon(townSet().notices, createIntlSegmenter());
const index = createPassageIndex(lexicon.sentences);

function explained(text: string): Explanation {
  const explanation = explain(parseQuestion(text, lexicon), lexicon, index, data);
  if (explanation === undefined) throw new Error(`nothing found for "${text}"`);
  return explanation;
}

describe('an explanation', () => {
  const explanation = explained('平湖的主要产业是什么？');

  it('is of the sentence that the answerer ranks first, with the same confidence', () => {
    const question = parseQuestion('平湖的主要产业是什么？', lexicon);
    const ranked = rankSentences(question, index, createRanker(data));
    expect(explanation.best).toBe(ranked.sentences[0]?.sentence);
    expect(explanation.best.sentence.text).toBe('平湖的主要产业是箱包。');
    expect(explanation.confidence).toBeCloseTo(ranked.confidence, 10);
  });

  it.each(['sentence', 'passage', 'answer'] as const)(
    'has contributions that add up to the score of the %s, the weightiest first',
    (part) => {
      const { score, bias, contributions }: ExplainedScore = explanation[part];
      expect(contributions.reduce((sum, { added }) => sum + added, bias)).toBeCloseTo(score, 6);
      const weights = contributions.map(({ added }) => Math.abs(added));
      expect(weights).toEqual([...weights].sort((a, b) => b - a));
    },
  );

  it('is printed with as many features as are wanted, and the rest in one line', () => {
    const text = explanationView(explanation, 3);
    expect(text).toMatch(/^question {4}平湖的主要产业是什么\?\ntype {8}what \(什么\)\n/);
    expect(text).toContain('sentence    平湖的主要产业是箱包。\nfrom        平湖产业, paragraph 1\n');
    expect(text.match(/^ {2}\d+ more /gmu)).toHaveLength(3);
    expect(text).not.toContain('NaN');
  });

  it('is not there where nothing is found', () => {
    expect(explain(parseQuestion('zzz', lexicon), lexicon, index, data)).toBeUndefined();
  });
});

describe('the command line of explain', () => {
  it('takes words without quotes for one question', () => {
    expect(parseOptions(['--data', 'd', '海寧', '是什麼'])).toEqual({
      help: false,
      dataDir: 'd',
      features: 12,
      question: '海寧 是什麼',
    });
  });

  it.each([
    ['no question', [], /no question/],
    ['no features', ['--features', '0', '海寧'], /--features 0/],
    ['an unknown option', ['--json', '海寧'], /--json/],
  ])('refuses %s', (_, args, message) => {
    expect(() => parseOptions(args)).toThrow(message);
  });
});

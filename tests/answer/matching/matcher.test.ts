import { describe, expect, it } from 'vitest';

import { createMatcher, loadMatcher } from '../../../src/answer/matching/matcher.ts';
import { packWeights } from '../../../src/answer/matching/packed.ts';
import { createLexicon } from '../../../src/lexicon/lexicon.ts';
import { fold } from '../../../src/text/script.ts';
import { createSegmenter } from '../../../src/text/segmenter.ts';
import { zeros } from '../../../src/train/matching/train-matcher.ts';
import { noticeOf } from '../../support/answerers.ts';

const segmenter = createSegmenter(() => undefined);
const notice = noticeOf(
  'hall',
  '市民活動中心使用須知',
  '發布日期：2022-05-09',
  '開放時段為週二至週日9時至21時。',
  '場地每小時收取150元。',
  '如有疑問，請洽0573-82100000。',
);
const lexicon = createLexicon([notice], segmenter);
const sentences = lexicon.sentences
  .filter(({ passage }) => passage !== null)
  .map((sentence) => ({ sentence, standing: lexicon.standingOf(sentence), title: fold(notice.title) }));

describe('the matcher', () => {
  it.each([
    ['租一次多少钱', '場地每小時收取150元。'],
    ['几点关门', '開放時段為週二至週日9時至21時。'],
    ['有问题找谁', '如有疑問，請洽0573-82100000。'],
  ])('finds what answers though it shares no word: %s', (question, answer) => {
    const scores = [...loadMatcher().match(segmenter.cut(question), sentences)];
    const best = sentences[scores.indexOf(Math.max(...scores))];
    expect(best?.sentence.sentence.text).toBe(answer);
  });

  it('says the same again', () => {
    const words = segmenter.cut('几点关门');
    expect(loadMatcher().match(words, sentences)).toEqual(loadMatcher().match(words, sentences));
  });

  it('is refused where it was trained with other symbols', () => {
    expect(() => createMatcher({ pieces: ['水'], weights: packWeights(zeros(1)) })).toThrow(
      'symbols has 32 numbers instead of 64); run "npm run train:appraiser" for data/matcher.json',
    );
  });
});

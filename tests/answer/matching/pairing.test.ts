import { describe, expect, it } from 'vitest';

import { pairUp } from '../../../src/answer/matching/pairing.ts';
import {
  meaningfulWords,
  piecesOf,
  symbolTable,
  toSymbols,
  UNSEEN,
} from '../../../src/answer/matching/symbols.ts';
import { createLexicon } from '../../../src/lexicon/lexicon.ts';
import { fold } from '../../../src/text/script.ts';
import { createSegmenter } from '../../../src/text/segmenter.ts';
import { noticeOf } from '../../support/answerers.ts';

describe('the pieces of a word', () => {
  it.each([
    ['停水', ['停', '水']],
    ['2021', ['4 digits']],
    ['3.5', ['2 digits']],
    ['057387290000123', ['12 digits']],
    ['p3', ['p', '3']],
    ['公共卫生服务', ['公', '共', '卫', '生', '服']],
  ])('%s', (word, pieces) => {
    expect(piecesOf(word)).toEqual(pieces);
  });

  it('are symbols where they are known', () => {
    const known = symbolTable(['停', '水']);
    const { ids, ends } = toSymbols(['停水', '水费'], known);
    expect([...ids]).toEqual([1, 2, 2, UNSEEN]);
    expect([...ends]).toEqual([2, 4]);
  });
});

describe('a question and sentences that are paired up', () => {
  const segmenter = createSegmenter(() => undefined);
  const notice = noticeOf('n', '停水通知', '發布日期：2022-05-09', '一、停水時間：', '5月12日8時停水。');
  const lexicon = createLexicon([notice], segmenter);
  const sentences = lexicon.sentences
    .filter(({ passage }) => passage !== null)
    .map((sentence) => ({ sentence, standing: lexicon.standingOf(sentence), title: fold(notice.title) }));
  const words = segmenter.cut('停水时间？');
  const pairing = pairUp(words, sentences, symbolTable(['停', '水']));

  it('leave out what is no word', () => {
    expect(meaningfulWords(words, 9).join('')).toBe('停水时间');
    expect(meaningfulWords(words, 1)).toHaveLength(1);
  });

  it('tell whether a word stands in the sentence, above it and in the title, and in which share of them', () => {
    const [heading, below] = pairing.sentences;
    expect([...(heading?.evidence.slice(0, 4) ?? [])]).toEqual([1, 0, 1, 1]);
    expect([...(below?.evidence.slice(0, 4) ?? [])]).toEqual([1, 1, 1, 1]);
    expect([...(below?.evidence.slice(4, 8) ?? [])]).toEqual([0, 1, 0, 0.5]);
  });

  it('tell what each sentence is to its notice', () => {
    expect(pairing.sentences.map(({ role }) => role)).toEqual([2, 6]);
  });
});

import { describe, expect, it } from 'vitest';

import { cutSentences } from '../../src/lexicon/cut-sentence.ts';
import { createIntlSegmenter } from '../../src/text/segmenter.ts';
import { noticeOf } from '../support/answerers.ts';

const segmenter = createIntlSegmenter();

describe('the sentences of a notice', () => {
  const notice = noticeOf('n', '停水通知', '發布日期：2022-05-09', '海寧停水。請儲水。', '平湖不停水。');
  const sentences = cutSentences(notice, segmenter);

  it('are the title, the date line and those of the paragraphs, in order', () => {
    expect(sentences.map(({ sentence }) => sentence.text)).toEqual([
      '停水通知',
      '發布日期：2022-05-09',
      '海寧停水。',
      '請儲水。',
      '平湖不停水。',
    ]);
  });

  it('have their passage, which the title and the date line have not', () => {
    expect(sentences.map(({ passage }) => passage?.number ?? null)).toEqual([
      null,
      null,
      ...notice.passages.flatMap(({ number, sentences: inside }) => inside.map(() => number)),
    ]);
  });

  it('are folded so that positions hold, and cut as folded', () => {
    for (const { sentence, folded, words } of sentences) {
      expect(folded).toHaveLength(sentence.text.length);
      expect(words.map(({ text }) => text).join('')).toBe(folded);
    }
    expect(sentences[2]?.folded).toBe('海宁停水。');
  });

  it('are only those of the paragraphs where front matter gave title and date', () => {
    const bare = noticeOf('n', '---', 'title: 停水', 'date: 2022-05-09', '---', '海寧停水。', '平湖不停水。');
    expect(cutSentences(bare, segmenter).map(({ sentence }) => sentence.text)).toEqual([
      '海寧停水。',
      '平湖不停水。',
    ]);
  });
});

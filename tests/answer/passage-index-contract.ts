import { describe, expect, it } from 'vitest';

import type { PassageIndex } from '../../src/answer/passage-index.ts';
import { cutSentences, type CutSentence } from '../../src/lexicon/cut-sentence.ts';
import type { Segmenter } from '../../src/text/segmenter.ts';
import { fold } from '../../src/text/script.ts';
import { noticeOf } from '../support/answerers.ts';

/**
 * What the answerer asks of a passage index, whatever search engine stands behind it.
 *
 * @param create makes the index of sentences, those of titles and date lines among them
 * @param segmenter cuts the passages and the questions alike
 */
export function describePassageIndex(
  create: (sentences: readonly CutSentence[]) => PassageIndex,
  segmenter: Segmenter,
): void {
  const notices = [
    noticeOf(
      'tea',
      '種茶通知',
      '發布日期：2021-03-16',
      '茶農應當及時採摘茶葉。茶葉不得受潮。',
      '茶農可以申請補助。',
      '蠶農另行通知。',
    ),
    noticeOf('silk', '养蚕通知', '发布日期：2021-04-16', '蚕农应当及时喂养。', '茶农不适用score。'),
  ];
  const sentences = notices.flatMap((notice) => cutSentences(notice, segmenter));
  const index = create(sentences);
  const search = (question: string, limit = 10) => index.search(segmenter.cut(fold(question)), limit);
  const found = (question: string, limit?: number) =>
    search(question, limit).hits.map(({ passage }) => passage.folded);

  describe('its passages', () => {
    it('are the paragraphs of all notices, without titles and date lines', () => {
      expect(index.collection.size).toBe(5);
      expect(found('2021年发布日期')).toEqual([]);
    });

    it('have their sentences in order, their text and the title of their notice, folded', () => {
      const [hit] = search('采摘').hits;
      expect(hit?.passage.sentences.map(({ sentence }) => sentence.text)).toEqual([
        '茶農應當及時採摘茶葉。',
        '茶葉不得受潮。',
      ]);
      expect(hit?.passage).toMatchObject({
        title: '种茶通知',
        folded: '茶农应当及时采摘茶叶。茶叶不得受潮。',
      });
      expect(hit?.passage.passage).toBe(notices[0]?.passages[0]);
    });
  });

  describe('a search', () => {
    it('finds the passages that share words with the question, in either script', () => {
      expect(found('喂养')).toEqual(['蚕农应当及时喂养。']);
      expect(found('餵養').length).toBe(1);
      expect(new Set(found('茶农').slice(0, 3))).toEqual(
        new Set(['茶农应当及时采摘茶叶。茶叶不得受潮。', '茶农可以申请补助。', '茶农不适用score。']),
      );
    });

    it('puts the passage first that has more of the question', () => {
      expect(found('茶农申请补助')[0]).toBe('茶农可以申请补助。');
      expect(found('茶叶受潮')[0]).toMatch(/受潮/u);
    });

    it('has the best first, each once, with how much it matched', () => {
      const { hits, terms } = search('茶农应当申请补助');
      const scores = hits.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      expect(new Set(hits.map(({ passage }) => passage)).size).toBe(hits.length);
      for (const { score, matchedTerms } of hits) {
        expect(score).toBeGreaterThan(0);
        expect(matchedTerms).toBeGreaterThan(0);
        expect(matchedTerms).toBeLessThanOrEqual(terms.length);
      }
    });

    it('searches terms that some passage has, each once', () => {
      const { terms } = search('茶农茶农喂养火星');
      expect(terms.length).toBeGreaterThan(0);
      expect(new Set(terms).size).toBe(terms.length);
      for (const term of terms) {
        expect(index.collection.frequency(term)).toBeGreaterThan(0);
        expect(term).not.toContain('火星');
      }
    });

    it('finds no more than it is asked for, and those are the best', () => {
      expect(found('茶农', 1)).toEqual(found('茶农').slice(0, 1));
      expect(found('茶农', 0)).toEqual([]);
    });

    it.each(['', '。？', '火星', '𠮷', ' ', 'AND OR *'])('finds nothing for %j', (question) => {
      expect(search(question)).toEqual({ hits: [], terms: [] });
    });

    it('takes a word that is also the name of a field for a word', () => {
      const [hit] = search('score').hits;
      expect(hit?.passage.folded).toBe('茶农不适用score。');
      expect(hit?.score).toBeGreaterThan(0);
    });

    it('finds the same again', () => {
      expect(search('茶农补助')).toEqual(search('茶农补助'));
    });
  });

  describe('its collection', () => {
    it('knows in how many passages a word stands, and a pair of characters', () => {
      expect(index.collection.frequency('补助')).toBe(1);
      expect(index.collection.frequency('茶农')).toBe(3);
      expect(index.collection.frequency('农应')).toBe(2);
      expect(index.collection.frequency('火星')).toBe(0);
    });
  });

  describe('a prepared passage', () => {
    it('has the passage’s sentences, and is made once', () => {
      const [hit] = search('采摘').hits;
      if (hit === undefined) throw new Error('the passage is found');
      const prepared = index.prepared(hit.passage);
      expect(prepared.sentences).toHaveLength(hit.passage.sentences.length);
      expect(index.prepared(hit.passage)).toBe(prepared);
    });
  });

  describe('an index of nothing', () => {
    it('finds nothing', () => {
      const empty = create([]);
      expect(empty.search(segmenter.cut('茶农'), 10)).toEqual({ hits: [], terms: [] });
      expect(empty.collection.size).toBe(0);
    });
  });
}

import { readFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { describe, expect, it } from 'vitest';

import {
  answererFrom,
  prepareInSteps,
  restorePrepared,
  savePrepared,
  type SavedPreparation,
} from '../../../src/answer/index.ts';
import type { Notice } from '../../../src/notice/notice.ts';
import { parseNotice } from '../../../src/notice/parse.ts';
import type { Segmenter } from '../../../src/text/segmenter.ts';
import { finish } from '../../../src/text/steps.ts';
import { segmenters } from '../../lexicon/segmenters.ts';
import { noticeOf } from '../../support/answerers.ts';
import { all } from '../notices.ts';

const FIRST = '000_4955d98262385171';
const first = parseNotice(
  FIRST,
  readFileSync(new URL(`../../../data/notices/${FIRST}.txt`, import.meta.url), 'utf8'),
);
const correction = noticeOf(
  'correction',
  '更正公告',
  '发布日期：2022-05-10',
  '《关于部分区域计划停水的通知》更正：停水改为5月15日。',
  // Words of more than one code unit a character, and what no segmenter knows.
  '𠮷野家ABC、①②③停水，ﬁ 𠮷𠮷。',
);
const series = [...(first === undefined ? [] : [first]), ...all, correction];

const QUESTIONS = [
  '海寧是什麼產業？',
  '平湖呢',
  'haining shenme chanye',
  '海宁补助多少钱？',
  '嗨寧的產業',
  '五個一是什麼？',
  '「三有」工作模式有哪些？',
  '什麼時候停水？',
  '停水熱線是多少？',
  '海寧和德化的產業有什麼不同？',
  '海寧的GDP是多少？',
  '標題是什麼？',
  '2021年的通知有哪些重點產業？',
  '𠮷野家',
  '你好',
  '',
];

/** What is read of what was saved, as if from a file. */
function saved(notices: readonly Notice[], segmenter: Segmenter) {
  const prepared = finish(prepareInSteps(notices, segmenter));
  const form = deserialize(serialize(finish(savePrepared(prepared)))) as SavedPreparation;
  return { prepared, form };
}

describe.each(segmenters())('what was prepared by $name and saved', (segmenter) => {
  const { prepared, form } = saved(series, segmenter);
  const restored = restorePrepared(series, form);

  it('holds the same sentences, with the same words', () => {
    const { sentences } = restored.understanding;
    expect(sentences).toHaveLength(prepared.understanding.sentences.length);
    for (const [i, { notice, passage, sentence, folded, words }] of sentences.entries()) {
      const made = prepared.understanding.sentences[i];
      expect(notice).toBe(made?.notice);
      expect(passage).toBe(made?.passage);
      expect(sentence).toBe(made?.sentence);
      expect({ folded, words }).toEqual({ folded: made?.folded, words: made?.words });
    }
  });

  it('holds the same places, facts, initiatives and replacements', () => {
    expect(restored.understanding.facts).toEqual(prepared.understanding.facts);
    expect(restored.understanding.initiatives).toEqual(prepared.understanding.initiatives);
    expect(restored.understanding.grams).toEqual(prepared.understanding.grams);
    expect(restored.understanding.home).toEqual(prepared.understanding.home);
    expect(restored.understanding.places).toEqual(prepared.understanding.places);
    expect([...restored.understanding.enumerations.values()]).toEqual([
      ...prepared.understanding.enumerations.values(),
    ]);
    expect(prepared.replacements?.size).toBe(1);
    expect(restored.replacements).toEqual(prepared.replacements);
  });

  it('gives the same replies as what was made', () => {
    const made = answererFrom(prepared, segmenter, () => '2022-12-01');
    const again = answererFrom(restored, segmenter, () => '2022-12-01');
    for (const question of QUESTIONS) {
      expect(again.ask(question), question).toEqual(made.ask(question));
      expect(again.complete(question, '海寧是什麼產業？'), question).toEqual(
        made.complete(question, '海寧是什麼產業？'),
      );
    }
    expect(again.counties).toEqual(made.counties);
    expect(again.findInitiative('五個一')).toEqual(made.findInitiative('五個一'));
    expect(made.counties.length).toBeGreaterThan(5);
  });

  it('knows texts without dates for no series', () => {
    const undated = [noticeOf('a', '甲', '甲是茶農。'), noticeOf('b', '乙', '乙是蠶農。')];
    const { form: ofUndated } = saved(undated, segmenter);
    expect(restorePrepared(undated, ofUndated).replacements).toBeNull();
  });

  it('is refused for fewer notices than it was made of', () => {
    expect(() => restorePrepared(series.slice(0, 2), form)).toThrow(RangeError);
  });
});

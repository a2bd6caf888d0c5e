import { describe, expect, it } from 'vitest';

import type { AppraisedView } from '../../../src/answer/appraisal/rivals.ts';
import { viewCandidates } from '../../../src/answer/appraisal/view.ts';
import { groupByPassage } from '../../../src/answer/cut-passage.ts';
import { createPassageIndex } from '../../../src/answer/passage-index.ts';
import { parseQuestion } from '../../../src/answer/question/question.ts';
import { rankSentences } from '../../../src/answer/ranked.ts';
import { loadRanker } from '../../../src/answer/ranking/load-ranker.ts';
import { createLexicon } from '../../../src/lexicon/lexicon.ts';
import { jiebaOrNone } from '../../lexicon/segmenters.ts';
import { noticeOf } from '../../support/answerers.ts';

/** Which words of a sentence have a meaning depends on what they are tagged. */
const jieba = jiebaOrNone();

describe.runIf(jieba !== undefined)('a candidate beside the others', () => {
  const lexicon = createLexicon(
    [
      noticeOf(
        'n',
        '关于组织申报加装电梯补助的通知',
        '发布日期：2022-06-30',
        '申报时间为2022年7月4日至8月31日。',
        '申报地点为行政服务中心二楼15号窗口，材料不齐的不予受理。',
        '咨询电话：0573-88021100',
        '街道 | 名额 | 负责人',
        '梧桐街道 | 12部 | 沈建国',
        '凤鸣街道 | 8部 | 陆小平',
      ),
    ],
    jieba ?? { name: 'intl', cut: () => [] },
  );
  const index = createPassageIndex(lexicon.sentences);
  const passages = groupByPassage(lexicon.sentences);

  /** What is seen of the sentence that begins so. */
  function viewOf(text: string, beginning: string): AppraisedView {
    const question = parseQuestion(text, lexicon);
    const ranked = rankSentences(question, index, loadRanker());
    const view = viewCandidates(question, ranked, lexicon, passages).find(({ sentence }) =>
      sentence.folded.startsWith(beginning),
    );
    if (view === undefined) throw new Error(`no candidate begins with ${beginning}`);
    return view;
  }

  it('is explained by a question that asks for all that its label says', () => {
    const where = '加装电梯补助去哪里申报';
    const { explained, rivals } = viewOf(where, '申报地点');
    expect(explained.label).toBeGreaterThanOrEqual(0.5);
    expect(explained.kind).toBe(1);
    expect(explained.clause).toBeGreaterThan(viewOf(where, '咨询电话').explained.clause);
    expect(explained.kind).toBeGreaterThan(rivals.explained.kind);
  });

  it('is not explained by a question of something else', () => {
    const { explained } = viewOf('咨询电话是多少', '申报地点');
    expect(explained).toMatchObject({ asked: 0, label: 0, kind: 0, cell: -1 });
    expect(viewOf('咨询电话是多少', '咨询电话').explained).toMatchObject({ asked: 1, label: 1, kind: 1 });
  });

  it('is explained, as a row, by its cell and the header of a column', () => {
    const view = viewOf('梧桐街道的名额是多少', '梧桐街道');
    expect(view.explained).toMatchObject({ cell: 1, label: 1 });
    expect(view.rivals.explained.cell).toBe(0.5);
  });

  it('stands beside what is asked where the words of the question are in its clause', () => {
    const near = viewOf('几月几号开始申报', '申报时间');
    expect(near.beside).toEqual({ share: 1, distance: 3 });
    expect(near.rivals.beside).toBeLessThan(1);
  });

  it('stands beside nothing where nothing in it can be the answer', () => {
    expect(viewOf('几月几号开始申报', '咨询电话').beside).toEqual({ share: -1, distance: -1 });
  });
});

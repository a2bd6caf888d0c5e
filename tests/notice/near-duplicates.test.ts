import { describe, expect, it } from 'vitest';

import { loadNotices } from '../../src/notice/load.ts';
import { copiesInSteps, withoutCopies } from '../../src/notice/near-duplicates.ts';
import type { Notice } from '../../src/notice/notice.ts';
import { finish } from '../../src/text/steps.ts';
import { parseNotice } from '../../src/notice/parse.ts';
import { convert } from '../../src/text/script.ts';
import { noticeOf } from '../support/answerers.ts';

const TEXT = [
  '因管網改造工程施工需要，定於5月12日至5月14日對部分區域實施計劃停水，請受影響的用戶提前儲水。',
  '停水區域為長安鎮東陳村、興城村，仰山路以北各小區，影響用戶約3200戶。',
  '如遇暴雨等惡劣氣候，停水時間順延，給您帶來不便，敬請諒解。供水服務熱線：0573-87290000。',
];

const notice = (id: string, date: string, ...text: readonly string[]) =>
  noticeOf(id, '停水通知', `發布日期：${date}`, ...text);
const original = notice('original', '2022-05-09', ...TEXT);

const mergeCopies = (notices: readonly Notice[]) => withoutCopies(notices, finish(copiesInSteps(notices)));
const ids = (...notices: readonly Notice[]) => mergeCopies(notices).map(({ id }) => id);

describe('a notice that was published twice', () => {
  it.each([
    ['word for word', TEXT],
    ['in the other script', TEXT.map((line) => convert(line, 'simplified'))],
    ['with other punctuation', TEXT.map((line) => line.replace(/，/gu, '；'))],
    ['with a line more', [...TEXT, '特此通知。']],
  ])('is kept once, as it was published first: %s', (_, text) => {
    expect(ids(notice('copy', '2022-05-11', ...text), original)).toEqual(['original']);
  });

  it('names the places of its copies', () => {
    const copy = parseNotice(
      'copy',
      `---\nurl: https://example.org/1\nissuer: 縣報\nsource: a.html\n---\n停水通知\n${TEXT.join('\n')}`,
    );
    const [kept] = mergeCopies([original, ...(copy === undefined ? [] : [copy])]);
    expect(kept?.copies).toEqual([{ url: 'https://example.org/1', source: 'a.html', issuer: '縣報' }]);
  });
});

describe('notices that are not the same', () => {
  it.each([
    ['a day', TEXT.map((line) => line.replace('5月14日', '5月15日'))],
    [
      'a place',
      TEXT.map((line) =>
        line.replace('長安鎮東陳村、興城村，仰山路以北', '許村鎮南聯村、茗山村，海寧大道以南'),
      ),
    ],
    ['all but a line', [TEXT[0] ?? '', '道路施工請繞行。']],
  ])('are all kept: another is %s', (_, text) => {
    expect(ids(original, notice('other', '2022-05-11', ...text))).toEqual(['original', 'other']);
  });

  it('are all those of the fixtures', async () => {
    const { notices } = await loadNotices('tests/fixtures/notices');
    expect(mergeCopies(notices)).toEqual(notices);
  });
});

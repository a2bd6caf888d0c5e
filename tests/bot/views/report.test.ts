import { describe, expect, it } from 'vitest';

import type { Initiative } from '../../../src/answer/index.ts';
import { choiceView, countyView, initiativeView, unknownNameView } from '../../../src/bot/views/report.ts';
import type { Voice } from '../../../src/bot/voice.ts';
import { countyOf, locate, noticeOf, quoteOf, rangeOf } from '../../support/answerers.ts';
import { acceptKeyboard } from '../../support/telegram-rules.ts';

const HANT: Voice = { locale: 'zh-Hant', quoteScript: null };
const HANS: Voice = { locale: 'zh-Hans', quoteScript: null };
const CHOSEN: Voice = { locale: 'zh-Hans', quoteScript: 'simplified' };
const EN: Voice = { locale: 'en', quoteScript: null };

const NOTICE = noticeOf(
  'n',
  '嘉興樹立質量標桿',
  '2021-03-16',
  '嘉善家具、海寧經編，確定為特色產業。',
  '提出了“一個方案、一套標準”的工作模式，叫做“兩個一”，考慮質量、效益等因素。',
);
const HAINING = countyOf(NOTICE, '330481', '海寧', ['特色產業', '經編']);
const JIASHAN = countyOf(NOTICE, '330421', '嘉善', [null, '家具']);
const INITIATIVE: Initiative = {
  id: 'two',
  name: '兩個一',
  title: '“兩個一”工作模式',
  definition: locate(NOTICE, '提出了'),
  parts: [
    {
      ...locate(NOTICE, '提出了'),
      label: null,
      items: [rangeOf(NOTICE, '一個方案'), rangeOf(NOTICE, '一套標準')],
    },
    {
      ...locate(NOTICE, '提出了'),
      label: rangeOf(NOTICE, '因素'),
      items: [rangeOf(NOTICE, '質量、'), rangeOf(NOTICE, '效益')],
    },
  ],
  mentions: [locate(NOTICE, '提出了')],
};

describe('the report on a county', () => {
  it('has its names, what is stated of it, and the sentences that mention it', () => {
    const [view] = countyView({ county: HAINING, quotes: [quoteOf(NOTICE, '經編')] }, HANT);
    expect(view?.text.text.split('\n')).toEqual([
      '海寧 · 海寧市',
      '特色產業：經編',
      '公告提到它的 1 句話：',
      '嘉善家具、海寧經編，確定為特色產業。',
      '2021-03-16 · 嘉興樹立質量標桿 · 第 1 段',
    ]);
  });

  it('follows the chosen script throughout', () => {
    const [view] = countyView({ county: HAINING, quotes: [quoteOf(NOTICE, '經編')] }, CHOSEN);
    expect(view?.text.text).not.toMatch(/[寧經產業質]/);
  });

  it('says of a fact without a name only that it is listed with it', () => {
    const [view] = countyView({ county: JIASHAN, quotes: [] }, EN);
    expect(view?.text.text.split('\n')).toEqual(['嘉善 · 嘉善市', 'listed with: 家具']);
  });

  it('states a value once, however often the notices do', () => {
    const twice = { ...HAINING, facts: [...HAINING.facts, ...HAINING.facts] };
    const [view] = countyView({ county: twice, quotes: [] }, HANT);
    expect(view?.text.text.match(/經編/g)).toHaveLength(1);
  });

  it('goes on in further messages where there are many sentences, and says how many it left out', () => {
    const quotes = Array.from({ length: 300 }, () => quoteOf(NOTICE, '經編'));
    const views = countyView({ county: HAINING, quotes }, HANT);
    expect(views.length).toBeGreaterThan(1);
    expect(views.at(-1)?.text.text).toMatch(/還有 \d+ 句沒有列出。$/);
  });
});

describe('the report on an initiative', () => {
  it('has its title, the sentence that says what it is, and its parts as lists with their labels', () => {
    const report = { initiative: INITIATIVE, definition: quoteOf(NOTICE, '提出了'), parts: INITIATIVE.parts };
    const [view] = initiativeView(report, HANT);
    expect(view?.text.text).toBe(
      [
        '“兩個一”工作模式',
        '提出了“一個方案、一套標準”的工作模式，叫做“兩個一”，考慮質量、效益等因素。',
        '2021-03-16 · 嘉興樹立質量標桿 · 第 2 段',
        '',
        '包括 2 項：',
        '1. 一個方案',
        '2. 一套標準',
        '',
        '因素（2 項）：',
        '1. 質量、',
        '2. 效益',
      ].join('\n'),
    );
  });

  it('quotes the sentence of its parts where that is another', () => {
    const report = { initiative: INITIATIVE, definition: quoteOf(NOTICE, '經編'), parts: INITIATIVE.parts };
    const text = initiativeView(report, HANT)
      .map((view) => view.text.text)
      .join('\n');
    expect(text).toContain('提出了“一個方案、一套標準”的工作模式');
  });
});

describe('what can be looked up', () => {
  const labels = (voice: Voice) =>
    choiceView('county', [JIASHAN, HAINING], { voice, owner: 7, text: 'choose' })
      .keyboard?.flat()
      .map(({ text }) => text);

  it('is shown with what it is known for', () => {
    expect(labels(HANS)).toEqual(['嘉善 · 家具', '海宁 · 经编']);
  });

  it('keeps the notice’s own words for those who read its script', () => {
    // OpenCC would make 傢俱 of 家具.
    expect(labels(HANT)).toEqual(['嘉善 · 家具', '海寧 · 經編']);
  });

  it('stands two in a row, long names on their own', () => {
    const choices = ['一', '二', '名稱長得一行只放得下一個的舉措', '三', '四'].map((name) => ({
      ...INITIATIVE,
      name,
    }));
    const { keyboard } = choiceView('initiative', choices, { voice: HANT, owner: 7, text: 'choose' });
    expect(keyboard?.map((row) => row.length)).toEqual([2, 1, 2]);
  });

  it('fits into a message however much there is', () => {
    const many = Array.from({ length: 500 }, (_, i) => ({ ...HAINING, id: `${i}` }));
    const { keyboard } = choiceView('county', many, { voice: HANT, owner: 7, text: 'choose' });
    expect(() => acceptKeyboard({ inline_keyboard: keyboard })).not.toThrow();
  });

  it('leaves out what no button can name', () => {
    const choices = [{ ...HAINING, id: 'x'.repeat(61) }, JIASHAN];
    const { keyboard } = choiceView('county', choices, { voice: HANT, owner: 7, text: 'choose' });
    expect(keyboard?.flat()).toHaveLength(1);
  });

  it('is offered for a name that is not known', () => {
    const view = unknownNameView('county', '杭州\n\u202e', [HAINING], { voice: HANT, owner: 7 });
    expect(view.text.text).toBe('公告沒有提到「杭州」。它提到的地方：');
  });

  it('is said to be nothing where the notices have nothing', () => {
    expect(unknownNameView('initiative', '五個一', [], { voice: EN, owner: 7 })).toMatchObject({
      text: { text: 'The notice mentions no initiative.' },
    });
  });
});

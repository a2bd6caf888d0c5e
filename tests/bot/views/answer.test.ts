import { describe, expect, it } from 'vitest';

import { alternativeView, replyView } from '../../../src/bot/views/answer.ts';
import type { View } from '../../../src/bot/views/view.ts';
import type { Voice } from '../../../src/bot/voice.ts';
import { abstentionOf, answerOf, locate, noticeOf, quoteOf } from '../../support/answerers.ts';
import { formatted } from '../../support/world.ts';

const HANT: Voice = { locale: 'zh-Hant', quoteScript: null };
const HANS: Voice = { locale: 'zh-Hans', quoteScript: null };
const EN: Voice = { locale: 'en', quoteScript: null };

const NOTICE = noticeOf(
  'n',
  '嘉興樹立質量標桿',
  '2021-03-16',
  '近年來，嘉興市打好組合拳。',
  '海寧經編、桐鄉羊毛衫，是特色產業。質量在提升。',
);
const QUOTE = quoteOf(NOTICE, '經編');
const SOURCE = '2021-03-16 · 嘉興樹立質量標桿 · 第 2 段';

const labels = ({ keyboard = [] }: View) => keyboard.map((row) => row.map(({ text }) => text));
const inMessage = ({ text }: View, type: string) =>
  formatted({ text: text.text, entities: text.entities } as never, type);

describe('an answer', () => {
  it('begins with the short answer in bold, and ends with where it stands', () => {
    const view = replyView(answerOf(QUOTE, { shortAnswer: '經編' }), HANT);
    expect(view.text.text).toBe(`經編\n海寧經編、桐鄉羊毛衫，是特色產業。\n${SOURCE}`);
    expect(inMessage(view, 'bold')).toEqual(['經編', '經編']);
  });

  it('is the sentence alone where only the whole sentence answers', () => {
    const view = replyView(answerOf({ ...QUOTE, highlights: [] }), HANT);
    expect(view.text.text).toBe(`海寧經編、桐鄉羊毛衫，是特色產業。\n${SOURCE}`);
    expect(inMessage(view, 'bold')).toEqual([]);
  });

  it('says how it was understood where pinyin or a typo was resolved', () => {
    const answer = answerOf(QUOTE, {
      shortAnswer: '經編',
      wasResolved: true,
      understoodAs: '海宁是什么产业',
    });
    expect(replyView(answer, HANT).text.text.split('\n')[1]).toBe('理解為：海寧是什麼產業');
    expect(replyView(answer, EN).text.text.split('\n')[1]).toBe('Understood as: 海宁是什么产业');
  });

  it('says what was asked where a button asked it', () => {
    const view = replyView(answerOf(QUOTE, { shortAnswer: '經編' }), HANS, { asked: '海寧是什麼產業?' });
    expect(view.text.text.split('\n').slice(0, 2)).toEqual(['經編', '问：海宁是什么产业?']);
  });

  it('quotes two sentences for a comparison', () => {
    const view = replyView(answerOf(QUOTE, { quotes: [QUOTE, quoteOf(NOTICE, '組合拳')] }), HANT);
    expect(inMessage(view, 'blockquote')).toHaveLength(2);
  });

  it('says what time it holds for, and which notice has replaced the quoted one since', () => {
    const by = noticeOf('m', '更正公告', '2022-05-01', '海寧絲綢是特色產業。');
    const answer = answerOf(QUOTE, { asOf: '2021-03-16', replacement: { by, kind: 'corrected' } });
    const view = replyView(answer, HANT);
    expect(view.text.text.split('\n').slice(-2)).toEqual([
      '以上是截至 2021-03-16 的情況。',
      '注意：這份公告後來有更正，見 《更正公告》（2022-05-01）。',
    ]);
    expect(inMessage(view, 'italic')).toHaveLength(2);
  });

  it('ends with what an earlier notice says otherwise', () => {
    const earlier = noticeOf('m', '舊公告', '2019-05-01', '海寧皮革是特色產業。');
    const view = replyView(answerOf(QUOTE, { earlier: quoteOf(earlier, '皮革') }), EN);
    expect(view.text.text.split('\n').slice(-3)).toEqual([
      'An earlier notice says otherwise:',
      '海寧皮革是特色產業。',
      '2019-05-01 · 舊公告 · paragraph 1',
    ]);
  });

  it('offers the paragraph and the next best sentence', () => {
    const alternatives = [{ ...locate(NOTICE, '組合拳'), confidence: 0.4 }];
    expect(labels(replyView(answerOf(QUOTE, { alternatives }), HANT))).toEqual([['看整段', '換一句']]);
  });

  it('does not offer what it shows already', () => {
    const alone = quoteOf(NOTICE, '組合拳');
    const alternatives = [{ ...alone, confidence: 0.4 }];
    expect(replyView(answerOf(alone, { alternatives }), HANT).keyboard).toEqual([]);
  });
});

describe('an abstention', () => {
  const nearest = { ...QUOTE, highlights: [] };

  it('says what is known, what is missing, and shows the nearest sentence as no answer', () => {
    const view = replyView(
      abstentionOf({ reason: 'unknown-attribute', known: ['海寧'], missing: ['GDP'], nearest }),
      HANT,
    );
    expect(view.text.text.split('\n')).toEqual([
      '公告提到了「海寧」，但沒有提到「GDP」。',
      '最接近的一句（不是答案）：',
      '海寧經編、桐鄉羊毛衫，是特色產業。',
      SOURCE,
    ]);
  });

  it.each<[string, object, string]>([
    ['an unknown subject', { reason: 'unknown-subject', missing: ['杭州'] }, '公告没有提到“杭州”。'],
    [
      'several missing words',
      { reason: 'unknown-subject', missing: ['杭州', 'GDP'] },
      '公告没有提到“杭州”、“GDP”。',
    ],
    ['a known subject that nothing fits', { known: ['海寧'] }, '公告提到了“海宁”，但没有回答这个问题。'],
    ['nothing that fits', {}, '公告没有回答这个问题。'],
    ['small talk', { reason: 'chat' }, '我只回答公告里写了的事情，用公告的原句。请问我一个关于公告的问题。'],
    ['no words', { reason: 'empty' }, '没有读到文字。请用文字问我一个关于公告的问题。'],
  ])('answers %s', (_, parts, text) => {
    expect(replyView(abstentionOf(parts), HANS).text.text).toBe(text);
  });

  it('repeats somebody’s words without what could harm the message', () => {
    const missing = ['\u202eGDP\n\u0007', `${'很長'.repeat(500)}😀`];
    const { text } = replyView(abstentionOf({ missing }), EN).text;
    expect(text).toContain('“GDP”');
    expect(text.length).toBeLessThan(200);
  });

  it('repeats a few words only', () => {
    const missing = Array.from({ length: 50 }, (_, i) => `w${i}`);
    expect(replyView(abstentionOf({ missing }), EN).text.text).not.toContain('w5');
  });

  it('offers what can be asked as buttons, in the script of what it says', () => {
    const suggestions = ['海寧是什麼產業?', '組合拳是什麼?'];
    const view = replyView(abstentionOf({ suggestions, nearest }), HANS);
    expect(labels(view)).toEqual([['海宁是什么产业?'], ['组合拳是什么?'], ['看整段']]);
  });

  it('writes out what is too long for a button, to be copied by a tap', () => {
    const long = '嘉興市傳統產業標準質量提升行動方案和工作模式是什麼?';
    const view = replyView(abstentionOf({ suggestions: [long, '海寧?'] }), HANT);
    expect(labels(view)).toEqual([['海寧?']]);
    expect(inMessage(view, 'code')).toEqual([long, '海寧?']);
  });
});

describe('another sentence that may answer', () => {
  const alternatives = [locate(NOTICE, '組合拳'), locate(NOTICE, '經編'), locate(NOTICE, '質量在提升')];

  it('says which of several it is, and turns to both sides', () => {
    const view = alternativeView(alternatives, 1, HANT);
    expect(view?.text.text).toContain('另一句可能有關的話（2／3）：\n海寧經編');
    expect(labels(view ?? { text: QUOTE as never })).toEqual([['看整段'], ['‹ 上一句', '下一句 ›']]);
  });

  it('does not turn beyond the first and the last', () => {
    const turns = [0, 2].map((index) =>
      labels(alternativeView(alternatives, index, HANT) ?? ({} as View)).at(-1),
    );
    expect(turns).toEqual([['下一句 ›'], ['‹ 上一句']]);
  });

  it('is none where there is none', () => {
    expect(alternativeView(alternatives, 3, HANT)).toBeUndefined();
  });
});

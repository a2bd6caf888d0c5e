import { describe, expect, it } from 'vitest';

import { contextView, quoteView, quotesView, sourceLine } from '../../../src/bot/views/quote.ts';
import type { Voice } from '../../../src/bot/voice.ts';
import { locate, noticeOf, quoteOf } from '../../support/answerers.ts';
import { formatted } from '../../support/world.ts';

const HANT: Voice = { locale: 'zh-Hant', quoteScript: null };
const HANS: Voice = { locale: 'zh-Hans', quoteScript: 'simplified' };
const EN: Voice = { locale: 'en', quoteScript: null };

const NOTICE = noticeOf(
  'n',
  '嘉興樹立質量標桿',
  '發布日期：2021-03-16',
  '近年來，嘉興市打好組合拳。',
  '嘉興市有五縣兩區。海寧經編、桐鄉羊毛衫，是特色產業。質量在提升。',
  `${'長句子，'.repeat(70)}海寧經編在這裡。`,
);

const message = ({ text, entities }: { text: string; entities: object[] }) => ({ text, entities }) as never;

describe('a quotation', () => {
  const quote = quoteOf(NOTICE, '海寧經編', '羊毛衫');

  it('is the sentence as a block quotation with its highlights bold, and where it stands', () => {
    const view = quoteView(quote, HANT);
    expect(view.text).toBe('海寧經編、桐鄉羊毛衫，是特色產業。\n2021-03-16 · 嘉興樹立質量標桿 · 第 2 段');
    expect(formatted(message(view), 'blockquote')).toEqual(['海寧經編、桐鄉羊毛衫，是特色產業。']);
    expect(formatted(message(view), 'bold')).toEqual(['海寧經編', '羊毛衫']);
  });

  it('follows the chosen script, title and highlights too', () => {
    const view = quoteView(quote, HANS);
    expect(view.text).toBe('海宁经编、桐乡羊毛衫，是特色产业。\n2021-03-16 · 嘉兴树立质量标杆 · 第 2 段');
    expect(formatted(message(view), 'bold')).toEqual(['海宁经编', '羊毛衫']);
  });

  it('stays as published for somebody who is spoken to in English', () => {
    expect(quoteView(quote, EN).text).toBe(
      '海寧經編、桐鄉羊毛衫，是特色產業。\n2021-03-16 · 嘉興樹立質量標桿 · paragraph 2',
    );
  });

  it('is folded up when it is long', () => {
    const view = quoteView(quoteOf(NOTICE, '海寧經編在這裡'), HANT);
    expect(formatted(message(view), 'expandable_blockquote')).toHaveLength(1);
    expect(formatted(message(view), 'blockquote')).toEqual([]);
  });

  it('is cut around its highlight when no message could hold it', () => {
    const giant = noticeOf('g', '標題', `${'很長很長，'.repeat(900)}海寧經編${'，還沒有完'.repeat(900)}。`);
    const view = quoteView(quoteOf(giant, '海寧經編'), HANT);
    expect(view.text.length).toBeLessThan(1700);
    expect(formatted(message(view), 'bold')).toEqual(['海寧經編']);
  });

  it('of the title line names no paragraph', () => {
    const { titleLine } = NOTICE;
    if (titleLine === null) throw new Error('the notice has a title line');
    const view = quoteView({ notice: NOTICE, passage: null, sentence: titleLine }, HANT);
    expect(view.text).toBe('嘉興樹立質量標桿\n2021-03-16 · 嘉興樹立質量標桿');
  });

  it('stands beside another without becoming one with it', () => {
    const view = quotesView([quote, quoteOf(NOTICE, '組合拳')], HANT);
    expect(formatted(message(view), 'blockquote')).toEqual([
      '海寧經編、桐鄉羊毛衫，是特色產業。',
      '近年來，嘉興市打好組合拳。',
    ]);
  });
});

describe('the line that says where a quotation stands', () => {
  const located = locate(NOTICE, '組合拳');
  const line = (changes: object) => sourceLine({ ...located, notice: { ...NOTICE, ...changes } }, HANT);

  it('leaves out a date that is not known', () => {
    expect(line({ publishedOn: null }).text).toBe('嘉興樹立質量標桿 · 第 1 段');
  });

  it('links the title to where it was published', () => {
    expect(line({ url: 'https://example.org/n' }).entities).toEqual([
      { type: 'text_link', offset: 13, length: 8, url: 'https://example.org/n' },
    ]);
  });

  it.each(['javascript:alert(1)', 'not an address', 'tg://user?id=1', ''])('does not link to %s', (url) => {
    expect(line({ url }).entities).toEqual([]);
  });

  it('cuts a title that is a paragraph', () => {
    expect(line({ title: '題'.repeat(300) }).text).toHaveLength(
      '2021-03-16 · '.length + 80 + ' · 第 1 段'.length,
    );
  });
});

describe('the context of quotations', () => {
  it('is their paragraph with the sentence underlined and its highlights bold', () => {
    const view = contextView([quoteOf(NOTICE, '海寧經編')], HANT);
    expect(view.text).toBe(
      '嘉興市有五縣兩區。海寧經編、桐鄉羊毛衫，是特色產業。質量在提升。\n2021-03-16 · 嘉興樹立質量標桿 · 第 2 段',
    );
    expect(formatted(message(view), 'underline')).toEqual(['海寧經編、桐鄉羊毛衫，是特色產業。']);
    expect(formatted(message(view), 'bold')).toEqual(['海寧經編']);
  });

  it('shows a paragraph once that two of them stand in', () => {
    const view = contextView([quoteOf(NOTICE, '海寧經編'), quoteOf(NOTICE, '質量在提升')], HANT);
    expect(formatted(message(view), 'blockquote')).toHaveLength(1);
    expect(view.text.match(/第 2 段/g)).toHaveLength(1);
  });

  it('shows every paragraph of sentences from several', () => {
    const view = contextView([quoteOf(NOTICE, '海寧經編'), quoteOf(NOTICE, '組合拳')], HANT);
    expect(formatted(message(view), 'blockquote')).toHaveLength(2);
  });

  it('shows of a giant paragraph the part around the sentence', () => {
    const giant = noticeOf(
      'g',
      '標題',
      '開頭。',
      `${'前面的句子。'.repeat(600)}海寧經編。${'後面。'.repeat(600)}`,
    );
    const view = contextView([quoteOf(giant, '海寧經編')], HANT);
    expect(view.text.length).toBeLessThan(3100);
    expect(formatted(message(view), 'underline')).toEqual(['海寧經編。']);
  });
});

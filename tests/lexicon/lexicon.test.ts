import { describe, expect, it } from 'vitest';

import { createLexicon, type Lexicon } from '../../src/lexicon/lexicon.ts';
import { noticeOf } from '../support/answerers.ts';
import { segmenters } from './segmenters.ts';

const industries = noticeOf(
  'industries',
  '嘉興市確定重點產業',
  '發布日期：2021-03-16',
  '浙江省嘉興市開展「清風」行動，整治河道。',
  '將平湖箱包、海寧經編、南湖特殊鋼、嘉興港區化工，確定為重點特色產業。',
  '「三有」工作模式助力轉型。海寧先行。',
);
const outage = noticeOf(
  'outage',
  '海宁市停水通知',
  '发布日期：2022-05-09',
  '海宁市部分区域停水，印发《停水应急方案》。',
  '平湖市不停水。',
);
const elsewhere = noticeOf(
  'elsewhere',
  '泉州市评选名优产品',
  '发布日期：2020-01-02',
  '福建省泉州市评选产品。晋江鞋服、德化陶瓷、安溪茶叶，列为名优产品。',
  '鼓楼区也参加。',
);

describe.each(segmenters())('a lexicon by $name', (segmenter) => {
  const lexicon = createLexicon([industries, outage, elsewhere], segmenter);
  const place = (code: string) => lexicon.places.find(({ division }) => division.code === code);

  it('has the sentences of all notices in order', () => {
    expect(lexicon.sentences.map(({ notice }) => notice.id)).toEqual(
      [industries, outage, elsewhere].flatMap(({ id, passages }) => [
        id,
        id,
        ...passages.flatMap(({ sentences }) => sentences.map(() => id)),
      ]),
    );
  });

  it('knows each place once, as the first notice writes it', () => {
    expect(place('330481')?.county).toMatchObject({ id: '330481', name: '海寧', fullName: '海宁市' });
    expect(new Set(lexicon.places.map(({ division }) => division.code)).size).toBe(lexicon.places.length);
  });

  it('knows a zone with the division that it stands behind', () => {
    expect(place('gangqu')?.county).toMatchObject({ id: 'gangqu', name: '嘉興港區' });
  });

  it('has the mentions of a place in all notices, each sentence once, in order', () => {
    expect(place('330481')?.county.mentions.map(({ sentence }) => sentence.text)).toEqual([
      expect.stringContaining('海寧經編'),
      '海寧先行。',
      '海宁市停水通知',
      expect.stringContaining('海宁市部分区域停水'),
    ]);
  });

  it('takes each notice for itself where a name stands for a place of its region', () => {
    // 南湖 is a district of 嘉兴; 德化 and 安溪 lie in 泉州.
    expect(lexicon.places.map(({ division }) => division.name)).toEqual(
      expect.arrayContaining(['南湖区', '晋江市', '德化县', '安溪县']),
    );
  });

  it('is at home in the region that is named most', () => {
    expect(lexicon.home?.name).toBe('嘉兴市');
    expect(createLexicon([elsewhere], segmenter).home?.name).toBe('泉州市');
    expect(createLexicon([], segmenter).home).toBeUndefined();
  });

  it('has the facts of each place, and those of each sentence', () => {
    const values = (of: Lexicon) =>
      of.facts.map(({ fact }) => fact.notice.text.slice(fact.value.start, fact.value.end));
    expect(values(lexicon)).toEqual(['箱包', '經編', '特殊鋼', '化工', '鞋服', '陶瓷', '茶叶']);
    expect(place('330481')?.county.facts).toHaveLength(1);
    const stating = lexicon.sentences.filter((sentence) => lexicon.factsIn(sentence).length > 0);
    expect(stating.map(({ folded }) => folded.slice(0, 4))).toEqual(['将平湖箱', '晋江鞋服']);
  });

  it.each([
    ['the value itself', '箱包', ['箱包']],
    ['a part of it', '特殊', ['特殊鋼']],
    ['a word that holds it', '经编产业', ['經編']],
    ['its first and last character', '特钢', ['特殊鋼']],
    ['its head, which others have not', '茶叶', ['茶叶']],
    ['another word', '核电', []],
    ['a word that only shares a character', '钢材', []],
    ['nothing', '', []],
  ])('finds the facts that %s may mean', (_, word, values) => {
    expect(
      lexicon.factsValued(word).map(({ fact }) => fact.notice.text.slice(fact.value.start, fact.value.end)),
    ).toEqual(values);
  });

  it('finds places and initiatives by all their names in folded text', () => {
    const named = (text: string) =>
      lexicon.names
        .find(text)
        .map(({ target }) => (target.kind === 'place' ? target.county.name : target.initiative.name));
    expect(named('海宁市和平湖')).toEqual(['海寧', '平湖']);
    expect(named('经过港口区')).toEqual(['嘉興港區']);
    expect(named('清风行动与停水应急方案')).toEqual(['清風', '停水应急方案']);
    expect(named('杭州')).toEqual([]);
  });

  it('takes the word for its kind as a name where one initiative alone has it', () => {
    const heads = lexicon.initiatives.map(({ initiative, head }) => [initiative.name, head]);
    // 行动 and 方案 are too short to stand for one.
    expect(heads).toEqual([
      ['清風', ''],
      ['三有', '工作模式'],
      ['停水应急方案', ''],
    ]);
    const twice = noticeOf(
      't',
      '通知',
      '发布日期：2021-03-16',
      '推行“三有”工作模式。',
      '推行“四有”工作模式。',
    );
    const both = createLexicon([twice], segmenter);
    expect(both.initiatives.map(({ head }) => head)).toEqual(['', '']);
    expect(both.names.find('工作模式')).toEqual([]);
  });

  it('finds the values of facts in folded text', () => {
    expect(lexicon.values.find('哪里做特殊钢和陶瓷').map(({ name }) => name)).toEqual(['特殊钢', '陶瓷']);
  });

  it.each([
    ['a character of a notice', '钢', true],
    ['a pair of neighbours', '停水', true],
    ['a word whose pairs all stand somewhere', '特殊钢', true],
    ['a character of no notice', '羊', false],
    ['a pair that nowhere stands together', '水停', false],
    ['a word of which one pair is missing', '特殊铁', false],
  ])('knows, or does not, %s', (_, word, known) => {
    expect(lexicon.knows(word)).toBe(known);
  });

  it('reads pinyin, and leaves Chinese text alone', () => {
    expect(lexicon.fromLatin('haining de chanye shi shenme')).toBe('海宁的产业是什么');
    expect(lexicon.fromLatin('海宁是什么产业')).toBe('海宁是什么产业');
  });

  it('puts a slip in a name right, and leaves other text alone', () => {
    const resolve = (text: string) => lexicon.withoutSlips(text, lexicon.cut(text));
    expect(resolve('平胡是什么产业')).toBe('平湖是什么产业');
    expect(resolve('杭州是什么产业')).toBe('杭州是什么产业');
    expect(resolve('gdp')).toBe('gdp');
  });

  it('of no notices knows nothing', () => {
    const empty = createLexicon([], segmenter);
    expect(empty.places).toEqual([]);
    expect(empty.initiatives).toEqual([]);
    expect(empty.facts).toEqual([]);
    expect(empty.knows('海')).toBe(false);
    expect(empty.names.find('海宁')).toEqual([]);
    expect(empty.factsValued('箱包')).toEqual([]);
  });
});

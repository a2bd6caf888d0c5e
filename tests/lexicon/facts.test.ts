import { describe, expect, it } from 'vitest';

import type { CutSentence } from '../../src/lexicon/cut-sentence.ts';
import { findEnumerations } from '../../src/lexicon/enumerations.ts';
import { findPlaceFacts } from '../../src/lexicon/facts.ts';
import { divisionsNamed } from '../../src/lexicon/gazetteer.ts';
import { findPlaces } from '../../src/lexicon/places.ts';
import { fold } from '../../src/text/script.ts';
import { noticeOf } from '../support/answerers.ts';
import { tagged } from './tagged.ts';

/** A notice whose second paragraph is the sentence that was cut by hand, and that sentence. */
function sentenceOf(source: string): CutSentence {
  const { folded, words } = tagged(source);
  const notice = noticeOf('n', '关于评选的通知', '发布日期：2021-03-16', '现将结果公布。', folded);
  const [, passage] = notice.passages;
  const [sentence] = passage?.sentences ?? [];
  if (passage === undefined || sentence === undefined || fold(sentence.text) !== folded) {
    throw new Error(`"${folded}" is not one sentence`);
  }
  return { notice, passage, sentence, folded, words };
}

/** The facts of a sentence: code of the place, subject, value and attribute, as the notice writes them. */
function facts(source: string): (string | null)[][] {
  const cut = sentenceOf(source);
  const { folded, words, notice } = cut;
  const places = findPlaces(folded, words, divisionsNamed('嘉兴')[0]);
  return findPlaceFacts(cut, findEnumerations(folded, words), places).map(({ code, fact }) => {
    const text = ({ start, end }: { start: number; end: number }) => notice.text.slice(start, end);
    return [code, text(fact.subject), text(fact.value), fact.attribute && text(fact.attribute)];
  });
}

describe('a list of places', () => {
  it('states of each place what follows it', () => {
    expect(facts('平湖/ns 箱包/n 、/x 海宁/ns 经编/n 、/x 桐乡/ns 羊毛衫/n 。/x')).toEqual([
      ['330482', '平湖', '箱包', null],
      ['330481', '海宁', '经编', null],
      ['330483', '桐乡', '羊毛衫', null],
    ]);
  });

  it('states it without the 的 between', () => {
    expect(facts('平湖/ns 的/uj 箱包/n 、/x 海宁/ns 经编/n 。/x').map(([, , value]) => value)).toEqual([
      '箱包',
      '经编',
    ]);
  });

  it('states values of any kind: times, sums, names', () => {
    expect(facts('平湖/ns 5月12日/m 、/x 海宁/ns 5月13日/m 。/x').map((fact) => fact.slice(1, 3))).toEqual([
      ['平湖', '5月12日'],
      ['海宁', '5月13日'],
    ]);
    expect(facts('平湖/ns 200万元/m 、/x 海宁/ns 150万元/m 。/x').map((fact) => fact.slice(1, 3))).toEqual([
      ['平湖', '200万元'],
      ['海宁', '150万元'],
    ]);
  });

  it('leaves out an item that is no place, and one that is only a place', () => {
    expect(
      facts('平湖/ns 箱包/n 、/x 化工/n 、/x 海盐/ns 、/x 海宁/ns 经编/n 。/x').map(([, name]) => name),
    ).toEqual(['平湖', '海宁']);
  });

  it('takes whole names and zones for subjects too', () => {
    expect(facts('平湖市/ns 箱包/n 、/x 嘉兴/ns 港区/n 化工/n 。/x').map((fact) => fact.slice(0, 3))).toEqual(
      [
        ['330482', '平湖市', '箱包'],
        ['gangqu', '嘉兴港区', '化工'],
      ],
    );
  });

  it.each([
    ['one place only', '海宁/ns 经编/n 、/x 化工/n 。/x'],
    ['places and no more', '平湖/ns 、/x 海宁/ns 、/x 桐乡/ns 。/x'],
    ['places behind something else', '在/p 平湖/ns 、/x 到/v 海宁/ns 经编/n 。/x'],
    ['no place', '箱包/n 、/x 经编/n 。/x'],
  ])('states nothing where it has %s', (_, source) => {
    expect(facts(source)).toEqual([]);
  });

  it('knows its notice, its passage and its sentence', () => {
    const cut = sentenceOf('平湖/ns 箱包/n 、/x 海宁/ns 经编/n 。/x');
    const places = findPlaces(cut.folded, cut.words, undefined);
    const [found] = findPlaceFacts(cut, findEnumerations(cut.folded, cut.words), places);
    expect(found?.fact.notice).toBe(cut.notice);
    expect(found?.fact.passage).toBe(cut.passage);
    expect(found?.fact.sentence).toBe(cut.sentence);
  });
});

describe('what the values are', () => {
  it.each([
    [
      'is said behind the list, after 确定为',
      '将/p 平湖/ns 箱包/n 、/x 海宁/ns 经编/n ,/x 确定/v 为/p 重点/n 特色/n 产业/n 。/x',
      '重点特色产业',
    ],
    [
      'is said behind the list, after 作为',
      '将/p 平湖/ns 箱包/n 、/x 海宁/ns 经编/n ,/x 作为/p 主导/n 产业/n ,/x 推进/v 。/x',
      '主导产业',
    ],
    [
      'is said in front of it, before 分别是',
      '特色/n 产业/n 分别/d 是/v 平湖/ns 箱包/n 、/x 海宁/ns 经编/n 。/x',
      '特色产业',
    ],
    [
      'is said in front of it, before a colon',
      '各地/r 停水/v 时间/n 如下/t :/x 平湖/ns 5月12日/m 、/x 海宁/ns 5月13日/m 。/x',
      '各地停水时间',
    ],
    ['is not said', '平湖/ns 箱包/n 、/x 海宁/ns 经编/n 。/x', null],
    [
      'is not what stands in another clause',
      '产业/n 兴旺/v ,/x 平湖/ns 箱包/n 、/x 海宁/ns 经编/n 。/x',
      null,
    ],
  ])('%s', (_, source, attribute) => {
    const stated = facts(source);
    expect(stated).toHaveLength(2);
    for (const fact of stated) expect(fact[3]).toBe(attribute);
  });
});

import { describe, expect, it } from 'vitest';

import { divisionsNamed, type Division } from '../../src/lexicon/gazetteer.ts';
import { findPlaces, homeOf, regionNamedIn } from '../../src/lexicon/places.ts';
import { tagged } from './tagged.ts';

const jiaxing = divisionsNamed('嘉兴')[0];
const fujian = divisionsNamed('福建')[0];

/** The places of a text that was cut by hand, each with its code. */
function places(source: string, home?: Division): string[] {
  const { folded, words } = tagged(source);
  return findPlaces(folded, words, home).map(
    ({ division, start, end }) => `${folded.slice(start, end)} ${division.code}`,
  );
}

describe('a place of a text', () => {
  it.each([
    ['by its whole name, whatever kind of word that is', '海宁市/x 的/uj 产业/n', ['海宁市 330481']],
    ['by its whole name, though it is a district', '和平区/x 的/uj 产业/n', ['和平区 120101']],
    ['by its short name, as a place word', '海宁/ns 的/uj 产业/n', ['海宁 330481']],
    ['by the short name of a region, as a noun', '浙江/n 的/uj 产业/n', ['浙江 330000']],
    ['with its kind where the segmenter parts them', '海宁/ns 市/n 的/uj', ['海宁市 330481']],
    ['each, in order', '浙江/ns 海宁/ns 和/c 平湖/ns', ['浙江 330000', '海宁 330481', '平湖 330482']],
    ['twice where it stands twice', '海宁/ns 到/v 海宁市/ns', ['海宁 330481', '海宁市 330481']],
  ])('is found %s', (_, source, expected) => {
    expect(places(source)).toEqual(expected);
  });

  it.each([
    ['a part of a longer word', '西/f 南湖泊/n'],
    ['a part of a longer word at its head', '平湖秋月/nz 的/uj 景色/n'],
    ['the short name of a district of who knows where', '鼓楼/n 与/p 钟楼/n'],
    ['the short name of a county that is a verb here', '永济/v 众生/n'],
    ['the short name of a county that is a noun here, as 新兴 in 新兴产业', '新兴/n 产业/n'],
    ['a village of the name', '兴城/ns 村/n 停水/v'],
    ['a street of the name', '平湖/ns 街道/n 停水/v'],
    ['two words that only together are a name', '海/n 宁/n 的/uj'],
    ['a zone whose name goes over the end of a word', '香港/ns 区域/n'],
  ])('is not %s', (_, source) => {
    expect(places(source).filter((place) => !place.startsWith('香港'))).toEqual([]);
  });

  it('is not a county where the segmenter knows no kinds of words, as 新兴 in 新兴产业', () => {
    expect(places('新兴/x 产业/x')).toEqual([]);
    expect(places('嘉兴/x 产业/x')).toEqual(['嘉兴 330400']);
    expect(places('海宁/x 产业/x')).toEqual(['海宁 330481']);
  });
});

describe('in a text about a region', () => {
  it('the short name of a district of it is a place', () => {
    expect(places('南湖/x 特殊钢/n')).toEqual([]);
    expect(places('南湖/x 特殊钢/n', jiaxing)).toEqual(['南湖 330402']);
  });

  it('the name of several places is the one that lies in it', () => {
    expect(places('鼓楼/ns 区/n', divisionsNamed('徐州')[0])).toEqual(['鼓楼区 320302']);
    expect(places('鼓楼/ns 区/n', fujian)).toEqual(['鼓楼区 350102']);
  });

  it('the region itself is meant by its name, not a larger place called alike', () => {
    expect(places('吉林/ns 市/n 和/c 吉林/ns', divisionsNamed('吉林市')[0])).toEqual([
      '吉林市 220200',
      '吉林 220200',
    ]);
  });

  it('a place elsewhere is one as well', () => {
    expect(places('杭州/ns 和/c 海宁/ns', jiaxing)).toEqual(['杭州 330100', '海宁 330481']);
  });

  it('a part of a longer word is no place there either', () => {
    expect(places('西/f 南湖泊/n', jiaxing)).toEqual([]);
  });
});

describe('a zone', () => {
  it('is one place with the division in front of it', () => {
    expect(places('嘉兴/ns 港区/n 化工/n', jiaxing)).toEqual(['嘉兴港区 gangqu']);
  });

  it('is a place by itself where something stands between', () => {
    expect(places('嘉兴/ns 的/uj 港区/n', jiaxing)).toEqual(['嘉兴 330400', '港区 gangqu']);
    expect(places('海宁/ns 、/x 港区/n', jiaxing)).toEqual(['海宁 330481', '港区 gangqu']);
  });

  it('is a place where its words are whole, and not in 经开始', () => {
    expect(places('经开/x 食品/n')).toEqual(['经开 jingkai']);
    expect(places('已经/d 开始/v 了/ul')).toEqual([]);
  });

  it('is found by the longest of its names', () => {
    expect(places('嘉兴/ns 经济/n 技术/n 开发区/n', jiaxing)).toEqual(['嘉兴经济技术开发区 jingkai']);
  });
});

describe('the region that texts are about', () => {
  const home = (...sources: readonly string[]) => homeOf(sources.map(tagged))?.name;

  it.each<[string, readonly string[], string | undefined]>([
    ['the prefecture that they name most', ['嘉兴/ns 市/n 和/c 杭州/ns', '嘉兴/ns'], '嘉兴市'],
    ['a prefecture, though a province is named more', ['浙江/ns 嘉兴/ns', '浙江/ns', '浙江省/ns'], '嘉兴市'],
    ['the province where no prefecture is named', ['浙江/ns 海宁/ns', '海宁/ns 市/n'], '浙江省'],
    ['the first of two that are named alike often', ['杭州/ns 和/c 嘉兴/ns'], '杭州市'],
    ['none where only counties are named', ['海宁/ns 市/n'], undefined],
    ['none where no place is named', ['产业/n'], undefined],
    ['none of no texts', [], undefined],
  ])('is %s', (_, sources, expected) => {
    expect(home(...sources)).toBe(expected);
  });
});

describe('the region of an office', () => {
  it.each([
    ['海宁市水务投资集团有限公司', '嘉兴市'],
    ['绍兴市柯桥区教育体育局', '绍兴市'],
    ['北京市朝阳区教育局', '北京市'],
    ['浙江省财政厅', '浙江省'],
    ['朝阳区教育局', undefined],
    ['鼓楼区政府', undefined],
    ['区教育体育局', undefined],
  ])('%s is %s', (name, region) => {
    expect(regionNamedIn(name)?.name).toBe(region);
  });
});

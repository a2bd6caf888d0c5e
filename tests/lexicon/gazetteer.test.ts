import { describe, expect, it } from 'vitest';

import {
  divisionsNamed,
  liesIn,
  namesOf,
  PLACE_NAMES,
  SHORT_NAMES,
  type Division,
} from '../../src/lexicon/gazetteer.ts';

function division(name: string): Division {
  const [first] = divisionsNamed(name);
  if (first === undefined) throw new Error(`no division is called ${name}`);
  return first;
}

describe('the gazetteer', () => {
  it.each([
    ['浙江省', '330000', '浙江', 'province'],
    ['嘉兴市', '330400', '嘉兴', 'prefecture'],
    ['海宁市', '330481', '海宁', 'city'],
    ['嘉善县', '330421', '嘉善', 'county'],
    ['秀洲区', '330411', '秀洲', 'district'],
    ['内蒙古自治区', '150000', '内蒙古', 'province'],
    ['新疆维吾尔自治区', '650000', '新疆维吾尔', 'province'],
    ['香港特别行政区', '810000', '香港', 'province'],
    ['阿里地区', '542500', '阿里', 'prefecture'],
    ['天祝藏族自治县', '620623', '天祝', 'county'],
    ['大通回族土族自治县', '630121', '大通', 'county'],
    ['敖汉旗', '150430', '敖汉', 'county'],
  ])('has %s with its code, the name that people say and its kind', (name, code, shortName, kind) => {
    expect(division(name)).toEqual({ name, code, shortName, kind });
  });

  it('leaves a name whole that would be one character without its kind', () => {
    expect(division('赵县').shortName).toBe('赵县');
    expect(divisionsNamed('赵')).toEqual([]);
  });

  it('takes a municipality for the province that it is, and not for a prefecture as well', () => {
    expect(divisionsNamed('北京').map(({ code }) => code)).toEqual(['110000']);
    expect(divisionsNamed('重庆市').map(({ code }) => code)).toEqual(['500000']);
  });

  it('puts the larger place first where two have one name', () => {
    expect(divisionsNamed('海南').map(({ kind }) => kind)).toEqual(['province', 'prefecture', 'district']);
    expect(division('吉林').kind).toBe('province');
  });

  it('knows that one name may be many places', () => {
    const districts = divisionsNamed('鼓楼');
    expect(districts.length).toBeGreaterThan(1);
    expect(new Set(districts.map(({ code }) => code)).size).toBe(districts.length);
  });

  it.each(['', '市', '海', '乌有', '海寧'])('knows no division called "%s"', (name) => {
    expect(divisionsNamed(name)).toEqual([]);
  });

  it('finds each division by each of its names', () => {
    for (const [name, divisions] of PLACE_NAMES.names) {
      for (const each of divisions) expect(namesOf(each)).toContain(name);
    }
  });

  it('has one division for each code', () => {
    const codes = new Map<string, Division>();
    for (const division of [...PLACE_NAMES.names.values()].flat()) {
      expect(codes.get(division.code) ?? division).toBe(division);
      codes.set(division.code, division);
    }
    expect(codes.size).toBeGreaterThan(3000);
  });

  it('lists the short names of provinces and prefectures before those of counties', () => {
    expect(SHORT_NAMES.indexOf('嘉兴')).toBeLessThan(SHORT_NAMES.indexOf('海宁'));
    expect(SHORT_NAMES.indexOf('浙江')).toBeLessThan(SHORT_NAMES.indexOf('海宁'));
    expect(SHORT_NAMES).not.toContain('经开');
  });
});

describe('a zone of the alias file', () => {
  it.each([
    ['港区', 'gangqu', '港区'],
    ['港口区', 'gangqu', '港区'],
    ['经开', 'jingkai', '经济技术开发区'],
    ['经济开发区', 'jingkai', '经济技术开发区'],
    ['高新区', 'gaoxin', '高新技术产业开发区'],
    ['综保区', 'baoshui', '综合保税区'],
  ])('is found as %s', (name, code, whole) => {
    const zone = divisionsNamed(name).find(({ kind }) => kind === 'zone');
    expect(zone).toMatchObject({ code, name: whole });
  });

  it('is not called 高新, which is said of companies', () => {
    expect(divisionsNamed('高新')).toEqual([]);
  });

  it('goes by its whole name and its aliases, each once', () => {
    expect(namesOf(division('经开'))).toEqual(['经济技术开发区', '经开', '经开区', '经济开发区']);
  });

  it('lies in no division, and no division in it', () => {
    const zone = division('经开');
    expect(liesIn(zone, division('嘉兴'))).toBe(false);
    expect(liesIn(division('海宁'), zone)).toBe(false);
  });
});

describe('a division', () => {
  it('goes by its whole name and its short one', () => {
    expect(namesOf(division('海宁'))).toEqual(['海宁市', '海宁']);
    expect(namesOf(division('赵县'))).toEqual(['赵县']);
  });

  it.each([
    ['海宁', '嘉兴', true],
    ['海宁', '浙江', true],
    ['嘉兴', '浙江', true],
    ['嘉兴', '海宁', false],
    ['海宁', '海宁', false],
    ['海宁', '平湖', false],
    ['海宁', '杭州', false],
    ['海宁', '江苏', false],
    // Their codes begin alike: 1301… and 13….
    ['石家庄', '河北', true],
    ['唐山', '石家庄', false],
  ])('%s in %s: %s', (inner, outer, expected) => {
    expect(liesIn(division(inner), division(outer))).toBe(expected);
  });
});

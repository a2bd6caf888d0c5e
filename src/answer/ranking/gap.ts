import type { Range } from '../../text/range.ts';
import type { Word } from '../../text/segmenter.ts';
import type { SpanKind } from './spans.ts';

/** What a question asks for, as far as its interrogative tells. */
export type QueryType = 'who' | 'when' | 'where' | 'number' | 'why' | 'how' | 'which' | 'what' | 'other';

/** The interrogative: where the answer would stand. */
export type Gap = Range;

export interface FoundGap {
  readonly type: QueryType;
  readonly gap: Gap | null;
  readonly asked: string | null;
  /** Where `asked` stands, -1 where there is none. */
  readonly askedAt: number;
  readonly unit: string | null;
  readonly wanted: readonly SpanKind[];
}

const WHAT = '(?:什[么麽]|甚[么麽])';
const MEASURES = '个家位名所座条部本种间支队只场次届项块类档首款片段站篇幅道门艘架辆颗株把张件栋';
const MEASURE = `[${MEASURES}]`;

/** How each type is asked, the more telling first. */
const FORMS: readonly (readonly [QueryType, RegExp])[] = [
  [
    'why',
    new RegExp(
      `为${WHAT}|为甚|为何|为啥|因何|缘何|何故|(?:${WHAT}|哪些|哪个|何种?)(?:样的)?(?:原因|理由|缘故)|(?:原因|理由)(?:是什么|为何|有哪些|是(?=[?？]?$))`,
      'u',
    ),
  ],
  [
    'when',
    new RegExp(
      `(?:${WHAT}|哪个|哪段|哪一段|哪一个|何)(?:时候|时间|时期|时代|年代|年份|时刻|日期|世纪|朝代|月份?|季节|日子)|何时|哪一?[年日天月]|何年(?:何月)?(?:何日)?|哪几年|(?:公元|西元|民国|昭和)?几年(?!级)(?:几月)?(?:几[日号])?|几月(?:几[日号])?|几[号日](?=[?？，举开])|哪一?个?(?:年|月|世纪|朝代?)|多久(?:以前|之前)`,
      'u',
    ),
  ],
  ['number', /多久|多长时间|多少|多[高长大重远深宽厚快早晚少]|几(?=\p{Script=Han})|百分之几|第几|几成/u],
  [
    'who',
    new RegExp(
      `谁|何人|(?:哪|${WHAT})(?:一?[个位名些]|几[个位名])?人(?![口类种民物生数])|哪(?:一|几|些)?[位名]|(?:哪|${WHAT})(?:一?[个位名些])?(?:人物|皇帝|国王|总统|导演|作家|演员|歌手|教授|学者|将军|君主|君王|主席|总理)`,
      'u',
    ),
  ],
  [
    'where',
    new RegExp(
      `哪[里儿]|何处|何地|何方|(?:${WHAT}|哪些?|哪一?[个处座条]|何)(?:地方|地点|地区|位置|方位|国家|城市|省份?|省市|县市?|州|国|市|区域?|镇|村|岛屿?|大洲|洲|地)|哪一?国`,
      'u',
    ),
  ],
  [
    'how',
    new RegExp(
      `怎[么麽样]+|如何|(?:${WHAT}|哪[种些]|哪一种|何种)(?:样的)?(?:方式|方法|手段|途径|形式|办法|措施)`,
      'u',
    ),
  ],
  ['which', new RegExp(`哪[一些几两三四五六七八九十]{0,2}(?:大?${MEASURE})?`, 'u')],
  ['what', new RegExp(`${WHAT}|甚|啥|何(?![况必])`, 'u')],
];

const KINDS: Readonly<Record<QueryType, readonly SpanKind[]>> = {
  who: ['person', 'body'],
  when: ['date'],
  where: ['place'],
  number: ['number', 'date'],
  which: ['body', 'place', 'title', 'person', 'latin'],
  what: ['title', 'latin', 'body', 'place', 'person'],
  other: ['person', 'place', 'body', 'date', 'title'],
  why: [],
  how: [],
};

/** What the end of the asked noun tells of the answer's kind. */
const ENDINGS: readonly (readonly [SpanKind, RegExp])[] = [
  ['person', /(?:人|者|家|王|帝|员|师|将|长|手|星|子|父|母|妻|儿|女|主|相|统|理|教练|官)$/u],
  ['place', /(?:国|国家|市|省|县|州|岛|河|山|地|区|城|镇|村|海|洲|港|湖|里|处|地点|地方|位置|方)$/u],
  ['date', /(?:年|月|日|时|时间|时候|时期|代|世纪|朝|期|天)$/u],
  ['body', /(?:公司|队|校|学|院|党|社|会|军|机构|组织|团|银行|集团|部门|单位|厂|局)$/u],
  ['title', /(?:书|著作|作品|歌|曲|电影|片|小说|法|条约|协定|剧|报|杂志|专辑|奖|法案|法令|游戏|节目)$/u],
  ['number', /(?:数|数量|率|比例|价|价格|距离|面积|长度|体长|高度|人口|重量|温度|气温|名次|时长|金额|款)$/u],
];

/** Finds what asks in a folded question, and what it asks for. */
export function findGap(text: string, words: readonly Word[]): FoundGap {
  const { type, gap } = findInterrogative(text);
  if (gap === null) return { type, gap, asked: null, askedAt: -1, unit: null, wanted: KINDS[type] };
  const { asked, askedAt } = askedNoun(text, words, type, gap);
  const unit =
    type === 'number' ? (/^[个名位]?(\p{Script=Han})/u.exec(text.slice(gap.end))?.[1] ?? null) : null;
  return { type, gap, asked, askedAt, unit, wanted: wantedKinds(type, asked) };
}

function findInterrogative(text: string): { type: QueryType; gap: Gap | null } {
  for (const [type, form] of FORMS) {
    const match = form.exec(text);
    if (match === null) continue;
    const gap = { start: match.index, end: match.index + match[0].length };
    if (type === 'why' && isObject(text, gap)) continue;
    return { type, gap };
  }
  // "…的城市为?" asks by breaking off.
  const end = text.replace(/[?？。:：\s]+$/u, '').length;
  if (end === text.length && !/(?:是|为|于|叫做?|称为|包括|以及)$/u.test(text))
    return { type: 'other', gap: null };
  const type = /原因|理由/u.test(text.slice(-8))
    ? 'why'
    : /[年时]间?[是为在于][?？]?$/u.test(text)
      ? 'when'
      : 'what';
  return { type, gap: { start: end, end } };
}

/** 被追封为什么 asks what, not why. */
function isObject(text: string, { start, end }: Gap): boolean {
  return (
    /^为(?:什|甚)/u.test(text.slice(start)) &&
    /^[?？。]?$/u.test(text.slice(end)) &&
    /\p{Script=Han}$/u.test(text.slice(0, start)) &&
    !/[是因]$/u.test(text.slice(0, start))
  );
}

const NOUN = /^(?:n|vn|an|a|b|j|l|i|s|t|eng|q|g)/u;

function askedNoun(
  text: string,
  words: readonly Word[],
  type: QueryType,
  gap: Gap,
): { asked: string | null; askedAt: number } {
  const after = words.filter(({ start }) => start >= gap.end);
  let i = 0;
  const isMeasure = ({ text: word, tag }: Word) =>
    (/^[qmu]/u.test(tag) && !'年月日国州省市县区人'.includes(word)) ||
    MEASURES.includes(word) ||
    word === '些' ||
    word === '一样';
  for (let word = after[i]; word !== undefined && isMeasure(word); word = after[i]) i++;
  let last: Word | undefined;
  for (let k = 0; k < 3; k++) {
    const word = after[i + k];
    if (word === undefined || !NOUN.test(word.tag) || !/[\p{L}\p{N}]/u.test(word.text)) break;
    last = word;
  }
  if (last !== undefined) return { asked: last.text, askedAt: last.start };

  const inner = new RegExp(`(?:什么|哪[一些几]?|何种?)${MEASURE}?(\\p{Script=Han}{1,3})$`, 'u').exec(
    text.slice(gap.start, gap.end),
  )?.[1];
  if (inner !== undefined && type !== 'why') return { asked: inner, askedAt: gap.end - inner.length };

  const before = words.filter(({ end }) => end <= gap.start);
  const k = before.findLastIndex(
    ({ tag }) => tag.startsWith('vn') || !/^(?:v|p|u|d|c|y|x|w|zg|r)/u.test(tag),
  );
  const noun = before[k];
  if (noun === undefined || before.length - k > 3) return { asked: null, askedAt: -1 };
  if (!/^(?:n|vn|an|l|j|s|a)/u.test(noun.tag) || /^n[rst]/u.test(noun.tag))
    return { asked: null, askedAt: -1 };
  return { asked: noun.text, askedAt: noun.start };
}

function wantedKinds(type: QueryType, asked: string | null): readonly SpanKind[] {
  const kinds = KINDS[type];
  if (asked === null || !['where', 'which', 'what', 'other'].includes(type)) return kinds;
  const kind = ENDINGS.find(([, ending]) => ending.test(asked))?.[0];
  return kind === undefined ? kinds : [kind, ...kinds.filter((other) => other !== kind).slice(0, 2)];
}

import { LRUCache } from 'lru-cache';

import type { Range } from '../text/range.ts';

/** What a stretch of a sentence can be an answer to. */
export type SpanKind =
  'time' | 'duration' | 'count' | 'money' | 'phone' | 'address' | 'actor' | 'person' | 'document' | 'link';

const HAN_NUMBER = '[一二三四五六七八九十百千万亿两〇零半]+';
/** `9万6千` and `12万5,000` are one number each. */
const NUMBER = `(?:(?:\\d+(?:[.,]\\d+)*(?:余|多)?[百千万亿]+)*\\d+(?:[.,]\\d+)*(?:余|多)?[百千万亿]*|${HAN_NUMBER})`;
/** Measure words and units, the longer ones first: 214批次 is not 214批. */
const UNIT =
  '(?:平方公里|平方米|千瓦时|立方米|公里|千米|毫米|厘米|公顷|千瓦|人次|周岁|批次|学分|公升|公斤|千克|个|大|项|种|家|条|类|件|点|位|名|批|次|套|款|成|倍|所|间|张|份|部|座|处|支|期|届|轮|户|人|级|层|台|格|辆|米|亩|吨|度|%|‰|岁|克|卷|场|字|页|路|号|折|分|株|头|只|本|盒|剂|针|棵|街|栋|幢)';
const CURRENCY = '(?:元|块|万元|亿元|美元|港元|港币|新台币|人民币)';
/** Roman numbers are folded to letters; those of one character stay as they are. */
const ROMAN = '[ivxⅰ-ⅻⅠ-Ⅻ]+(?=级)';
const WEEKDAY = '(?:逢|每)?(?:周|星期)[一二三四五六日天](?:[、至到和及](?:周|星期)?[一二三四五六日天])*';
const DAY = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})[日号]';
const CLOCK = '(?:上午|下午|晚上|晚|凌晨|中午|早上|早|夜里)?\\s*\\d{1,2}(?:[:时點点]\\d{0,2}分?)(?:半|整)?';
const DATE = `(?:(?:\\d{4}|\\d{2,3}|[二〇零一二三四五六七八九]{4}|今|明|去)年)?(?:(?:\\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份)?(?:${DAY}|底|初|末|上旬|中旬|下旬)?|(?<=[月至到~-])${DAY}|(?<![第〕\\d路街])${DAY}(?=\\s*(?:[上下中晚早凌\\d前后起止]|$)))`;
const MOMENT = `(?:${WEEKDAY}(?:\\s*${CLOCK})?|${DATE}(?:[(（][^)）]{1,4}[)）])?\\s*(?:${CLOCK})?|\\d{4}-\\d{1,2}-\\d{1,2}|\\d{4}[年](?:度|底|初|末)?|${CLOCK}|近年来|近期|即日|今年|明年|去年|年底|年初|上半年|下半年|本月|下月)`;

const PATTERNS: Readonly<Record<SpanKind, RegExp>> = {
  time: new RegExp(
    `(?:自|从|至|截至|截止)?${MOMENT}(?:(?:起)?[至到~—-]+(?:次日)?${MOMENT})?(?:起|前|后|以前|以后|之前|之后|止|期间)?`,
    'gu',
  ),
  duration: new RegExp(
    `(?<![\\d月])(?!\\d{4}年)${NUMBER}(?:多|余)?(?:个月|个?工作日|个?小时|分钟|个?星期|个?季度|周年|年(?![\\d度底初])|周(?!岁)|天|日(?=内|以内|左右))(?:左右|以内|内|以上|时间)?`,
    'gu',
  ),
  count: new RegExp(
    `(?:至少|最多|不超过|不少于)?(?:第?${NUMBER}|${ROMAN})(?:多|余)?(?:[至到~—-]${NUMBER})?${UNIT}(?:及?以[上下内])?`,
    'gu',
  ),
  money: new RegExp(
    `${NUMBER}(?:多|余)?${CURRENCY}(?:以上|以下|以内)?(?:[至到~—-]?${NUMBER}${CURRENCY}(?:以上|以下)?)?|\\d+(?:\\.\\d+)?%|百分之(?:\\d+(?:\\.\\d+)?|${HAN_NUMBER})`,
    'gu',
  ),
  phone:
    /(?<![\d-])(?:\(?0\d{1,3}\)?[- ]?)?\d{3,4}[- ]?\d{3,4}(?:转\d+)?(?![\d-])|(?<!\d)1\d{10}(?!\d)|(?<!\d)(?:1[02]\d{3}|9\d{4})(?!\d)/gu,
  address:
    /[\p{Script=Han}a-z\d()]{2,30}?(?:\d+号(?:楼)?(?:[\p{Script=Han}\d]{0,12}(?:楼|层|室|窗口|厅))?|\d+楼(?:[\p{Script=Han}a-z\d]{0,12})?|(?:路|街|道|巷)(?:\d+号)?|窗口|大厦|大楼|广场|中心|公园|学校|小学|中学|酒店|礼堂|体育馆|停车场|会议室|车站|码头)/gu,
  actor:
    /(?:[\p{Script=Han}]{2,8}、)+[\p{Script=Han}]{2,8}等(?:部门|单位|机构)|[\p{Script=Han}]{0,30}?(?:部门|单位|机构|委员会|管委会|办公室|指挥部|政府|公司|集团|协会|学会|研究院|研究所|中心|服务站|气象台|医院|学校|大学|法院|检察院|银行|电视台|[\p{Script=Han}]局|[\p{Script=Han}]厅|[\p{Script=Han}]委|市委|省委|县委|区公所)/gu,
  person: /(?<=[:：])\s*\p{Script=Han}{2,4}(?=[,，、;；。\s(（]|$)/gu,
  document:
    /[\p{Script=Han}a-z]{1,12}[〔[(（]\d{4}[〕\])）]\d+号|[\p{Script=Han}]{2,12}字第\d+号|[a-z]{2,}[a-z\d〔〕()[\]-]*\d{3,}(?:号)?/gu,
  link: /(?:https?:\/\/|www\.)[\w./?=&%-]+|[\w.-]+@[\w.-]+\.\w+/gu,
};

export const SPAN_KINDS = Object.keys(PATTERNS) as readonly SpanKind[];

/** What was found in so many sentences is kept: of few notices all, of many those that were last looked into. */
const MOST_KEPT = 4096;
const kept = new LRUCache<string, Map<SpanKind, readonly Range[]>>({ max: MOST_KEPT });

/** The stretches of a folded sentence that are of a kind, in order. */
export function spansOf(kind: SpanKind, folded: string): readonly Range[] {
  let known = kept.get(folded);
  if (known === undefined) kept.set(folded, (known = new Map<SpanKind, readonly Range[]>()));
  const found = known.get(kind);
  if (found !== undefined) return found;
  const spans = Array.from(folded.matchAll(PATTERNS[kind]), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  known.set(kind, spans);
  return spans;
}

import type { Range } from '../text/range.ts';

const HAN_NUMBER = '[一二三四五六七八九十百千万亿两〇零]+';
const NUMBER = `(?:\\d+(?:[.,]\\d+)*(?:[百千万亿]+)?|${HAN_NUMBER})`;
const MEASURE =
  '(?:个|大|项|种|家|条|类|件|点|位|名|批|次|套|款|成|倍|所|间|张|份|部|座|处|支|期|届|轮|户|人|元|万元|亿元|公里|千米|米|平方米|平方公里|亩|公顷|吨|千瓦|度|%|人次|岁|字|页)';

const TIME = new RegExp(
  [
    `(?:自|从|于|到|至|截至|截止)?\\d{4}年(?:\\d{1,2}月(?:\\d{1,2}[日号])?)?(?:底|末|初|上半年|下半年)?(?:起|前|后|以来|之前|之后)?`,
    `\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}`,
    `\\d{1,2}月(?:\\d{1,2}[日号]|底|份|初|上旬|中旬|下旬)?`,
    `[〇零一二三四五六七八九]{4}年`,
    `(?:上午|下午|晚上|凌晨|中午)?\\d{1,2}[:时点](?:\\d{1,2}分?)?`,
    '近年来|近期|今年|明年|去年|年底|年初|上半年|下半年|本月|下月|即日起|“?十[一二三四五]五”?(?:期间|时期)',
  ].join('|'),
  'gu',
);
const DURATION = new RegExp(
  `(?:${NUMBER}|半)(?:多|余)?(?:个)?(?:年|月|周|天|日|小时|分钟|星期|季度|工作日)(?:左右|以内|内|以上|时间)?`,
  'gu',
);
const COUNT = new RegExp(`${NUMBER}(?:多|余)?${MEASURE}`, 'gu');
/** Words that end the name of a body that acts. */
const ACTOR =
  /[\u4e00-\u9fff、]{0,30}?(?:部门|单位|机构|委员会|管委会|政府|公司|集团|协会|学会|研究院|研究所|中心|医院|学校|大学|法院|检察院|公安局|[\u4e00-\u9fff]局|[\u4e00-\u9fff]厅|[\u4e00-\u9fff]委|市委|省委|县委)/gu;

function ranges(folded: string, pattern: RegExp): Range[] {
  return Array.from(folded.matchAll(pattern), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Points in time that a folded sentence states: 自2021年起, 3月5日, 近年来. */
export function timesIn(folded: string): Range[] {
  return ranges(folded, TIME);
}

/** Lengths of time: 两年时间, 3个月. A year by its number (2021年) is a point, not a length. */
export function durationsIn(folded: string): Range[] {
  return ranges(folded, DURATION).filter(
    ({ start, end }) => !/^\d{4}年|^\d{1,2}(?:月|日)/u.test(folded.slice(start, end)),
  );
}

/** Numbers with the word for what is counted: 十个, 5大, 300万元. */
export function countsIn(folded: string): Range[] {
  return ranges(folded, COUNT);
}

/** Bodies that can act: 市场监管部门, 市教育局, each with the words of its name in front. */
export function actorsIn(folded: string): Range[] {
  return ranges(folded, ACTOR);
}

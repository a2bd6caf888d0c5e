import type { Range } from '../../text/range.ts';

export const QUESTION_TYPES = [
  'when',
  'how-long',
  'who',
  'where',
  'why',
  'how-many',
  'list',
  'how',
  'yes-no',
  'what',
  'fragment',
] as const;

/** What kind of thing a question asks for. */
export type QuestionType = (typeof QUESTION_TYPES)[number];

/** The words of a question that make it one, and what they ask for. */
export interface Interrogative extends Range {
  readonly type: QuestionType;
}

const NUMERAL = '[一二三四五六七八九十两几\\d]';
const PLACE =
  '(?:地方|城市|县市区|市县区|地区|县市|市县|区县|县区|县级市|县|市|区|省份|省|镇|乡|村|街道|园区|开发区)';
const MEASURE =
  '(?:个|大|项|种|家|条|类|件|点|位|名|批|次|套|款|成|倍|所|间|张|份|部|座|处|支|期|届|轮|户|级|层|台|格|元|万元|万|块|人(?!口|均|才|员|数|次)|岁|针|剂|辆|号(?!线)|路|折|分|毫米|厘米|米|公里|亩|吨|度|平方米|字|页|株|棵|栋)';

/**
 * How questions are asked in Chinese, the more telling forms first; on folded text. Each alternative begins and
 * ends with a word of its own, so that cutting it out leaves words whole.
 */
const PATTERNS: readonly (readonly [QuestionType, RegExp])[] = [
  [
    'why',
    /有(?:什么|啥|何)(?:作用|用处|用|好处|意义|目的)|目的是什么|(?<![定列评称视选命分归划设作成])为(?:什么|啥)|为何(?![?。!]*$)|什么原因|何故|凭什么|什么理由|有何原因/gu,
  ],
  [
    'when',
    // 几号 behind 电话, at the end, asks for its number.
    /(?:什么时候|什么时间|啥时候|啥时间|啥时|何时|何年何月|何年|几时|什么日[子期]|哪(?:一)?(?:年|天|月|日)|哪个(?:年份|月份|月|日子|时间)|几月几[号日]|几点(?:几分|钟)?(?:前|后)?(?!意见|建议|要求|措施)|几月(?!线)|几号(?!线|[?。!\s]*$)|(?<!(?:电话|热线|专线|传真|手机|门牌)(?:号码?)?是?)几号(?!线)|多会儿|什么年份)(?:开始)?/gu,
  ],
  [
    'how-long',
    /多久|多长时间|多少(?:年|天|个月|时间|小时|日)|几(?:年|天|个月|个小时|小时|个星期|周)(?!级)/gu,
  ],
  [
    'who',
    new RegExp(
      `谁|何人|哪(?:${NUMERAL}|些)?(?:位|个人|些人)|什么人|哪些人|(?:哪(?:${NUMERAL})?个|哪些|哪几个|什么|哪(?:${NUMERAL})?家)(?=部门|单位|机关|机构|公司|企业|学校|医院)`,
      'gu',
    ),
  ],
  [
    'where',
    new RegExp(
      `在哪里|在哪儿|哪里|哪儿|何处|什么地方|啥地方|何地|哪(?:一)?(?:${NUMERAL})?(?:个|些|座|几个)?${PLACE}|什么${PLACE}|在哪(?!个|些|几|${NUMERAL})`,
      'gu',
    ),
  ],
  [
    'list',
    new RegExp(
      `(?:有|是|为|包括|包含|涵盖|分别是|分为)?哪(?:些|${NUMERAL}+${MEASURE}?)|有(?:什么|啥)(?=内容|要素|部分|措施)|列出|列举|分别(?:是|为|有)(?:什么|哪些|啥)|(?:包括|包含|涵盖)(?:了)?(?:什么|哪些|啥)`,
      'gu',
    ),
  ],
  ['how-many', new RegExp(`多少钱|多少${MEASURE}?|几${MEASURE}|多大|多高|多长|多重|多远|占比`, 'gu')],
  ['how', /怎么样|怎么办|怎么|怎样|咋样|咋|如何|通过什么|用什么办法|什么方式|什么办法|怎/gu],
  [
    'what',
    /什么样|什么|啥|为何|有何|何种|何物|何为|何谓|哪(?:一)?(?:个|种|类|项|条|款|家)|哪(?=产业|行业|方面)/gu,
  ],
  ['yes-no', /是不是|有没有|是否|有无|能否|可否|会不会|能不能|对不对|对吗|对吧|是吗|吗|嘛$/gu],
];

/**
 * The interrogatives of a folded question, without overlap; the most telling first. A question without one is
 * a fragment.
 *
 * @param isTaken whether a range belongs to a name, in which nothing asks
 */
export function findInterrogatives(folded: string, isTaken: (range: Range) => boolean): Interrogative[] {
  const found: Interrogative[] = [];
  for (const [type, pattern] of PATTERNS) {
    for (const match of folded.matchAll(pattern)) {
      const range = { start: match.index, end: match.index + match[0].length };
      const overlaps = found.some(({ start, end }) => start < range.end && range.start < end);
      if (!overlaps && !isTaken(range)) found.push({ type, ...range });
    }
  }
  return found;
}

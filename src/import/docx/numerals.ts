const DIGITS = Array.from('〇一二三四五六七八九');
const STEMS = Array.from('甲乙丙丁戊己庚辛壬癸');
const BRANCHES = Array.from('子丑寅卯辰巳午未申酉戌亥');
const CIRCLED_ONE = 0x2460;
const ROMAN: readonly (readonly [number, string])[] = [
  ...([
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
  ] as const),
  ...([
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ] as const),
];

/**
 * A number as Word writes it in a list.
 *
 * @param format the name that Office Open XML has for it (ECMA-376, 17.18.59); one that is not known is `decimal`
 */
export function numeral(number: number, format: string): string {
  switch (format) {
    case 'bullet':
    case 'none':
      return '';
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
      return chinese(number);
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
    case 'taiwaneseDigital':
      return Array.from(String(number), (digit) => DIGITS[Number(digit)] ?? '').join('');
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
      return formal(number);
    case 'ideographTraditional':
      return STEMS[number - 1] ?? String(number);
    case 'ideographZodiac':
      return BRANCHES[number - 1] ?? String(number);
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return number >= 1 && number <= 20 ? String.fromCodePoint(CIRCLED_ONE + number - 1) : String(number);
    case 'decimalZero':
      return String(number).padStart(2, '0');
    case 'upperLetter':
      return letter(number).toUpperCase();
    case 'lowerLetter':
      return letter(number);
    case 'upperRoman':
      return roman(number).toUpperCase();
    case 'lowerRoman':
      return roman(number);
    default:
      return String(number);
  }
}

/** 1 is 一, 12 十二, 20 二十, 105 一百〇五. Numbers from a thousand on stay in digits. */
function chinese(number: number): string {
  if (number < 1 || number >= 1000) return String(number);
  const [hundreds, tens, ones] = [Math.floor(number / 100), Math.floor(number / 10) % 10, number % 10];
  const digit = (value: number) => DIGITS[value] ?? '';
  const tensPart = tens === 0 ? '' : `${tens === 1 && hundreds === 0 ? '' : digit(tens)}十`;
  const gap = hundreds > 0 && tens === 0 && ones > 0 ? '〇' : '';
  return `${hundreds === 0 ? '' : `${digit(hundreds)}百`}${tensPart}${gap}${ones === 0 ? '' : digit(ones)}`;
}

const FORMAL: Readonly<Record<string, string>> = {
  一: '壹',
  二: '贰',
  三: '叁',
  四: '肆',
  五: '伍',
  六: '陆',
  七: '柒',
  八: '捌',
  九: '玖',
  十: '拾',
  百: '佰',
  〇: '零',
};

function formal(number: number): string {
  const plain = number >= 10 && number < 20 ? `一${chinese(number)}` : chinese(number);
  return Array.from(plain, (character) => FORMAL[character] ?? character).join('');
}

/** 1 is a, 26 z, 27 aa: Word repeats the letter. */
function letter(number: number): string {
  const index = (number - 1) % 26;
  return String.fromCodePoint(0x61 + index).repeat(Math.floor((number - 1) / 26) + 1);
}

function roman(number: number): string {
  let rest = number;
  let text = '';
  for (const [value, sign] of ROMAN) {
    while (rest >= value && text.length < 20) {
      text += sign;
      rest -= value;
    }
  }
  return text;
}

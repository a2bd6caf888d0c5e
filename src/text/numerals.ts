const DIGITS = '零一二三四五六七八九';

/** Chinese digits one by one: 二〇二一 is 2021. Characters that are no digit count as zero. */
export function digitsOf(text: string): number {
  return Number(
    Array.from(text, (character) => Math.max(0, DIGITS.indexOf(character === '两' ? '二' : character))).join(
      '',
    ),
  );
}

/** A Chinese number below a hundred: 三 is 3, 十六 is 16, 二十 is 20, 廿一 is 21, 两 is 2. */
export function numberOf(text: string): number {
  const spelled = text.replace('廿', '二十').replace('卅', '三十');
  const [tens, ones] = spelled.includes('十') ? spelled.split('十') : ['零', spelled];
  return (tens === '' ? 1 : digitsOf(tens ?? '')) * 10 + digitsOf(ones ?? '');
}

/** The number that a text begins with, in digits or in Chinese: 5大 and 五个 are 5; undefined without one. */
export function leadingNumber(text: string): number | undefined {
  const arabic = /^\d+/u.exec(text)?.[0];
  if (arabic !== undefined) return Number(arabic);
  const chinese = /^[零一二两三四五六七八九十廿卅]+/u.exec(text)?.[0];
  return chinese === undefined ? undefined : numberOf(chinese);
}

/** A text with its Chinese digits as Arabic ones, as people type names: 五个一 is 5个1 as well. */
export function withArabicDigits(text: string): string {
  return text.replace(/[一二三四五六七八九]/gu, (numeral) => String(DIGITS.indexOf(numeral)));
}

/** A text with its Arabic digits as Chinese ones: 555 is 五五五 as well. */
export function withChineseDigits(text: string): string {
  return text.replace(/\d/gu, (digit) => DIGITS.charAt(Number(digit)));
}

/** How far from the head of a text its number may stand, in lines. */
const HEAD_LINES = 10;

/** `桐建〔2022〕47号`, `府交管字第1120058316號`, alone on its line or at its end. */
const NUMBER =
  /(?:^|[\s:：])(?<number>[\p{Script=Han}]{1,12}[〔［[【(（]\d{4}[〕\]］】)）]\s*第?\s*\d{1,5}\s*[号號]|[\p{Script=Han}]{1,10}字第\s*\d{6,12}\s*[号號])$/u;

/** The number of an official document (文號), where one of its first lines gives it. @param lines the repaired text */
export function documentNumberOf(lines: readonly string[]): string | undefined {
  for (const line of lines.slice(0, HEAD_LINES)) {
    const number = NUMBER.exec(line.trim())?.groups?.['number'];
    if (number !== undefined) return number;
  }
  return undefined;
}

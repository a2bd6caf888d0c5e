import { findDates } from '../notice/dates.ts';
import { repair } from '../notice/repair.ts';
import { fold } from '../text/script.ts';
import { isValue, labelledFields } from './labels.ts';
import type { Fields, Reading } from './reading.ts';
import { findTitle } from './title.ts';

/** A notice taken apart into what its file states. */
export interface Understood {
  readonly fields: Fields;
  /** The text, the title first where there is one. */
  readonly lines: readonly string[];
  readonly hasTitle: boolean;
}

/** How far from the ends of a text its labels, number and signature may stand, in lines. */
const HEAD_LINES = 10;
const FOOT_LINES = 8;

/**
 * Finds a notice's title, issuer, document number and address: as the file states them, else by labels, else by the
 * forms that they have in official documents. Its date is found where the notice file is read.
 */
export function understand({ lines, fields }: Reading): Understood {
  const { title, below } = findTitle(lines, fields.title);
  // What is found is stated without the damage that the text keeps.
  const clean = repair(lines.join('\n')).text.split('\n').filter(Boolean);
  const labelled = labelledFields([...clean.slice(0, HEAD_LINES), ...clean.slice(-2)]);
  const issuer = signatureOf(clean) ?? letterheadOf(clean);
  const number = numberOf(clean);
  return {
    fields: {
      ...(issuer === undefined ? {} : { issuer }),
      ...(number === undefined ? {} : { number }),
      ...labelled,
      ...fields,
    },
    lines: title === undefined ? below : [title, ...below],
    hasTitle: title !== undefined,
  };
}

/** `桐建〔2022〕47号`, `府交管字第1120058316號`, alone on its line or at its end. */
const NUMBER =
  /(?:^|\s)(?<number>[\p{Script=Han}]{1,12}[〔[［【(（]\d{4}[〕\]］】)）]\s*第?\s*\d{1,5}\s*[号號]|[\p{Script=Han}]{1,10}字第\s*\d{6,12}\s*[号號])$/u;

function numberOf(lines: readonly string[]): string | undefined {
  for (const line of lines.slice(0, HEAD_LINES)) {
    const number = NUMBER.exec(line.trim())?.groups?.['number'];
    if (number !== undefined) return number;
  }
  return undefined;
}

/** What the name of one who issues notices ends with, in folded script. */
const OFFICE =
  '(?:政府|办公室|委员会|管委会|局|厅|部|署|院|会|公司|集团|中心|处|站|所|园|馆|校|学|社|台|团|队|行|医院|' +
  '街道|指挥部|领导小组|办事处)';
const SIGNATURE = new RegExp(`^[\\p{Script=Han}()（）·]{2,30}${OFFICE}$`, 'u');

/** The offices that sign in front of the date at the foot, with 、 between them. */
function signatureOf(lines: readonly string[]): string | undefined {
  const foot = lines.slice(-FOOT_LINES);
  const dated = foot.findLastIndex((line) => endsWithDate(line));
  if (dated < 0) return undefined;
  const signed = foot[dated]?.replace(/\s*\S*$/u, '') ?? '';
  const candidates = [...foot.slice(Math.max(0, dated - 4), dated), signed];
  const offices: string[] = [];
  for (const line of candidates.reverse()) {
    if (line === '') continue;
    const names = line.trim().split(/[\s、]+/u);
    if (!names.every((name) => SIGNATURE.test(fold(name)))) break;
    offices.unshift(...names);
  }
  return offices.length === 0 ? undefined : offices.join('、');
}

/** Whether a line is a date, or a signature with one behind it. */
function endsWithDate(line: string): boolean {
  const date = findDates(line).at(-1);
  return date?.range.end === line.trimEnd().length && line.length <= 60 && !/[:：]/u.test(line);
}

const LETTERHEAD = new RegExp(
  `^(?<issuer>[\\p{Script=Han}()（）·]{2,30}?${OFFICE})(?:文件|公告|关于|通告|发布)`,
  'u',
);

/** Who issues it by its letterhead or title: `桐鄉市人民政府文件`, `崑山市發展和改革委員會關於…`. */
function letterheadOf(lines: readonly string[]): string | undefined {
  for (const line of lines.slice(0, 3)) {
    const issuer = LETTERHEAD.exec(fold(line))?.groups?.['issuer'];
    if (issuer !== undefined && isValue('issuer', issuer)) return line.slice(0, issuer.length);
  }
  return undefined;
}

import { fold } from '../text/script.ts';
import { findDates } from './dates.ts';

/** How far from the end of a text its signature may stand, in lines. */
const FOOT_LINES = 8;

/**
 * Who issued a notice: as it is named beside the date, or by the signature where that has the fuller name, and
 * without such a name by signature, letterhead or title.
 *
 * @param lines the text, repaired
 * @param named as a label or a page's tag has it
 */
export function issuerOf(lines: readonly string[], named: string | undefined): string | undefined {
  const signature = signatureOf(lines);
  if (named === undefined) return signature ?? letterheadOf(lines);
  return signature !== undefined && fold(signature).endsWith(fold(named)) ? signature : named;
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
  `^(?<issuer>[\\p{Script=Han}()（）·]{2,30}?${OFFICE})\\s?(?:文件|公告|关于|通告|发布|公布|宣布|函$|书函$|令$)`,
  'u',
);

/** Who issues it by its letterhead or title: `桐鄉市人民政府文件`, `崑山市發展和改革委員會關於…`. */
function letterheadOf(lines: readonly string[]): string | undefined {
  for (const line of lines.slice(0, 3)) {
    const issuer = LETTERHEAD.exec(fold(line))?.groups?.['issuer'];
    if (issuer !== undefined && isIssuer(issuer)) return line.slice(0, issuer.length);
  }
  return undefined;
}

/** Sources that name nobody. */
const NOBODY = /^(?:本站|本网|本网站|原创|转载|网络|互联网|未知|其他|无|admin|管理员)(?:原创)?$/iu;

/** Whether a text can be the name of one who issues notices. */
export function isIssuer(name: string): boolean {
  return /^[\p{Script=Han}\p{L}\d（）()《》·、\s]{2,60}$/u.test(name) && !NOBODY.test(fold(name));
}

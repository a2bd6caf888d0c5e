import { isIssuer } from '../notice/issuer.ts';
import { fold } from '../text/script.ts';
import { isoDate } from './iso-date.ts';
import type { Fields } from './reading.ts';

/** What sites and documents print in front of a field, in folded script. */
const LABELS: readonly (readonly [keyof Fields, RegExp])[] = [
  ['title', /^标题$/u],
  ['date', /^(?:发布|公布|发文|公告|公开|发表)(?:日期|时间)$/u],
  ['date', /^(?:成文|生成|印发)日期$/u],
  ['issuer', /^(?:发布|发文|公开|公告|制发|印发)(?:机构|机关|单位|部门)$/u],
  ['issuer', /^(?:信息|文章|稿件)?来源$/u],
  ['number', /^(?:(?:发文)?(?:字号|文号)|文件编号|项目编号|采购编号|招标编号)$/u],
  ['url', /^(?:原文|原文链接|来源链接|本文网址|网址|链接|url)$/u],
];

/** A label with its value: `發布機構：市水務局`, or the two as neighbours in the row of a table. */
const LABELLED =
  /(?<label>[\p{Script=Han}]{2,6}|url)\s*(?:[:：]|\s\|)\s*(?<value>[^\s|【[]+(?: \d{1,2}:\d{2}(?::\d{2})?)?)/dgu;

/**
 * The fields that lines state with a label, each as it stands there first. A label that says it better goes before
 * one that says it too, as the day of publishing goes before that of signing.
 */
export function labelledFields(lines: readonly string[]): Fields {
  const found = lines.flatMap((line) => pairsOf(line));
  const fields: Record<string, string> = {};
  for (const [field, label] of LABELS) {
    if (fields[field] !== undefined) continue;
    const value = found.find((pair) => label.test(pair.label) && isValue(field, pair.value))?.value;
    if (value !== undefined) fields[field] = value;
  }
  return fields;
}

function pairsOf(line: string): { readonly label: string; readonly value: string }[] {
  // In tables and forms the two characters of a label are set apart: 文 號.
  const text = line.replace(/(?<=[\p{Script=Han}])[\u3000 ](?=號|号)/gu, '');
  return Array.from(fold(text).matchAll(LABELLED), (match) => {
    const [start, end] = match.indices?.groups?.['value'] ?? [0, 0];
    return {
      label: match.groups?.['label'] ?? '',
      value: text.slice(start, end).replace(/[，。；、]+$/u, ''),
    };
  });
}

/** Whether `value` can be that of a field: dates are dates, addresses addresses, and issuers are somebody. */
export function isValue(field: keyof Fields, value: string): boolean {
  switch (field) {
    case 'date':
      return isoDate(value) !== undefined;
    case 'url':
      return isAddress(value);
    case 'issuer':
      return isIssuer(value);
    case 'number':
      return /\d/u.test(value) && value.length <= 60;
    case 'title':
      return value.length >= 4 && value.length <= 200;
  }
}

function isAddress(value: string): boolean {
  return URL.canParse(value) && /^https?:$/u.test(new URL(value).protocol);
}

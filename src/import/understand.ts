import { repair } from '../notice/repair.ts';
import { issuerOf } from './issuer.ts';
import { labelledFields } from './labels.ts';
import type { Fields, Reading } from './reading.ts';
import { findTitle } from './title.ts';

/** A notice taken apart into what its file states. */
export interface Understood {
  readonly fields: Fields;
  /** The text, the title first where there is one. */
  readonly lines: readonly string[];
  readonly hasTitle: boolean;
}

/** How far from the head of a text its labels and number may stand, in lines. */
const HEAD_LINES = 10;

/**
 * Finds a notice's title, issuer, document number and address: as the file states them, else by labels, else by the
 * forms that they have in official documents. Its date is found where the notice file is read.
 */
export function understand({ lines, fields }: Reading): Understood {
  // What is looked for and stated is without the damage that the text keeps. No line is added or removed by that.
  const repaired = repair(lines.join('\n')).text.split('\n');
  const { title, below } = findTitle(lines, repaired, fields.title);
  const clean = repaired.filter(Boolean);
  const labelled = labelledFields([...clean.slice(0, HEAD_LINES), ...clean.slice(-2)]);
  const issuer = issuerOf(clean, labelled.issuer);
  const number = numberOf(clean);
  return {
    fields: {
      ...(number === undefined ? {} : { number }),
      ...labelled,
      ...(issuer === undefined ? {} : { issuer }),
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

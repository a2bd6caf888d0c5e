import { issuerOf } from '../notice/issuer.ts';
import { documentNumberOf } from '../notice/document-number.ts';
import { labelledFields } from './labels.ts';
import { repairedLines } from './lines.ts';
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

/** `臺北市政府衛生局 公告` says whose document it is; what it is about is told behind 主旨. */
const BARE = /^\S{2,30}\s(?:公告|[書书]?函|令)$/u;
const SUBJECT = /^主\s*旨\s*[:：]\s*(?<subject>[^。]{8,})/u;
/** In characters. A longer subject is cut at a comma. */
const LONGEST_SUBJECT = 60;

function subjectOf(lines: readonly string[]): string | undefined {
  const head = lines.filter(Boolean).slice(0, HEAD_LINES);
  if (!BARE.test(head[0] ?? '')) return undefined;
  const subject = head.map((line) => SUBJECT.exec(line)?.groups?.['subject']).find(Boolean);
  if (subject === undefined || subject.length <= LONGEST_SUBJECT) return subject;
  const comma = subject.lastIndexOf('，', LONGEST_SUBJECT);
  return comma < 0 ? undefined : subject.slice(0, comma);
}

/**
 * Finds a notice's title, issuer, document number and address: as the file states them, else by labels, else by the
 * forms that they have in official documents. Its date is found where the notice file is read.
 */
export function understand({ lines, fields }: Reading): Understood {
  // What is looked for and stated is without the damage that the text keeps. No line is added or removed by that.
  const repaired = repairedLines(lines);
  const subject = fields.title === undefined ? subjectOf(repaired) : undefined;
  const { title, below } =
    subject === undefined ? findTitle(lines, repaired, fields.title) : { title: subject, below: lines };
  const clean = repaired.filter(Boolean);
  const labelled = labelledFields([...clean.slice(0, HEAD_LINES), ...clean.slice(-2)]);
  const issuer = issuerOf(clean, labelled.issuer);
  const number = documentNumberOf(clean);
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

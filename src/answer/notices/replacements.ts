import { byDate } from '../../notice/by-date.ts';
import type { Notice } from '../../notice/notice.ts';
import { fold } from '../../text/script.ts';
import { finish, type Steps } from '../../text/steps.ts';

/** A later notice that changes an earlier one, or ends it. */
export interface Replacement {
  readonly by: Notice;
  readonly kind: 'repealed' | 'corrected' | 'revised';
}

/** What says that something is replaced, in folded script. */
const KINDS: readonly (readonly [Replacement['kind'], RegExp])[] = [
  ['repealed', /废止|失效|撤销|取消/u],
  ['corrected', /更正|勘误|变更|澄清/u],
  ['revised', /修订|修改|修正|调整|延期|补充/u],
];
/** What a document names as its ground is not replaced by it. */
const GROUND = /(?:根据|依据|按照|依照|贯彻|落实|执行)[^。;]{0,12}$/u;
/** A name that is shorter stands in too many texts. */
const SHORTEST_NAME = 6;

/**
 * Which notices are replaced: a later one names their title or document number, and says in its title or in the same
 * line that it corrects, revises or repeals. Of several the newest counts.
 */
export function findReplacements(notices: readonly Notice[]): ReadonlyMap<Notice, Replacement> {
  return finish(replacementsInSteps(notices));
}

/** {@link findReplacements} in steps, for thousands of notices. */
export function* replacementsInSteps(notices: readonly Notice[]): Steps<ReadonlyMap<Notice, Replacement>> {
  const found = new Map<Notice, Replacement>();
  const names = indexNames(notices);
  for (const later of [...notices].sort(byDate)) {
    yield;
    const ofTitle = kindIn(fold(later.title));
    for (const line of later.text.split('\n').map(compact)) {
      const kind = ofTitle ?? kindIn(line);
      if (kind === undefined) continue;
      for (const { notice, at } of namedIn(line, names)) {
        if (isEarlier(notice, later) && !GROUND.test(line.slice(0, at)))
          found.set(notice, { by: later, kind });
      }
    }
  }
  return found;
}

function isEarlier(notice: Notice, later: Notice): boolean {
  return notice !== later && notice.publishedOn !== null && byDate(notice, later) < 0;
}

function kindIn(text: string): Replacement['kind'] | undefined {
  return KINDS.find(([, words]) => words.test(text))?.[0];
}

/** A name that a notice goes by: its document number, or its title. */
interface Name {
  readonly text: string;
  readonly notice: Notice;
}

/** The names by their first characters: of thousands, only few have to be looked for at each place of a text. */
function indexNames(notices: readonly Notice[]): ReadonlyMap<string, Name[]> {
  const names = new Map<string, Name[]>();
  for (const notice of notices) {
    for (const text of [notice.number ?? '', withoutIssuer(notice.title)].map(compact)) {
      if (text.length < SHORTEST_NAME) continue;
      const head = text.slice(0, SHORTEST_NAME);
      names.set(head, [...(names.get(head) ?? []), { text, notice }]);
    }
  }
  return names;
}

/** 甲市人民政府关于…的通知 is cited without the issuer too. */
function withoutIssuer(title: string): string {
  return title.replace(/^.{2,20}?(?=關於|关于)/u, '');
}

function namedIn(line: string, names: ReadonlyMap<string, Name[]>): { notice: Notice; at: number }[] {
  const found: { notice: Notice; at: number }[] = [];
  for (let at = 0; at + SHORTEST_NAME <= line.length; at++) {
    for (const { text, notice } of names.get(line.slice(at, at + SHORTEST_NAME)) ?? []) {
      if (line.startsWith(text, at)) found.push({ notice, at });
    }
  }
  return found;
}

/** Folded, without what documents write differently: white space, and the brackets around a year. */
function compact(text: string): string {
  return fold(text)
    .replace(/[〔［【[(]/gu, '[')
    .replace(/[〕］】\])]/gu, ']')
    .replace(/\s/gu, '');
}

import { createHash } from 'node:crypto';

import data from '../../data/lexicon/initiatives.json' with { type: 'json' };
import { withArabicDigits, withChineseDigits } from '../text/numerals.ts';
import type { Range } from '../text/range.ts';
import type { CutSentence } from './cut-sentence.ts';
import type { Enumeration } from './enumerations.ts';
import { inNotice } from './facts.ts';
import type { Initiative, PartList } from './terms.ts';

/** An initiative with the folded names that it goes by, the longest first. */
export interface NamedInitiative {
  readonly initiative: Initiative;
  readonly names: readonly string[];
  /** The word for its kind: 工作模式; or empty. */
  readonly head: string;
}

/** Where a sentence names an initiative. Ranges are of the sentence. */
interface Naming {
  readonly sentence: CutSentence;
  /** Inside the quotes. */
  readonly name: Range;
  /** With the quotes and the words up to the head: “五个一”工作模式. */
  readonly title: Range;
  /** The word that says what kind of thing it is (工作模式), or an empty string. */
  readonly head: string;
}

const LONGEST_NAME = 40;
/** How much may stand between the closing quote and the head: “两高一低”传统制造业专项整治行动. */
const LONGEST_GAP = 10;
const HEADS = [...data.heads.words].sort((a, b) => b.length - a.length);
const HEAD = new RegExp(`^[\\p{Script=Han}]{0,${LONGEST_GAP}}?(?<head>${HEADS.join('|')})`, 'u');
const ENDS_WITH_HEAD = new RegExp(`(?:${HEADS.join('|')})$`, 'u');
/** Words in front of the quotes that belong to the name, as 新制造 does in 实施新制造“555”行动. */
const IN_FRONT =
  /^[^]*(?:实施|开展|启动|推进|推动|推行|落实|打造|深化|结合|围绕|提出|制定|印发|出台)(?<words>[\p{Script=Han}]{1,6})$/u;
const SERIES = /“[^“”]{2,60}”(?:等)?系列“(?<head>[^“”]{1,8})”/gu;
const QUOTED = /“(?<name>[^“”]{1,40})”|「(?<corner>[^「」]{1,40})」|《(?<book>[^《》]{2,60})》/gu;

/**
 * The initiatives that a notice introduces, by their typography: a quoted name that heads a paragraph, one that
 * 行动, 方案, 工作模式 or such a word follows, a series of quoted names, and a title in 《》 that ends with such a
 * word.
 *
 * @param sentences one notice's, in order
 * @param enumerations of each sentence
 */
export function findInitiatives(
  sentences: readonly CutSentence[],
  enumerations: ReadonlyMap<CutSentence, readonly Enumeration[]>,
): NamedInitiative[] {
  const namings = new Map<string, Naming[]>();
  for (const sentence of sentences) {
    for (const naming of namingsIn(sentence)) {
      const key = sentence.folded.slice(naming.name.start, naming.name.end);
      const known = namings.get(key);
      if (known === undefined) namings.set(key, [naming]);
      else known.push(naming);
    }
  }
  return [...namings].map(([key, found]) => describe(key, found, sentences, enumerations));
}

function namingsIn(sentence: CutSentence): Naming[] {
  const { folded, passage } = sentence;
  if (passage === null) return [];
  const found: Naming[] = [];
  for (const match of folded.matchAll(SERIES)) {
    const end = match.index + match[0].length;
    const head = match.groups?.['head'] ?? '';
    found.push({
      sentence,
      name: { start: end - 1 - head.length, end: end - 1 },
      title: { start: match.index, end },
      head,
    });
  }
  for (const match of folded.matchAll(QUOTED)) {
    const whole = { start: match.index, end: match.index + match[0].length };
    if (found.some(({ title }) => title.start <= whole.start && whole.end <= title.end)) continue;
    const naming = namingAt(sentence, whole, match.groups?.['book'] !== undefined);
    if (naming !== undefined) found.push(naming);
  }
  return found;
}

function namingAt(sentence: CutSentence, quoted: Range, isBook: boolean): Naming | undefined {
  const { folded, passage } = sentence;
  const name = { start: quoted.start + 1, end: quoted.end - 1 };
  const content = folded.slice(name.start, name.end);
  // A list in quotes is what an initiative consists of, not its name.
  if (content.includes('、') || content.length > LONGEST_NAME) return undefined;
  if (isBook) {
    const head = ENDS_WITH_HEAD.exec(content)?.[0];
    return head === undefined ? undefined : { sentence, name, title: quoted, head };
  }
  const behind = HEAD.exec(folded.slice(quoted.end));
  const head = behind?.groups?.['head'] ?? '';
  const headsParagraph = quoted.start === 0 && passage?.sentences[0]?.id === sentence.sentence.id;
  if (head === '' && !headsParagraph) return undefined;
  const start = quoted.start - (IN_FRONT.exec(folded.slice(0, quoted.start))?.groups?.['words']?.length ?? 0);
  return { sentence, name, title: { start, end: quoted.end + (behind?.[0].length ?? 0) }, head };
}

function describe(
  key: string,
  namings: readonly Naming[],
  sentences: readonly CutSentence[],
  enumerations: ReadonlyMap<CutSentence, readonly Enumeration[]>,
): NamedInitiative {
  const [first] = namings;
  if (first === undefined) throw new RangeError('an initiative is named at least once');
  const paragraph = sentences.filter(({ passage }) => passage === first.sentence.passage);
  const mentions = sentences.filter(({ folded }) => folded.includes(key));
  const candidates = [...new Set([...mentions, ...(headsItsParagraph(first) ? paragraph : [])])];
  const described = candidates.map((sentence) => ({
    sentence,
    lists: partsIn(sentence, key, first, enumerations.get(sentence) ?? []),
  }));
  const best = described.reduce((a, b) => (descriptiveness(b, key) > descriptiveness(a, key) ? b : a));
  const { text } = first.sentence.sentence;
  const title = text.slice(first.title.start, first.title.end);
  return {
    initiative: {
      id: createHash('sha256').update(`${first.sentence.notice.id}\0${key}`).digest('base64url').slice(0, 8),
      name: text.slice(first.name.start, first.name.end),
      title,
      definition: located(best.sentence),
      parts: best.lists.map((list) => partList(best.sentence, list)),
      mentions: mentions.map(located),
    },
    names: namesOf(key, first),
    head: first.head,
  };
}

function headsItsParagraph({ sentence, title }: Naming): boolean {
  return title.start === 0 && sentence.passage?.sentences[0]?.id === sentence.sentence.id;
}

/** A sentence that lists the parts says most, then one that names the initiative and says more than its head. */
function descriptiveness(
  { sentence, lists }: { sentence: CutSentence; lists: readonly Enumeration[] },
  key: string,
): number {
  const names = sentence.folded.includes(key) ? 1 : 0;
  return (lists.length > 0 ? 4 : 0) + 2 * names + Math.min(sentence.folded.length, 200) / 200;
}

/**
 * The lists of a sentence that are the parts of an initiative. Where one is tied to it by brackets behind its
 * name or by quotes in front of its head word (“……”的工作模式), that one alone; otherwise, for the initiative that
 * heads the paragraph, all lists of three items or more. A series of names is its own list.
 */
function partsIn(
  sentence: CutSentence,
  key: string,
  naming: Naming,
  enumerations: readonly Enumeration[],
): readonly Enumeration[] {
  const { folded } = sentence;
  const inName = enumerations.filter(
    ({ start, end }) =>
      naming.sentence === sentence && naming.title.start <= start && end <= naming.title.end,
  );
  if (inName.length > 0) return inName;
  const tied = enumerations.filter((list) => isTied(folded, list, key, naming.head));
  if (tied.length > 0 || !headsItsParagraph(naming)) return tied;
  return enumerations.filter(({ items }) => items.length >= 3);
}

function isTied(folded: string, list: Range, key: string, head: string): boolean {
  const bracket = folded.lastIndexOf('(', list.start);
  const named = folded.lastIndexOf(key, bracket);
  if (bracket >= 0 && named >= 0 && bracket - (named + key.length) <= LONGEST_GAP) {
    if (!folded.slice(bracket, list.start).includes(')')) return true;
  }
  return (
    head !== '' && new RegExp(`^[”」]的?[\\p{Script=Han}]{0,4}${head}`, 'u').test(folded.slice(list.end))
  );
}

function partList(sentence: CutSentence, list: Enumeration): PartList {
  return {
    ...located(sentence),
    label: list.label === null ? null : inNotice(sentence, list.label),
    items: list.items.map((item) => inNotice(sentence, item)),
  };
}

function located({ notice, passage, sentence }: CutSentence) {
  return { notice, passage, sentence };
}

/** The folded names of an initiative: what is quoted, with its head, its title, and those of the alias file. */
function namesOf(key: string, { sentence, name, title, head }: Naming): string[] {
  const whole = sentence.folded.slice(title.start, title.end).replace(QUOTES, '');
  const aliases = data.aliases.filter(({ of }) => of === key).flatMap(({ names }) => names);
  const prefix = sentence.folded.slice(title.start, name.start).replace(QUOTES, '');
  const names = new Set([key, whole, prefix + key, ...aliases]);
  if (!key.endsWith(head)) names.add(key + head);
  for (const name of [...names]) names.add(withArabicDigits(name)).add(withChineseDigits(name));
  return [...names].filter((name) => name.length > 1).sort((a, b) => b.length - a.length);
}

const QUOTES = /[“”‘’「」『』《》]/gu;

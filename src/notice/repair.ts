import { applyEdits, identity, type Edit, type MappedText } from '../text/mapped-text.ts';
import { differsBetweenScripts } from '../text/script.ts';
import { NOISE } from './noise.ts';

/**
 * Undoes what faulty converters and web pages do to a text, and remembers where every character stood.
 *
 * Never throws; a text without damage comes back as it is.
 */
export function repair(raw: string): MappedText {
  return [removeGlosses, removeNoise, restoreSpaces, widenPunctuation].reduce(
    (mapped, findEdits) => applyEdits(mapped, findEdits(mapped.text)),
    identity(raw),
  );
}

/** A Han character with its reading in brackets behind it: `質(zhì)`. */
const GLOSS = /(?<character>\p{Script=Han})[(（](?:\p{Script=Latin}\p{M}*|:){1,7}[)）]/gu;

/** So many glosses on convertible characters are damage; fewer may be an author's help with a reading. */
const SYSTEMATIC_GLOSSES = 3;

/**
 * The inline pinyin that a converter left behind every character it changed.
 *
 * Damage is systematic and stands on characters that differ between the scripts, for those are the ones the
 * converter touched; a gloss on another character (`埇(yǒng)橋`) is the author's and stays.
 */
function removeGlosses(text: string): Edit[] {
  const edits: Edit[] = [];
  for (const match of text.matchAll(GLOSS)) {
    const character = match.groups?.['character'] ?? '';
    if (!differsBetweenScripts(character)) continue;
    edits.push({ start: match.index, end: match.index + match[0].length, replacement: character });
  }
  return edits.length >= SYSTEMATIC_GLOSSES ? edits : [];
}

/** Buttons, counters and share bars of the page that the text was copied from. */
function removeNoise(text: string): Edit[] {
  const edits: Edit[] = [];
  for (const match of text.matchAll(NOISE)) {
    edits.push({ start: match.index, end: match.index + match[0].length, replacement: '' });
  }
  return edits;
}

/**
 * `??`, which is what a converter to a smaller character set makes of full-width spaces: at either end of a
 * line, or in front of an opening bracket or another label. A writer's own `??` closes words, and stays.
 */
const LOST_SPACES =
  /(?:\?\?)+(?<=^[ \t\u3000]*(?:\?\?)+)(?!$)|(?<=[\d日】])(?:\?\?)+(?=[ \t\u3000]*$|[【[(（])|(?<=\d)(?:\?\?)+(?=\p{Script=Han}{2,6}[:：])|(?<=^[^\n誰谁哪何幾几什嗎吗]{3,60}[局府會会委院司處处部廳厅])(?:\?\?)+(?=[ \t\u3000]*$)/gmu;

function restoreSpaces(text: string): Edit[] {
  return Array.from(text.matchAll(LOST_SPACES), ({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
    replacement: '\u3000'.repeat(found.length / 2),
  }));
}

const WIDE: Readonly<Record<string, string>> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
};

/** Marks that belong to Chinese text as Han characters do. */
const CHINESE = /[\p{Script=Han}，。：；？！、“”‘’「」『』《》〈〉（）【】…]/u;

/**
 * Half-width punctuation in Chinese text: with a Chinese character in front of it or, for an opening
 * bracket, behind it. A closing bracket follows the one that it closes.
 */
function widenPunctuation(text: string): Edit[] {
  const edits: Edit[] = [];
  const open: boolean[] = [];
  let previous = '';
  let position = 0;
  for (const mark of text) {
    const start = position;
    position += mark.length;
    if (mark === '\n') open.length = 0;
    const replacement = WIDE[mark];
    if (replacement !== undefined && isWide(mark, previous, text.slice(position, position + 2), open)) {
      edits.push({ start, end: position, replacement });
      previous = replacement;
    } else {
      previous = mark;
    }
  }
  return edits;
}

function isWide(mark: string, previous: string, following: string, open: boolean[]): boolean {
  const next = String.fromCodePoint(following.codePointAt(0) ?? 0);
  if (mark === '(') {
    const wide = CHINESE.test(previous) || CHINESE.test(next);
    open.push(wide);
    return wide;
  }
  if (mark === ')') return open.pop() ?? false;
  return CHINESE.test(previous);
}

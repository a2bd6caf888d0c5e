import cantonese from '../../../data/lexicon/cantonese.json' with { type: 'json' };
import data from '../../../data/lexicon/question.json' with { type: 'json' };
import type { Lexicon } from '../../lexicon/lexicon.ts';
import { overlap } from '../../text/range.ts';
import type { Word } from '../../text/segmenter.ts';
import { FILLERS } from './terms.ts';

const chat = [...data.chat.words]
  .sort((a, b) => b.length - a.length)
  .map((phrase) => phrase.replace(/\s/gu, ''));

/** Control, zero-width and direction characters out, white space single, variants of question words alike. */
export function tidy(folded: string): string {
  return folded
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, (c) => (/\s/u.test(c) ? ' ' : ''))
    .replace(/甚[么麽]|咩|啥子/gu, '什么')
    .replace(/[“”‘’"'「」『』《》](?![a-z])/gu, '')
    .replace(/[壹贰叁肆柒捌玖]/gu, (numeral) => '一二三四七八九'.charAt('壹贰叁肆柒捌玖'.indexOf(numeral)))
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Whether a tidied message is nothing but greetings, thanks and the like. */
export function isSmallTalk(plain: string): boolean {
  let rest = plain.replace(/[^\p{L}\p{N}]/gu, '').replace(/(.)\1{2,}/gu, '$1$1$1');
  for (;;) {
    const said = chat.find((phrase) => rest.startsWith(phrase));
    if (said === undefined) return rest === '';
    rest = rest.slice(said.length).replace(/^[呀啊呢吗吧哦嘛了的]+/u, '');
  }
}

/** A folded text and its words. */
interface Cut {
  readonly folded: string;
  readonly words: readonly Word[];
}

/** Pinyin and English first, then names that are one slip away, where a word of the question is unknown. */
export function resolve(plain: string, lexicon: Lexicon): Cut {
  const chinese = inWrittenChinese(tidy(lexicon.fromLatin(plain)), lexicon);
  const words = lexicon.cut(chinese);
  const known = lexicon.names.find(chinese);
  const hasUnknown = words.some(
    ({ text, start, end }) =>
      !FILLERS.has(text) &&
      /\p{Script=Han}/u.test(text) &&
      !lexicon.knows(text) &&
      !known.some((name) => overlap(name, { start, end })),
  );
  const folded = hasUnknown || known.length === 0 ? lexicon.withoutSlips(chinese, words) : chinese;
  return { folded, words: folded === chinese ? words : lexicon.cut(folded) };
}

const writtenFor = new Map(cantonese.words.map(([said = '', written = '']) => [said, written]));
const CANTONESE = new RegExp([...writtenFor.keys()].join('|'), 'gu');

/** 几时 as 什么时候, 边度 as 哪里; not inside a word, as in 重点解决. */
function inWrittenChinese(folded: string, lexicon: Lexicon): string {
  if (folded.search(CANTONESE) < 0) return folded;
  const words = lexicon.cut(folded);
  const bounds = new Set([0, folded.length, ...words.flatMap(({ start, end }) => [start, end])]);
  return folded.replace(CANTONESE, (said, start: number) =>
    bounds.has(start) && bounds.has(start + said.length) ? (writtenFor.get(said) ?? said) : said,
  );
}

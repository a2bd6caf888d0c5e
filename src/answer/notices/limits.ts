import type { Notice } from '../../notice/notice.ts';
import { fold } from '../../text/script.ts';

/** Which notices a question is limited to, and what it asks of them. */
export interface Limits {
  /** The notices that it may be answered from. */
  readonly notices: readonly Notice[];
  /** The folded question without the words that limit it. */
  readonly rest: string;
  /** The words that no notice meets, such as 2019年; undefined where there are notices. */
  readonly unmet: string | undefined;
  /** Whether the latest notice on the topic is meant, whatever the earlier ones say. */
  readonly wantsLatest: boolean;
  /** The words in `rest` that stand in the titles of the notices; empty where there are none. */
  readonly topic: string;
}

/** What a notice calls itself, in folded script. */
const KIND =
  '(?:通知|公告|通告|公示|公报|通报|决定|意见|办法|方案|文件|报告|简章|启事|预警|消息|新闻|报道|文章|规定)';
/** Words between what limits and the notice's kind; they say what it is about. */
const ABOUT = '(?<about>[^\\s,。?!;:]{0,16}?)';
const YEAR = new RegExp(
  `(?<words>(?<year>(?:19|20)\\d{2}年|[今去前]年)度?(?:(?<month>\\d{1,2})月份?)?(?:(?:发布|公布|印发|发出|发表)?的)?)${ABOUT}${KIND}`,
  'u',
);
const LATEST = new RegExp(`(?<words>(?:最新|最近)(?:发布|公布)?(?:的|一[份则个条篇])?)${ABOUT}${KIND}`, 'u');
const TITLE = /(?<words>《(?<title>[^《》]{2,80})》)(?:[这该]?[份则个条篇])?/u;
const OF_ISSUER = new RegExp(
  `(?<words>(?<issuer>\\p{Script=Han}{2,24}?)(?:发布|印发|公布|发出)?的)${ABOUT}${KIND}`,
  'u',
);
const OF_TOPIC = new RegExp(`(?<topic>\\p{Script=Han}{2,16}?)的?${KIND}`, 'gu');

/**
 * Limits a question to the notices of a time, an issuer or a title: 2022年的停水通知…, 最新的公告…, 水务集团的通知….
 * Other words leave it to all notices.
 *
 * @param today ISO date, which 今年 and 去年 count from; null where they are left to the words
 */
export function findLimits(folded: string, notices: readonly Notice[], today: string | null): Limits {
  const limits: Limits = {
    notices,
    rest: folded,
    unmet: undefined,
    wantsLatest: false,
    topic: '',
  };
  return [byTitle, byYear(today), byLatest, byIssuer, byTopic].reduce((found, limit) => limit(found), limits);
}

function byYear(today: string | null) {
  return (limits: Limits): Limits => {
    const { words = '', year = '', month } = YEAR.exec(limits.rest)?.groups ?? {};
    const number = yearOf(year, today);
    if (number === undefined) return limits;
    const prefix = month === undefined ? number : `${number}-${month.padStart(2, '0')}`;
    return narrow(limits, words, ({ publishedOn, title }) => {
      return publishedOn?.startsWith(prefix) === true || (month === undefined && title.includes(number));
    });
  };
}

const YEARS_AGO: Readonly<Record<string, number>> = { 今年: 0, 去年: 1, 前年: 2 };

function yearOf(words: string, today: string | null): string | undefined {
  const ago = YEARS_AGO[words];
  if (ago === undefined) return /^\d{4}/u.exec(words)?.[0];
  return today === null ? undefined : String(Number(today.slice(0, 4)) - ago);
}

function byLatest(limits: Limits): Limits {
  const words = LATEST.exec(limits.rest)?.groups?.['words'];
  return words === undefined ? limits : { ...limits, rest: without(limits.rest, words), wantsLatest: true };
}

function byTitle(limits: Limits): Limits {
  const { words = '', title = '' } = TITLE.exec(limits.rest)?.groups ?? {};
  if (title === '') return limits;
  const matching = limits.notices.filter((notice) => fold(notice.title).includes(title));
  // It may be another title, which a notice speaks of.
  if (matching.length === 0) return limits;
  const rest = limits.rest.replace(words, '这份通知');
  return { ...limits, notices: matching, rest };
}

/** The longest name in front of the notice's kind that an issuer bears, whole or shortened. */
function byIssuer(limits: Limits): Limits {
  const { issuer = '', words = '' } = OF_ISSUER.exec(limits.rest)?.groups ?? {};
  for (let start = 0; issuer.length - start >= 2; start++) {
    const name = issuer.slice(start);
    const matching = limits.notices.filter((notice) => isShortFor(name, fold(notice.issuer ?? '')));
    if (matching.length > 0) {
      const rest = without(limits.rest, words.slice(start));
      return { ...limits, notices: matching, rest };
    }
  }
  return limits;
}

/** 水务集团 for 海宁市水务投资集团有限公司: its characters in order, all together where they are few. */
function isShortFor(name: string, whole: string): boolean {
  if (whole.includes(name)) return true;
  if (name.length < 4) return false;
  let from = 0;
  for (const pair of name.match(/..?/gu) ?? []) {
    const at = whole.indexOf(pair, from);
    if (at < 0) return false;
    from = at + pair.length;
  }
  return true;
}

/** The longest topic in front of the notice's kind that stands in a title: 停水通知, 加装电梯的通知. */
function byTopic(limits: Limits): Limits {
  for (const { groups } of limits.rest.matchAll(OF_TOPIC)) {
    const words = groups?.['topic'] ?? '';
    for (let start = 0; words.length - start >= 2; start++) {
      const topic = words.slice(start);
      const matching = limits.notices.filter(({ title }) => fold(title).includes(topic));
      if (matching.length > 0 && matching.length < limits.notices.length) {
        return {
          ...limits,
          notices: matching,
          topic: limits.rest.includes(`${topic}的`) ? `${topic}的` : topic,
        };
      }
    }
  }
  return limits;
}

function narrow(limits: Limits, words: string, isMeant: (notice: Notice) => boolean): Limits {
  const notices = limits.notices.filter(isMeant);
  const rest = without(limits.rest, words);
  return notices.length > 0
    ? { ...limits, notices, rest }
    : { ...limits, notices, rest, unmet: limits.unmet ?? words.replace(/的$/u, '') };
}

function without(text: string, words: string): string {
  return text.replace(words, '');
}

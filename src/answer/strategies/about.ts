import { byDate } from '../../notice/by-date.ts';
import type { Notice, Sentence } from '../../notice/notice.ts';
import { findDates } from '../../notice/dates.ts';
import { slice, type Range } from '../../text/range.ts';
import { quote, type Finding, type Strategy } from '../finding.ts';
import type { Question } from '../question/question.ts';

/** What can be asked of the notice itself, by the words that ask for it; fillers are gone already. */
const TITLE = /^(?:标题|题目|大标题|题名)$/u;
const DATE = /^(?:日期|时间|年份|发布|发表|刊登|刊发|登出|公布|登|出|发|印发|发出|新|旧|几号|哪天)$/u;
const SUMMARY = /^(?:主题|大意|概要|摘要|梗概|主旨|中心思想|要点|重点|主要内容|概括|总结|归纳)$/u;

const ISSUER =
  /^(?:发布|发表|刊登|刊发|公布|印发|写|编写|撰写|撰稿|单位|机构|部门|机关|作者|记者|编辑|来源|出处|媒体|网站|文号|原作者|署名|落款|信息来源|供稿)+(?:人|者|方)?$/u;

/** Answers questions about the notice itself: its title, its date, its issuer, what it is about. */
export const findAboutNotice: Strategy = (question, { notices }) => {
  const notice = newest(notices);
  if (notice === undefined || question.subjects.length > 0 || question.strangers.length > 0) return undefined;
  const { terms, type, namesNotice, interrogatives, folded } = question;
  // When something begins or ends is no matter of the notice itself: 什么时候开始, 公示到什么时候.
  const ends = (range: Range) =>
    /[到至]$/u.test(folded.slice(0, range.start)) || /^[到至]/u.test(slice(folded, range));
  if (interrogatives.some((range) => ends(range) || slice(folded, range).endsWith('开始'))) return undefined;

  if (asksForTitle(question)) return ofTitle(notice);
  if (asksForDate(question)) return ofDate(notice);
  const asksForSummary =
    terms.every(({ text, kind }) => SUMMARY.test(text) || (kind === 'other' && namesNotice)) &&
    (terms.some(({ text }) => SUMMARY.test(text)) || (namesNotice && (type === 'what' || type === 'list')));
  if (asksForSummary) return ofTitle(notice, true);
  if (asksForIssuer(question)) {
    return {
      missing: terms.length > 0 ? [terms.map(({ text }) => text).join('')] : [question.folded],
      known: [],
      nearest: null,
    };
  }
  return undefined;
};

function asksForTitle({ terms, namesNotice, folded }: Question): boolean {
  if (terms.length > 0) return terms.every(({ text }) => TITLE.test(text));
  return namesNotice && /名称|名字|叫(?:做)?(?:什么|啥)/u.test(folded);
}

function asksForIssuer({ terms, type, namesNotice }: Question): boolean {
  if (terms.length === 0 || !terms.every(({ text }) => ISSUER.test(text))) return false;
  const isNoun = terms.some(({ kind, text }) => kind === 'noun' && !/^(?:部门|单位|机构)$/u.test(text));
  return isNoun || namesNotice || type === 'who' || type === 'where';
}

function asksForDate({ terms, type, namesNotice }: Question): boolean {
  const onlyDates = terms.every(({ text }) => DATE.test(text));
  if (!onlyDates) return false;
  if (type === 'when') return namesNotice || terms.length > 0;
  const publishing = terms.some(({ text }) => /发布|发表|刊|公布|登/u.test(text));
  const dating = terms.some(({ text }) => /日期|时间|年份/u.test(text));
  return dating && (publishing || namesNotice) && type !== 'who' && type !== 'where';
}

/** The notice that a question without a subject is about: the one published last. */
function newest(notices: readonly Notice[]): Notice | undefined {
  return [...notices].sort((a, b) => byDate(b, a))[0];
}

/** The title, and for a summary the first sentence of the text with it. */
function ofTitle(notice: Notice, withLead = false): Finding | undefined {
  const [passage] = notice.passages;
  const [lead] = passage?.sentences ?? [];
  const { titleLine } = notice;
  if (titleLine === null || passage === undefined || lead === undefined) return undefined;
  const title = quote({ notice, passage: null, sentence: titleLine }, [titleLine.range]);
  return {
    shortAnswer: titleLine.text,
    quotes: withLead ? [title, quote({ notice, passage, sentence: lead })] : [title],
    confidence: 0.95,
  };
}

function ofDate(notice: Notice): Finding | undefined {
  const { dateLine } = notice;
  const [date] = dateLine === null ? [] : findDates(dateLine.text);
  if (dateLine === null || date === undefined) return undefined;
  return {
    shortAnswer: dateLine.text.slice(date.range.start, date.range.end),
    quotes: [
      quote({ notice, passage: passageOf(notice, dateLine), sentence: dateLine }, [
        inNotice(dateLine, date.range),
      ]),
    ],
    confidence: 0.97,
  };
}

function passageOf(notice: Notice, line: Sentence) {
  return (
    notice.passages.find(({ range }) => range.start <= line.range.start && line.range.end <= range.end) ??
    null
  );
}

function inNotice({ range }: Sentence, inside: { start: number; end: number }) {
  return { start: range.start + inside.start, end: range.start + inside.end };
}

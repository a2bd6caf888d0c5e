import { contains, overlap, type Range } from '../../text/range.ts';
import type { Question } from '../question/question.ts';
import type { SpanView } from './view.ts';

/** What the columns of what was, and of what is now, are called. */
const FORMER = /[正更整改]前|前$|^原|旧|去年|上年/u;
const CURRENT = /[正更整改][后为]|后$|^现|新/u;
/** How a question asks for what was; 几号之前 asks for a day. */
const ASKS_FORMER =
  /原[来先本定]|以前|(?<![号天日月候点])之前|旧(?:价|标准|版|规定|的)|去年|上年|[更变修调改][正更改整]?前/u;

/** Whether a label or a header names what was. */
export function namesFormer(label: string): boolean {
  return FORMER.test(label);
}

/** Whether a label or a header names what is now. */
export function namesCurrent(label: string): boolean {
  return CURRENT.test(label);
}

/** `由4.08元調整為4.65元`, `“…人民医院”更正为“…中心医院”`: what was, and what is now. */
const CHANGE =
  /(?:(?<=[由从])(?<former>[^,。;“”]{1,30}?)|“(?<quoted>[^“”]{1,60})”)(?:[更改修]正|修改|调整|变更|[提调]高|降低|[上下]调|上涨|改)[为至到](?<current>“[^“”]{1,60}”|[^,。;“”]{1,30})/dgu;

/**
 * The candidates of a sentence that tells what was and what is now, without those that are not meant: what is now is
 * meant, unless the question asks for what was. All candidates of other sentences.
 */
export function ofMeantTime(views: readonly SpanView[]): readonly SpanView[] {
  const asking = views[0]?.asking;
  if (asking === undefined) return views;
  const { question, sentence, standing, labels } = asking;
  if (standing.role === 'row') return ofMeantColumn(views, labels, question);
  const asksFormer = ASKS_FORMER.test(question.folded);
  const others = Array.from(sentence.folded.matchAll(CHANGE), ({ indices }) => {
    const { former, quoted, current } = indices?.groups ?? {};
    const [start, end] = (asksFormer ? current : (former ?? quoted)) ?? [0, 0];
    return { start, end };
  });
  // What goes on to the other tells the change: that is for who asks how or whether, not for one of the two.
  const keeps = (candidate: Range, other: Range) =>
    !overlap(candidate, other) ||
    (!/^(?:when|how-long|who|where|how-many)$/u.test(question.type) &&
      contains(candidate, other) &&
      candidate.end > other.end);
  return views.filter(({ candidate }) => others.every((other) => keeps(candidate, other)));
}

/**
 * The candidates of a row that has a column of what was and one of what is now, without those of the column that is not
 * meant. All candidates of other rows.
 */
function ofMeantColumn(
  views: readonly SpanView[],
  labels: readonly string[],
  question: Question,
): readonly SpanView[] {
  if (!labels.some(namesFormer) || !labels.some(namesCurrent)) return views;
  const isOther = ASKS_FORMER.test(question.folded) ? namesCurrent : namesFormer;
  return views.filter(({ at }) => !isOther(labels[at] ?? ''));
}

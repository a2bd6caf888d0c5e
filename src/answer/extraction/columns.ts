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

/**
 * The candidates of a row that has a column of what was and one of what is now, without those of the column that is not
 * meant: what is now is meant, unless the question asks for what was. All candidates of other sentences.
 */
export function ofMeantColumn(views: readonly SpanView[]): readonly SpanView[] {
  const asking = views[0]?.asking;
  if (asking?.standing.role !== 'row') return views;
  const { labels, question } = asking;
  if (!labels.some(namesFormer) || !labels.some(namesCurrent)) return views;
  const isOther = ASKS_FORMER.test(question.folded) ? namesCurrent : namesFormer;
  return views.filter(({ at }) => !isOther(labels[at] ?? ''));
}

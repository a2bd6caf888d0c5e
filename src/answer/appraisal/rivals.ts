import { besideOf, NOTHING_BESIDE, type Beside } from './beside.ts';
import { EXPLAINED_PARTS, explainedOf, UNEXPLAINED, type Explained } from './explained.ts';
import { greatestOfOthers, NOTHING_RARE, RARE_PARTS, rareSharesOf, type Rare } from './rare.ts';
import type { SentenceView } from './view.ts';

/** A sentence that may answer, as the features see it: beside the other candidates. */
export interface AppraisedView extends SentenceView {
  /** The shares of the terms with words weighed by how few of the candidates have them: what all speak of tells nothing. */
  readonly rare: Rare;
  readonly explained: Explained;
  readonly beside: Beside;
  /** Of each of these the best of the others, at least 0. */
  readonly rivals: {
    readonly here: number;
    readonly near: number;
    readonly rare: Rare;
    readonly explained: Explained;
    /** The share. */
    readonly beside: number;
  };
}

/** The views of all candidates, each with the best of the others. */
export function besideOthers(views: readonly SentenceView[]): AppraisedView[] {
  const rare = rareSharesOf(views);
  const explained = explainedOf(views);
  const beside = views.map(besideOf);
  const rivalHere = greatestOfOthers(views.map(({ here }) => here));
  const rivalNear = greatestOfOthers(views.map(({ near }) => near));
  const rivalBeside = greatestOfOthers(beside.map(({ share }) => share));
  const rivalRare = rivalsIn(RARE_PARTS, rare);
  const rivalExplained = rivalsIn(EXPLAINED_PARTS, explained);
  return views.map((view, at) => ({
    ...view,
    rare: rare[at] ?? NOTHING_RARE,
    explained: explained[at] ?? UNEXPLAINED,
    beside: beside[at] ?? NOTHING_BESIDE,
    rivals: {
      here: rivalHere[at] ?? 0,
      near: rivalNear[at] ?? 0,
      rare: rivalRare[at] ?? NOTHING_RARE,
      explained: rivalExplained[at] ?? UNEXPLAINED,
      beside: rivalBeside[at] ?? 0,
    },
  }));
}

/** For each candidate, part by part, the best of the others. */
function rivalsIn<Part extends string>(
  parts: readonly Part[],
  all: readonly Readonly<Record<Part, number>>[],
): Readonly<Record<Part, number>>[] {
  const rivals = parts.map((part) => greatestOfOthers(all.map((one) => one[part])));
  return all.map(
    (_, at) =>
      Object.fromEntries(parts.map((part, i) => [part, rivals[i]?.[at] ?? 0])) as Record<Part, number>,
  );
}

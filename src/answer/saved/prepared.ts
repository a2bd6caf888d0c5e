import MiniSearch from 'minisearch';

import type { Notice } from '../../notice/notice.ts';
import type { Steps } from '../../text/steps.ts';
import type { Prepared } from '../answerer.ts';
import type { Replacement } from '../notices/replacements.ts';
import { ENGINE_OPTIONS, type PassagePostings } from '../passage-index.ts';
import { restoreUnderstanding, saveUnderstanding, type SavedUnderstanding } from './understanding.ts';

/**
 * What answers are made from in the form in which it is saved: strings, numbers, arrays, sets and plain objects,
 * without the notices themselves. Notices are numbers, their places among those that were prepared.
 */
export interface SavedPreparation {
  readonly understanding: SavedUnderstanding;
  /** MiniSearch has a form of its own. */
  readonly postings: Omit<PassagePostings, 'engine'> & { readonly engine: string };
  readonly replacements: readonly (readonly [replaced: number, by: number, Replacement['kind']])[] | null;
}

/** The saved form, in steps; MiniSearch gives its own in one, which takes a second for ten thousand passages. */
export function* savePrepared({
  notices,
  understanding,
  postings,
  replacements,
}: Prepared): Steps<SavedPreparation> {
  const numbers = new Map(notices.map((notice, number) => [notice, number]));
  const numberOf = (notice: Notice) => numbers.get(notice) ?? -1;
  return {
    understanding: yield* saveUnderstanding(understanding),
    postings: { ...postings, engine: JSON.stringify(postings.engine) },
    replacements:
      replacements &&
      Array.from(replacements, ([replaced, { by, kind }]) => [numberOf(replaced), numberOf(by), kind]),
  };
}

/**
 * Restores what was prepared.
 *
 * @param notices those that it was prepared from, in order
 * @throws RangeError when they are not
 */
export function restorePrepared(notices: readonly Notice[], saved: SavedPreparation): Prepared {
  const noticeAt = (number: number): Notice => {
    const notice = notices[number];
    if (notice === undefined) throw new RangeError(`there is no notice ${number}`);
    return notice;
  };
  return {
    notices,
    understanding: restoreUnderstanding(notices, saved.understanding),
    postings: { ...saved.postings, engine: MiniSearch.loadJSON(saved.postings.engine, ENGINE_OPTIONS) },
    replacements:
      saved.replacements &&
      new Map(
        saved.replacements.map(([replaced, by, kind]) => [noticeAt(replaced), { by: noticeAt(by), kind }]),
      ),
  };
}

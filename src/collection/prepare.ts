import {
  prepareInSteps,
  restorePrepared,
  savePrepared,
  type Prepared,
  type SavedPreparation,
} from '../answer/index.ts';
import { copiesInSteps, withoutCopies, type Copies } from '../notice/near-duplicates.ts';
import type { Notice } from '../notice/notice.ts';
import type { Segmenter } from '../text/segmenter.ts';
import { finishInTurns } from '../text/steps.ts';
import { fingerprintOf } from './fingerprint.ts';
import { IndexFileError, readIndex, writeIndex } from './index-file.ts';

/** Fewer passages are made ready within a second or two, which is not worth a file of megabytes. */
export const FEWEST_SAVED = 1000;

/** Notices made ready. */
export interface Preparation {
  readonly prepared: Prepared;
  /** What was wrong with the saved index, with its remedy. */
  readonly problems: readonly string[];
  /**
   * Saves what was made, where it is to be. That it cannot be saved is a problem, and no more.
   *
   * @returns what is wrong, with its remedy
   */
  readonly save: () => Promise<readonly string[]>;
}

/** What is in the file. */
interface Saved {
  readonly copies: readonly Copies[];
  readonly preparation: SavedPreparation;
}

/**
 * Makes notices ready to be asked about, or takes what was made of the very same notices before.
 *
 * @param indexDir the folder of the saved index; undefined where none is kept
 */
export async function prepare(
  notices: readonly Notice[],
  segmenter: Segmenter,
  indexDir: string | undefined,
): Promise<Preparation> {
  const size = notices.reduce((sum, { passages }) => sum + passages.length, 0);
  if (indexDir === undefined || size < FEWEST_SAVED) {
    const { prepared } = await make(notices, segmenter);
    return { prepared, problems: [], save: nothing };
  }
  const fingerprint = fingerprintOf(notices, segmenter.name);
  const problems: string[] = [];
  try {
    const prepared = await restore(notices, indexDir, fingerprint);
    if (prepared !== undefined) return { prepared, problems, save: nothing };
  } catch (error) {
    problems.push(`The saved index in ${indexDir} cannot be used (${reasonOf(error)}); it is made anew.`);
  }
  const { prepared, copies } = await make(notices, segmenter);
  return {
    prepared,
    problems,
    async save() {
      try {
        const preparation = await finishInTurns(savePrepared(prepared));
        await writeIndex(indexDir, fingerprint, { copies, preparation } satisfies Saved);
        return [];
      } catch (error) {
        return [
          `The index cannot be saved in ${indexDir} (${reasonOf(error)}), so the next start takes as long as this ` +
            'one. Let the program write there, make space, or set STATE_DIR to another folder.',
        ];
      }
    },
  };
}

function nothing(): Promise<readonly string[]> {
  return Promise.resolve([]);
}

async function restore(
  notices: readonly Notice[],
  indexDir: string,
  fingerprint: string,
): Promise<Prepared | undefined> {
  const saved = (await readIndex(indexDir, fingerprint)) as Saved | undefined;
  return saved && restorePrepared(withoutCopies(notices, saved.copies), saved.preparation);
}

async function make(notices: readonly Notice[], segmenter: Segmenter) {
  const copies = await finishInTurns(copiesInSteps(notices));
  const prepared = await finishInTurns(prepareInSteps(withoutCopies(notices, copies), segmenter));
  return { prepared, copies };
}

function reasonOf(error: unknown): string {
  if (error instanceof IndexFileError) return error.message;
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

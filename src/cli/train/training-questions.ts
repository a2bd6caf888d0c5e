import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { loadNotices } from '../../notice/load.ts';
import type { Notice } from '../../notice/notice.ts';
import { readGoldenSet, type GoldenQuestion } from '../evaluate/golden-set.ts';

const NOTICES = 'data/training/notices';
const SERVED = 'data/notices';
const QUESTIONS = 'data/training/questions';

/** What a model was trained on. */
export interface TrainingFile {
  readonly name: string;
  readonly sha256: string;
}

/** The project's own questions, those about one notice together. */
export interface TrainingQuestions {
  readonly questions: readonly (GoldenQuestion & { readonly about: Notice })[];
  /** The notices among them that the bot is asked about too. */
  readonly served: ReadonlySet<Notice>;
  /** Stands for all of the folder's files. */
  readonly file: TrainingFile;
}

/** @throws Error that says which file is wrong, and how */
export async function readTrainingQuestions(): Promise<TrainingQuestions> {
  const [own, served] = await Promise.all([loadNotices(NOTICES), loadNotices(SERVED)]);
  const notices = [...own.notices, ...served.notices];
  const names = (await readdir(QUESTIONS)).filter((name) => name.endsWith('.yaml')).sort();
  const hash = createHash('sha256');
  const questions: (GoldenQuestion & { about: Notice })[] = [];
  for (const name of names) {
    const source = await readFile(join(QUESTIONS, name), 'utf8');
    hash.update(source);
    for (const question of readGoldenSet(name, source, notices)) {
      const about = notices.find(({ id }) => id === question.notice);
      if (about !== undefined) questions.push({ ...question, about });
    }
  }
  return {
    questions,
    served: new Set(served.notices),
    file: { name: QUESTIONS, sha256: hash.digest('hex') },
  };
}

import { foldedText } from '../../lexicon/cut-sentence.ts';
import type { Finding } from '../finding.ts';
import type { Question } from '../question/question.ts';

/** A question about the present, and a sentence that speaks of its own, in folded script. */
const NOW = /现在|目前|如今|眼下|当前|现行|现有|至今|还(?:是|有|在)|仍/u;
const THEN = /目前|现有|现共有|至今/u;

/** The date of publishing, where what a notice says holds for that time, and the question is about the present. */
export function asOf({ folded }: Question, { quotes: [{ notice, sentence }] }: Finding): string | null {
  return NOW.test(folded) || THEN.test(foldedText(sentence)) ? notice.publishedOn : null;
}

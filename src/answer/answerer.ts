import type { County, Initiative, Located } from '../lexicon/terms.ts';
import type { Notice } from '../notice/notice.ts';
import type { Segmenter } from '../text/segmenter.ts';
import type { CountyReport, InitiativeReport, Reply } from './reply.ts';

/** Answers questions about a set of notices. Pure: the same question always gets the same reply. */
export interface Answerer {
  readonly notices: readonly Notice[];
  /** The places that the notices mention, those with facts first, then in the order of the text. */
  readonly counties: readonly County[];
  readonly initiatives: readonly Initiative[];
  ask(question: string): Reply;
  /** The county that `name` means, in either script, with or without 縣/市/區, in pinyin or with a typo. */
  findCounty(name: string): CountyReport | undefined;
  countyById(id: string): CountyReport | undefined;
  findInitiative(name: string): InitiativeReport | undefined;
  initiativeById(id: string): InitiativeReport | undefined;
  sentenceById(id: string): Located | undefined;
}

export interface AnswererOptions {
  readonly notices: readonly Notice[];
  readonly segmenter: Segmenter;
}

export function createAnswerer(options: AnswererOptions): Answerer {
  throw new Error(`not yet: ${options.notices.length}`);
}

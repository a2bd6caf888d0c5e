/** The only door to this folder: everything above asks questions through an {@link Answerer}. */
export { answererFrom, createAnswerer, prepareInSteps, type Answerer, type Prepared } from './answerer.ts';
export { restorePrepared, savePrepared, type SavedPreparation } from './saved/prepared.ts';
export type { AskContext } from './notices/many.ts';
export type { Replacement } from './notices/replacements.ts';
export { asksForMore } from './follow-up.ts';
export type {
  Abstention,
  Alternative,
  Answer,
  CountyReport,
  InitiativeReport,
  Quote,
  Reply,
} from './reply.ts';
export type { County, Fact, Initiative, Located, PartList } from '../lexicon/terms.ts';

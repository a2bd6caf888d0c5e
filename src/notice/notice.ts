import type { MappedText } from '../text/mapped-text.ts';
import type { Range } from '../text/range.ts';

/** One published document. All ranges in it are ranges of `text`. */
export interface Notice {
  /** The file's name without its extension: unique in a folder. */
  readonly id: string;
  readonly title: string;
  /** ISO date (`2021-03-16`), or null where the notice does not say. */
  readonly publishedOn: string | null;
  readonly issuer: string | null;
  /** The number of an official document (文號), such as 桐建〔2022〕47号. */
  readonly number: string | null;
  /** The region that it is for, by name, where front matter gives it. */
  readonly region: string | null;
  readonly url: string | null;
  /** The name of the document that it was imported from. */
  readonly source: string | null;
  /** The same notice in other places, which are not served again. */
  readonly copies: readonly NoticeCopy[];
  /** The repaired text, title and date line included. */
  readonly text: string;
  /** The file as published, and how `text` came from it. */
  readonly raw: string;
  readonly origin: MappedText;
  /** The title line and the date line where they stand in the text; null where front matter gave them. */
  readonly titleLine: Sentence | null;
  readonly dateLine: Sentence | null;
  /** The paragraphs, each once however often it was printed. */
  readonly passages: readonly Passage[];
}

/** Where a notice stands once more. */
export type NoticeCopy = Pick<Notice, 'url' | 'source' | 'issuer'>;

/** One paragraph of a notice: the unit that is indexed. */
export interface Passage {
  /** Counts from 1, by the paragraph's first place in the published text; the title is not counted. */
  readonly number: number;
  readonly range: Range;
  readonly sentences: readonly Sentence[];
}

/** The unit that is quoted. */
export interface Sentence {
  /** Short and stable: the same for the same words in the same notice, on every start. */
  readonly id: string;
  readonly range: Range;
  readonly text: string;
}

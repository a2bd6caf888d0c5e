/** The formats that notices are published in and that can be imported. */
export type Format = 'text' | 'markdown' | 'html' | 'pdf' | 'docx';

/** What a file says about the notice in it, outside its text: in front matter, meta tags or labelled fields. */
export interface Fields {
  readonly title?: string;
  /** As written, in any form that a notice's date may have. */
  readonly date?: string;
  readonly issuer?: string;
  readonly url?: string;
  /** The document number (文號), such as 桐建〔2022〕47号. */
  readonly number?: string;
}

/** What a reader finds in a file. */
export interface Reading {
  /** The lines of the text, none of them empty: a paragraph each, or the row of a table with ` | ` in it. */
  readonly lines: readonly string[];
  readonly fields: Fields;
  /** Front matter that no field stands for. It is kept. */
  readonly further?: Readonly<Record<string, unknown>>;
  /** What was lost or doubtful, each with a remedy, to be read behind the file's name. */
  readonly warnings: readonly string[];
}

/** A file cannot be imported. The message is read behind the file's name and names the remedy. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

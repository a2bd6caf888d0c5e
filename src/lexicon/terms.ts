import type { Notice, Passage, Sentence } from '../notice/notice.ts';
import type { Range } from '../text/range.ts';

/** A sentence and the notice and paragraph it stands in. `passage` is null for the title and date lines. */
export interface Located {
  readonly notice: Notice;
  readonly passage: Passage | null;
  readonly sentence: Sentence;
}

/** A place of the gazetteer that a notice mentions: county, district, city, province or development zone. */
export interface County {
  /** Its code of administrative division (`330481`), or its alias file's id for a zone without one. */
  readonly id: string;
  /** As the notice writes it: `海寧`. */
  readonly name: string;
  /** With its kind, in Simplified script: `海宁市`. */
  readonly fullName: string;
  /** The sentences that mention it, in the order of the notices. */
  readonly mentions: readonly Located[];
  /** What the notices state of it in enumerations. */
  readonly facts: readonly Fact[];
}

/** A (subject, value) pair that a sentence states, such as (海寧, 經編) with the attribute 產業. */
export interface Fact extends Located {
  /** Ranges of the notice's text. */
  readonly subject: Range;
  readonly value: Range;
  /** What the sentence says the values are (`特色產業`), or null where it does not name it. */
  readonly attribute: Range | null;
}

/** A named policy, programme or work mode that a notice introduces. */
export interface Initiative {
  /** Stable over restarts. */
  readonly id: string;
  /** As the notice writes it, without its quotation marks: `五個一`. */
  readonly name: string;
  /** The name with what it is called in the text: `“五個一”工作模式`. */
  readonly title: string;
  /** The sentence that says what it is. */
  readonly definition: Located;
  /** What it consists of; empty where the notice does not list it. */
  readonly parts: readonly PartList[];
  /** All sentences that mention it. */
  readonly mentions: readonly Located[];
}

/** An enumeration that belongs to an initiative. */
export interface PartList extends Located {
  /** What the items are called in the text (`因素`), or null. */
  readonly label: Range | null;
  readonly items: readonly Range[];
}

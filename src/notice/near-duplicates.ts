import { fold } from '../text/script.ts';
import type { Steps } from '../text/steps.ts';
import type { Notice } from './notice.ts';

/** Notices whose pieces of text are alike to this share are one notice, if their numbers are the same. */
const ALIKE = 0.9;
/** The length of a piece, in characters. */
const PIECE = 4;
/** A signature has so many bands of so many rows: notices that are alike share a band all but certainly. */
const BANDS = 8;
const ROWS = 4;

/** Places of notices in an array: the original's, then its copies', the one that was published first before others. */
export type Copies = readonly number[];

/**
 * Which notices say the same, such as one that several sites have published; the one that was published first is the
 * original. In steps: thousands take a second. Notices without copies are not in it.
 *
 * Notices of one form differ in their numbers: 停水 on another day, a price that was corrected. So all numbers have to
 * be the same. Candidates are found by MinHash and bands (Broder, On the resemblance and containment of documents,
 * 1997), and compared in full.
 */
export function* copiesInSteps(notices: readonly Notice[]): Steps<Copies[]> {
  const inOrder = [...notices.entries()].sort(([, a], [, b]) => firstPublished(a, b));
  const originals: { readonly print: Print; readonly places: number[] }[] = [];
  const byBand = new Map<string, number[]>();
  for (const [place, notice] of inOrder) {
    yield;
    const print = printOf(notice);
    const near = new Set(print.bands.flatMap((band) => byBand.get(band) ?? []));
    const original = [...near]
      .map((number) => originals[number])
      .find((other) => other && isSame(other.print, print));
    if (original !== undefined) {
      original.places.push(place);
      continue;
    }
    for (const band of print.bands) byBand.set(band, [...(byBand.get(band) ?? []), originals.length]);
    originals.push({ print, places: [place] });
  }
  return originals.flatMap(({ places }) => (places.length > 1 ? [places] : []));
}

/** The notices without those that are copies; the originals tell of them. */
export function withoutCopies(notices: readonly Notice[], groups: readonly Copies[]): Notice[] {
  const copiesOf = new Map(groups.map(([original, ...copies]) => [original, copies]));
  const isCopy = new Set([...copiesOf.values()].flat());
  return notices.flatMap((notice, place) => {
    if (isCopy.has(place)) return [];
    const copies = copiesOf.get(place)?.flatMap((copy) => notices[copy] ?? []);
    return copies === undefined
      ? [notice]
      : [{ ...notice, copies: copies.map(({ url, source, issuer }) => ({ url, source, issuer })) }];
  });
}

function firstPublished(a: Notice, b: Notice): number {
  return (a.publishedOn ?? '9999').localeCompare(b.publishedOn ?? '9999');
}

interface Print {
  readonly notice: Notice;
  readonly pieces: ReadonlySet<number>;
  readonly numbers: string;
  readonly bands: readonly string[];
}

function isSame(a: Print, b: Print): boolean {
  if (a.numbers !== b.numbers) return false;
  let shared = 0;
  for (const piece of a.pieces) if (b.pieces.has(piece)) shared++;
  return shared >= ALIKE * (a.pieces.size + b.pieces.size - shared);
}

const known = new WeakMap<Notice, Print>();

/** Read once: at every reload most notices are the same. */
function printOf(notice: Notice): Print {
  const print = known.get(notice) ?? makePrint(notice);
  known.set(notice, print);
  return print;
}

function makePrint(notice: Notice): Print {
  const text = fold(notice.passages.map(({ range }) => notice.text.slice(range.start, range.end)).join('\n'));
  const letters = text.replace(/[^\p{L}\p{N}]/gu, '');
  const pieces = new Set<number>();
  for (let i = 0; i + PIECE <= letters.length; i++) pieces.add(hash(letters.slice(i, i + PIECE)));
  const numbers = (text.match(/\d+(?:\.\d+)?/gu) ?? []).join(' ');
  return { notice, pieces, numbers, bands: bandsOf(signatureOf(pieces)) };
}

/** FNV-1a of the code units. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}

/** The least value of the pieces under each of several mixing functions. */
function signatureOf(pieces: ReadonlySet<number>): Uint32Array {
  const least = new Uint32Array(BANDS * ROWS).fill(0xffffffff);
  for (const piece of pieces) {
    for (let i = 0; i < least.length; i++) {
      const mixed = mix(piece ^ Math.imul(i + 1, 0x9e3779b1));
      if (mixed < (least[i] ?? 0)) least[i] = mixed;
    }
  }
  return least;
}

/** The finalizer of MurmurHash3. */
function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function bandsOf(signature: Uint32Array): string[] {
  return Array.from(
    { length: BANDS },
    (_, band) => `${band}:${signature.slice(band * ROWS, (band + 1) * ROWS).join(',')}`,
  );
}

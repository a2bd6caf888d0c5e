import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

/** The part of a document's tree that is used here. Nothing in it is run or fetched. */
export interface DomNode {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly childNodes: Iterable<DomNode>;
}

export interface DomElement extends DomNode {
  /** In lower case. */
  readonly localName: string;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
  /** The element itself, or the nearest around it, that a selector names. */
  closest(selector: string): DomElement | null;
  remove(): void;
}

export interface DomDocument extends DomNode {
  /** Null where the text that was parsed has no element. */
  readonly documentElement: DomElement | null;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
}

const ELEMENT = 1;
const TEXT = 3;

export function isElement(node: DomNode): node is DomElement {
  return node.nodeType === ELEMENT;
}

export function isText(node: DomNode): boolean {
  return node.nodeType === TEXT;
}

/** Parses a page, or a piece of one. */
export function parsePage(html: string): DomDocument {
  const page = documentOf(html);
  // The parser makes of a piece's first element the document, and finds no text where there is no body.
  const isWhole = page.documentElement?.localName === 'html' && page.querySelector('body') !== null;
  const document = isWhole ? page : documentOf(`<!doctype html><html><body>${html}</body></html>`);
  lowerAttributes(document);
  return document;
}

function documentOf(html: string): DomDocument {
  return (parseHTML(html) as unknown as { readonly document: DomDocument }).document;
}

/** Old pages write `<META NAME=…>`, which the parser keeps as it is; HTML knows no difference. */
function lowerAttributes(document: DomDocument): void {
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of Array.from(element.attributes)) {
      if (name !== name.toLowerCase()) element.setAttribute(name.toLowerCase(), value);
    }
  }
}

/** The part of `@mozilla/readability` that is used here; its own types are those of a browser. */
type Extractor = new (
  document: DomDocument,
  options: { readonly charThreshold: number },
) => { parse(): { readonly content?: string | null } | null };

/**
 * The HTML of a page's main text, as Firefox finds it for its reader view. The page is changed by it.
 *
 * @param shortest how many characters a text has at least
 * @returns undefined where there is none, or the page is too broken to find it
 */
export function extractArticle(page: DomDocument, shortest: number): string | undefined {
  try {
    const extractor = new (Readability as unknown as Extractor)(page, { charThreshold: shortest });
    return extractor.parse()?.content ?? undefined;
  } catch {
    return undefined;
  }
}

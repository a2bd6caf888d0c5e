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
  remove(): void;
}

export interface DomDocument extends DomNode {
  readonly title: string;
  readonly body: DomElement;
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
  // Without a root the parser makes the first element the document, and the others are lost.
  const page = /<html[\s>]/iu.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`;
  const { document } = parseHTML(page) as unknown as { readonly document: DomDocument };
  lowerAttributes(document);
  return document;
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
 */
export function extractArticle(page: DomDocument, shortest: number): string | undefined {
  const article = new (Readability as unknown as Extractor)(page, { charThreshold: shortest }).parse();
  return article?.content ?? undefined;
}

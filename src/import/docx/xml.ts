import { DOMParser } from 'linkedom';

/** The part of an XML tree that is used here. No entity or document type is looked at. */
export interface XmlElement {
  /** With its prefix: `w:p`. */
  readonly tagName: string;
  readonly children: Iterable<XmlElement>;
  readonly ownerDocument: XmlDocument;
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  getElementsByTagName(name: string): Iterable<XmlElement>;
  append(child: XmlElement | string): void;
  prepend(child: XmlElement | string): void;
  after(sibling: XmlElement): void;
  remove(): void;
}

export interface XmlDocument {
  readonly documentElement: XmlElement;
  createElement(name: string): XmlElement;
  getElementsByTagName(name: string): Iterable<XmlElement>;
  toString(): string;
}

export function parseXml(source: string): XmlDocument {
  return new DOMParser().parseFromString(source, 'text/xml');
}

/** The first child of that name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element === undefined
    ? undefined
    : Array.from(element.children).find(({ tagName }) => tagName === name);
}

/** The `w:val` of the first child of that name. */
export function valueOf(element: XmlElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.getAttribute('w:val') ?? undefined;
}

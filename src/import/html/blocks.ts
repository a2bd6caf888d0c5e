import { rowLine, tidyLine } from '../lines.ts';
import { isElement, isText, type DomDocument, type DomElement, type DomNode } from './dom.ts';
import { isDataTable, textRowsOf } from './table.ts';

/** Elements that hold no text of a notice. */
const SKIPPED = new Set([
  ...['script', 'style', 'noscript', 'template', 'iframe', 'object', 'embed', 'svg', 'math', 'canvas'],
  ...['del', 's', 'strike', 'head', 'nav', 'button', 'input', 'select', 'textarea', 'audio', 'video', 'map'],
]);
/** Elements that begin and end a line. */
const BLOCKS = new Set([
  ...['address', 'article', 'aside', 'blockquote', 'body', 'caption', 'center', 'dd', 'details', 'dialog'],
  ...['div', 'dl', 'dt', 'fieldset', 'figcaption', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5'],
  ...['h6', 'header', 'hgroup', 'hr', 'html', 'legend', 'li', 'main', 'ol', 'p', 'pre', 'section', 'summary'],
  ...['table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'ul'],
]);

/**
 * The lines of what is in an element: a paragraph, an item with its label, or the row of a table each. What is hidden
 * in it is left out; the element itself may be hidden, as a page's script may be what shows it.
 */
export function linesOfElement(element: DomElement): string[] {
  const writer = new LineWriter();
  for (const child of element.childNodes) writer.visit(child);
  writer.endLine();
  return writer.lines;
}

/** The lines of all that a page, or a piece of one, shows. */
export function linesOfPage({ documentElement }: DomDocument): string[] {
  return documentElement === null ? [] : linesOfElement(documentElement);
}

class LineWriter {
  readonly lines: string[] = [];
  private line = '';
  /** The label of an item, until its first words come. */
  private label = '';

  visit(node: DomNode): void {
    if (isText(node)) this.line += node.textContent ?? '';
    else if (isElement(node)) this.visitElement(node);
  }

  endLine(): void {
    const line = tidyLine(this.line);
    this.line = '';
    if (line === '') return;
    this.lines.push(this.label + line);
    this.label = '';
  }

  private visitElement(element: DomElement): void {
    const name = element.localName;
    if (SKIPPED.has(name) || isHidden(element)) return;
    if (name === 'br') this.endLine();
    else if (name === 'pre') this.visitPreformatted(element);
    else if (name === 'ol' || name === 'ul') this.visitList(element);
    else if (name === 'dl' && element.querySelector('dt') !== null) this.visitDefinitions(element);
    else if (name === 'table' && isDataTable(element)) this.visitTable(element);
    else if (BLOCKS.has(name)) this.visitBlock(element);
    else this.visitChildren(element);
  }

  private visitChildren(element: DomElement): void {
    for (const child of element.childNodes) this.visit(child);
  }

  private visitBlock(element: DomElement): void {
    this.endLine();
    this.visitChildren(element);
    this.endLine();
  }

  private visitPreformatted(element: DomElement): void {
    for (const line of (element.textContent ?? '').split('\n')) {
      this.endLine();
      this.line = line;
    }
    this.endLine();
  }

  private visitList(list: DomElement): void {
    this.endLine();
    let number = Number(list.getAttribute('start') ?? 1);
    for (const child of list.childNodes) {
      if (isElement(child) && child.localName === 'li') {
        this.label = list.localName === 'ol' ? numeral(list, number) : '• ';
        number++;
      }
      this.visit(child);
      this.endLine();
      this.label = '';
    }
  }

  /** A term with what is said of it, `截止日期：2023年10月6日`; above several lines it leads in. */
  private visitDefinitions(list: DomElement): void {
    this.endLine();
    let term = '';
    for (const child of Array.from(list.querySelectorAll('dt, dd'))) {
      const lines = linesOfElement(child);
      const labelled = term === '' || /[:：]$/u.test(term) ? term : `${term}：`;
      if (child.localName === 'dt') {
        if (term !== '') this.lines.push(term);
        term = lines.join(' ');
      } else {
        this.lines.push(
          ...(lines.length === 1 ? [`${labelled}${lines[0] ?? ''}`] : [labelled, ...lines]).filter(Boolean),
        );
        term = '';
      }
    }
    if (term !== '') this.lines.push(term);
  }

  private visitTable(table: DomElement): void {
    this.endLine();
    const caption = table.querySelector('caption');
    if (caption !== null) this.visitBlock(caption);
    for (const row of textRowsOf(table, (cell) => linesOfElement(cell).join(' '))) {
      const line = rowLine(row);
      if (/[\p{L}\p{N}]/u.test(line)) this.lines.push(line);
    }
  }
}

/** The label of an item: `2.`, `b.`, or `(2)` in a list within a list, so that it is not taken for the outer one's. */
function numeral(list: DomElement, number: number): string {
  const type =
    list.getAttribute('type') ??
    /(?<=list-style(?:-type)?\s*:\s*)(?:lower|upper)-alpha/iu.exec(list.getAttribute('style') ?? '')?.[0];
  const letter = String.fromCodePoint(0x60 + Math.min(26, Math.max(1, number)));
  if (type === 'a' || type === 'lower-alpha') return `${letter}.`;
  if (type === 'A' || type === 'upper-alpha') return `${letter.toUpperCase()}.`;
  return list.closest('ol ol') === null ? `${number}.` : `(${number})`;
}

/** Whether a page hides an element, unless its script shows it. */
export function isHidden(element: DomElement): boolean {
  return (
    element.getAttribute('hidden') !== null ||
    /display\s*:\s*none|visibility\s*:\s*hidden/iu.test(element.getAttribute('style') ?? '')
  );
}

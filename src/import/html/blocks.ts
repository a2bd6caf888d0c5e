import { rowLine, tidyLine } from '../lines.ts';
import { isElement, isText, type DomDocument, type DomElement, type DomNode } from './dom.ts';
import { isDataTable, rowsOf } from './table.ts';

/** Elements that hold no text of a notice. */
const SKIPPED = new Set([
  ...['script', 'style', 'noscript', 'template', 'iframe', 'object', 'embed', 'svg', 'math', 'canvas'],
  ...['head', 'nav', 'button', 'input', 'select', 'textarea', 'audio', 'video', 'map'],
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
        this.label = list.localName === 'ol' ? `${number}.` : '• ';
        number++;
      }
      this.visit(child);
      this.endLine();
      this.label = '';
    }
  }

  private visitTable(table: DomElement): void {
    this.endLine();
    const caption = table.querySelector('caption');
    if (caption !== null) this.visitBlock(caption);
    for (const row of rowsOf(table)) {
      const line = rowLine(row.map((cell) => linesOfElement(cell).join(' ')));
      if (/[\p{L}\p{N}]/u.test(line)) this.lines.push(line);
    }
  }
}

function isHidden(element: DomElement): boolean {
  return (
    element.getAttribute('hidden') !== null ||
    /display\s*:\s*none|visibility\s*:\s*hidden/iu.test(element.getAttribute('style') ?? '')
  );
}

import { isElement, type DomElement } from './dom.ts';

/** Cells of data are short; a longer one is part of a page's layout. */
const LONGEST_CELL = 400;
/** No table is wider, whatever a page claims. */
const MOST_COLUMNS = 100;

/** Whether a table holds data, and not the layout of a page. */
export function isDataTable(table: DomElement): boolean {
  if (table.getAttribute('role') === 'presentation' || table.querySelector('table, h1, h2') !== null)
    return false;
  const rows = rowsOf(table);
  return (
    rows.some(({ length }) => length > 1) &&
    rows.flat().every((cell) => (cell.textContent ?? '').trim().length <= LONGEST_CELL)
  );
}

/**
 * The cells of a table by rows. A cell that spans rows stands in each of them, so that a row says all that holds for
 * it; one that spans columns stands once.
 */
export function rowsOf(table: DomElement): DomElement[][] {
  /** The cells from rows above that reach into the next row, by column. */
  let reaching = new Map<
    number,
    { readonly cell: DomElement; readonly rows: number; readonly columns: number }
  >();
  return rowElements(table).map((row) => {
    const cells: DomElement[] = [];
    const next: typeof reaching = new Map();
    let column = 0;
    const put = (cell: DomElement, rows: number, columns: number) => {
      cells.push(cell);
      if (rows > 1) next.set(column, { cell, rows: rows - 1, columns });
      column += columns;
    };
    const putReaching = () => {
      for (let above = reaching.get(column); above !== undefined; above = reaching.get(column)) {
        put(above.cell, above.rows, above.columns);
      }
    };
    for (const cell of row.childNodes) {
      if (!isElement(cell) || (cell.localName !== 'td' && cell.localName !== 'th')) continue;
      putReaching();
      put(cell, span(cell, 'rowspan'), Math.min(MOST_COLUMNS, span(cell, 'colspan')));
    }
    putReaching();
    reaching = next;
    return cells;
  });
}

function rowElements(table: DomElement): DomElement[] {
  return Array.from(table.querySelectorAll('tr'));
}

function span(cell: DomElement, attribute: 'rowspan' | 'colspan'): number {
  const value = Number.parseInt(cell.getAttribute(attribute) ?? '', 10);
  return Number.isNaN(value) || value < 1 ? 1 : value;
}

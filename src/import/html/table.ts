import { isElement, type DomElement } from './dom.ts';

/** Cells of data are short; a longer one is part of a page's layout. */
const LONGEST_CELL = 400;
/** A table with a long cell is one of data where several rows have so many columns. */
const FEWEST_COLUMNS = 3;
/** No table is wider, whatever a page claims. */
const MOST_COLUMNS = 100;

/** Whether a table holds data, and not the layout of a page. */
export function isDataTable(table: DomElement): boolean {
  if (table.getAttribute('role') === 'presentation' || table.querySelector('table, h1, h2') !== null)
    return false;
  const rows = rowsOf(table);
  const cells = rows.flat();
  const long = cells.filter((cell) => (cell.textContent ?? '').trim().length > LONGEST_CELL);
  const wide = rows.filter(({ length }) => length >= FEWEST_COLUMNS);
  // Three columns are hardly the layout of a page, whatever stands in one of them.
  return (
    rows.some(({ length }) => length > 1) &&
    (long.length === 0 || (wide.length > 1 && long.length <= wide.length))
  );
}

/** A cell and what it takes up of its row. */
interface Cell {
  readonly element: DomElement;
  readonly column: number;
  readonly columns: number;
  /** How many rows it reaches down from this one, itself included. */
  readonly rows: number;
  /** Whether it stands in a row above. */
  readonly isAbove: boolean;
}

/**
 * The texts of a table's cells by rows. A cell that spans rows stands in each of them, so that a row says all that
 * holds for it; behind one that spans columns stand empty ones, so that the others keep their columns. Headers on two
 * rows become one: 停水时段 over 开始 and 结束 is 停水时段 开始 and 停水时段 结束.
 *
 * @param textOf what a cell says
 */
export function textRowsOf(table: DomElement, textOf: (cell: DomElement) => string): string[][] {
  const rows = gridOf(table);
  const [first, second, ...others] = rows;
  const width = Math.max(0, ...rows.map((row) => row.length));
  const textsOf = (row: readonly Cell[]) => {
    const fills = row.length > 1 && row.reduce((sum, { columns }) => sum + columns, 0) === width;
    return row.flatMap(({ element, columns }) => [
      textOf(element),
      ...Array.from({ length: fills ? columns - 1 : 0 }, () => ''),
    ]);
  };
  if (first === undefined || second === undefined || others.length === 0 || !isSplit(first, second))
    return rows.map(textsOf);
  const header = second.map(({ element, column, isAbove }) => {
    const over = first.find((cell) => cell.column <= column && column < cell.column + cell.columns);
    return over === undefined || isAbove ? textOf(element) : `${textOf(over.element)} ${textOf(element)}`;
  });
  return [header, ...others.map(textsOf)];
}

/** Whether the first row has headers over several columns, each of which the second row splits, and no others. */
function isSplit(first: readonly Cell[], second: readonly Cell[]): boolean {
  const split = first.filter(({ rows }) => rows === 1);
  return (
    split.length > 0 &&
    split.length < first.length &&
    split.every(({ columns }) => columns > 1) &&
    first.every(({ rows }) => rows <= 2) &&
    second.every(({ columns, rows }) => columns === 1 && rows === 1)
  );
}

function rowsOf(table: DomElement): DomElement[][] {
  return gridOf(table).map((row) => row.map(({ element }) => element));
}

/** The cells of a table by rows, those that reach down from rows above among them, in the order of their columns. */
function gridOf(table: DomElement): Cell[][] {
  /** The cells from rows above that reach into the next row, by column. */
  let reaching = new Map<number, Cell>();
  return rowElements(table).map((row) => {
    const cells: Cell[] = [];
    const next: typeof reaching = new Map();
    let column = 0;
    const put = (cell: Omit<Cell, 'column'>) => {
      cells.push({ ...cell, column });
      if (cell.rows > 1) next.set(column, { ...cell, column, rows: cell.rows - 1, isAbove: true });
      column += cell.columns;
    };
    const putReaching = () => {
      for (let above = reaching.get(column); above !== undefined; above = reaching.get(column)) put(above);
    };
    for (const element of row.childNodes) {
      if (!isElement(element) || (element.localName !== 'td' && element.localName !== 'th')) continue;
      putReaching();
      put({
        element,
        columns: Math.min(MOST_COLUMNS, span(element, 'colspan')),
        rows: span(element, 'rowspan'),
        isAbove: false,
      });
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

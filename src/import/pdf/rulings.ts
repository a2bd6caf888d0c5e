import type { PDFPageProxy } from 'pdfjs-dist';

/** A horizontal or vertical line on a page, in points from the top left. */
export interface Ruling {
  readonly direction: 'horizontal' | 'vertical';
  /** Where it stands across its direction: y of a horizontal one, x of a vertical one. */
  readonly at: number;
  /** Where it begins and ends along its direction. */
  readonly from: number;
  readonly to: number;
}

/** The numbers that pdf.js gives to the drawing operations that matter here; `OPS` of the library has them. */
export type Operations = Readonly<
  Record<
    | 'save'
    | 'restore'
    | 'transform'
    | 'paintFormXObjectBegin'
    | 'paintFormXObjectEnd'
    | 'constructPath'
    | 'stroke'
    | 'closeStroke'
    | 'fill'
    | 'eoFill'
    | 'fillStroke'
    | 'eoFillStroke'
    | 'closeFillStroke'
    | 'closeEOFillStroke',
    number
  >
>;

type Matrix = readonly [number, number, number, number, number, number];
type Point = readonly [x: number, y: number];

/** A filled shape that is thinner is a line. */
const THICKEST = 3;
/** Shorter than any side of a cell. */
const SHORTEST = 6;

/** The lines that are drawn on a page, whether stroked or filled as thin shapes. */
export async function rulingsOf(page: PDFPageProxy, operations: Operations): Promise<Ruling[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const strokes = new Set([
    ...[operations.stroke, operations.closeStroke, operations.fillStroke],
    ...[operations.eoFillStroke, operations.closeFillStroke, operations.closeEOFillStroke],
  ]);
  const fills = new Set([operations.fill, operations.eoFill]);
  const rulings: Ruling[] = [];
  const saved: Matrix[] = [];
  let matrix = page.getViewport({ scale: 1 }).transform as unknown as Matrix;
  for (const [index, operation] of fnArray.entries()) {
    const args: unknown = argsArray[index];
    if (operation === operations.save) {
      saved.push(matrix);
    } else if (operation === operations.restore || operation === operations.paintFormXObjectEnd) {
      matrix = saved.pop() ?? matrix;
    } else if (operation === operations.transform) {
      matrix = times(matrix, args);
    } else if (operation === operations.paintFormXObjectBegin) {
      saved.push(matrix);
      matrix = times(matrix, Array.isArray(args) ? args[0] : undefined);
    } else if (operation === operations.constructPath) {
      const [paint, [path]] = args as [number, [ArrayLike<number> | null]];
      if (path === null || !(strokes.has(paint) || fills.has(paint))) continue;
      const find = strokes.has(paint) ? strokedRulings : filledRulings;
      for (const points of subpaths(path)) rulings.push(...find(points.map((point) => moved(matrix, point))));
    }
  }
  return rulings;
}

/** The corners of each part of a path. Curves count as the straight way to their end. */
function subpaths(path: ArrayLike<number>): Point[][] {
  const parts: Point[][] = [];
  let part: Point[] = [];
  let i = 0;
  const point = (offset: number): Point => [path[i + offset] ?? 0, path[i + offset + 1] ?? 0];
  while (i < path.length) {
    const step = path[i];
    if (step === 0) {
      part = [point(1)];
      parts.push(part);
      i += 3;
    } else if (step === 1) {
      part.push(point(1));
      i += 3;
    } else if (step === 2) {
      part.push(point(5));
      i += 7;
    } else if (step === 3) {
      part.push(point(3));
      i += 5;
    } else {
      const [first] = part;
      if (first !== undefined) part.push(first);
      i += 1;
    }
  }
  return parts;
}

function strokedRulings(points: readonly Point[]): Ruling[] {
  return points.slice(1).flatMap((point, index) => rulingBetween(points[index] ?? point, point));
}

/** The line that a filled shape is, where it is thin. */
function filledRulings(points: readonly Point[]): Ruling[] {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (bottom - top <= THICKEST) {
    const middle = (top + bottom) / 2;
    return rulingBetween([left, middle], [right, middle]);
  }
  const middle = (left + right) / 2;
  return right - left <= THICKEST ? rulingBetween([middle, top], [middle, bottom]) : [];
}

function rulingBetween([x1, y1]: Point, [x2, y2]: Point): Ruling[] {
  if (Math.abs(y1 - y2) < 1 && Math.abs(x1 - x2) >= SHORTEST) {
    return [{ direction: 'horizontal', at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) }];
  }
  if (Math.abs(x1 - x2) < 1 && Math.abs(y1 - y2) >= SHORTEST) {
    return [{ direction: 'vertical', at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) }];
  }
  return [];
}

/** `matrix` after `inner`, which may be anything that a file holds. */
function times(matrix: Matrix, inner: unknown): Matrix {
  if (!isMatrix(inner)) return matrix;
  const [a, b, c, d, e, f] = inner;
  const [x1, y1] = moved(matrix, [a, b]);
  const [x2, y2] = moved(matrix, [c, d]);
  const [x3, y3] = moved(matrix, [e, f]);
  const [, , , , dx, dy] = matrix;
  return [x1 - dx, y1 - dy, x2 - dx, y2 - dy, x3, y3];
}

function isMatrix(value: unknown): value is Matrix {
  if (typeof value !== 'object' || value === null) return false;
  const numbers = Array.from(value as ArrayLike<unknown>);
  return numbers.length === 6 && numbers.every((number) => typeof number === 'number');
}

function moved([a, b, c, d, e, f]: Matrix, [x, y]: Point): Point {
  return [a * x + c * y + e, b * x + d * y + f];
}

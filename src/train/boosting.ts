import type { TreeData, TreesData } from '../answer/ranking/trees.ts';
import { BINS, type BinnedTable } from './binned-table.ts';
import type { Group, Loss } from './losses.ts';
import { createRandom } from './random.ts';

/** How the trees are grown. */
export interface BoostingOptions {
  readonly trees: number;
  readonly leaves: number;
  readonly learningRate: number;
  /** The fewest rows in a leaf. */
  readonly minimumRows: number;
  /** Added to a leaf's second derivative: the larger, the more cautious. */
  readonly regularisation: number;
  /** The share of the features, and of the groups, that each tree sees. */
  readonly featureShare: number;
  readonly groupShare: number;
  readonly seed: number;
}

/** What came out of a training. */
export interface Boosted {
  readonly trees: TreesData;
  /** For each feature: how much its splits lowered the loss, summed over all trees. */
  readonly gains: Float64Array;
}

/**
 * Grows gradient-boosted trees leaf by leaf, the most useful split first (Friedman 2001; the second-order gain is
 * that of Chen and Guestrin 2016, the histograms those of Ke et al. 2017). The same input gives the same trees.
 *
 * @param groups the rows that are drawn together; they hold every row of `table`
 * @param onTree called after each tree with how many there are
 */
export function boost(
  table: BinnedTable,
  loss: Loss,
  groups: readonly Group[],
  features: readonly string[],
  options: BoostingOptions,
  onTree: (trees: number) => void = () => undefined,
): Boosted {
  const random = createRandom(options.seed);
  const scores = new Float64Array(table.rows);
  const gradient = new Float64Array(table.rows);
  const hessian = new Float64Array(table.rows);
  const trees: TreeData[] = [];
  const gains = new Float64Array(features.length);
  for (let t = 0; t < options.trees; t++) {
    loss(scores, gradient, hessian);
    const rows: number[] = [];
    for (const { start, end } of groups) {
      if (random() >= options.groupShare) continue;
      for (let row = start; row < end; row++) rows.push(row);
    }
    const columns = features.map((_, f) => f).filter(() => random() < options.featureShare);
    const root = growTree({ table, gradient, hessian, columns, options }, Int32Array.from(rows));
    trees.push(flatten(root));
    addScores(root, table, scores);
    addGains(root, gains);
    onTree(t + 1);
  }
  return { trees: { features, bias: 0, trees }, gains };
}

interface Ground {
  readonly table: BinnedTable;
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
  readonly columns: readonly number[];
  readonly options: BoostingOptions;
}

/** For each column and bin: the sums of both derivatives and the number of rows. */
type Histogram = Float64Array;

interface Split {
  readonly gain: number;
  readonly column: number;
  readonly bin: number;
}

interface Node {
  readonly rows: Int32Array;
  readonly histogram: Histogram;
  readonly split: Split | undefined;
  readonly value: number;
  children: { feature: number; bin: number; threshold: number; left: Node; right: Node } | undefined;
}

function growTree(ground: Ground, rows: Int32Array): Node {
  const root = createNode(ground, rows, histogramOf(ground, rows));
  const leaves = [root];
  while (leaves.length < ground.options.leaves) {
    const best = leaves.reduce<Node | undefined>(
      (a, b) => ((b.split?.gain ?? 0) > (a?.split?.gain ?? 0) ? b : a),
      undefined,
    );
    if (best?.split === undefined) break;
    const { left, right } = divide(ground, best, best.split);
    leaves.splice(leaves.indexOf(best), 1, left, right);
  }
  return root;
}

function divide(ground: Ground, node: Node, { column, bin }: Split): { left: Node; right: Node } {
  const feature = ground.columns[column] ?? 0;
  const bins = ground.table.bins[feature] ?? new Uint8Array(0);
  const left = node.rows.filter((row) => (bins[row] ?? 0) <= bin);
  const right = node.rows.filter((row) => (bins[row] ?? 0) > bin);
  // The larger child's histogram is what the smaller one leaves of its parent's.
  const small = histogramOf(ground, left.length <= right.length ? left : right);
  const large = node.histogram.map((sum, i) => sum - (small[i] ?? 0));
  const isLeftSmall = left.length <= right.length;
  node.children = {
    feature,
    bin,
    threshold: ground.table.cuts[feature]?.[bin] ?? 0,
    left: createNode(ground, left, isLeftSmall ? small : large),
    right: createNode(ground, right, isLeftSmall ? large : small),
  };
  return node.children;
}

function createNode(ground: Ground, rows: Int32Array, histogram: Histogram): Node {
  const { learningRate, regularisation } = ground.options;
  let gradient = 0;
  let hessian = 0;
  for (const row of rows) {
    gradient += ground.gradient[row] ?? 0;
    hessian += ground.hessian[row] ?? 0;
  }
  return {
    rows,
    histogram,
    split: bestSplit(ground, histogram, gradient, hessian, rows.length),
    value: (-learningRate * gradient) / (hessian + regularisation),
    children: undefined,
  };
}

function histogramOf({ table, gradient, hessian, columns }: Ground, rows: Int32Array): Histogram {
  const histogram = new Float64Array(columns.length * BINS * 3);
  columns.forEach((column, c) => {
    const bins = table.bins[column] ?? new Uint8Array(0);
    const offset = c * BINS * 3;
    for (const row of rows) {
      const at = offset + (bins[row] ?? 0) * 3;
      histogram[at] = (histogram[at] ?? 0) + (gradient[row] ?? 0);
      histogram[at + 1] = (histogram[at + 1] ?? 0) + (hessian[row] ?? 0);
      histogram[at + 2] = (histogram[at + 2] ?? 0) + 1;
    }
  });
  return histogram;
}

function bestSplit(
  { table, columns, options: { regularisation, minimumRows } }: Ground,
  histogram: Histogram,
  gradient: number,
  hessian: number,
  count: number,
): Split | undefined {
  const worth = (g: number, h: number) => (g * g) / (h + regularisation);
  let best: Split | undefined;
  let most = 1e-6;
  const whole = worth(gradient, hessian);
  columns.forEach((feature, column) => {
    const last = table.cuts[feature]?.length ?? 0;
    let g = 0;
    let h = 0;
    let n = 0;
    for (let bin = 0; bin < last; bin++) {
      const at = (column * BINS + bin) * 3;
      g += histogram[at] ?? 0;
      h += histogram[at + 1] ?? 0;
      n += histogram[at + 2] ?? 0;
      if (n < minimumRows) continue;
      if (count - n < minimumRows) break;
      const gain = worth(g, h) + worth(gradient - g, hessian - h) - whole;
      if (gain > most) {
        most = gain;
        best = { gain, column, bin };
      }
    }
  });
  return best;
}

/** In preorder, with numbers that are short enough for the file. */
function flatten(root: Node): TreeData {
  const feature: number[] = [];
  const threshold: number[] = [];
  const value: number[] = [];
  const right: number[] = [];
  const visit = ({ children, value: own }: Node): void => {
    const at = feature.length;
    feature.push(children?.feature ?? -1);
    threshold.push(children?.threshold ?? 0);
    value.push(Number(own.toPrecision(3)));
    right.push(0);
    if (children === undefined) return;
    visit(children.left);
    right[at] = feature.length;
    visit(children.right);
  };
  visit(root);
  return { feature, threshold, value, right };
}

function addScores(root: Node, { bins, rows }: BinnedTable, scores: Float64Array): void {
  for (let row = 0; row < rows; row++) {
    let node = root;
    while (node.children !== undefined) {
      const { feature, bin, left, right } = node.children;
      node = (bins[feature]?.[row] ?? 0) <= bin ? left : right;
    }
    scores[row] = (scores[row] ?? 0) + node.value;
  }
}

function addGains({ children, split }: Node, gains: Float64Array): void {
  if (children === undefined) return;
  gains[children.feature] = (gains[children.feature] ?? 0) + (split?.gain ?? 0);
  addGains(children.left, gains);
  addGains(children.right, gains);
}

/**
 * A sum of regression trees, as `data/ranker.json` has it. Nodes stand in preorder: the left child of node i is
 * node i + 1, its right child is node `right[i]`; a node whose `feature` is -1 is a leaf.
 */
export interface TreesData {
  readonly features: readonly string[];
  readonly bias: number;
  readonly trees: readonly TreeData[];
}

export interface TreeData {
  readonly feature: readonly number[];
  /** A row goes left where its feature is at most this. */
  readonly threshold: readonly number[];
  /** What the tree says of the rows that reach the node. */
  readonly value: readonly number[];
  readonly right: readonly number[];
}

/** A trained function of a row of features. */
export interface Trees {
  score(row: Float64Array): number;
  /** What each feature added to the score of a row: the changes of value along the paths. */
  contributions(row: Float64Array): { bias: number; features: Float64Array };
}

/** The probability that a score of trees grown by log loss stands for: the logistic function. */
export function probabilityOf(score: number): number {
  return 1 / (1 + Math.exp(-score));
}

/** @throws Error when the file was trained on other features than the code has */
export function createTrees(data: TreesData, features: readonly string[]): Trees {
  const difference = features.findIndex((name, i) => data.features[i] !== name);
  if (difference >= 0 || data.features.length !== features.length) {
    throw new Error(
      `the trees were trained on other features (${features[difference] ?? 'too many'}); ` +
        'run "npm run train" for data/ranker.json, "npm run train:appraiser" for data/appraiser.json, ' +
        '"npm run train:extractor" for data/extractor.json',
    );
  }
  const size = data.trees.reduce((sum, { feature }) => sum + feature.length, 0);
  const feature = new Int16Array(size);
  const threshold = new Float64Array(size);
  const value = new Float64Array(size);
  const right = new Int32Array(size);
  const roots = new Int32Array(data.trees.length);
  let offset = 0;
  for (const [place, tree] of data.trees.entries()) {
    roots[place] = offset;
    feature.set(tree.feature, offset);
    threshold.set(tree.threshold, offset);
    value.set(tree.value, offset);
    tree.right.forEach((node, i) => (right[offset + i] = offset + node));
    offset += tree.feature.length;
  }
  const next = (node: number, row: Float64Array): number => {
    const column = feature[node] ?? -1;
    if (column < 0) return -1;
    return (row[column] ?? 0) <= (threshold[node] ?? 0) ? node + 1 : (right[node] ?? 0);
  };
  return {
    score: createScorer(data),
    contributions(row) {
      const features = new Float64Array(data.features.length);
      let bias = data.bias;
      for (const root of roots) {
        let node = root;
        bias += value[root] ?? 0;
        for (let child = next(node, row); child >= 0; child = next(node, row)) {
          const column = feature[node] ?? 0;
          features[column] = (features[column] ?? 0) + (value[child] ?? 0) - (value[node] ?? 0);
          node = child;
        }
      }
      return { bias, features };
    },
  };
}

/** The leaves of a tree are bits of a number. */
const MOST_LEAVES = 32;

/** A node that asks whether a feature is at most `threshold`, and the leaves that are left where it is not. */
interface Test {
  readonly tree: number;
  readonly threshold: number;
  readonly left: number;
}

/**
 * Scores rows feature by feature instead of tree by tree: of a feature's thresholds in order, those below a row's
 * value rule out the leaves on their left, and in the end the first leaf that is left of each tree is the one that a
 * walk would reach. So memory is read in order, and hardly a branch is guessed wrongly. The method is QuickScorer
 * (Lucchese et al., SIGIR 2015).
 *
 * @throws RangeError when a tree has more than {@link MOST_LEAVES} leaves
 */
function createScorer({ bias, features, trees }: TreesData): Trees['score'] {
  const tests: Test[][] = features.map(() => []);
  const values: number[] = [];
  const firstLeaves = new Int32Array(trees.length);
  for (const [tree, data] of trees.entries()) {
    firstLeaves[tree] = values.length;
    addTests(data, tree, tests, values);
  }
  const starts = new Int32Array(features.length + 1);
  for (const [column, ofFeature] of tests.entries()) {
    ofFeature.sort((a, b) => a.threshold - b.threshold);
    starts[column + 1] = (starts[column] ?? 0) + ofFeature.length;
  }
  const inOrder = tests.flat();
  const thresholds = Float64Array.from(inOrder, ({ threshold }) => threshold);
  const treeOf = Int32Array.from(inOrder, ({ tree }) => tree);
  const lefts = Int32Array.from(inOrder, ({ left }) => left);
  const leafValues = Float64Array.from(values);
  const leaves = new Int32Array(trees.length);
  return (row) => {
    leaves.fill(-1);
    for (let column = 0; column < features.length; column++) {
      const value = row[column] ?? 0;
      const end = starts[column + 1] ?? 0;
      for (let i = starts[column] ?? 0; i < end; i++) {
        if (value <= (thresholds[i] ?? 0)) break;
        const tree = treeOf[i] ?? 0;
        leaves[tree] = (leaves[tree] ?? 0) & (lefts[i] ?? 0);
      }
    }
    let score = bias;
    for (let tree = 0; tree < leaves.length; tree++) {
      const left = leaves[tree] ?? 0;
      const first = 31 - Math.clz32(left & -left);
      score += leafValues[(firstLeaves[tree] ?? 0) + first] ?? 0;
    }
    return score;
  };
}

/** Adds the tests of a tree to those of their features, and the values of its leaves from left to right. */
function addTests(
  { feature, threshold, value, right }: TreeData,
  tree: number,
  tests: Test[][],
  values: number[],
): void {
  const first = values.length;
  const visit = (node: number): void => {
    const column = feature[node] ?? -1;
    if (column < 0) {
      values.push(value[node] ?? 0);
      return;
    }
    const from = values.length - first;
    visit(node + 1);
    const below = ((1 << (values.length - first - from)) - 1) << from;
    tests[column]?.push({ tree, threshold: threshold[node] ?? 0, left: ~below });
    visit(right[node] ?? 0);
  };
  visit(0);
  if (values.length - first > MOST_LEAVES)
    throw new RangeError(`a tree has ${values.length - first} leaves; train with at most ${MOST_LEAVES}`);
}

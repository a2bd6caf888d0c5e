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

/** @throws Error when the file was trained on other features than the code has */
export function createTrees(data: TreesData, features: readonly string[]): Trees {
  const difference = features.findIndex((name, i) => data.features[i] !== name);
  if (difference >= 0 || data.features.length !== features.length) {
    throw new Error(
      `the trees were trained on other features (${features[difference] ?? 'too many'}); ` +
        'run "npm run train" for data/ranker.json, "npm run train:appraiser" for data/appraiser.json, ' +
        '"npm run train:excerptor" for data/excerptor.json',
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
    score(row) {
      // Some hundred trees for every sentence of every question: plain loops over arrays of numbers.
      let score = data.bias;
      for (const root of roots) {
        let node = root;
        for (let column = feature[node] ?? -1; column >= 0; column = feature[node] ?? -1) {
          node = (row[column] ?? 0) <= (threshold[node] ?? 0) ? node + 1 : (right[node] ?? 0);
        }
        score += value[node] ?? 0;
      }
      return score;
    },
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

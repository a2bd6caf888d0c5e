/** In which passages each pair of neighbouring characters stands, and how often. */
export interface PairIndex {
  /** In how many passages a pair stands. */
  frequency(pair: string): number;
  /** Calls with each passage that has the pair, in order, and how often it has it. */
  visit(pair: string, onPassage: (passage: number, count: number) => void): void;
  /** A function that tells how often a passage has the pair. */
  countsOf(pair: string): (passage: number) => number;
}

/** Takes the pairs of one passage after another. */
export interface PairIndexBuilder {
  readonly add: (first: string, second: string) => void;
  /** Ends a passage. @returns how many different pairs it has */
  endPassage(): number;
  build(): PairPostings;
}

/** What a {@link PairIndex} looks into: plain data, which can be kept. */
export interface PairPostings {
  /** The characters that pairs are made of, each once; one's place is its number. */
  readonly characters: string;
  /** A number for each pair, of those of its two characters. */
  readonly keys: Float64Array;
  /** Where the postings of each pair begin; behind the last, where they end. */
  readonly starts: Int32Array;
  /** For each posting a passage, and how often the pair stands in it. */
  readonly passages: Int32Array;
  readonly counts: Uint16Array;
}

/** More than there are Han characters. */
const CHARACTERS = 2 ** 17;
/** Small: an index of one notice is made while somebody waits for an answer. */
const FIRST_SPACE = 256;

/**
 * An index of pairs of characters, in arrays of numbers. There are some ten times as many pairs as words; in
 * MiniSearch, which keeps three maps for each term, they would take several times the memory and the time.
 */
export function createPairIndexBuilder(): PairIndexBuilder {
  const characters = new Map<string, number>();
  const numbers = new Map<number, number>();
  /** A posting for each pair of each passage: the pair's number, the passage, how often. */
  const postings = { pair: new Growing(), passage: new Growing(), count: new Growing() };
  /** For each pair the last of its postings. */
  const last = new Growing();
  let passage = 0;
  let start = 0;
  return {
    add(first, second) {
      const key = numberOf(characters, first) * CHARACTERS + numberOf(characters, second);
      const pair = numberOf(numbers, key);
      if (pair === last.length) last.push(-1);
      const posting = last.values[pair] ?? -1;
      if (posting >= start) {
        postings.count.values[posting] = (postings.count.values[posting] ?? 0) + 1;
        return;
      }
      last.values[pair] = postings.pair.length;
      postings.pair.push(pair);
      postings.passage.push(passage);
      postings.count.push(1);
    },
    endPassage() {
      const different = postings.pair.length - start;
      start = postings.pair.length;
      passage++;
      return different;
    },
    build() {
      const { starts, order } = sortByPair(postings.pair, numbers.size);
      // Loops: of millions of postings, `from` with a function takes seconds.
      const passages = new Int32Array(order.length);
      const counts = new Uint16Array(order.length);
      for (let i = 0; i < order.length; i++) {
        const posting = order[i] ?? 0;
        passages[i] = postings.passage.values[posting] ?? 0;
        counts[i] = Math.min(0xffff, postings.count.values[posting] ?? 0);
      }
      return {
        characters: [...characters.keys()].join(''),
        keys: Float64Array.from(numbers.keys()),
        starts,
        passages,
        counts,
      };
    },
  };
}

/** Looks into what a {@link PairIndexBuilder} has built. */
export function openPairIndex({ characters, keys, starts, passages, counts }: PairPostings): PairIndex {
  const characterNumbers = new Map(Array.from(characters, (character, number) => [character, number]));
  const numbers = new Map<number, number>();
  for (let number = 0; number < keys.length; number++) numbers.set(keys[number] ?? 0, number);
  const numberOfPair = (pair: string): number => {
    const [first, second] = Array.from(pair, (character) => characterNumbers.get(character));
    if (first === undefined || second === undefined) return -1;
    return numbers.get(first * CHARACTERS + second) ?? -1;
  };
  return {
    frequency(pair) {
      const number = numberOfPair(pair);
      return number < 0 ? 0 : (starts[number + 1] ?? 0) - (starts[number] ?? 0);
    },
    visit(pair, onPassage) {
      const number = numberOfPair(pair);
      if (number < 0) return;
      const end = starts[number + 1] ?? 0;
      for (let i = starts[number] ?? 0; i < end; i++) onPassage(passages[i] ?? 0, counts[i] ?? 0);
    },
    countsOf(pair) {
      const number = numberOfPair(pair);
      const start = number < 0 ? 0 : (starts[number] ?? 0);
      const end = number < 0 ? 0 : (starts[number + 1] ?? 0);
      return (passage) => {
        const at = firstNotBelow(passages, passage, start, end);
        return at < end && passages[at] === passage ? (counts[at] ?? 0) : 0;
      };
    },
  };
}

/** The place of the first of ascending values that is not below `value`, from `start`; `end` where all are. */
function firstNotBelow(values: Int32Array, value: number, start: number, end: number): number {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The postings of each pair together, in the order in which they came, and where those of each pair begin. */
function sortByPair(pairs: Growing, size: number): { starts: Int32Array; order: Int32Array } {
  const starts = new Int32Array(size + 1);
  for (let i = 0; i < pairs.length; i++) {
    const next = (pairs.values[i] ?? 0) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let pair = 0; pair < size; pair++) starts[pair + 1] = (starts[pair + 1] ?? 0) + (starts[pair] ?? 0);
  const free = starts.slice();
  const order = new Int32Array(pairs.length);
  for (let i = 0; i < pairs.length; i++) {
    const pair = pairs.values[i] ?? 0;
    const at = free[pair] ?? 0;
    order[at] = i;
    free[pair] = at + 1;
  }
  return { starts, order };
}

/** The number of a key, the next one where it is new. */
function numberOf<K>(numbers: Map<K, number>, key: K): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}

/** Numbers of 32 bits, one behind the other. */
class Growing {
  values = new Int32Array(FIRST_SPACE);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Int32Array(this.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length++] = value;
  }
}

import { parseNotice } from '../../src/notice/parse.ts';
import type { Notice, Passage } from '../../src/notice/notice.ts';
import { fold } from '../../src/text/script.ts';
import type { Segmenter } from '../../src/text/segmenter.ts';
import type { QuestionSet, SetQuestion } from '../../src/train/question-set.ts';
import { createRandom } from '../../src/train/random.ts';

/** A collection of any size that question sets can be asked about. */
export interface Collection {
  readonly notices: readonly Notice[];
  /** The questions whose paragraph is in it, in an order of no meaning. */
  readonly questions: readonly SetQuestion[];
}

/** Made passages of a made notice, as long as a long notice. */
const PASSAGES_A_NOTICE = 50;
const FEWEST_SENTENCES = 2;
const MOST_SENTENCES = 6;
/** The share of the words of two characters or more that are exchanged. */
const EXCHANGED = 0.5;
const WORD = /^\p{Script=Han}{2,}$/u;

/**
 * Makes a collection of `size` passages: the sets' own, taken from each set in turn, and where they do not suffice
 * made ones. A made passage is two to six sentences, each of any place in the sets; in each of these, half of the
 * words are exchanged for words of the same part of speech, drawn as often as they stand in the sets. So made
 * passages have the length, the grammar and the rarity of words of real ones, and none of them says what a real
 * one says. As hardly a word is new, each is in as many more passages as the collection is larger: with real texts,
 * searching gets harder more slowly.
 *
 * The same sets, size and seed make the same collection.
 */
export function makeCollection(
  sets: readonly QuestionSet[],
  size: number,
  segmenter: Segmenter,
  seed: number,
): Collection {
  const random = createRandom(seed);
  const own = takePassages(sets, size);
  const taken = new Set(own.flatMap(({ passages }) => passages));
  const questions = sets
    .flatMap((set) => set.questions)
    .filter(({ golds, passages }) => golds.length > 0 && passages.some((passage) => taken.has(passage)));
  const made = makeNotices(sets, size - taken.size, segmenter, random);
  return { notices: [...own, ...made], questions: shuffle(questions, random) };
}

/** Notices of the sets in turn, the last one cut off, with `size` passages at most. */
function takePassages(sets: readonly QuestionSet[], size: number): Notice[] {
  const longest = Math.max(...sets.map(({ notices }) => notices.length));
  const inTurn = Array.from({ length: longest }, (_, i) =>
    sets.flatMap(({ notices }) => notices[i] ?? []),
  ).flat();
  let left = size;
  return inTurn.flatMap((notice) => {
    const passages = notice.passages.slice(0, left);
    left -= passages.length;
    return passages.length === 0 ? [] : [{ ...notice, passages }];
  });
}

function makeNotices(
  sets: readonly QuestionSet[],
  passages: number,
  segmenter: Segmenter,
  random: () => number,
): Notice[] {
  const texts = sets.flatMap(({ notices }) =>
    notices.flatMap((notice) => notice.passages.flatMap(sentenceTexts)),
  );
  const sentences = texts.map((text) =>
    segmenter.cut(fold(text)).map(({ start, end, tag }) => ({ text: text.slice(start, end), tag })),
  );
  const byTag = new Map<string, string[]>();
  for (const { text, tag } of sentences.flat()) {
    if (!WORD.test(text)) continue;
    const words = byTag.get(tag);
    if (words === undefined) byTag.set(tag, [text]);
    else words.push(text);
  }
  const makeSentence = () =>
    pick(sentences, random)
      ?.map(({ text, tag }) =>
        WORD.test(text) && random() < EXCHANGED ? (pick(byTag.get(tag) ?? [], random) ?? text) : text,
      )
      .join('') ?? '';
  const makePassage = () => {
    const count = FEWEST_SENTENCES + Math.floor(random() * (MOST_SENTENCES - FEWEST_SENTENCES + 1));
    return Array.from({ length: count }, makeSentence).join('');
  };
  const notices: Notice[] = [];
  for (let made = 0; made < passages; made += PASSAGES_A_NOTICE) {
    const count = Math.min(PASSAGES_A_NOTICE, passages - made);
    const id = `made-${notices.length + 1}`;
    const text = Array.from({ length: count }, makePassage).join('\n');
    const notice = parseNotice(id, `---\ntitle: ${id}\n---\n${text}\n`);
    if (notice !== undefined) notices.push(notice);
  }
  return notices;
}

function sentenceTexts({ sentences }: Passage): string[] {
  return sentences.map(({ text }) => text);
}

function pick<T>(items: readonly T[], random: () => number): T | undefined {
  return items[Math.floor(random() * items.length)];
}

function shuffle<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

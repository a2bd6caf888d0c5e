/**
 * Makes data/lexicon/near-synonyms.txt from CC-CEDICT (https://cc-cedict.org, CC BY-SA 4.0): each line has the words
 * of idf.txt that the dictionary gives the same short English meaning, such as 创建, 创立 and 成立 for "to found".
 *
 * The dictionary is not among the project's packages, as it changes daily and is needed for this alone. Download
 * cedict_1_0_ts_utf-8_mdbg.zip from https://www.mdbg.net/chinese/dictionary?page=cc-cedict and unpack it.
 *
 * Run: node --import tsx scripts/make-near-synonyms.ts cedict_ts.u8
 */
import { readFileSync, writeFileSync } from 'node:fs';

const [dictionary] = process.argv.slice(2);
if (dictionary === undefined) {
  console.error('Give the dictionary: node --import tsx scripts/make-near-synonyms.ts cedict_ts.u8');
  process.exit(64);
}

/** A meaning that more words share is too wide to tell anything. */
const MOST_WORDS = 14;
const LONGEST_MEANING = 28;
const MOST_MEANING_WORDS = 3;
/** Meanings of one word that is none. */
const EMPTY = new Set(
  (
    'to a an the of sb sth one in on for with and or be as is at by from into up out ones used esp etc make have get ' +
    'very go do give not take lit fig also person thing eg abbr'
  ).split(' '),
);
/** Notes, not meanings. */
const NOTE =
  /^(?:cl:|variant|old variant|see |used in|abbr|surname|classifier|pr\.|also |erhua|taiwan pr|japanese variant)/u;

const lexicon = new URL('../data/lexicon/', import.meta.url);
const known = new Set(
  readFileSync(new URL('idf.txt', lexicon), 'utf8')
    .split('\n')
    .flatMap((line) => line.split(' ').slice(1)),
);

const wordsOf = new Map<string, Set<string>>();
for (const line of readFileSync(dictionary, 'utf8').split(/\r?\n/u)) {
  const entry = /^(?!#)\S+ (?<word>\S+) \[[^\]]*\] \/(?<definitions>.*)\/$/u.exec(line)?.groups;
  const word = entry?.['word'] ?? '';
  if (!known.has(word) || !/^\p{Script=Han}+$/u.test(word)) continue;
  for (const meaning of meaningsOf(entry?.['definitions'] ?? '')) {
    const words = wordsOf.get(meaning);
    if (words === undefined) wordsOf.set(meaning, new Set([word]));
    else words.add(word);
  }
}

const groups = [...wordsOf.values()]
  .filter(({ size }) => size >= 2 && size <= MOST_WORDS)
  .map((words) => [...words].sort().join(' '));
writeFileSync(new URL('near-synonyms.txt', lexicon), `${[...new Set(groups)].sort().join('\n')}\n`);

function meaningsOf(definitions: string): string[] {
  return definitions
    .split(/[/;]/u)
    .map((definition) =>
      definition
        .replace(/\([^)]*\)|\[[^\]]*\]/gu, ' ')
        .toLowerCase()
        .trim(),
    )
    .filter((definition) => !NOTE.test(definition) && !/\p{Script=Han}/u.test(definition))
    .map((definition) =>
      definition
        .replace(/^(?:to be|to|a|an|the) /u, '')
        .replace(/[^a-z ]/gu, '')
        .replace(/\s+/gu, ' ')
        .trim(),
    )
    .filter(
      (meaning) =>
        meaning !== '' &&
        meaning.length <= LONGEST_MEANING &&
        meaning.split(' ').length <= MOST_MEANING_WORDS &&
        !EMPTY.has(meaning),
    );
}

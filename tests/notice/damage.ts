import fc from 'fast-check';

/** Characters that a converter of scripts changes, with the reading that a faulty one leaves behind. */
const READINGS: Readonly<Record<string, string>> = {
  質: 'zhì',
  標: 'biāo',
  產: 'chǎn',
  業: 'yè',
  綠: 'lǜ',
  個: 'ge',
};

const NARROW: Readonly<Record<string, string>> = { '，': ',', '；': ';', '：': ':' };

/** What a faulty converter makes of a clean text: a gloss behind every character that it touched, narrow marks. */
export function damage(text: string): string {
  return Array.from(text, (character) => {
    const reading = READINGS[character];
    return reading === undefined ? (NARROW[character] ?? character) : `${character}(${reading})`;
  }).join('');
}

const phrase = fc
  .array(fc.constantFrom(...Object.keys(READINGS), '市', '一', '行', '縣', '5', '“市”'), {
    minLength: 1,
    maxLength: 8,
  })
  // Marks are widened behind Chinese characters, so a phrase ends with one.
  .map((characters) => `${characters.join('')}市`);

const sentence = fc
  .array(fc.tuple(phrase, fc.constantFrom(...Object.keys(NARROW), '、')), { maxLength: 4 })
  .map((pairs) => `${pairs.map(([words, mark]) => words + mark).join('')}質量標準產業。`);

/** A well-formed paragraph or several, without damage, with at least three characters that a converter touches. */
export const clean: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 5, arbitrary: sentence }, fc.constant('\n')), { minLength: 1, maxLength: 8 })
  .map((sentences) => `${sentences.join('')}質量標準產業。`);

/** A clean text and the file that a faulty converter made of it. */
export const damagedText: fc.Arbitrary<{ readonly text: string; readonly raw: string }> = clean.map(
  (text) => ({
    text,
    raw: damage(text),
  }),
);

/** Texts in which everything that the notice layer looks for stands in every wrong place, and plain garbage. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        ...[
          '質(zhì)',
          '業（yè）',
          '埇(yǒng)',
          '量',
          '市',
          '𠮷',
          '\ud842',
          'a',
          '5',
          '3月',
          '2021-03-16',
          '二〇二一年三月',
        ],
        ...[
          '??',
          '?',
          '？',
          ',',
          ':',
          '(',
          ')',
          '（',
          '）',
          '【',
          '】',
          '“',
          '”',
          '《',
          '》',
          '…',
          '。',
          '！',
          '"',
        ],
        ...['\n', '\r\n', '\u2028', ' ', '\u3000', '\ufeff', '\0', '---\n', 'title: ', 'date: ', '發布日期'],
        ...['打印此頁', '字號', '大 中 小', '瀏覽次數：', '分享到', '當前位置：'],
      ),
      { maxLength: 40 },
    )
    .map((pieces) => pieces.join('')),
);

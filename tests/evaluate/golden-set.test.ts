import { describe, expect, it } from 'vitest';

import { readGoldenSet } from '../../src/cli/evaluate/golden-set.ts';
import type { Notice } from '../../src/notice/notice.ts';
import { parseNotice } from '../../src/notice/parse.ts';

function notice(id: string, raw: string): Notice {
  const parsed = parseNotice(id, raw);
  if (parsed === undefined) throw new Error('the test needs a notice with words');
  return parsed;
}

const NOTICES = [
  notice('spring', '春季公告\n發布日期：2024-03-01\n甲縣種茶。甲縣養蠶。乙縣種稻。'),
  notice('front', '---\ntitle: 秋季公告\n---\n甲縣收茶。乙縣收稻，\n'),
];

function read(yaml: string) {
  return readGoldenSet('golden.yaml', yaml, NOTICES);
}

describe('a golden file', () => {
  it('gives its questions with the whole sentences that are expected', () => {
    const [question] = read(`
      notice: spring
      answered:
        - { question: 乙縣種什麼, sentence: 乙縣, answer: 稻, why: said so }`);
    expect(question).toMatchObject({
      question: '乙縣種什麼',
      why: 'said so',
      expected: { status: 'answered', sentences: [{ text: '乙縣種稻。' }], answer: ['稻'] },
    });
  });

  it('takes a list of sentences, of which any is right, and a list of words', () => {
    const [question] = read(`
      notice: spring
      answered:
        - { question: 甲縣做什麼, sentence: [甲縣種, 甲縣養], answer: [茶, 蠶], why: both }`);
    expect(question?.expected).toMatchObject({
      sentences: [{ text: '甲縣種茶。' }, { text: '甲縣養蠶。' }],
      answer: ['茶', '蠶'],
    });
  });

  it('finds a sentence by words inside it, where none begins with them', () => {
    const [question] = read(`
      notice: spring
      answered:
        - { question: 稻在哪裡, sentence: 縣種稻, why: inside }`);
    expect(question?.expected).toMatchObject({ sentences: [{ text: '乙縣種稻。' }] });
  });

  it('knows the title line and the date line by name', () => {
    const [question] = read(`
      notice: spring
      answered:
        - { question: 這是什麼, sentence: [title, date], why: the head }`);
    expect(question?.expected).toMatchObject({
      sentences: [{ text: '春季公告' }, { text: '發布日期：2024-03-01' }],
      answer: [],
    });
  });

  it('gives the questions to abstain from behind the answered', () => {
    const questions = read(`
      notice: spring
      abstained:
        - { question: 丙縣種什麼, missing: [丙縣], why: another county }
        - { question: '', why: empty }`);
    expect(questions.map(({ expected }) => expected)).toEqual([
      { status: 'abstained', missing: ['丙縣'] },
      { status: 'abstained', missing: [] },
    ]);
  });

  it.each([
    ['is not YAML', 'notice: [', /^golden\.yaml: not YAML/],
    ['is empty', '', /^golden\.yaml: the file: .*Object/],
    ['misspells a key', 'notice: spring\nanswerd: []', /^golden\.yaml: answerd: /],
    [
      'gives a number as a question',
      'notice: spring\nabstained: [{ question: 555, why: digits }]',
      /^golden\.yaml: abstained\.0\.question: /,
    ],
    [
      'gives no reason',
      'notice: spring\nabstained: [{ question: 海寧 }]',
      /^golden\.yaml: abstained\.0\.why: /,
    ],
    ['is about an unknown notice', 'notice: winter', /no notice "winter" is loaded; .*: spring, front$/],
    [
      'expects a sentence that is not there',
      'notice: spring\nanswered: [{ question: 丙, sentence: 丙縣, why: none }]',
      /"spring" has no sentence "丙縣"; copy its first words$/,
    ],
    [
      'expects a sentence without saying which',
      'notice: spring\nanswered: [{ question: 丙, sentence: "", why: none }]',
      /no sentence ""/,
    ],
    [
      'expects words that two sentences begin with',
      'notice: spring\nanswered: [{ question: 甲, sentence: 甲縣, why: two }]',
      /2 sentences begin with "甲縣"; give more/,
    ],
    [
      'expects a date line where there is none',
      'notice: front\nanswered: [{ question: 何時, sentence: date, why: none }]',
      /"front" has no sentence "date"/,
    ],
  ])('that %s is refused with what to change', (_, yaml, message) => {
    expect(() => read(yaml)).toThrow(message);
  });
});

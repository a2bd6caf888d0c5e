import { beforeAll, describe, expect, it } from 'vitest';

import type { Answerer, Reply } from '../../../src/answer/index.ts';
import { jsonLine, replyJson } from '../../../src/cli/ask/json.ts';
import { quickAnswerer } from '../answerer.ts';

const FIELDS = [
  'question',
  'status',
  'answer',
  'sentence',
  'sentences',
  'notice',
  'paragraph',
  'confidence',
  'missing',
  'alternatives',
];
const NOTICE = {
  id: '000_4955d98262385171',
  title: '浙江嘉興樹立質量標桿引領產業轉型發展',
  date: '2021-03-16',
};

describe('replyJson', () => {
  let answerer: Answerer;
  beforeAll(async () => {
    answerer = await quickAnswerer();
  });
  const jsonOf = (question: string) => replyJson(question, answerer.ask(question), null);

  it('has the fields of the contract in their order, whatever the reply', () => {
    for (const question of ['海寧是什麼產業?', '海寧的GDP是多少?', '你好', '']) {
      expect(Object.keys(jsonOf(question))).toEqual(FIELDS);
    }
  });

  it('gives the sentence that answers, the answer in it and where it stands', () => {
    const json = jsonOf('海寧是什么產業?');
    expect(json).toMatchObject({
      question: '海寧是什么產業?',
      status: 'answered',
      answer: '經編',
      notice: NOTICE,
      paragraph: 2,
      missing: [],
    });
    expect(json.sentence).toContain('海寧經編');
    expect(json.sentences).toEqual([json.sentence]);
    expect(answerer.notices[0]?.text).toContain(json.sentence);
  });

  it('has no paragraph for the lines of the title and the date', () => {
    expect(jsonOf('什麼時候發布的?')).toMatchObject({
      status: 'answered',
      answer: '2021-03-16',
      paragraph: null,
    });
  });

  it('quotes nothing where it abstains, and says what is missing', () => {
    expect(jsonOf('海寧的GDP是多少?')).toMatchObject({
      status: 'abstained',
      answer: null,
      sentence: null,
      sentences: [],
      notice: null,
      paragraph: null,
      missing: ['GDP'],
    });
  });

  it('lists the sentence that an abstention shows as the nearest first among the alternatives, and once', () => {
    const reply = answerer.ask('海寧的GDP是多少?') as Extract<Reply, { status: 'abstained' }>;
    const [passage] = answerer.notices[0]?.passages ?? [];
    const other = passage?.sentences[0];
    if (reply.nearest === null || passage === undefined || other === undefined)
      throw new Error('no sentence');
    const alternatives = [
      { ...reply.nearest, confidence: 0.3 },
      { notice: reply.nearest.notice, passage, sentence: other, confidence: 0.123456 },
    ];
    expect(replyJson('', { ...reply, confidence: 0.5, alternatives }, null).alternatives).toEqual([
      { sentence: reply.nearest.sentence.text, notice: NOTICE, confidence: 0.5 },
      { sentence: other.text, notice: NOTICE, confidence: 0.1235 },
    ]);
  });

  it('puts the proof last where it was asked for', () => {
    const proof = [{ sentence: '句', file: 'data/notices/a.txt', start: 3, end: 9, raw: '句(jù)' }];
    const json = replyJson('', answerer.ask(''), proof);
    expect(Object.keys(json)).toEqual([...FIELDS, 'proof']);
    expect(json.proof).toEqual(proof);
  });
});

describe('jsonLine', () => {
  it('stays on one line and means the same, whatever separators and halves of characters a question holds', async () => {
    const answerer = await quickAnswerer();
    const question = 'a\u2028b\u2029c\u0085d\ne\r\ud83d"';
    const line = jsonLine(replyJson(question, answerer.ask(question), null));
    expect(line).not.toMatch(/[\n\r\u0085\u2028\u2029]/);
    expect(JSON.parse(line)).toMatchObject({ question });
  });
});

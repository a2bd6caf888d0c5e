import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { parseQuestion } from '../../../src/answer/question/question.ts';
import { createLexicon } from '../../../src/lexicon/lexicon.ts';
import { segmenters } from '../../lexicon/segmenters.ts';
import { elsewhere, industries, outage } from '../notices.ts';

describe.each(segmenters())('with $name, a question', (segmenter) => {
  const lexicon = createLexicon([industries, outage, elsewhere], segmenter);
  const parse = (message: string) => parseQuestion(message, lexicon);
  const subjects = (message: string) =>
    parse(message).subjects.map(({ target }) =>
      target.kind === 'place' ? target.county.name : target.initiative.name,
    );

  it.each([
    ['folded', '海寧是什麼產業？', '海宁是什么产业?'],
    ['without white space at its ends', ' 海宁 \n', '海宁'],
    ['without quotation marks', '「三有」是什么', '三有是什么'],
    ['with pinyin as Chinese', 'haining de chanye', '海宁的产业'],
    ['with a slip put right', '平胡的产业', '平湖的产业'],
    ['with Cantonese as written Chinese', '平湖幾時停水', '平湖什么时候停水'],
    ['with nothing put for what stands inside a word', '平湖重點解決停水', '平湖重点解决停水'],
  ])('is understood %s', (_, message, folded) => {
    expect(parse(message).folded).toBe(folded);
  });

  it('is resolved where pinyin or a slip had to be, and not otherwise', () => {
    expect(parse('haining').wasResolved).toBe(true);
    expect(parse('平胡的产业').wasResolved).toBe(true);
    expect(parse(' 海寧的產業？').wasResolved).toBe(false);
    expect(parse('海宁的GDP').wasResolved).toBe(false);
  });

  it('names places and initiatives of the notices', () => {
    expect(subjects('海寧市和平湖分别是什么产业')).toEqual(['海寧', '平湖']);
    expect(subjects('三有工作模式是什么')).toEqual(['三有']);
    expect(subjects('海宁的清风行动')).toEqual(['海寧', '清風']);
    expect(subjects('今天天气')).toEqual([]);
  });

  it('has strangers where it names places that no notice mentions', () => {
    const { strangers, folded } = parse('杭州和海宁分别是什么产业');
    expect(strangers.map(({ start, end }) => folded.slice(start, end))).toEqual(['杭州']);
    expect(parse('海宁是什么产业').strangers).toEqual([]);
  });

  it.each([
    ['什么时候停水', 'when'],
    ['海宁是什么产业', 'what'],
    ['海宁的产业', 'fragment'],
    ['部门是哪个', 'who'],
    ['哪些部门推进', 'who'],
    ['负责人是什么', 'who'],
    ['停水区域有哪些', 'list'],
  ])('%s is of the type %s', (message, type) => {
    expect(parse(message).type).toBe(type);
  });

  it.each([
    ['海宁是什么产业', '产业', true],
    ['海宁的产业是什么', '产业', false],
    ['什么原则', '原则', true],
    ['有哪些产业', '产业', true],
    ['海宁的人口', '人口', false],
  ])('%s asks for %s', (message, noun, follows) => {
    const { asked } = parse(message);
    expect([asked?.term.text, asked?.follows]).toEqual([noun, follows]);
  });

  it('asks for nothing where it only names a place', () => {
    expect(parse('海宁').asked).toBeUndefined();
    expect(parse('海宁').terms).toEqual([]);
  });

  it.each([
    ['courtesies', '请问海宁是什么产业？谢谢', ['产业']],
    ['the notice', '这篇通知里海宁是什么产业', ['产业']],
    ['fillers', '那么海宁到底是什么产业呢', ['产业']],
    ['subjects', '海宁和平湖', []],
  ])('has terms without %s', (_, message, terms) => {
    expect(parse(message).terms.map(({ text }) => text)).toEqual(terms);
  });

  it('has values of facts as terms, whole', () => {
    expect(parse('哪里做羊毛衫').terms.map(({ text, kind }) => [text, kind])).toEqual([['羊毛衫', 'noun']]);
  });

  it('speaks of the notice where it says so', () => {
    expect(parse('这篇文章讲了什么').namesNotice).toBe(true);
    expect(parse('本通知的日期').namesNotice).toBe(true);
    expect(parse('海宁是什么产业').namesNotice).toBe(false);
  });

  it.each(['', ' \n', '?', '👍', '。。。', '\u200b\u202e', '\ud842'])(
    'of no words is empty: %j',
    (message) => {
      const { isEmpty, isChat, terms, subjects: named } = parse(message);
      expect([isEmpty, isChat, terms, named]).toEqual([true, false, [], []]);
    },
  );

  it('is small talk where it is nothing else', () => {
    expect(parse('你好！').isChat).toBe(true);
    expect(parse('你好，海宁是什么产业').isChat).toBe(false);
  });

  it('tells courtesies from the words that ask', () => {
    const asking = (text: string) =>
      parse(text)
        .askingWords.map((word) => word.text)
        .join('')
        .replace(/[^\p{L}]/gu, '');
    expect(asking('你好，請問海寧有什么產業？ 謝謝')).toBe('海宁有什么产业');
    expect(asking('海寧有什么產業')).toBe('海宁有什么产业');
    expect(asking('請問')).toBe('');
  });

  it('is cut behind 500 characters', () => {
    expect(parse('海宁'.repeat(400)).folded).toHaveLength(500);
  });

  it('has its ranges in its folded text, in any message', () => {
    const messages = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 50 }),
      fc.string({
        unit: fc.constantFrom(
          '海宁',
          '平湖',
          '杭州',
          '是',
          '什么',
          '哪些',
          '产业',
          '的',
          ' ',
          '?',
          'hai',
          '5',
          '清风行动',
          '𠮷',
        ),
        maxLength: 20,
      }),
    );
    fc.assert(
      fc.property(messages, (message) => {
        const question = parse(message);
        const ranges = [
          ...question.subjects,
          ...question.strangers,
          ...question.interrogatives,
          ...question.terms,
        ].sort((a, b) => a.start - b.start || a.end - b.end);
        let position = 0;
        for (const { start, end } of ranges) {
          expect(start).toBeGreaterThanOrEqual(position);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(question.folded.length);
          position = end;
        }
        for (const { text, start, end } of question.terms) {
          expect(question.folded.slice(start, end)).toBe(text);
        }
      }),
    );
  });
});

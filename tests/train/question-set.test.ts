import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';

import { holdsGold, readQuestionSet } from '../../src/train/question-set.ts';
import { squadBytes } from './sets.ts';

const BYTES = squadBytes({
  鐵路: [
    {
      context: '鐵路長50公里。1990年通車，由省政府出資。',
      asked: { 鐵路多長: ['50公里'], 何時通車: ['1990年'] },
    },
    { context: '全線有九個車站。\n終點站是海寧。', asked: { 終點站是哪裡: ['海寧'], 票價多少: [] } },
  ],
  '': [{ context: '這一篇沒有標題。', asked: {} }],
});

describe('a question set', () => {
  const set = readQuestionSet('/somewhere/railways.json', BYTES);
  const question = (text: string) => {
    const found = set.questions.find((one) => one.text === text);
    if (found === undefined) throw new Error(`no question "${text}"`);
    return found;
  };

  it('has its name and the hash of its bytes', () => {
    expect(set.name).toBe('railways.json');
    expect(set.sha256).toBe(createHash('sha256').update(BYTES).digest('hex'));
  });

  it('has a notice for each article, with its title', () => {
    expect(set.notices.map(({ title }) => title)).toEqual(['鐵路', 'railways.json-2']);
  });

  it('has a passage for each line of a paragraph, and no others for its questions', () => {
    const lines = question('終點站是哪裡').passages.map(({ sentences }) => sentences.map(({ text }) => text));
    expect(lines).toEqual([['全線有九個車站。'], ['終點站是海寧。']]);
  });

  it('finds the sentence that the answer is marked in', () => {
    expect(question('何時通車').sentences.map(({ text }) => text)).toEqual(['1990年通車，由省政府出資。']);
    expect(question('終點站是哪裡').sentences.map(({ text }) => text)).toEqual(['終點站是海寧。']);
  });

  it('keeps a question without an answer', () => {
    expect(question('票價多少')).toMatchObject({ golds: [], sentences: [] });
  });

  it('takes an answer in the other script and width for the same', () => {
    expect(holdsGold(question('鐵路多長'), '铁路长５０公里。')).toBe(true);
    expect(holdsGold(question('鐵路多長'), '铁路长51公里。')).toBe(false);
    expect(holdsGold(question('票價多少'), '铁路长51公里。')).toBe(false);
  });

  it.each([
    ['not JSON', '{', /x\.json: not JSON/],
    [
      'another form',
      '{"data":[{"paragraphs":[{"context":1}]}]}',
      /x\.json: data\.0\.paragraphs\.0.*form of SQuAD/,
    ],
    ['not UTF-8', '\u00ff', /not JSON/],
  ])('refuses a file that is %s, and says what is wrong', (_, text, message) => {
    expect(() => readQuestionSet('x.json', Buffer.from(text, 'latin1'))).toThrow(message);
  });
});

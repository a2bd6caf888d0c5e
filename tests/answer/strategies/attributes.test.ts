import { describe, expect, it } from 'vitest';

import type { Term } from '../../../src/answer/question/terms.ts';
import { asksForAttribute, attributeText } from '../../../src/answer/strategies/attributes.ts';
import { noticeOf, countyOf } from '../../support/answerers.ts';

const notice = noticeOf(
  'n',
  '通知',
  '發布日期：2021-03-16',
  '海寧經編，為特色產業；補助標準為：海寧150萬元。',
  '完。',
);

function factWith(attribute: string | null) {
  const [fact] = countyOf(notice, '330481', '海寧', [attribute, '經編']).facts;
  if (fact === undefined) throw new Error('a county with a fact has one');
  return fact;
}

/** Terms of a question: verbs and the like end with ~. */
function terms(...words: readonly string[]): Term[] {
  return words.map((word) => ({
    text: word.replace('~', ''),
    kind: word.endsWith('~') ? 'other' : 'noun',
    isName: false,
    start: 0,
    end: 0,
  }));
}

describe('the terms of a question', () => {
  it.each<[string, string[], boolean]>([
    ['are none: it is what there is to tell', [], true],
    ['are the noun itself', ['产业'], true],
    ['are a word of the same kind', ['行业'], true],
    ['are the noun with what modifies it', ['特色', '产业'], true],
    ['end with the noun', ['主导产业'], true],
    ['are a verb that asks for it', ['生产~'], true],
    ['are the noun and a verb of the asker’s own', ['产业', '红火~'], true],
    ['are a modifier alone', ['特色'], true],
    ['are only a verb of another kind', ['停水~'], false],
    ['are another noun', ['人口'], false],
    ['are the noun and another that is not stated', ['产业', '产值'], false],
  ])('ask for an industry where they %s: %j', (_, words, expected) => {
    expect(asksForAttribute(terms(...words), factWith('特色產業'))).toBe(expected);
  });

  it.each<[string, string[], boolean]>([
    ['the noun that the sentence uses', ['标准'], true],
    ['the whole of it', ['补助标准'], true],
    ['another noun', ['产业'], false],
    ['a word in it that is not its noun', ['补助'], false],
    ['a verb', ['生产~'], false],
  ])('ask for a value of a kind that no table knows only by %s: %j', (_, words, expected) => {
    expect(asksForAttribute(terms(...words), factWith('補助標準'))).toBe(expected);
  });

  it('ask for nothing of a fact whose kind is not said, unless there are none', () => {
    expect(asksForAttribute([], factWith(null))).toBe(true);
    expect(asksForAttribute(terms('人口'), factWith(null))).toBe(false);
  });
});

describe('the words for what a value is', () => {
  it('are folded, and none where the sentence does not say', () => {
    expect(attributeText(factWith('特色產業'))).toBe('特色产业');
    expect(attributeText(factWith(null))).toBe('');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { convert, differsBetweenScripts, fold, scriptOf } from '../../src/text/script.ts';

describe('folding', () => {
  it.each([
    ['海寧是什麼產業？', '海宁是什么产业?'],
    ['海宁是什么产业?', '海宁是什么产业?'],
    ['５５５行動', '555行动'],
    ['ＨＡＩＮＩＮＧ Haining', 'haining haining'],
    ['標誌與標志', '标志与标志'],
    ['乾隆年間', '乾隆年间'],
    ['', ''],
  ])('%j gives %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('keeps every code unit in its place, whatever the text', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({
        unit: fc.constantFrom('質', '麼', '裏', '㍿', 'ﬁ', 'İ', 'ß', '𠮷', '\ud842', '①', '㎡', 'Ａ', '乾'),
      }),
    );
    fc.assert(
      fc.property(anything, (text) => {
        expect(fold(text)).toHaveLength(text.length);
      }),
    );
  });

  it('folds what is folded to itself', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('質', '業', '发', '髮', 'Ａ', '？', '1', ' ') }),
        (text) => {
          expect(fold(fold(text))).toBe(fold(text));
        },
      ),
    );
  });
});

describe('scripts', () => {
  it.each([
    ['海寧是什麼產業', 'traditional'],
    ['海宁是什么产业', 'simplified'],
    ['海寧是什么產業', 'traditional'],
    ['平湖', undefined],
    ['Haining', undefined],
    ['', undefined],
  ])('of %j: %s', (text, script) => {
    expect(scriptOf(text)).toBe(script);
  });

  it('are converted by words, not only by characters', () => {
    expect(convert('头发发展', 'traditional')).toBe('頭髮發展');
    expect(convert('頭髮發展', 'simplified')).toBe('头发发展');
  });

  it.each([
    ['質', true],
    ['质', true],
    ['市', false],
    ['a', false],
  ])('write %s differently: %s', (character, differs) => {
    expect(differsBetweenScripts(character)).toBe(differs);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { VARIANT_KINDS, variantsOf, type VariantKind } from '../../src/cli/evaluate/variants.ts';

function variants(kind: VariantKind, question: string, options = { pinyin: true }): string[] {
  return variantsOf(question, options)
    .filter((variant) => variant.kind === kind)
    .map((variant) => variant.question);
}

describe('the variants of a question', () => {
  it.each<[VariantKind, string, string[]]>([
    ['traditional', '海宁是什么产业', ['海寧是什麼產業']],
    ['traditional', '海寧是什麼產業', []],
    ['simplified', '海寧是什么產業?', ['海宁是什么产业?']],
    ['full-width', '555行動(2021)?', ['５５５行動（２０２１）？']],
    ['full-width', 'Haining 1', ['Haining １']],
    ['half-width', '你好，「５５５」是什麼？', ['你好,"555"是什麼?']],
    ['question mark', '海寧是什麼產業', ['海寧是什麼產業？']],
    ['question mark', '海寧是什麼產業？', ['海寧是什麼產業']],
    ['question mark', '平湖有什麼??', ['平湖有什麼']],
    ['question mark', 'What is Haining', ['What is Haining?']],
    ['padding', '平湖呢', ['  平湖呢\n', '\u3000平湖呢\u3000', '你好，平湖呢', '請問平湖呢', '平湖呢 謝謝']],
    ['padding', 'Pinghu', ['  Pinghu\n', '\u3000Pinghu\u3000', 'Hello, Pinghu', 'Pinghu thanks']],
    ['case', 'What about Haining', ['what about haining', 'WHAT ABOUT HAINING']],
    ['case', '海寧', []],
    ['pinyin', '海寧呢？', ['hai ning ne', 'hǎi níng ne']],
    ['pinyin', '重點產業', ['zhong dian chan ye', 'zhòng diǎn chǎn yè']],
    ['pinyin', '555行動', []],
    ['pinyin', '？？', []],
    ['pinyin', '', []],
  ])('%s: %j gives %j', (kind, question, expected) => {
    expect(variants(kind, question)).toEqual(expected);
  });

  it('are spelt in pinyin only when that is wanted', () => {
    expect(variants('pinyin', '海寧呢', { pinyin: false })).toEqual([]);
  });

  it('are of every kind for a question that has something of everything', () => {
    const kinds = new Set(
      variantsOf('請問，Haining海宁是什么產業?', { pinyin: true }).map(({ kind }) => kind),
    );
    // Pinyin is for questions that are wholly Han.
    expect([...VARIANT_KINDS].filter((kind) => !kinds.has(kind))).toEqual(['pinyin']);
  });

  it('never repeat the question nor one another, whatever it is', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({
        unit: fc.constantFrom('海', '寧', '么', 'ａ', '?', '？', ' ', '\u3000', '\ud842', 'ß', '５'),
      }),
    );
    fc.assert(
      fc.property(anything, fc.boolean(), (question, pinyin) => {
        const asked = variantsOf(question, { pinyin }).map((variant) => variant.question);
        expect(asked).not.toContain(question);
        expect(new Set(asked).size).toBe(asked.length);
      }),
    );
  });
});

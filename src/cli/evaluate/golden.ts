import type { Answerer } from '../../answer/index.ts';
import { fold } from '../../text/script.ts';
import type { GoldenQuestion } from './golden-set.ts';
import { judge, judgeVariant, type Judgement } from './judge.ts';
import { VARIANT_KINDS, variantsOf, type VariantKind } from './variants.ts';

/** How one question, or one variant of it, was replied to. */
export interface Outcome extends Judgement {
  readonly group: 'golden' | 'must abstain' | VariantKind;
  readonly question: string;
  readonly why: string;
}

/** A part of the questions and how many of them passed. */
export interface Score {
  readonly passed: number;
  readonly total: number;
}

/** What the golden questions come to. */
export interface GoldenFigures {
  readonly golden: Score;
  /** Of the golden questions, those answered with the right sentence, whatever the short answer. */
  readonly sentences: Score;
  readonly mustAbstain: Score;
  readonly variants: Score;
  readonly byVariant: Readonly<Record<VariantKind, Score>>;
}

/**
 * Asks every golden question and its variants, and yields each outcome as soon as it is there.
 *
 * @param isBeside whether other notices are loaded beside that of a question. It is then asked by somebody who reads
 * that notice, and no word has to be missing, for another notice may have it.
 */
export function* evaluateGolden(
  answerer: Answerer,
  questions: readonly GoldenQuestion[],
  isBeside = false,
): Generator<Outcome, void> {
  const names = [...answerer.counties, ...answerer.initiatives].map(({ name }) => fold(name));
  for (const { notice, question, expected: alone, why } of questions) {
    const context = isBeside ? { reading: notice } : {};
    const expected = isBeside && alone.status === 'abstained' ? { ...alone, missing: [] } : alone;
    const reply = answerer.ask(question, context);
    const group = expected.status === 'answered' ? 'golden' : 'must abstain';
    yield { group, question, why, ...judge(expected, reply) };

    const namesOne = names.some((name) => fold(question).includes(name));
    for (const variant of variantsOf(question, { pinyin: expected.status === 'answered' && namesOne })) {
      const judgement = judgeVariant(reply, answerer.ask(variant.question, context));
      yield { group: variant.kind, question: variant.question, why: `asks as "${question}"`, ...judgement };
    }
  }
}

/** Counts outcomes by their group. */
export function figuresOf(outcomes: readonly Outcome[]): GoldenFigures {
  const score = (wanted: (group: Outcome['group']) => boolean): Score => {
    const counted = outcomes.filter(({ group }) => wanted(group));
    return { passed: counted.filter(({ passed }) => passed).length, total: counted.length };
  };
  const golden = outcomes.filter(({ group }) => group === 'golden');
  return {
    golden: score((group) => group === 'golden'),
    sentences: { passed: golden.filter(({ quotesRight }) => quotesRight).length, total: golden.length },
    mustAbstain: score((group) => group === 'must abstain'),
    variants: score((group) => group !== 'golden' && group !== 'must abstain'),
    byVariant: Object.fromEntries(
      VARIANT_KINDS.map((kind) => [kind, score((group) => group === kind)]),
    ) as Record<VariantKind, Score>,
  };
}

/** The share that must pass, in per cent. */
export interface Floors {
  readonly golden: number;
  readonly mustAbstain: number;
  readonly variants: number;
}

/** Whether every figure reaches its floor. A group without questions passes. */
export function reaches(figures: GoldenFigures, floors: Floors): boolean {
  return (['golden', 'mustAbstain', 'variants'] as const).every(
    (part) => figures[part].passed * 100 >= floors[part] * figures[part].total,
  );
}

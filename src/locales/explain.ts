import type { Abstention } from '../answer/index.ts';
import type { Translate } from './index.ts';

/**
 * Why there is no answer, in one line: what the notices know of the question and what they do not.
 *
 * @param list makes words of the question into a list within a sentence
 */
export function explain(
  { reason, known, missing }: Abstention,
  t: Translate,
  list: (words: readonly string[]) => string,
): string {
  if (reason === 'empty' || reason === 'chat') return t(reason);
  const words = { known: list(known), missing: list(missing) };
  if (missing.length > 0) return known.length > 0 ? t('known-but-missing', words) : t('missing', words);
  return known.length > 0 ? t('known-but-no-match', words) : t('no-match');
}

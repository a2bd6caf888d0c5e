import type { Reply } from '../../answer/index.ts';
import { localeOfLanguage } from '../../locales/index.ts';
import { paint, type Block, type Screen } from '../chat/paint.ts';
import { localeOf } from '../chat/respond.ts';
import { replyView } from '../chat/views.ts';
import type { Proof } from './proof.ts';

/**
 * A reply for a reader at a terminal.
 *
 * @param proof null where it was not asked for
 * @param language what the terminal is set to, such as `zh_TW.UTF-8`
 */
export function replyText(
  question: string,
  reply: Reply,
  proof: readonly Proof[] | null,
  language: string | undefined,
  screen: Screen,
): string {
  const locale = localeOf(question, localeOfLanguage(language));
  return paint([...replyView(reply, locale), ...(proof ?? []).flatMap(proofView)], screen);
}

function proofView({ file, start, end, raw }: Proof): Block[] {
  return [
    { spans: [{ text: `${file}, characters ${start} to ${end}:`, style: 'dim' }] },
    { spans: [{ text: raw, style: 'dim' }], margin: '  ┆ ' },
  ];
}

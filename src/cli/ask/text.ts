import type { Answerer, Reply } from '../../answer/index.ts';
import { paint, type Block } from '../chat/paint.ts';
import { localeChooser } from '../chat/respond.ts';
import { replyView } from '../chat/views.ts';
import { localeOfTerminal, screenOf } from '../terminal.ts';
import type { Proof } from './proof.ts';

/** Makes replies, with their proof where it was asked for, into text for a reader. */
export function createTextPrinter(
  answerer: Answerer,
  env: Readonly<Record<string, string | undefined>>,
  output: NodeJS.WriteStream,
): (question: string, reply: Reply, proof: readonly Proof[] | null) => string {
  const localeOf = localeChooser(answerer, localeOfTerminal(env));
  return (question, reply, proof) =>
    paint([...replyView(reply, localeOf(question)), ...(proof ?? []).flatMap(proofView)], screenOf(output));
}

function proofView({ file, start, end, raw }: Proof): Block[] {
  return [
    { spans: [{ text: `${file}, characters ${start} to ${end}:`, style: 'dim' }] },
    { spans: [{ text: raw, style: 'dim' }], margin: '  ┆ ' },
  ];
}

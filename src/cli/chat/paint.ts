import { styleText } from 'node:util';
import stringWidth from 'string-width';

import type { Range } from '../../text/range.ts';
import { wrap } from './wrap.ts';

/** Some text and how it looks. */
export interface Span {
  readonly text: string;
  readonly style?: 'bold' | 'dim';
}

/** A paragraph on the terminal. */
export interface Block {
  readonly spans: readonly Span[];
  /** What each of its lines begins with; two spaces where it is left out. */
  readonly margin?: string;
}

/** What a terminal can show. */
export interface Screen {
  /** Its width; Infinity where no line is to be broken. */
  readonly columns: number;
  readonly colour: boolean;
}

/** Blocks as text for a terminal, each on lines of its own, and an empty line behind the last. */
export function paint(blocks: readonly Block[], screen: Screen): string {
  return `${blocks.map((block) => paintBlock(block, screen)).join('\n')}\n\n`;
}

function paintBlock({ spans, margin = '  ' }: Block, { columns, colour }: Screen): string {
  const safe = spans.map((span) => ({ ...span, text: withoutControls(span.text) }));
  const text = safe.map((span) => span.text).join('');
  return wrap(text, columns - stringWidth(margin))
    .map((line) => margin + paintLine(cut(safe, line), colour))
    .map((line) => line.trimEnd())
    .join('\n');
}

function paintLine(spans: readonly Span[], colour: boolean): string {
  const painted = spans.map(({ text, style }) =>
    colour && style !== undefined ? styleText(style, text, { validateStream: false }) : text,
  );
  return painted.join('');
}

/** The parts of the spans that lie in a range of their joined text. */
function cut(spans: readonly Span[], { start, end }: Range): Span[] {
  const parts: Span[] = [];
  let position = 0;
  for (const span of spans) {
    const text = span.text.slice(Math.max(0, start - position), Math.max(0, end - position));
    if (text !== '') parts.push({ ...span, text });
    position += span.text.length;
  }
  return parts;
}

/** A notice or a question must not be able to steer the terminal. */
function withoutControls(text: string): string {
  return text.replace(/\p{Cc}/gu, '');
}

import type { MessageEntity } from 'grammy/types';
import stringWidth from 'string-width';

import { wrap } from '../src/cli/chat/wrap.ts';
import { slice, type Range } from '../src/text/range.ts';

/** A message in the picture of a chat. */
export interface Bubble {
  /** An asker's stands on the right, the bot's on the left. */
  readonly side: 'left' | 'right';
  readonly text: string;
  readonly entities: readonly MessageEntity[];
  /** The labels of the buttons under it, in rows. */
  readonly buttons: readonly (readonly string[])[];
}

const WIDTH = 760;
const MARGIN = 20;
const GAP = 12;
const PADDING = 12;
const FONT_SIZE = 16;
/** A Han character is as wide as it is high, and takes two columns. */
const COLUMN = FONT_SIZE / 2;
const LINE_HEIGHT = 25;
const QUOTE_INDENT = 14;
const BUTTON_HEIGHT = 34;
/** How many columns of text fit into the widest bubble. */
const COLUMNS = 74;

const FONT = "'PingFang TC','Noto Sans CJK TC','Noto Sans TC','Microsoft JhengHei',sans-serif";
const COLOURS = {
  background: '#d5e3d9',
  left: '#ffffff',
  right: '#e2fccb',
  text: '#111111',
  quote: '#3a8f5c',
  quoteBackground: '#ecf5ef',
  button: '#7c9a88',
  buttonText: '#ffffff',
};

interface Line {
  readonly range: Range;
  readonly isQuoted: boolean;
}

/**
 * Draws a chat as an SVG image. The same bubbles always make the same image.
 *
 * @param title what the image shows, for readers who cannot see it
 */
export function drawChat(title: string, bubbles: readonly Bubble[]): string {
  let y = MARGIN;
  const drawn = bubbles.map((bubble) => {
    const { svg, height } = drawBubble(bubble, y);
    y += height + GAP;
    return svg;
  });
  const height = y - GAP + MARGIN;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img">
<title>${escape(title)}</title>
<rect width="${WIDTH}" height="${height}" rx="14" fill="${COLOURS.background}"/>
<g font-family="${FONT}" font-size="${FONT_SIZE}" fill="${COLOURS.text}">
${drawn.join('\n')}
</g>
</svg>
`;
}

function drawBubble(bubble: Bubble, top: number): { svg: string; height: number } {
  const lines = linesOf(bubble);
  const widths = lines.map(
    ({ range, isQuoted }) => stringWidth(slice(bubble.text, range)) * COLUMN + (isQuoted ? QUOTE_INDENT : 0),
  );
  const hasButtons = bubble.buttons.length > 0;
  // Latin letters are wider than a column in many fonts, so there is room to spare.
  const width = Math.min(WIDTH - 2 * MARGIN, Math.max(...widths, hasButtons ? 320 : 0) * 1.04 + 2 * PADDING);
  const left = bubble.side === 'left' ? MARGIN : WIDTH - MARGIN - width;
  const bodyHeight = lines.length * LINE_HEIGHT + 2 * PADDING;
  const parts = [
    rect({ x: left, y: top, width, height: bodyHeight, radius: 12, fill: COLOURS[bubble.side] }),
    ...lines.map((line, index) =>
      drawLine(bubble, line, left + PADDING, top + PADDING + index * LINE_HEIGHT, width),
    ),
    ...bubble.buttons.map((row, index) =>
      drawButtons(row, left, top + bodyHeight + 4 + index * (BUTTON_HEIGHT + 4), width),
    ),
  ];
  return { svg: parts.join('\n'), height: bodyHeight + bubble.buttons.length * (BUTTON_HEIGHT + 4) };
}

function drawLine(
  { text, entities }: Bubble,
  { range, isQuoted }: Line,
  x: number,
  y: number,
  width: number,
): string {
  const bar = isQuoted
    ? [
        rect({ x, y, width: width - 2 * PADDING, height: LINE_HEIGHT, fill: COLOURS.quoteBackground }),
        rect({ x, y, width: 3, height: LINE_HEIGHT, fill: COLOURS.quote }),
      ]
    : [];
  const baseline = y + LINE_HEIGHT - 7;
  const spans = spansOf(text, entities, range).join('');
  return [
    ...bar,
    `<text x="${round(x + (isQuoted ? QUOTE_INDENT : 0))}" y="${round(baseline)}" xml:space="preserve">${spans}</text>`,
  ].join('\n');
}

/** The lines of a bubble's text: those it has, each wrapped to the width of the picture. */
function linesOf({ text, entities }: Bubble): Line[] {
  return Array.from(text.matchAll(/[^\n]+/g)).flatMap(({ index, 0: paragraph }) => {
    const isQuoted = entities.some(
      ({ type, offset, length }) => type.endsWith('blockquote') && offset <= index && index < offset + length,
    );
    return wrap(paragraph, COLUMNS).map((line) => ({
      range: { start: index + line.start, end: index + line.end },
      isQuoted,
    }));
  });
}

/** The pieces of a line between which its look changes. */
function spansOf(text: string, entities: readonly MessageEntity[], { start, end }: Range): string[] {
  const looks = entities.filter(({ type }) => type === 'bold' || type === 'italic');
  const edges = looks.flatMap(({ offset, length }) => [offset, offset + length]);
  const cuts = [...new Set([start, ...edges.filter((edge) => start < edge && edge < end), end])].sort(
    (a, b) => a - b,
  );
  return cuts.slice(0, -1).map((from, index) => {
    const words = escape(text.slice(from, cuts[index + 1]));
    const has = (type: MessageEntity['type']) =>
      looks.some((look) => look.type === type && look.offset <= from && from < look.offset + look.length);
    const style = (has('bold') ? ' font-weight="700"' : '') + (has('italic') ? ' font-style="italic"' : '');
    return style === '' ? words : `<tspan${style}>${words}</tspan>`;
  });
}

function drawButtons(labels: readonly string[], left: number, top: number, width: number): string {
  const each = (width - (labels.length - 1) * 4) / labels.length;
  return labels
    .flatMap((label, index) => {
      const x = left + index * (each + 4);
      return [
        rect({ x, y: top, width: each, height: BUTTON_HEIGHT, radius: 8, fill: COLOURS.button }),
        `<text x="${round(x + each / 2)}" y="${top + 22}" text-anchor="middle" font-size="14" fill="${COLOURS.buttonText}">${escape(label)}</text>`,
      ];
    })
    .join('\n');
}

function rect(box: {
  x: number;
  y: number;
  width: number;
  height: number;
  radius?: number;
  fill: string;
}): string {
  const { x, y, width, height, radius = 0, fill } = box;
  const corners = radius === 0 ? '' : ` rx="${radius}"`;
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${height}"${corners} fill="${fill}"/>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

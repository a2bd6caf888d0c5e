import { expect, it } from 'vitest';

import { paint, type Block } from '../../../src/cli/chat/paint.ts';

const PLAIN = { columns: Infinity, colour: false };
const BLOCKS: Block[] = [
  { spans: [{ text: '經編', style: 'bold' }] },
  { spans: [{ text: '海寧' }, { text: '經編', style: 'bold' }, { text: '、平湖箱包' }], margin: '  │ ' },
];

it('indents each block, and leaves a line free behind the last', () => {
  expect(paint(BLOCKS, PLAIN)).toBe('  經編\n  │ 海寧經編、平湖箱包\n\n');
});

it('sets bold and dim only where there is colour', () => {
  expect(paint(BLOCKS, { ...PLAIN, colour: true })).toBe(
    '  \u001b[1m經編\u001b[22m\n  │ 海寧\u001b[1m經編\u001b[22m、平湖箱包\n\n',
  );
  expect(paint([{ spans: [{ text: '源', style: 'dim' }] }], { ...PLAIN, colour: true })).toBe(
    '  \u001b[2m源\u001b[22m\n\n',
  );
});

it('repeats the margin and the style on every line of a block', () => {
  const block: Block = { spans: [{ text: '海寧經編平湖箱包', style: 'bold' }], margin: '│ ' };
  expect(paint([block], { columns: 10, colour: true })).toBe(
    '│ \u001b[1m海寧經編\u001b[22m\n│ \u001b[1m平湖箱包\u001b[22m\n\n',
  );
});

it('lets no text steer the terminal', () => {
  expect(paint([{ spans: [{ text: 'a\u001b]0;title\u0007b\u009b31mc\nd\re' }] }], PLAIN)).toBe(
    '  a]0;titleb31mcde\n\n',
  );
});

import { expect } from 'vitest';

import type { Quote, Reply } from '../../src/answer/index.ts';
import { fold } from '../../src/text/script.ts';

const REASONS = ['empty', 'chat', 'unknown-subject', 'unknown-attribute', 'no-match'];

/** What holds for every reply, whatever was asked of whatever notices. */
export function expectInvariants(reply: Reply, asked: string): void {
  expectShare(reply.confidence);
  const quotes = reply.status === 'answered' ? reply.quotes : reply.nearest === null ? [] : [reply.nearest];
  for (const quote of quotes) expectVerbatim(quote);

  const quoted = new Set(quotes.map(({ sentence }) => sentence.id));
  const others = reply.alternatives.map(({ sentence }) => sentence.id);
  expect(others.filter((id) => quoted.has(id))).toEqual([]);
  expect(new Set(others).size).toBe(others.length);
  for (const alternative of reply.alternatives) {
    expectShare(alternative.confidence);
    expectVerbatim({ ...alternative, highlights: [] });
  }

  if (reply.status === 'answered') {
    expect(reply.quotes.length).toBeGreaterThan(0);
    expect(quoted.size).toBe(reply.quotes.length);
    expect(reply.shortAnswer).not.toBe('');
    return;
  }
  expect(REASONS).toContain(reply.reason);
  expect(reply.suggestions.length).toBeLessThanOrEqual(3);
  expect(new Set(reply.suggestions).size).toBe(reply.suggestions.length);
  expect(reply.missing.filter((word) => reply.known.includes(word))).toEqual([]);
  for (const word of [...reply.missing, ...reply.known]) expect(word).not.toBe('');
  if (reply.reason === 'empty' || reply.reason === 'chat') {
    expect([reply.missing, reply.known, reply.nearest, reply.alternatives]).toEqual([[], [], null, []]);
  }
  // A radical such as ⼁ is a mark, and folded it is a character.
  if (!/[\p{L}\p{N}]/u.test(fold(asked))) expect(reply.reason).toBe('empty');
}

function expectShare(value: number): void {
  expect(value).toBeGreaterThanOrEqual(0);
  expect(value).toBeLessThanOrEqual(1);
}

/** The sentence is a piece of its notice's text, and the highlights are pieces of the sentence, in order. */
function expectVerbatim({ notice, passage, sentence, highlights }: Quote): void {
  const { start, end } = sentence.range;
  expect(notice.text.slice(start, end)).toBe(sentence.text);
  if (passage !== null) {
    expect(notice.passages).toContain(passage);
    expect(passage.range.start).toBeLessThanOrEqual(start);
    expect(passage.range.end).toBeGreaterThanOrEqual(end);
  }
  let position = start;
  for (const highlight of highlights) {
    expect(highlight.start).toBeGreaterThanOrEqual(position);
    expect(highlight.end).toBeGreaterThan(highlight.start);
    expect(highlight.end).toBeLessThanOrEqual(end);
    position = highlight.start;
  }
}

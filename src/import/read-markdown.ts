import { marked } from 'marked';

import { partFrontMatter } from './front-matter.ts';
import { linesOfPage } from './html/blocks.ts';
import { parsePage } from './html/dom.ts';
import { textOf, warningsOf } from './read-text.ts';
import type { Reading } from './reading.ts';

/**
 * Reads Markdown: its marks go, lists keep their labels and tables their rows. A line is a paragraph, as in a notice
 * file.
 *
 * @throws Refusal where the bytes are no text
 */
export function readMarkdown(bytes: Uint8Array): Reading {
  const decoded = textOf(bytes);
  const { fields, further, body } = partFrontMatter(decoded.text);
  const html = marked.parse(body, { async: false, gfm: true, breaks: true });
  return { lines: linesOfPage(parsePage(html)), fields, further, warnings: warningsOf(decoded) };
}

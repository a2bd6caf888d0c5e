import { strToU8, zipSync, type Zippable } from 'fflate';

const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** The parts of a Word document that tests write; each is the content of its root. */
export interface DocxParts {
  readonly body: string;
  readonly numbering?: string;
  readonly styles?: string;
  /** Whole files, by their path in the archive. */
  readonly others?: Zippable;
}

/** A Word document with the given parts. */
export function makeDocx({ body, numbering, styles, others = {} }: DocxParts): Uint8Array {
  const part = (root: string, content: string) =>
    strToU8(`<?xml version="1.0" encoding="UTF-8"?><w:${root} ${NAMESPACE}>${content}</w:${root}>`);
  return zipSync(
    {
      'word/document.xml': part('document', `<w:body>${body}</w:body>`),
      ...(numbering === undefined ? {} : { 'word/numbering.xml': part('numbering', numbering) }),
      ...(styles === undefined ? {} : { 'word/styles.xml': part('styles', styles) }),
      ...others,
    },
    { level: 1 },
  );
}

/** A paragraph of a Word document. */
export function paragraph(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
}

/** A paragraph that is an item of list `list`. */
export function item(text: string, level = 0, list = 1): string {
  return paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
}

/** The numbering of one or several lists, by the formats and texts of their levels. */
export function numberingOf(
  ...lists: readonly (readonly (readonly [format: string, text: string])[])[]
): string {
  const patterns = lists.map((levels, id) => {
    const xml = levels.map(
      ([format, text], level) =>
        `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`,
    );
    return `<w:abstractNum w:abstractNumId="${id}">${xml.join('')}</w:abstractNum>`;
  });
  const numbers = lists.map((_, id) => `<w:num w:numId="${id + 1}"><w:abstractNumId w:val="${id}"/></w:num>`);
  return patterns.join('') + numbers.join('');
}

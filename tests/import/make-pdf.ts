/** What a test draws on a page of a PDF file; positions are in points from the bottom left, as in PDF. */
export interface Drawing {
  readonly texts: readonly (readonly [x: number, y: number, size: number, text: string])[];
  /** Lines from one point to another. */
  readonly lines?: readonly (readonly [x1: number, y1: number, x2: number, y2: number])[];
  /** Filled rectangles by corner, width and height. */
  readonly boxes?: readonly (readonly [x: number, y: number, width: number, height: number])[];
}

/**
 * A PDF file of A4 pages in a font that is not part of it, as older programs make them: its characters are known
 * only by the table of the character set that it names.
 */
export function makePdf(pages: readonly Drawing[]): Uint8Array {
  const kids = pages.map((_, i) => `${5 + 2 * i} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500]' +
      ' /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >>' +
      ' /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900]' +
      ' /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>',
    ...pages.flatMap((page, i) => {
      const content = contentOf(page);
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${6 + 2 * i} 0 R /Resources << /Font << /F 3 0 R >> >> >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return String(offset).padStart(10, '0');
  });
  const xref = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${offset} 00000 n \n`).join('')}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`;
  return new TextEncoder().encode(file);
}

function contentOf({ texts, lines = [], boxes = [] }: Drawing): string {
  return [
    ...lines.map(([x1, y1, x2, y2]) => `${x1} ${y1} m ${x2} ${y2} l S`),
    ...boxes.map((box) => `${box.join(' ')} re f`),
    ...texts.map(([x, y, size, text]) => `BT /F ${size} Tf ${x} ${y} Td <${hexOf(text)}> Tj ET`),
  ].join('\n');
}

function hexOf(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex');
}

/** Lines of a paragraph as official documents have them: 28 characters wide, the first two characters in. */
export function typeset(text: string, top: number, size = 16): Drawing['texts'] {
  const lines = [text.slice(0, 26), ...(text.slice(26).match(/.{1,28}/gu) ?? [])];
  return lines.map((line, i) => [74 + (i === 0 ? 2 * size : 0), top - i * 28, size, line] as const);
}

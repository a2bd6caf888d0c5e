import type { Format, Reading } from './reading.ts';

/**
 * Reads a file of the given format. A format's libraries are loaded with the first file that needs them.
 *
 * @throws Refusal where the file cannot be read
 */
export async function readAs(format: Format, bytes: Uint8Array): Promise<Reading> {
  switch (format) {
    case 'text':
      return (await import('./read-text.ts')).readText(bytes);
    case 'markdown':
      return (await import('./read-markdown.ts')).readMarkdown(bytes);
    case 'html':
      return (await import('./html/read-html.ts')).readHtml(bytes);
    case 'pdf':
      return (await import('./pdf/read-pdf.ts')).readPdf(bytes);
    case 'docx':
      return (await import('./docx/read-docx.ts')).readDocx(bytes);
  }
}

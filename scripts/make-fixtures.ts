/**
 * Publishes some of the notices in tests/fixtures/notices as sites do: as saved pages, PDF and DOCX files.
 *
 *     node --import tsx scripts/make-fixtures.ts [FONT]
 *
 * FONT is a TrueType file or collection with Han characters; its glyphs are put into the PDF files. The default is
 * that of Debian's package fonts-arphic-uming.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';

import { docxOf } from './fixtures/docx.ts';
import { pageOf } from './fixtures/page.ts';
import { pdfOf } from './fixtures/pdf.ts';
import { readPublished } from './fixtures/published.ts';

const NOTICES = 'tests/fixtures/notices';
const TARGET = 'tests/fixtures/published';
const IDS = ['water-outage-haining', 'subsidy-lift-tongxiang', 'recruitment-hsinchu', 'repeal-tongxiang'];

const font = process.argv[2] ?? '/usr/share/fonts/truetype/arphic/uming.ttc';
await mkdir(TARGET, { recursive: true });
for (const id of IDS) {
  const published = readPublished(await readFile(`${NOTICES}/${id}.txt`, 'utf8'));
  await writeFile(`${TARGET}/${id}.html`, pageOf(published));
  await writeFile(`${TARGET}/${id}.docx`, docxOf(published));
  await writeFile(`${TARGET}/${id}.pdf`, await pdfOf(published, font));
}

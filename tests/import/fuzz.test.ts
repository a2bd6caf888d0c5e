import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { createWorkshop, importNotices, type Outcome, type Workshop } from '../../src/import/index.ts';
import { noticeFile } from '../../src/import/notice-file.ts';
import { Refusal, type Format } from '../../src/import/reading.ts';
import { parseNotice } from '../../src/notice/parse.ts';
import { bytesOf, NOTICES, PUBLISHED } from './fixtures.ts';
import { makePdf, typeset } from './make-pdf.ts';
import { mutated } from './mutate.ts';

const page = bytesOf(`${PUBLISHED}/water-outage-haining.html`);
const pdf = bytesOf(`${PUBLISHED}/repeal-tongxiang.pdf`);
const docx = bytesOf(`${PUBLISHED}/subsidy-lift-tongxiang.docx`);
const text = bytesOf(`${NOTICES}/price-gas-kunshan.txt`);
/** The same in a PDF file whose contents are not compressed, so that mutations reach them. */
const openPdf = makePdf([
  {
    texts: [
      ...typeset('关于停水的通知', 740),
      ...typeset('五月十二日停水。', 700),
      [80, 600, 12, '甲'],
      [180, 600, 12, '乙'],
    ],
    lines: [
      ...[620, 590, 560].map((y) => [74, y, 300, y] as const),
      ...[74, 170, 300].map((x) => [x, 620, x, 560] as const),
    ],
  },
]);

/** A document whose parts have been mutated one by one, in an archive that is in order. */
const mutatedParts = fc
  .record(
    Object.fromEntries(
      Object.entries(unzipSync(docx)).map(([name, part]) => [
        name,
        fc.oneof(fc.constant(part), mutated(part)),
      ]),
    ),
  )
  .map((parts) => zipSync(parts, { level: 1 }));

const files: readonly (readonly [string, Format, fc.Arbitrary<Uint8Array>])[] = [
  ['text', 'text', mutated(text)],
  ['Markdown', 'markdown', mutated(text)],
  ['pages', 'html', mutated(page)],
  ['PDF files', 'pdf', mutated(pdf)],
  ['PDF files that are not compressed', 'pdf', mutated(openPdf)],
  ['archives', 'docx', mutated(docx)],
  ['documents', 'docx', mutatedParts],
];

describe('a mutated file', () => {
  let workshop: Workshop;
  beforeAll(() => {
    workshop = createWorkshop();
  });
  afterAll(() => workshop.close());

  it.each(files)('is read or refused, and what is read can be loaded: %s', async (_, format, arbitrary) => {
    await fc.assert(
      fc.asyncProperty(arbitrary, async (bytes) => {
        try {
          const reading = await workshop.read({ format, bytes });
          for (const line of reading.lines) expect(line.trim()).toBe(line);
          const { id, content, notice } = noticeFile('fuzzed.txt', reading);
          expect(parseNotice(id, content)).toEqual(notice);
          expect(noticeFile('fuzzed.txt', reading).content).toBe(content);
        } catch (error) {
          // The workshop refuses what nobody has thought of too; here it would be a mistake.
          if (!(error instanceof Refusal) || error.message.startsWith('cannot be read as')) throw error;
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a folder of mutated files', () => {
  let root: string;
  let workshop: Workshop;
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'notice-bot-fuzz-'));
    workshop = createWorkshop();
  });
  afterEach(() => rm(join(root, 'in'), { recursive: true, force: true }));
  afterAll(async () => {
    await workshop.close();
    await rm(root, { recursive: true });
  });

  it('comes to an outcome for each, and nothing is written but notices', async () => {
    const endings: Readonly<Record<Format, string>> = {
      text: 'txt',
      markdown: 'md',
      html: 'html',
      pdf: 'pdf',
      docx: 'docx',
    };
    const sample = files.flatMap(([, format, arbitrary], kind) =>
      fc.sample(arbitrary, 6).map((bytes, i) => ({ name: `${kind}-${i}.${endings[format]}`, bytes })),
    );
    await mkdir(join(root, 'in'));
    for (const { name, bytes } of sample) await writeFile(join(root, 'in', name), bytes);

    const outcomes: Outcome[] = [];
    const sources = sample.map(({ name }) => ({ path: join(root, 'in', name) }));
    const folder = join(root, 'notices');
    for await (const outcome of importNotices(sources, { folder, force: false, dryRun: false, workshop }))
      outcomes.push(outcome);

    expect(outcomes.map(({ path }) => path)).toEqual(sources.map(({ path }) => path));
    expect((await readdir(root)).sort()).toEqual(['in', 'notices']);
    expect((await readdir(join(root, 'in'))).sort()).toEqual(sample.map(({ name }) => name).sort());
    const imported = outcomes.flatMap((outcome) =>
      outcome.status === 'imported' ? [`${outcome.file.id}.txt`] : [],
    );
    expect((await readdir(folder)).sort()).toEqual(imported.sort());
  });
});

import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { run } from './run.ts';

const IMPORT = 'src/cli/import.ts';
const PAGE = 'tests/fixtures/published/water-outage-haining.html';

describe('import', () => {
  let root: string;
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'notice-bot-import-'));
  });
  afterAll(() => rm(root, { recursive: true }));

  it('shows what it has understood, and says the second time that nothing has changed', async () => {
    const folder = join(root, 'notices');
    const first = await run(IMPORT, { args: ['--to', folder, PAGE] });
    expect(first.stdout).toBe(
      `imported  ${PAGE} → ${join(folder, 'water-outage-haining.txt')}
  title       关于长安镇、许村镇部分区域计划停水的通知
  date        2022-05-09
  issuer      海宁市水务投资集团有限公司
  number      –
  url         http://www.example.gov.cn/art/2022/5/9/art_1229_4912345.html
  text        19 paragraphs, 21 sentences
  places      海宁市
  initiatives –
  facts       –
1 imported.
`,
    );
    expect({ code: first.code, stderr: first.stderr }).toEqual({ code: 0, stderr: '' });

    const second = await run(IMPORT, { args: [PAGE], env: { DATA_DIR: folder } });
    expect(second.stdout).toContain('\n0 imported, 1 unchanged.\n');
    expect(second.code).toBe(0);
    expect(await readdir(folder)).toEqual(['water-outage-haining.txt']);
  });

  it('shows the places, initiatives and facts that it has found', async () => {
    const notice = 'data/notices/000_4955d98262385171.txt';
    const { stdout } = await run(IMPORT, { args: ['--to', join(root, 'found'), '--dry-run', notice] });
    expect(stdout).toMatch(/^ {2}places {6}浙江、嘉興、嘉善、平湖/mu);
    expect(stdout).toMatch(/^ {2}initiatives .*一縣一業一策.*五個一/mu);
    expect(stdout).toMatch(/^ {2}facts {7}嘉善: 家具及竹木制品、平湖: 箱包/mu);
    expect(stdout).toContain('(dry run: nothing is written)');
  });

  it('imports a folder, says what it refused and why, and ends with 1', async () => {
    const folder = join(root, 'mixed');
    await mkdir(folder);
    await writeFile(join(folder, 'a.txt'), '停水通知\n平湖市将于5月12日停水。\n');
    await writeFile(join(folder, 'b.pdf'), '%PDF-1.7\n');
    await writeFile(join(folder, 'c.doc'), '甲');
    await writeFile(join(folder, 'd.png'), '甲');
    await writeFile(join(folder, 'e\u001b[31m.txt'), Uint8Array.of(0, 1, 2));
    const { code, stdout, stderr } = await run(IMPORT, { args: ['--to', join(root, 'out'), folder] });
    expect(stdout).toContain(`imported  ${join(folder, 'a.txt')} → `);
    expect(stdout).toContain(
      '\n  warning     has no date that could be found; write one into its front matter\n',
    );
    expect(stdout).toMatch(/\n1 imported, 3 refused, 1 passed over\.\n$/u);
    expect(stderr.trimEnd().split('\n')).toEqual([
      `${join(folder, 'b.pdf')} is a broken PDF file; fetch it again, or open it and print it to PDF.`,
      `${join(folder, 'c.doc')} is in the format of Word 97; open it and save it as .docx.`,
      `${join(folder, 'e\ufffd[31m.txt')} is no text in UTF-8, GB18030, Big5 or UTF-16; save it as UTF-8 text.`,
    ]);
    expect(code).toBe(1);
    expect(await readFile(join(root, 'out', 'a.txt'), 'utf8')).toContain('平湖市将于5月12日停水。');
  });

  it('gives each of many files one line', async () => {
    const folder = join(root, 'many');
    await mkdir(folder);
    for (let i = 0; i < 21; i++) await writeFile(join(folder, `n${i}.txt`), `通知${i}\n2022年5月9日\n甲。\n`);
    const { stdout } = await run(IMPORT, { args: ['--dry-run', '--to', join(root, 'nowhere'), folder] });
    expect(stdout.trimEnd().split('\n')).toHaveLength(22);
    expect(stdout).toMatch(/21 imported \(dry run: nothing is written\)\.\n$/u);
    expect(await readdir(root)).not.toContain('nowhere');
  });

  it.each([
    [[], 'There is no file to import.'],
    [['--too', 'x'], "Unknown option '--too'"],
    [['https://www.example.gov.cn/1.html'], 'is an address; save the page in a browser, and import the file'],
  ])('explains itself where it is called wrongly: %j', async (args, message) => {
    const { code, stdout, stderr } = await run(IMPORT, { args });
    expect(stderr).toContain(message);
    expect(stderr).toContain('Usage: npm run import');
    expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
  });

  it('prints its help', async () => {
    const { code, stdout } = await run(IMPORT, { args: ['--help'] });
    expect(stdout).toMatch(/^Usage: npm run import/u);
    expect(code).toBe(0);
  });
});

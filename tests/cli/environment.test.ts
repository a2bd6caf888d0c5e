import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { readEnvironment } from '../../src/cli/environment.ts';
import { ConfigError } from '../../src/config.ts';

describe('readEnvironment', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'notice-bot-env-'));
    vi.spyOn(process, 'cwd').mockReturnValue(folder);
    vi.stubEnv('STATE_DIR', 'from the environment');
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true });
  });

  it('does without a .env', () => {
    expect(readEnvironment()).toMatchObject({ STATE_DIR: 'from the environment' });
  });

  it('adds what .env sets and the environment does not, and keeps it from child processes', async () => {
    await writeFile(join(folder, '.env'), 'NOTICE_BOT_TEST=from the file\nSTATE_DIR=from the file\n');
    expect(readEnvironment()).toMatchObject({
      NOTICE_BOT_TEST: 'from the file',
      STATE_DIR: 'from the environment',
    });
    expect(process.env['NOTICE_BOT_TEST']).toBeUndefined();
  });

  it('prints nothing', async () => {
    const written = [process.stdout, process.stderr].map((stream) =>
      vi.spyOn(stream, 'write').mockReturnValue(true),
    );
    const logged = vi.spyOn(console, 'log').mockReturnValue();
    await writeFile(join(folder, '.env'), 'NOTICE_BOT_TEST=from the file\n');
    readEnvironment();
    for (const spy of [...written, logged]) expect(spy).not.toHaveBeenCalled();
  });

  it('says what to do about a .env that cannot be read', async () => {
    await mkdir(join(folder, '.env'));
    expect(readEnvironment).toThrow(ConfigError);
    expect(readEnvironment).toThrow('.env cannot be read (EISDIR); check');
  });
});

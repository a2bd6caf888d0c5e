import { open, rename } from 'node:fs/promises';

/**
 * Writes a file so that after a crash there is either the old one or the new one, whole. Only one may be written
 * under a name at a time. Only the owner can read it.
 */
export async function writeWhole(path: string, text: string): Promise<void> {
  const unfinished = `${path}.tmp`;
  const file = await open(unfinished, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.datasync();
  } finally {
    await file.close();
  }
  await rename(unfinished, path);
}

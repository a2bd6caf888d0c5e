import type { Collection, Reloaded } from './collection/collection.ts';
import { watchFolder, type Watching } from './collection/watch.ts';
import type { createLogger } from './logger.ts';

/** Reads notices again, and says in the log what came of it. */
export function loggedReload(
  collection: Pick<Collection, 'reload'>,
  logger: ReturnType<typeof createLogger>,
): () => Promise<Reloaded> {
  return async () => {
    try {
      const { problems, ...counts } = await collection.reload();
      for (const problem of problems) logger.warn(problem);
      logger.info(counts, 'The notices were read again.');
      return { problems, ...counts };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      logger.error(`The notices cannot be read again; those before are still served. ${reason}`);
      throw error;
    }
  };
}

/** Reads notices again whenever their folder changes. */
export function reloadOnChange(
  folder: string,
  reload: () => Promise<unknown>,
  logger: ReturnType<typeof createLogger>,
): Promise<Watching> {
  return watchFolder(
    folder,
    () => {
      // What keeps it from being read is in the log.
      reload().catch(() => undefined);
    },
    (error) => {
      const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
      logger.warn(`The folder of the notices cannot be watched (${code}); use /reload after changing it.`);
    },
  );
}

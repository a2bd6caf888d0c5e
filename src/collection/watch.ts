import { watch } from 'chokidar';

/** A folder is quiet for so long before what has changed in it is read: files arrive in parts, and several together. */
const QUIET_MS = 500;

/** Watches a folder until it is told to stop. */
export interface Watching {
  stop(): Promise<void>;
}

/**
 * Calls `onChange` after files of a folder have come, changed or gone, and none has for half a second. Its folders
 * are not watched: notices stand in the folder itself.
 *
 * @param onError called with what keeps the folder from being watched
 * @returns when it watches
 */
export async function watchFolder(
  folder: string,
  onChange: () => void,
  onError: (error: unknown) => void,
): Promise<Watching> {
  const watcher = watch(folder, { ignoreInitial: true, depth: 0 });
  let quiet: NodeJS.Timeout | undefined;
  watcher.on('all', () => {
    clearTimeout(quiet);
    quiet = setTimeout(onChange, QUIET_MS);
  });
  watcher.on('error', onError);
  await new Promise<void>((resolve) => {
    watcher.once('ready', resolve);
  });
  return {
    async stop() {
      clearTimeout(quiet);
      await watcher.close();
    },
  };
}

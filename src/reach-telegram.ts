import { GrammyError, HttpError } from 'grammy';

/** Waits between two tries are doubled, from the first up to the longest. */
const FIRST_WAIT_SECONDS = 1;
const LONGEST_WAIT_SECONDS = 30;

/**
 * Makes a call to Telegram until it succeeds, however long Telegram is away.
 *
 * @param call such as `getMe`
 * @param onWait told how many seconds it is until the next try, and why
 * @param wait waits for so many seconds; what it throws ends the tries
 * @throws GrammyError when Telegram refuses the call, and not only for now
 */
export async function reachTelegram<T>(
  call: () => Promise<T>,
  onWait: (seconds: number, error: GrammyError | HttpError) => void,
  wait: (seconds: number) => Promise<void>,
): Promise<T> {
  for (let seconds = FIRST_WAIT_SECONDS; ; seconds = Math.min(2 * seconds, LONGEST_WAIT_SECONDS)) {
    try {
      return await call();
    } catch (error) {
      if (!isPassing(error)) throw error;
      const needed = error instanceof GrammyError ? (error.parameters.retry_after ?? seconds) : seconds;
      onWait(needed, error);
      await wait(needed);
    }
  }
}

/** Whether an error comes from the network, from a fault at Telegram's or from too many calls. */
function isPassing(error: unknown): error is GrammyError | HttpError {
  if (error instanceof GrammyError) return error.error_code >= 500 || error.error_code === 429;
  return error instanceof HttpError;
}

import type { CallObserver } from './calls.ts';
import type { ReceivingObserver } from './receiver.ts';

/** Where what happens is logged; pino is one. */
export interface DeliveryLogger {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Logs each call that has to be made once more, and tells another observer of all. */
export function logCalls(logger: DeliveryLogger, other: CallObserver): CallObserver {
  return {
    onResponse: (...response) => {
      other.onResponse(...response);
    },
    onRetry: (method, reason, code, tries, milliseconds) => {
      other.onRetry(method, reason, code, tries, milliseconds);
      logger.warn({ method, reason, code, tries, milliseconds }, 'A call to Telegram is made once more.');
    },
  };
}

/**
 * Logs what goes wrong with updates, and tells another observer of all. What goes well has its line from the bot's
 * own journal.
 *
 * @param report what can be logged of an error
 */
export function logUpdates(
  logger: DeliveryLogger,
  report: (error: unknown) => object,
  other: ReceivingObserver,
): ReceivingObserver {
  return {
    onHandled: (update, seconds, error) => {
      other.onHandled(update, seconds, error);
      if (error === undefined) return;
      logger.error({ updateId: update.update_id, ...report(error) }, 'An update failed.');
    },
    onDuplicates: (count) => {
      other.onDuplicates(count);
      logger.info({ count }, 'Telegram has delivered updates again.');
    },
    onInboxError: (error) => {
      other.onInboxError(error);
      logger.error(report(error), 'The inbox cannot be used; what was handled may be handled again.');
    },
  };
}

import { parentPort } from 'node:worker_threads';

import { readAs } from './readers.ts';
import { Refusal } from './reading.ts';
import type { Delivery, Order } from './workshop.ts';

// pdf.js now and then leaves a promise about a broken file rejected that nobody waits for. What becomes of the file is
// told by another, or by the time limit; the thread is to live on.
process.on('unhandledRejection', () => undefined);

parentPort?.on('message', ({ format, bytes }: Order) => {
  void readAs(format, bytes)
    .then(
      (reading): Delivery => ({ reading }),
      (error: unknown): Delivery =>
        error instanceof Refusal
          ? { refused: error.message }
          : { failed: error instanceof Error ? error.name : 'unknown error' },
    )
    .then((delivery) => {
      parentPort?.postMessage(delivery);
    });
});

import { parentPort } from 'node:worker_threads';

import { readAs } from './readers.ts';
import { Refusal } from './reading.ts';
import type { Delivery, Order } from './workshop.ts';

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

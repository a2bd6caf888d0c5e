import { Worker } from 'node:worker_threads';

import { Refusal, type Format, type Reading } from './reading.ts';

/** A file to read, as it is handed to the thread that reads it. */
export interface Order {
  readonly format: Format;
  readonly bytes: Uint8Array;
}

/** What comes of an order. */
export type Delivery =
  | { readonly reading: Reading }
  /** Why it cannot be read, and what to do. */
  | { readonly refused: string }
  /** The name of an error that nobody has thought of. */
  | { readonly failed: string };

/** Reads files where they can do no harm. */
export interface Workshop {
  /** @throws Refusal where the file cannot be read, or not in time */
  read(order: Order): Promise<Reading>;
  close(): Promise<void>;
}

/** The longest that a file may take to read, in milliseconds, and the memory for it, in megabytes. */
const TIME_LIMIT = 30_000;
const MEMORY_LIMIT = 1_000;

/**
 * A thread of its own in which files are read, one at a time: one that never ends, or fills the memory, is given up
 * with the thread, and the next file gets a new one.
 *
 * @param options.thread what runs in the thread, for tests
 */
export function createWorkshop(
  options: { readonly timeLimit?: number; readonly memoryLimit?: number; readonly thread?: URL } = {},
): Workshop {
  const {
    timeLimit = TIME_LIMIT,
    memoryLimit = MEMORY_LIMIT,
    thread = new URL('workshop-thread.ts', import.meta.url),
  } = options;
  let worker: Worker | undefined;

  const close = async () => {
    const closing = worker;
    worker = undefined;
    await closing?.terminate();
  };
  const start = () => {
    const started = startThread(thread, memoryLimit);
    const forget = () => {
      if (worker === started) worker = undefined;
    };
    // A thread may end between two files: its error must not end the process, and the next file gets a new one.
    started.on('error', forget).on('exit', forget);
    return started;
  };
  return {
    close,
    async read(order) {
      worker ??= start();
      const delivery = await deliveryOf(worker, order, timeLimit);
      if ('reading' in delivery) return delivery.reading;
      if ('refused' in delivery) throw new Refusal(delivery.refused);
      // What has failed in one file shall not be in the way of the next.
      await close();
      throw new Refusal(
        `cannot be read as ${order.format} (${delivery.failed}); save it again in another format`,
      );
    },
  };
}

/** A thread cannot begin with a TypeScript file; it begins with this, which teaches it to read them. */
const BEGINNING = `
  const { workerData } = require('node:worker_threads');
  import(workerData.tsx).then(({ register }) => {
    register();
    return import(workerData.thread);
  });
`;

function startThread(thread: URL, memoryLimit: number): Worker {
  const tsx = import.meta.resolve('tsx/esm/api');
  return new Worker(BEGINNING, {
    eval: true,
    execArgv: [],
    workerData: { tsx, thread: thread.href },
    // The thread needs no variable of the environment, least of all the token.
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: memoryLimit },
    // Libraries that complain about a file do so in words of the file.
    stdout: true,
    stderr: true,
  });
}

function deliveryOf(worker: Worker, order: Order, timeLimit: number): Promise<Delivery> {
  return new Promise((resolve) => {
    const finish = (delivery: Delivery) => {
      clearTimeout(timer);
      worker.off('message', finish).off('error', fail).off('exit', end);
      resolve(delivery);
    };
    const fail = ({ code, name }: NodeJS.ErrnoException) => {
      finish({ failed: code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'it needs too much memory' : name });
    };
    const end = () => {
      finish({ failed: 'its reader has ended' });
    };
    const timer = setTimeout(() => {
      finish({ failed: `it took more than ${timeLimit / 1000} seconds` });
    }, timeLimit);
    worker.on('message', finish).on('error', fail).on('exit', end);
    worker.postMessage(order);
  });
}

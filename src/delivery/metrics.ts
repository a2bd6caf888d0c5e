import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

import type { CallObserver } from './calls.ts';
import type { ReceivingObserver } from './receiver.ts';

/** What Prometheus can ask for. Labels are methods, codes and outcomes, never anybody's ids. */
export interface Metrics {
  readonly registry: Registry;
  readonly calls: CallObserver;
  readonly receiving: ReceivingObserver;
}

/** Seconds: an update takes milliseconds, unless Telegram has to be waited for. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/** @param inHand how many updates are in hand or wait for their turn */
export function createMetrics(inHand: () => number): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const updates = new Counter({
    name: 'notice_bot_updates_total',
    help: 'Updates that were handled, or that failed without an apology.',
    labelNames: ['outcome'],
    registers,
  });
  const updateSeconds = new Histogram({
    name: 'notice_bot_update_seconds',
    help: 'How long handling an update took, with sending the reply.',
    buckets: BUCKETS,
    registers,
  });
  const duplicates = new Counter({
    name: 'notice_bot_duplicates_total',
    help: 'Updates that Telegram delivered again, which were not handled again.',
    registers,
  });
  const inboxErrors = new Counter({
    name: 'notice_bot_inbox_errors_total',
    help: 'How often the inbox could not be used.',
    registers,
  });
  new Gauge({
    name: 'notice_bot_updates_in_hand',
    help: 'Updates that are being handled or wait for their turn.',
    registers,
    collect() {
      this.set(inHand());
    },
  });
  const responses = new Counter({
    name: 'notice_bot_calls_total',
    help: 'Responses of the Bot API by method and HTTP status.',
    labelNames: ['method', 'status'],
    registers,
  });
  const callSeconds = new Histogram({
    name: 'notice_bot_call_seconds',
    help: 'How long the Bot API took to respond; waiting for its limits is not in it, nor are long polls.',
    buckets: BUCKETS,
    registers,
  });
  const retries = new Counter({
    name: 'notice_bot_retries_total',
    help: 'Calls that had to be made once more.',
    labelNames: ['method', 'reason'],
    registers,
  });

  return {
    registry,
    calls: {
      onResponse(method, status, seconds) {
        responses.inc({ method, status });
        if (method !== 'getUpdates') callSeconds.observe(seconds);
      },
      onRetry(method, reason) {
        retries.inc({ method, reason });
      },
    },
    receiving: {
      onHandled(_, seconds, error) {
        updates.inc({ outcome: error === undefined ? 'handled' : 'failed' });
        updateSeconds.observe(seconds);
      },
      onDuplicates(count) {
        duplicates.inc(count);
      },
      onInboxError() {
        inboxErrors.inc();
      },
    },
  };
}

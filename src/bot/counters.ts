/** How the bot has done since it was started. */
export interface Tally {
  readonly answered: number;
  readonly abstained: number;
  readonly failed: number;
  /** Of the last thousand updates, in milliseconds; null where there were none. */
  readonly medianMs: number | null;
  readonly p99Ms: number | null;
  readonly uptimeSeconds: number;
}

/** Counts what the bot does. */
export interface Counters {
  /** @param outcome as in the log @param milliseconds how long the update took */
  count(outcome: string, milliseconds: number): void;
  tally(): Tally;
}

const MOST_LATENCIES = 1000;

/** @param now the time in milliseconds since 1970 */
export function createCounters(now: () => number): Counters {
  const start = now();
  const latencies: number[] = [];
  const counts = { answered: 0, abstained: 0, failed: 0 };
  return {
    count(outcome, milliseconds) {
      latencies.push(milliseconds);
      if (latencies.length > MOST_LATENCIES) latencies.shift();
      for (const kind of ['answered', 'abstained', 'failed'] as const) {
        if (new RegExp(`\\b${kind}\\b`).test(outcome)) counts[kind]++;
      }
    },
    tally() {
      const sorted = [...latencies].sort((a, b) => a - b);
      const quantile = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? null;
      return {
        ...counts,
        medianMs: quantile(0.5),
        p99Ms: quantile(0.99),
        uptimeSeconds: Math.round((now() - start) / 1000),
      };
    },
  };
}

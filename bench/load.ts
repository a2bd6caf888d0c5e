import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { BOT, TOKEN } from '../tests/support/fake-telegram.ts';
import { startBot } from '../tests/support/server/bot-process.ts';
import { TelegramServer } from '../tests/support/server/telegram-server.ts';
import { quantile } from './quantile.ts';
import { progress, report } from './report.ts';

/** How long the server takes for a call: as long as Telegram from most of Europe, and no time at all. */
const LATENCIES_MS = [30, 0];
/** So many questions lie ready at once, each in a chat of its own, so that no chat has to wait. */
const BURST = 1000;
/** Before anything is measured. */
const WARM_UP = 200;
/** Then questions come one by one, as often as this, for so long. An echo bot can just bear it. */
const STEADY_PER_SECOND = 20;
const STEADY_SECONDS = 10;
const ROUNDS = 3;
const RATIO_GOAL = 0.8;

interface Load {
  /** Updates a second when all lie ready. */
  readonly throughput: number;
  /** Milliseconds from an update to its reply when they come one by one. */
  readonly latencies: readonly number[];
}

/**
 * Compares how many updates a second the bot answers, and how soon, with a bare grammY bot that echoes, on the same
 * server in turn. An echo costs no time of the processor, so without latency the price of an answer is compared with
 * nothing; the goal is for a Telegram that takes as long as the real one.
 *
 * @returns whether its throughput reaches the goal
 */
export async function measureLoad(): Promise<boolean> {
  const ratios: number[] = [];
  for (const latency of LATENCIES_MS) {
    const ours: Load[] = [];
    const echoes: Load[] = [];
    for (let round = 1; round <= ROUNDS; round++) {
      progress(`calls of ${latency} ms, round ${round} of ${ROUNDS}: echo bot`);
      echoes.push(await measure('bench/echo-bot.ts', latency));
      progress(`calls of ${latency} ms, round ${round} of ${ROUNDS}: notice bot`);
      ours.push(await measure('src/index.ts', latency));
    }
    const [us, echo] = [summary(ours), summary(echoes)];
    const ratio = us.throughput / echo.throughput;
    ratios.push(ratio);
    report(`a call takes ${latency} ms`, `(medians of ${ROUNDS} rounds, ${BURST} updates at once)`);
    report('  echo bot, updates a second', echo.throughput.toFixed(0));
    report('  notice bot, updates a second', us.throughput.toFixed(0));
    report('  notice bot to echo bot', ratio.toFixed(2) + (latency > 0 ? `  (goal ≥ ${RATIO_GOAL})` : ''));
    report(`  echo bot at ${STEADY_PER_SECOND}/s, p50 and p99`, `${echo.p50} and ${echo.p99} ms`);
    report(`  notice bot at ${STEADY_PER_SECOND}/s, p50 and p99`, `${us.p50} and ${us.p99} ms`);
  }
  return (ratios[0] ?? 0) >= RATIO_GOAL;
}

function summary(loads: readonly Load[]) {
  const latencies = loads.flatMap((load) => load.latencies);
  return {
    throughput: quantile(
      loads.map(({ throughput }) => throughput),
      0.5,
    ),
    p50: quantile(latencies, 0.5).toFixed(1),
    p99: quantile(latencies, 0.99).toFixed(1),
  };
}

async function measure(script: string, latencyMs: number): Promise<Load> {
  const telegram = await TelegramServer.listen({ token: TOKEN, me: BOT, latencyMs });
  const stateDir = await mkdtemp(join(tmpdir(), 'notice-bot-load-'));
  // Telegram's limit of 30 messages a second would be all that is measured.
  const env = { TELEGRAM_API_ROOT: telegram.root, STATE_DIR: stateDir, MESSAGES_PER_SECOND: '9999' };
  const bot = startBot({ ...env, BOT_TOKEN: TOKEN }, script);
  let chat = 1_000_000;
  const ask = () => telegram.write(++chat, '海寧是什麼產業?');
  const answered = async (count: number) => {
    for (let tries = 0; telegram.sent.length < count; tries++) {
      if (tries > 60_000) throw new Error(`${script} has answered ${telegram.sent.length} of ${count}`);
      await sleep(1);
    }
  };
  try {
    await bot.running;
    for (let i = 0; i < WARM_UP; i++) ask();
    await answered(WARM_UP);
    telegram.sent.length = 0;

    const start = performance.now();
    for (let i = 0; i < BURST; i++) ask();
    await answered(BURST);
    const throughput = (BURST * 1000) / ((telegram.sent.at(-1)?.at ?? 0) - start);
    telegram.sent.length = 0;

    const askedAt = new Map<number, number>();
    const steadily = performance.now();
    for (let i = 0; i < STEADY_PER_SECOND * STEADY_SECONDS; i++) {
      await sleep(Math.max(0, steadily + (i * 1000) / STEADY_PER_SECOND - performance.now()));
      askedAt.set(chat + 1, performance.now());
      ask();
    }
    await answered(askedAt.size);
    const latencies = telegram.sent.map(({ chatId, at }) => at - (askedAt.get(chatId) ?? NaN));
    return { throughput, latencies };
  } finally {
    await bot.end('SIGTERM');
    await telegram.close();
    await rm(stateDir, { recursive: true });
  }
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { BOT, TOKEN } from '../fake-telegram.ts';
import { startBot } from './bot-process.ts';
import { TelegramServer, type Fault, type Sent } from './telegram-server.ts';

export interface ChaosOptions {
  readonly questions: number;
  /** Half of them are groups. */
  readonly chats: number;
  /** Of all calls and deliveries, from 0 to 1. */
  readonly faults: number;
  /** How often the process is killed, evenly over the time. */
  readonly kills: number;
  /** How many questions are asked a second. */
  readonly perSecond: number;
  readonly seed: number;
  readonly onProgress?: (what: string) => void;
}

export interface ChaosResult {
  readonly questions: number;
  readonly unanswered: number;
  /** Answers beyond the first: after a lost response, after a kill, and for no such reason. */
  readonly duplicates: { readonly lost: number; readonly killed: number; readonly unexplained: number };
  /** The most answers that one question got. */
  readonly most: number;
  /** How often each fault occurred. */
  readonly faults: ReadonlyMap<string, number>;
  readonly seconds: number;
  /** The exit code after SIGTERM at the end. */
  readonly exitCode: number | null;
}

/** Questions whose answers differ, so that it can be told which of them a reply answers. */
const QUESTIONS = [
  '海寧是什麼產業?',
  '平湖是什麼產業?',
  '嘉善是什麼產業?',
  '桐鄉是什麼產業?',
  '海鹽是什麼產業?',
  '南湖是什麼產業?',
  '秀洲是什麼產業?',
  '經開是什麼產業?',
  '港區是什麼產業?',
  '「五個一」是什麼?',
];

/** How long an answer may take when all questions are asked. */
const PATIENCE_SECONDS = 120;
/** What was answered so shortly before a kill may not have been noted. */
const NOTED_AFTER_MS = 1000;

interface Asked {
  readonly chat: number;
  readonly question: number;
  readonly messageId: number;
  readonly answers: Sent[];
}

/**
 * Asks a bot that runs as a process, while Telegram's server and the process fail all the time.
 */
export async function runChaos(options: ChaosOptions): Promise<ChaosResult> {
  const { questions, chats, faults, kills, perSecond, seed, onProgress = () => undefined } = options;
  const random = createRandom(seed);
  let isCalm = true;
  const telegram = await TelegramServer.listen({
    token: TOKEN,
    me: BOT,
    fault: (method) =>
      isCalm || !/sendMessage|getUpdates/.test(method) || random() >= faults ? undefined : pickFault(random),
    isDeliveredTwice: () => !isCalm && random() < faults,
  });
  const stateDir = await mkdtemp(join(tmpdir(), 'notice-bot-chaos-'));
  const env = { BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: telegram.root, STATE_DIR: stateDir, LOG_LEVEL: 'info' };
  let bot = startBot(env);
  try {
    await bot.running;
    const texts = await learnAnswers(telegram);
    isCalm = false;
    const start = performance.now();
    const asked: Asked[] = [];
    const killedAt: number[] = [];
    for (let i = 0; i < questions; i++) {
      if (killedAt.length < kills && i >= ((killedAt.length + 1) * questions) / (kills + 1)) {
        await bot.end('SIGKILL');
        killedAt.push(performance.now());
        bot = startBot(env);
      }
      const number = i % chats;
      const question = Math.floor(i / chats) % QUESTIONS.length;
      const text = QUESTIONS[question] ?? '';
      const isGroup = number % 2 === 1;
      const chat = isGroup ? -1000 - number : 1000 + number;
      const messageId = telegram.write(chat, isGroup ? `/ask ${text}` : text, 10_000 + i);
      asked.push({ chat, question, messageId, answers: [] });
      if (i % 100 === 0) onProgress(`asked ${i} of ${questions}, ${telegram.sent.length} messages came back`);
      await sleep(Math.max(0, start + ((i + 1) * 1000) / perSecond - performance.now()));
    }
    const isDone = () => {
      assign(asked, telegram.sent, texts);
      return asked.every(({ answers }) => answers.length > 0);
    };
    for (let second = 0; second < PATIENCE_SECONDS && !isDone(); second++) {
      onProgress(`all are asked, ${asked.filter(({ answers }) => answers.length === 0).length} wait`);
      await sleep(1000);
    }
    const seconds = (performance.now() - start) / 1000;
    const exitCode = await bot.end('SIGTERM');
    assign(asked, telegram.sent, texts);
    return {
      questions,
      unanswered: asked.filter(({ answers }) => answers.length === 0).length,
      duplicates: explain(asked, killedAt),
      most: Math.max(...asked.map(({ answers }) => answers.length)),
      faults: telegram.faults,
      seconds,
      exitCode,
    };
  } finally {
    await bot.end('SIGKILL');
    await telegram.close();
    await rm(stateDir, { recursive: true });
  }
}

/** The whole reply to each question, asked one after the other. */
async function learnAnswers(telegram: TelegramServer): Promise<string[]> {
  for (const question of QUESTIONS) telegram.write(1, question);
  for (let tries = 0; telegram.sent.length < QUESTIONS.length; tries++) {
    if (tries > 600) throw new Error('the bot does not answer even without faults');
    await sleep(100);
  }
  const texts = telegram.sent.splice(0).map(({ text }) => text);
  if (new Set(texts).size < texts.length) throw new Error('two questions have the same answer');
  return texts;
}

/** Gives each answer to its question: in groups it replies to it, elsewhere its words tell. */
function assign(asked: readonly Asked[], sent: readonly Sent[], texts: readonly string[]): void {
  const byMessage = new Map(asked.map((one) => [one.messageId, one]));
  const byWords = new Map(asked.map((one) => [`${one.chat} ${texts[one.question] ?? ''}`, one]));
  for (const one of asked) one.answers.length = 0;
  for (const message of sent) {
    const one =
      message.replyTo === undefined
        ? byWords.get(`${message.chatId} ${message.text}`)
        : byMessage.get(message.replyTo);
    one?.answers.push(message);
  }
}

/**
 * Looks for the reason of each answer but the last: its response was lost, or the process was killed after the call
 * had arrived and before it could note that it was done. A slow call is carried out although who made it is gone.
 */
function explain(asked: readonly Asked[], killedAt: readonly number[]): ChaosResult['duplicates'] {
  const counts = { lost: 0, killed: 0, unexplained: 0 };
  for (const { answers } of asked) {
    const inOrder = [...answers].sort((a, b) => a.arrivedAt - b.arrivedAt);
    for (const { arrivedAt, at, wasLost } of inOrder.slice(0, -1)) {
      const isKilled = killedAt.some((kill) => kill >= arrivedAt && kill < at + NOTED_AFTER_MS);
      counts[wasLost ? 'lost' : isKilled ? 'killed' : 'unexplained']++;
    }
  }
  return counts;
}

function pickFault(random: () => number): Fault {
  const faults: readonly Fault[] = [
    { kind: 'refused', code: 429, retryAfter: 1 + Math.floor(random() * 3) },
    { kind: 'refused', code: 500 },
    { kind: 'refused', code: 502 },
    { kind: 'reset' },
    { kind: 'slow', milliseconds: 1000 + random() * 4000 },
    { kind: 'lost' },
  ];
  return faults[Math.floor(random() * faults.length)] ?? { kind: 'reset' };
}

/** The same numbers from 0 to 1 for the same seed: mulberry32. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

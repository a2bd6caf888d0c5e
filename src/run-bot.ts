import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { GrammyError } from 'grammy';

import type { Answerer } from './answer/index.ts';
import { ALLOWED_UPDATES, createBot, installCommands, reportError } from './bot/index.ts';
import { ConfigError, type PollingConfig } from './config.ts';
import { createCalling, type CallObserver } from './delivery/calls.ts';
import { createGate, telegramLimits } from './delivery/limits.ts';
import { createLogger, type Logger } from './logger.ts';
import { reachTelegram } from './reach-telegram.ts';
import { createFileStorage } from './state.ts';

/** Calls have their own ends; grammY's, which counts waiting and repeating too, comes after 23 days. */
const NO_TIMEOUT_SECONDS = 2_000_000;
/** How long after the order to stop calls are still waited for. */
const LAST_CALLS_MS = 8000;

/**
 * Runs the bot until `stop` is aborted, and then finishes the update in hand. While Telegram is away at the start
 * it waits, and says so in the log.
 *
 * @throws ConfigError when Telegram does not accept the token or another process uses it
 * @throws Error for any other reason to end; its message and stack do not hold the token
 */
export async function runBot(config: PollingConfig, answerer: Answerer, stop: AbortSignal): Promise<void> {
  const logger = createLogger(config);
  const report = (error: unknown) => reportError(error, config.token);
  const halt = new AbortController();
  stop.addEventListener('abort', () => {
    setTimeout(() => {
      halt.abort();
    }, LAST_CALLS_MS).unref();
  });
  const bot = createBot({
    token: config.token,
    answerer,
    logger,
    storage: (name) =>
      createFileStorage(join(config.stateDir, name), (message) => {
        logger.warn(message);
      }),
    clientOptions: {
      // The types are those of node-fetch, which grammY uses where it is given nothing else.
      fetch: createCalling({
        gate: createGate(telegramLimits(config.messagesPerSecond)),
        signal: halt.signal,
        observer: logOf(logger),
      }) as never,
      timeoutSeconds: NO_TIMEOUT_SECONDS,
      ...(config.apiRoot === null ? {} : { apiRoot: config.apiRoot }),
    },
  });

  try {
    bot.botInfo = await reachTelegram(
      () => bot.api.getMe(),
      (seconds, error) => {
        logger.warn(report(error), `Telegram cannot be reached; trying again in ${seconds} s.`);
      },
      (seconds) => sleep(seconds * 1000, undefined, { signal: stop }),
    );
    let stopping = Promise.resolve();
    stop.addEventListener('abort', () => {
      // Updates whose offset could not be confirmed come again at the next start.
      stopping = bot.stop().catch((error: unknown) => {
        logger.warn(report(error), 'Telegram did not hear that the bot stops.');
      });
    });
    stop.throwIfAborted();
    await bot.start({
      allowed_updates: ALLOWED_UPDATES,
      onStart: ({ username }) => {
        logger.info({ username }, 'The bot is running.');
        installCommands(bot.api).catch((error: unknown) => {
          logger.warn(report(error), 'Telegram did not take the commands for its menu.');
        });
      },
    });
    await stopping;
  } catch (error) {
    if (!stop.aborted) throw explained(error) ?? withoutToken(report(error));
  }
  logger.info('The bot has stopped.');
}

/** Logs each call that has to be made once more. */
function logOf(logger: Logger): CallObserver {
  return {
    onResponse: () => undefined,
    onRetry: (method, reason, code, tries, milliseconds) => {
      logger.warn({ method, reason, code, tries, milliseconds }, 'A call to Telegram is made once more.');
    },
  };
}

/** What an operator can do about an error of Telegram's, or undefined for any other. */
function explained(error: unknown): ConfigError | undefined {
  if (!(error instanceof GrammyError)) return undefined;
  const answer = `${error.error_code} ${error.description}`;
  switch (error.error_code) {
    case 401:
    case 404:
      return new ConfigError(
        `Telegram does not accept BOT_TOKEN (${answer}). Copy it again from @BotFather (/token), and see that ` +
          'TELEGRAM_API_ROOT is empty unless you run a Bot API server of your own.',
      );
    case 409:
      return new ConfigError(
        `Another process fetches the updates of this bot (${answer}). Stop it, or give this one a BOT_TOKEN of ` +
          'its own.',
      );
    default:
      return undefined;
  }
}

function withoutToken({ reason, stack }: ReturnType<typeof reportError>): Error {
  const error = new Error(reason);
  error.stack = stack ?? reason;
  return error;
}

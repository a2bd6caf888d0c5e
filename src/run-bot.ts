import { GrammyError } from 'grammy';

import type { Answerer } from './answer/index.ts';
import { ALLOWED_UPDATES, createBot, installCommands, reportError } from './bot/index.ts';
import { ConfigError, type PollingConfig } from './config.ts';
import { createCalling, type CallObserver } from './delivery/calls.ts';
import { REAL_TIME } from './delivery/clock.ts';
import { createGate, telegramLimits } from './delivery/limits.ts';
import { poll } from './delivery/polling.ts';
import { createReceiver, type ReceivingObserver } from './delivery/receiver.ts';
import { createLogger, type Logger } from './logger.ts';
import { reachTelegram } from './reach-telegram.ts';
import { openState } from './state/open.ts';

/** Calls have their own ends; grammY's, which counts waiting and repeating too, comes after 23 days. */
const NO_TIMEOUT_SECONDS = 2_000_000;
/** How long after the order to stop what is in hand is still worked on. */
const FINISHING_MS = 8000;

/**
 * Runs the bot until `stop` is aborted, and then finishes what is in hand within ten seconds. While Telegram is
 * away it waits, and says so in the log.
 *
 * @throws ConfigError when Telegram does not accept the token, another process uses it, or STATE_DIR cannot be used
 * @throws Error for any other reason to end; its message and stack do not hold the token
 */
export async function runBot(config: PollingConfig, answerer: Answerer, stop: AbortSignal): Promise<void> {
  const logger = createLogger(config);
  const report = (error: unknown) => reportError(error, config.token);
  const warn = (message: string) => {
    logger.warn(message);
  };
  const halt = haltAfter(stop, FINISHING_MS);
  const state = await openState(config, warn, stop);
  const bot = createBot({
    token: config.token,
    answerer,
    logger,
    storage: state.storage,
    clientOptions: {
      ...(config.apiRoot === null ? {} : { apiRoot: config.apiRoot }),
      // The types are those of node-fetch, which grammY uses where it is given nothing else.
      fetch: createCalling({
        gate: createGate(telegramLimits(config.messagesPerSecond)),
        signal: halt,
        observer: logCalls(logger),
      }) as never,
      timeoutSeconds: NO_TIMEOUT_SECONDS,
    },
  });
  const receiver = createReceiver({
    inbox: state.inbox,
    handle: (update) => bot.handleUpdate(update),
    halt,
    observer: logUpdates(logger, report),
  });

  const onWait = (seconds: number, error: unknown) => {
    logger.warn(report(error), `Telegram cannot be reached; trying again in ${seconds} s.`);
  };
  try {
    bot.botInfo = await reachTelegram(
      () => bot.api.getMe(),
      onWait,
      (seconds) => REAL_TIME.sleep(seconds * 1000, stop),
    );
    stop.throwIfAborted();
    await bot.api.deleteWebhook();
    await receiver.reclaim();
    logger.info({ username: bot.botInfo.username }, 'The bot is running.');
    installCommands(bot.api).catch((error: unknown) => {
      if (!halt.aborted) logger.warn(report(error), 'Telegram did not take the commands for its menu.');
    });
    await poll({
      api: bot.api,
      receiver,
      allowedUpdates: ALLOWED_UPDATES,
      stop,
      onWait,
      onContact: () => undefined,
    });
  } catch (error) {
    if (!stop.aborted) throw explained(error) ?? withoutToken(report(error));
  }
  await receiver.downTo(0);
  await state.close();
  logger.info('The bot has stopped.');
}

/** Aborted so many milliseconds after `stop` is. */
function haltAfter(stop: AbortSignal, milliseconds: number): AbortSignal {
  const halt = new AbortController();
  stop.addEventListener('abort', () => {
    setTimeout(() => {
      halt.abort();
    }, milliseconds).unref();
  });
  return halt.signal;
}

/** Logs each call that has to be made once more. */
function logCalls(logger: Logger): CallObserver {
  return {
    onResponse: () => undefined,
    onRetry: (method, reason, code, tries, milliseconds) => {
      logger.warn({ method, reason, code, tries, milliseconds }, 'A call to Telegram is made once more.');
    },
  };
}

/** Logs what went wrong with an update; what went well has its line from the bot's journal. */
function logUpdates(logger: Logger, report: (error: unknown) => object): ReceivingObserver {
  return {
    onHandled: ({ update_id: updateId }, _, error) => {
      if (error !== undefined) logger.error({ updateId, ...report(error) }, 'An update failed.');
    },
    onDuplicates: (count) => {
      logger.info({ count }, 'Telegram has delivered updates again.');
    },
    onInboxError: (error) => {
      logger.error(report(error), 'An update was handled but could not be noted as such; it may come again.');
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

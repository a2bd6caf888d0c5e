import type { Answerer } from './answer/index.ts';
import { ALLOWED_UPDATES, createBot, installCommands, reportError } from './bot/index.ts';
import type { Collection } from './collection/collection.ts';
import type { Watching } from './collection/watch.ts';
import { ConfigError, type Address, type PollingConfig, type WebhookConfig } from './config.ts';
import { createCalling } from './delivery/calls.ts';
import { REAL_TIME } from './delivery/clock.ts';
import { createGate, telegramLimits } from './delivery/limits.ts';
import { createMetrics } from './delivery/metrics.ts';
import { logCalls, logUpdates } from './delivery/observers.ts';
import { poll } from './delivery/polling.ts';
import { createReceiver, type Receiver } from './delivery/receiver.ts';
import { createServer, type Server } from './delivery/server.ts';
import { setWebhook, webhookOf } from './delivery/webhook.ts';
import { explainError } from './explain-error.ts';
import { createLogger } from './logger.ts';
import { reachTelegram } from './reach-telegram.ts';
import { loggedReload, reloadOnChange } from './reload-notices.ts';
import { openState } from './state/open.ts';

/** Calls have their own ends; grammY's, which counts waiting and repeating too, comes after 23 days. */
const NO_TIMEOUT_SECONDS = 2_000_000;
/** How long after the order to stop what is in hand is still worked on. */
const FINISHING_MS = 8000;
/** How often updates are looked for that another instance has left. */
const RECLAIM_MS = 10_000;

/**
 * Runs the bot until `stop` is aborted, and then finishes what is in hand within ten seconds. While Telegram or
 * Redis is away it waits, and says so in the log.
 *
 * @param collection the notices of `answerer`, to be read again when their folder changes and with /reload
 * @throws ConfigError when Telegram does not accept the token or the webhook, another process uses the token, or
 * the state cannot be opened
 * @throws Error for any other reason to end; its message and stack do not hold the token
 */
export async function runBot(
  config: PollingConfig | WebhookConfig,
  answerer: Answerer,
  stop: AbortSignal,
  collection?: Pick<Collection, 'reload'>,
): Promise<void> {
  const logger = createLogger(config);
  const reload = collection === undefined ? undefined : loggedReload(collection, logger);
  let watching: Watching | undefined;
  const report = (error: unknown) => reportError(error, config.token);
  const halt = new AbortController();
  stop.addEventListener('abort', () => {
    setTimeout(() => {
      halt.abort();
    }, FINISHING_MS).unref();
  });
  const metrics = createMetrics(() => receiver?.inHand ?? 0);
  /** Set when what comes before is there; the server tells of it meanwhile. */
  let receiver: Receiver | undefined;
  let reclaiming: NodeJS.Timeout | undefined;
  let isInContact = false;
  let isStateThere = () => false;

  const server = await openServer(config.listen, {
    webhook: config.mode === 'webhook' ? webhookOf(config, () => receiver) : null,
    waitingFor: () => [
      ...(isStateThere() ? [] : ['state']),
      ...(isInContact ? [] : ['telegram']),
      ...(stop.aborted ? ['the end'] : []),
    ],
    metrics: metrics.registry,
    onError: (error) => {
      logger.error(report(error), 'A request to the server failed.');
    },
  });
  let closeState = () => Promise.resolve();
  try {
    const state = await openState(
      config,
      (message) => {
        logger.warn(message);
      },
      stop,
    );
    closeState = () => state.close();
    isStateThere = () => state.isThere();
    const bot = createBot({
      token: config.token,
      answerer,
      logger,
      storage: state.storage,
      adminIds: config.adminIds,
      ...(reload === undefined ? {} : { reload }),
      isQuietInGroups: config.isQuietInGroups,
      clientOptions: {
        ...(config.apiRoot === null ? {} : { apiRoot: config.apiRoot }),
        // The types are those of node-fetch, which grammY uses where it is given nothing else.
        fetch: createCalling({
          gate: createGate(telegramLimits(config.messagesPerSecond)),
          signal: halt.signal,
          observer: logCalls(logger, metrics.calls),
        }) as never,
        timeoutSeconds: NO_TIMEOUT_SECONDS,
      },
    });
    const onWait = (seconds: number, error: unknown) => {
      isInContact = false;
      logger.warn(report(error), `Telegram cannot be reached; trying again in ${seconds} s.`);
    };
    bot.botInfo = await reachTelegram(
      () => bot.api.getMe(),
      onWait,
      (seconds) => REAL_TIME.sleep(seconds * 1000, stop),
    );
    stop.throwIfAborted();
    if (reload !== undefined && config.watchNotices) {
      watching = await reloadOnChange(config.dataDir, reload, logger);
    }
    const running = createReceiver({
      inbox: state.inbox,
      handle: (update) => bot.handleUpdate(update),
      halt: halt.signal,
      observer: logUpdates(logger, report, metrics.receiving),
    });
    receiver = running;
    await running.reclaim();
    reclaiming = setInterval(() => {
      running.reclaim().catch((error: unknown) => {
        logger.warn(report(error), 'What other instances may have left cannot be looked for.');
      });
    }, RECLAIM_MS);

    await (config.mode === 'webhook'
      ? setWebhook(bot.api, config, ALLOWED_UPDATES)
      : bot.api.deleteWebhook());
    isInContact = true;
    logger.info({ username: bot.botInfo.username, mode: config.mode }, 'The bot is running.');
    installCommands(bot.api).catch((error: unknown) => {
      if (!halt.signal.aborted)
        logger.warn(report(error), 'Telegram did not take the commands for its menu.');
    });
    if (config.mode === 'webhook') {
      await aborted(stop);
    } else {
      await poll({
        api: bot.api,
        receiver: running,
        allowedUpdates: ALLOWED_UPDATES,
        stop,
        onWait,
        onContact: () => (isInContact = true),
      });
    }
  } catch (error) {
    if (!stop.aborted) {
      halt.abort();
      throw explainError(error, config.token);
    }
  } finally {
    clearInterval(reclaiming);
    await Promise.all([server?.close(), receiver?.downTo(0), watching?.stop()]);
    await closeState();
  }
  logger.info('The bot has stopped.');
}

/** @returns the server, or null where nobody asks for one */
async function openServer(
  listen: Address | null,
  options: Parameters<typeof createServer>[0],
): Promise<Server | null> {
  if (listen === null) return null;
  const server = createServer(options);
  try {
    await server.listen(listen.host, listen.port);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new ConfigError(
      `The server cannot listen on HOST and PORT (${code}). Choose others, or end what uses them.`,
    );
  }
  return server;
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => {
      resolve();
    });
  });
}

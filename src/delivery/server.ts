import { createHash, timingSafeEqual } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fastify } from 'fastify';
import type { Update } from 'grammy/types';

/** Far more than Telegram sends of an update. */
const LARGEST_BODY_BYTES = 1_000_000;
/** Telegram waits for ten seconds. */
const ANSWER_AFTER_MS = 8000;
const REQUEST_TIMEOUT_MS = 10_000;

export interface Webhook {
  /** The path of WEBHOOK_URL. */
  readonly path: string;
  /** What Telegram sends in the header X-Telegram-Bot-Api-Secret-Token. */
  readonly secret: string;
  /**
   * Takes an update over: returns when it is safe, and `handled` resolves when it has been handled.
   *
   * @throws when it cannot be taken now; Telegram delivers it again
   */
  readonly receive: (update: Update) => Promise<{ readonly handled: Promise<void> }>;
}

export interface ServerOptions {
  /** Null where the bot fetches its updates itself. */
  readonly webhook: Webhook | null;
  /** What the bot waits for before it can answer, such as "telegram"; nothing when it is ready. */
  readonly waitingFor: () => readonly string[];
  readonly metrics: { readonly contentType: string; metrics(): Promise<string> };
  readonly onError: (error: unknown) => void;
  /** When Telegram gets its answer although the update is not yet handled. */
  readonly answerAfterMs?: number;
}

export interface Server {
  /**
   * @returns the port, for port 0 whichever is free
   * @throws NodeJS.ErrnoException when it cannot listen there
   */
  listen(host: string, port: number): Promise<number>;
  /** Lets the requests in hand end. */
  close(): Promise<void>;
}

/**
 * A server for Telegram's deliveries, for probes (`/healthz`, `/readyz`) and for Prometheus (`/metrics`).
 *
 * Telegram gets its answer when an update is handled, so that it keeps the order of a chat's updates. What takes
 * longer is answered in time all the same; it is in the inbox by then.
 */
export function createServer(options: ServerOptions): Server {
  const { webhook, waitingFor, metrics, onError, answerAfterMs = ANSWER_AFTER_MS } = options;
  const app = fastify({
    bodyLimit: LARGEST_BODY_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    forceCloseConnections: 'idle',
  });

  app.get('/healthz', () => ({ status: 'ok' }));
  app.get('/readyz', (_, reply) => {
    const missing = waitingFor();
    return reply
      .code(missing.length === 0 ? 200 : 503)
      .send({ ready: missing.length === 0, waitingFor: missing });
  });
  app.get('/metrics', async (_, reply) => reply.type(metrics.contentType).send(await metrics.metrics()));

  if (webhook !== null) {
    const isSecret = secretChecker(webhook.secret);
    // Not a route of its own: the path may hold colons and stars, which routes take for parameters.
    app.post('/*', {
      // Before the body is read: whoever does not know the secret gets nothing done.
      onRequest: async (request, reply) => {
        const { pathname } = new URL(request.url, 'http://localhost');
        if (pathname !== webhook.path) return reply.code(404).send({ error: 'not found' });
        if (!isSecret(request.headers['x-telegram-bot-api-secret-token'])) {
          return reply.code(401).send({ error: 'the secret token is wrong' });
        }
        return undefined;
      },
      handler: async (request, reply) => {
        if (!isUpdate(request.body)) return reply.code(400).send({ error: 'this is not an update' });
        const tooLong = new AbortController();
        const late = sleep(answerAfterMs, 'late' as const, { signal: tooLong.signal });
        late.catch(() => undefined);
        try {
          const received = await Promise.race([webhook.receive(request.body), late]);
          if (received === 'late')
            return await reply.code(503).send({ error: 'the update cannot be kept now' });
          await Promise.race([received.handled, late]);
          return await reply.send({});
        } finally {
          tooLong.abort();
        }
      },
    });
  }

  app.setErrorHandler<Error & { readonly statusCode?: number }>((error, _, reply) => {
    const { statusCode = 503 } = error;
    if (statusCode >= 500) onError(error);
    // The message of a fault may quote what was sent.
    return reply.code(statusCode).send({ error: statusCode >= 500 ? 'try again later' : 'bad request' });
  });

  return {
    async listen(host, port) {
      await app.listen({ host, port });
      return (app.server.address() as AddressInfo).port;
    },
    close: () => app.close(),
  };
}

/** Compares in a time that tells nothing of the secret, neither of its letters nor of its length. */
function secretChecker(secret: string): (given: unknown) => boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  const expected = digest(secret);
  return (given) => typeof given === 'string' && timingSafeEqual(digest(given), expected);
}

function isUpdate(body: unknown): body is Update {
  return (
    typeof body === 'object' && body !== null && 'update_id' in body && Number.isSafeInteger(body.update_id)
  );
}

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Update, UserFromGetMe } from 'grammy/types';

/** What can go wrong with a call. */
export type Fault =
  | { readonly kind: 'refused'; readonly code: 429 | 500 | 502; readonly retryAfter?: number }
  /** The connection breaks before anything is done. */
  | { readonly kind: 'reset' }
  /** It is done after so many milliseconds. */
  | { readonly kind: 'slow'; readonly milliseconds: number }
  /** It is done, and the connection breaks before the response. */
  | { readonly kind: 'lost' };

type Payload = Readonly<Record<string, unknown>>;

/** A message that the bot has sent. */
export interface Sent {
  readonly chatId: number;
  readonly text: string;
  /** The id of the message that it replies to. */
  readonly replyTo: number | undefined;
  /** When the call arrived, by `performance.now()`. */
  readonly arrivedAt: number;
  /** When it was carried out. */
  readonly at: number;
  /** Whether the bot never got to know that it was sent. */
  readonly wasLost: boolean;
}

type Call = Pick<Sent, 'arrivedAt' | 'wasLost'>;

export interface TelegramServerOptions {
  readonly token: string;
  readonly me: UserFromGetMe;
  /** How long a call takes that changes something; none where it is left out. */
  readonly latencyMs?: number;
  /** Decides what goes wrong with a call. */
  readonly fault?: (method: string, payload: Payload) => Fault | undefined;
  /** Decides whether an update is delivered twice. */
  readonly isDeliveredTwice?: (update: Update) => boolean;
}

const DELIVERY_TIMEOUT_MS = 10_000;
const REDELIVERY_MS = 200;

/**
 * Telegram's Bot API over HTTP on a free port of this machine: updates by long polling, which forgets what was
 * confirmed, and by webhook, which delivers again what was not taken, in the order of each chat.
 */
export class TelegramServer {
  readonly sent: Sent[] = [];
  /** How often each method was called. */
  readonly calls = new Map<string, number>();
  /** How often each fault occurred. */
  readonly faults = new Map<string, number>();
  /** The answers of the webhook, by their status; 0 for none. */
  readonly webhookStatuses: number[] = [];
  webhook: { readonly url: string; readonly secret: string } | undefined;
  readonly #options: TelegramServerOptions;
  readonly #server: Server;
  /** What was not confirmed yet. */
  #pending: Update[] = [];
  /** What polls get once more when it was confirmed. */
  readonly #twice = new Set<Update>();
  #again: Update[] = [];
  readonly #pollers = new Set<() => void>();
  readonly #deliveries = new Map<number, Promise<void>>();
  readonly #closing = new AbortController();
  #lastUpdate = 1000;
  #lastMessage = 0;

  private constructor(options: TelegramServerOptions) {
    this.#options = options;
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch(() => response.destroy());
    });
  }

  static async listen(options: TelegramServerOptions): Promise<TelegramServer> {
    const server = new TelegramServer(options);
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get root(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** How many updates have not been confirmed. */
  get unconfirmed(): number {
    return this.#pending.length;
  }

  callsOf(method: string): number {
    return this.calls.get(method) ?? 0;
  }

  async close(): Promise<void> {
    this.#closing.abort();
    for (const wake of this.#pollers) wake();
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await Promise.all([...this.#deliveries.values(), closed]);
  }

  /** Somebody writes to a chat; a negative id is a group's. @returns the message's id */
  write(chatId: number, text: string, from = Math.abs(chatId)): number {
    const messageId = ++this.#lastMessage;
    const command = /^\/\w+/.exec(text);
    const message = {
      message_id: messageId,
      date: Math.floor(Date.now() / 1000),
      chat:
        chatId < 0
          ? { id: chatId, type: 'supergroup', title: 'A group' }
          : { id: chatId, type: 'private', first_name: 'Somebody' },
      from: { id: from, is_bot: false, first_name: 'Somebody', language_code: 'zh-hant' },
      text,
      ...(command === null
        ? {}
        : { entities: [{ type: 'bot_command', offset: 0, length: command[0].length }] }),
    };
    this.deliver({ update_id: ++this.#lastUpdate, message } as never);
    return messageId;
  }

  deliver(update: Update): void {
    this.#pending.push(update);
    const isTwice = this.#options.isDeliveredTwice?.(update) === true;
    if (isTwice) this.#count(this.faults, 'delivered twice');
    if (this.webhook === undefined) {
      if (isTwice) this.#twice.add(update);
    } else {
      this.#push(update);
      if (isTwice) this.#push(update);
    }
    for (const wake of this.#pollers) wake();
  }

  /** Delivers an update by webhook when those before it in its chat were taken. */
  #push(update: Update): void {
    const chat = update.message?.chat.id ?? 0;
    const before = this.#deliveries.get(chat) ?? Promise.resolve();
    const delivery = before.then(async () => {
      while (!this.#closing.signal.aborted && !(await this.#post(update))) await sleep(REDELIVERY_MS);
      this.#pending = this.#pending.filter((other) => other !== update);
    });
    this.#deliveries.set(chat, delivery);
  }

  async #post(update: Update): Promise<boolean> {
    const { url, secret } = this.webhook ?? { url: '', secret: '' };
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
        body: JSON.stringify(update),
        signal: AbortSignal.timeout(DELIVERY_TIMEOUT_MS),
      });
      await response.text();
      this.webhookStatuses.push(response.status);
      return response.ok;
    } catch {
      this.webhookStatuses.push(0);
      return false;
    }
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const arrivedAt = performance.now();
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const [, token, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? '') ?? [];
    const body = Buffer.concat(chunks).toString();
    const payload = (body === '' ? {} : JSON.parse(body)) as Payload;
    this.#count(this.calls, method);
    if (token !== this.#options.token) {
      respond(response, 401, { description: 'Unauthorized' });
      return;
    }
    const fault = this.#options.fault?.(method, payload);
    if (fault !== undefined) this.#count(this.faults, 'code' in fault ? `${fault.code}` : fault.kind);
    if (fault?.kind === 'reset') {
      request.socket.resetAndDestroy();
      return;
    }
    if (fault?.kind === 'refused') {
      const { code, retryAfter } = fault;
      const parameters = retryAfter === undefined ? {} : { parameters: { retry_after: retryAfter } };
      respond(response, code, { description: 'A fault of the test', ...parameters });
      return;
    }
    const { latencyMs = 0 } = this.#options;
    if (latencyMs > 0 && method !== 'getUpdates') await sleep(latencyMs);
    if (fault?.kind === 'slow') await sleep(fault.milliseconds);
    const result = await this.#act(method, payload, { arrivedAt, wasLost: fault?.kind === 'lost' });
    if (fault?.kind === 'lost') request.socket.resetAndDestroy();
    else respond(response, 200, { result });
  }

  async #act(method: string, payload: Payload, call: Call): Promise<unknown> {
    switch (method) {
      case 'getMe':
        return this.#options.me;
      case 'getUpdates':
        return this.#poll(payload);
      case 'setWebhook':
        this.webhook = { url: payload['url'] as string, secret: payload['secret_token'] as string };
        for (const update of this.#pending) this.#push(update);
        return true;
      case 'deleteWebhook':
        this.webhook = undefined;
        return true;
      case 'sendMessage':
        return this.#send(payload, call);
      default:
        return true;
    }
  }

  async #poll(payload: Payload): Promise<Update[]> {
    const offset = Number(payload['offset'] ?? 0);
    const limit = Number(payload['limit'] ?? 100);
    for (const update of this.#pending) {
      if (update.update_id < offset && this.#twice.delete(update)) this.#again.push(update);
    }
    this.#pending = this.#pending.filter(({ update_id: id }) => id >= offset);
    const seconds = Number(payload['timeout'] ?? 0);
    if (this.#pending.length + this.#again.length === 0 && seconds > 0 && !this.#closing.signal.aborted) {
      await new Promise<void>((resolve) => {
        const wake = () => {
          clearTimeout(timer);
          this.#pollers.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, seconds * 1000);
        this.#pollers.add(wake);
      });
    }
    const again = this.#again.splice(0);
    return [...again, ...this.#pending].slice(0, limit);
  }

  #send(payload: Payload, call: Call): unknown {
    const replyTo = (payload['reply_parameters'] as { message_id?: number } | undefined)?.message_id;
    const chatId = Number(payload['chat_id']);
    const text = String(payload['text']);
    this.sent.push({ chatId, text, replyTo, at: performance.now(), ...call });
    return {
      message_id: ++this.#lastMessage,
      date: Math.floor(Date.now() / 1000),
      chat: { id: chatId, type: chatId < 0 ? 'supergroup' : 'private' },
      from: this.#options.me,
      text,
    };
  }

  #count(counts: Map<string, number>, what: string): void {
    counts.set(what, (counts.get(what) ?? 0) + 1);
  }
}

function respond(response: ServerResponse, status: number, content: object): void {
  const body = status === 200 ? { ok: true, ...content } : { ok: false, error_code: status, ...content };
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

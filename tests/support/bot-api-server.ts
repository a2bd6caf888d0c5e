import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the server says to a call: a result, an error of Telegram's, or nothing until the caller hangs up. */
export type ApiAnswer =
  { readonly result: unknown } | { readonly code: number; readonly description: string } | 'hang';

/** A call that reached the server. */
export interface ApiCall {
  readonly token: string;
  readonly method: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/**
 * A Bot API server on a free port of this machine, for tests of what speaks HTTP. It answers each call by the
 * method's handler, and calls without one with `true`.
 */
export class BotApiServer {
  readonly calls: ApiCall[] = [];
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async listen(
    handlers: Readonly<Record<string, (call: ApiCall) => ApiAnswer>>,
  ): Promise<BotApiServer> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const [, token = '', method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? '') ?? [];
        const body = Buffer.concat(chunks).toString();
        const payload = (body === '' ? {} : JSON.parse(body)) as Record<string, unknown>;
        const call = { token, method, payload };
        api.calls.push(call);
        respond(response, handlers[method]?.(call) ?? { result: true });
      });
    });
    const api = new BotApiServer(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return api;
  }

  get root(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  callsOf(method: string): ApiCall[] {
    return this.calls.filter((call) => call.method === method);
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }
}

function respond(response: ServerResponse, answer: ApiAnswer): void {
  if (answer === 'hang') return;
  const status = 'code' in answer ? answer.code : 200;
  const body =
    'code' in answer
      ? { ok: false, error_code: answer.code, description: answer.description }
      : { ok: true, result: answer.result };
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** A request as grammY makes it. */
export interface OutgoingRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** A string, or pieces of bytes where a file is sent. */
  readonly body?: unknown;
}

export interface IncomingResponse {
  readonly status: number;
  readonly body: string;
}

/** Makes a request, once. @throws whatever breaks it; the signal's reason when it is aborted */
export type Send = (url: string, request: OutgoingRequest, signal: AbortSignal) => Promise<IncomingResponse>;

/**
 * A transport over connections that are kept for the next request. Node's own `fetch` does the same at three times
 * the cost, which is most of what a reply costs.
 */
export function createTransport(): Send {
  const settings = { keepAlive: true, keepAliveMsecs: 30_000 };
  const http = { request: httpRequest, agent: new HttpAgent(settings) };
  const https = { request: httpsRequest, agent: new HttpsAgent(settings) };
  return (url, { method = 'GET', headers = {}, body }, signal) =>
    new Promise((resolve, reject) => {
      const { request, agent } = url.startsWith('https:') ? https : http;
      const call = request(url, { method, headers, agent, signal }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() });
        });
      });
      call.on('error', reject);
      if (body === undefined) call.end();
      else if (typeof body === 'string') call.setHeader('content-length', Buffer.byteLength(body)).end(body);
      else pipeline(Readable.from(body as AsyncIterable<Uint8Array>), call).catch(reject);
    });
}

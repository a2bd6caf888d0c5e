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

/** Makes a request, once. @throws whatever breaks it, such as the abortion by the signal or that nothing came in time */
export type Send = (url: string, request: OutgoingRequest, signal: AbortSignal) => Promise<IncomingResponse>;

/** Connecting costs more than a call: what does not find one of these free waits for it. */
const MOST_CONNECTIONS = 64;
/** A slow response is waited for this long: a call that is given up too early is made twice. */
const RESPONSE_TIMEOUT_MS = 60_000;

/**
 * A transport over connections that are kept for the next request. Node's own `fetch` does the same at three times
 * the cost, which is most of what a reply costs.
 */
export function createTransport(): Send {
  const settings = { keepAlive: true, keepAliveMsecs: 30_000, maxSockets: MOST_CONNECTIONS };
  const http = { request: httpRequest, agent: new HttpAgent(settings) };
  const https = { request: httpsRequest, agent: new HttpsAgent(settings) };
  return (url, { method = 'GET', headers = {}, body }, signal) =>
    new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const { request, agent } = url.startsWith('https:') ? https : http;
      const isText = typeof body === 'string';
      const call = request(
        url,
        {
          method,
          headers: isText ? { ...headers, 'content-length': Buffer.byteLength(body) } : headers,
          agent,
          timeout: RESPONSE_TIMEOUT_MS,
        },
        (response) => {
          let text = '';
          response.setEncoding('utf8');
          response.on('data', (chunk: string) => (text += chunk));
          response.on('error', reject);
          response.on('end', () => {
            resolve({ status: response.statusCode ?? 0, body: text });
          });
        },
      );
      // Given to the request, the signal would cost as much as the request.
      const abort = () => call.destroy(new Error('the call was aborted'));
      signal.addEventListener('abort', abort);
      call.on('timeout', () => call.destroy(new Error('no response came in time')));
      call.on('error', reject);
      call.on('close', () => {
        signal.removeEventListener('abort', abort);
      });
      if (body === undefined || isText) call.end(body);
      else pipeline(Readable.from(body as AsyncIterable<Uint8Array>), call).catch(reject);
    });
}

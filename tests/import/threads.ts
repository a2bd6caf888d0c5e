/** A thread for tests, as what runs in it: it takes an order and does `body` with it. */
export function threadOf(body: string): URL {
  const source = `
    import { parentPort } from 'node:worker_threads';
    parentPort.on('message', async (order) => { ${body} });
  `;
  return new URL(`data:text/javascript,${encodeURIComponent(source)}`);
}

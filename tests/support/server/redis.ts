import { spawn, spawnSync } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { createClient } from '@redis/client';

/** Whether Redis' server is installed; Debian and Ubuntu have it as redis-server. */
export const HAS_REDIS = spawnSync('redis-server', ['--version']).status === 0;
if (!HAS_REDIS && process.env['REQUIRE_REDIS'] === '1') {
  throw new Error(
    'REQUIRE_REDIS is set, and redis-server is not there. Install it: apt-get install redis-server',
  );
}

/** What a suite that needs Redis is called, so that one sees why it was skipped. */
export function withRedis(name: string): string {
  return HAS_REDIS ? name : `${name} (skipped: redis-server is not installed)`;
}

/** A Redis server for tests, with a client of its own to look behind the scenes. */
export interface TestRedis {
  readonly url: string;
  readonly client: ReturnType<typeof createClient>;
  close(): Promise<void>;
}

/**
 * Starts Redis in memory on a free port of this machine.
 *
 * @param settings further options of redis-server
 */
export async function startRedis(port?: number, ...settings: readonly string[]): Promise<TestRedis> {
  const listening = port ?? (await freePort());
  const options = ['--port', `${listening}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const server = spawn('redis-server', [...options, ...settings], { stdio: 'ignore' });
  const url = `redis://127.0.0.1:${listening}`;
  const client: TestRedis['client'] = createClient({ url, socket: { reconnectStrategy: 50 } });
  client.on('error', () => undefined);
  await client.connect();
  return {
    url,
    client,
    async close() {
      client.destroy();
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill();
      await ended;
    },
  };
}

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
